import type { Claim } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { Sentence } from '../text/sentence.ts'
import type { IncidentNode } from './incident-node.ts'

/** UCDP where_prec of a named town or a place near it. */
const TOWN_PRECISION = 2

/**
 * The piece by which a text that tells of no incident reports one: what somebody denies, or lays on others, at a named site
 * in a named town ("our forces do not attack houses", asked about a house in Arad; "had nothing to do with the fire at the
 * clinic in Arad") is a report of it. Null where the words name no town or no site, or where the outlet itself denies.
 *
 * @param left the pieces that joined no report, in the order of the text
 */
export function findDenial(
  left: readonly IncidentNode[],
  claims: readonly Claim[],
  sentences: readonly Sentence[],
): IncidentNode | null {
  const event = left.find((node) => node.event?.mood === 'denied' && isOfSomebody(node.claims) && isScene(node.place))
  if (event !== undefined) return event
  const statement = claims.find(
    ({ kind, attribution: { stance }, place }) =>
      kind === 'statement' && (stance === 'denied' || stance === 'accused') && isScene(place),
  )
  if (statement === undefined) return null
  const { start } = statement.evidence.sentence
  const sentence = sentences.find((one) => one.start === start)
  return {
    sentence: sentence?.index ?? 0,
    claims: [statement],
    event: null,
    subEvent: null,
    isGeneral: false,
    isCampaign: false,
    place: statement.place,
    when: statement.when,
    reference: 'open',
    isHeadline: sentence?.role === 'headline',
    victim: null,
    isStated: false,
  }
}

function isOfSomebody([claim]: readonly Claim[]): boolean {
  return claim !== undefined && claim.attribution.claimant.kind !== 'outlet'
}

function isScene(place: Place | null): boolean {
  return (
    place !== null && place.geonameId !== null && (place.wherePrec ?? 9) <= TOWN_PRECISION && place.facility !== null
  )
}
