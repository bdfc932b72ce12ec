import { BODIES_NOUN, EVENT_NOUNS, UNKNOWN_EVENT } from '../../../data/words/digest-words.ts'
import type { Incident } from '../../model/incident.ts'
import type { Claim } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import { type ExportLevel } from '../export-set.ts'
import { protectPlace } from '../protect-record.ts'
import { isReviewed } from './choose-incidents.ts'
import type { GradeFact, IncidentRow, SceneFact, SpreadFact, ToldClaim } from './digest-facts.ts'
import type { ClaimIndex } from './index-claims.ts'

/** Origins that a count of origins cites a claim of. */
const ORIGINS_CITED = 8

/** What the facts of incidents are made with. */
export interface DigestContext {
  readonly index: ClaimIndex
  readonly level: ExportLevel
  /** The claims of each document, by capture. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly receivedAt: ReadonlyMap<string, string>
  /** Rows that were made already. */
  readonly rows: WeakMap<IncidentRecord, IncidentRow>
}

/** One incident as a row of a table, with claims that say that, where and when it was. */
export function describeRow(record: IncidentRecord, context: DigestContext): IncidentRow {
  const known = context.rows.get(record)
  if (known !== undefined) return known
  const row = makeRow(record, context)
  context.rows.set(record, row)
  return row
}

function makeRow(record: IncidentRecord, context: DigestContext): IncidentRow {
  const { incident, label } = record
  const received = incident.documents.flatMap(({ captureId }) => context.receivedAt.get(captureId) ?? [])
  return {
    id: incident.id,
    label,
    status: incident.status,
    isReviewed: isReviewed(incident),
    grade: incident.grade.value,
    documents: incident.documents.length,
    origins: incident.origins.length,
    firstCapture: received.sort()[0] ?? '',
    claims: describeScene(record, context).claims,
  }
}

/**
 * What happened where and when, as far as claims support it: one claim that says all of it where there is one, else one for
 * each. What no claim says is left out.
 */
export function describeScene(record: IncidentRecord, context: DigestContext): SceneFact {
  const { type, place, when, documents, figures } = record.incident
  const isFind = figures[0]?.measure === 'bodies_found'
  const told = context.index.claimsOf(record)
  const known = new Map(
    documents.flatMap(({ captureId }) =>
      (context.claims.get(captureId) ?? []).map((claim) => [`${captureId} ${claim.id}`, claim] as const),
    ),
  )
  const facets = told.flatMap((one) => {
    const claim = known.get(`${one.captureId} ${one.claimId}`)
    if (claim === undefined || claim.attribution.stance === 'denied' || claim.attribution.stance === 'conditional')
      return []
    const isType = isFind ? claim.figure?.measure === 'bodies_found' : claim.event?.acled.subEvent === type.subEvent
    return [{ one, isType, isPlace: isSamePlace(claim.place, place), isTime: isSameTime(claim.when, when) }]
  })
  const whole = facets.find(({ isType, isPlace, isTime }) => isType && isPlace && isTime)
  const ofType = whole ?? facets.find(({ isType, isPlace }) => isType && isPlace) ?? facets.find(({ isType }) => isType)
  const ofPlace = ofType?.isPlace === true ? ofType : facets.find(({ isPlace }) => isPlace)
  const ofTime = [ofType, ofPlace].find((facet) => facet?.isTime === true) ?? facets.find(({ isTime }) => isTime)
  const claims = [...new Set([ofType, ofPlace, ofTime].flatMap((facet) => (facet === undefined ? [] : [facet.one])))]
  return {
    noun: ofType === undefined ? UNKNOWN_EVENT : isFind ? BODIES_NOUN : EVENT_NOUNS[type.subEvent],
    place: ofPlace === undefined ? null : protectWords(place, context.level),
    when: ofTime === undefined ? null : when,
    claims: claims.length > 0 ? claims : told.slice(0, 1),
  }
}

/** At the public level without the facility; how precisely the settlement is known stays as it is. */
function protectWords(place: Place | null, level: ExportLevel): Place | null {
  const shown = protectPlace(place, level)
  return shown === null ? null : { ...shown, wherePrec: place?.wherePrec ?? null }
}

function isSamePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return false
  if (a.geonameId !== null || b.geonameId !== null) return a.geonameId === b.geonameId
  return (a.name ?? a.asWritten).toLowerCase() === (b.name ?? b.asWritten).toLowerCase()
}

function isSameTime(a: When | null, b: When | null): boolean {
  if (a === null || b === null || (a.start === null && a.end === null)) return false
  return (a.start ?? '0000') >= (b.start ?? '0000') && (a.end ?? '9999') <= (b.end ?? '9999')
}

/** Documents against outlets, copies and independent origins. */
export function describeSpread({ incident }: IncidentRecord, told: readonly ToldClaim[]): SpreadFact {
  const byId = new Map(told.map((claim) => [claim.claimId, claim]))
  const { documents, origins } = incident
  return {
    documents: documents.length,
    outlets: new Set(documents.flatMap(({ outlet }) => outlet ?? [])).size,
    copies: documents.filter(({ copyOf }) => copyOf !== null).length,
    origins: origins.length,
    claims: origins
      .flatMap(({ claims }) => claims.map((id) => byId.get(id)).find((claim) => claim !== undefined) ?? [])
      .slice(0, ORIGINS_CITED),
  }
}

/** Who denies or forecasts something attests nothing. */
const NOT_ATTESTING: ReadonlySet<string> = new Set(['denied', 'conditional'])

/** The grade with the rule that gave it and the claims that the rule looks at. */
export function describeGrade({ incident, positions, claims }: IncidentRecord, told: readonly ToldClaim[]): GradeFact {
  const { value, rules } = incident.grade
  const rule = rules[0]?.split(':')[0] ?? ''
  const byId = new Map(told.map((claim) => [claim.claimId, claim]))
  const kinds = rule.includes('accept') ? ['accepts'] : rule.includes('competing') ? ['blames'] : []
  const said = positions.filter(({ kind }) => kinds.includes(kind)).map(({ claimId }) => claimId)
  const voices = new Map<string | null, string>(
    claims.flatMap(({ entry, state }) => (state === 'current' ? [[entry.origin, entry.claim.id] as const] : [])),
  )
  for (const origin of incident.origins) {
    const first = origin.claims.find((id) => !NOT_ATTESTING.has(byId.get(id)?.stance ?? 'denied'))
    if (first !== undefined && !voices.has(origin.id)) voices.set(origin.id, first)
  }
  const ids = said.length > 0 ? said : [...voices.values()]
  const cited = ids.flatMap((id) => byId.get(id) ?? []).slice(0, ORIGINS_CITED)
  const found = /^grade\/independent-origins: (\d+)$/u.exec(rules[0] ?? '')?.[1] ?? null
  return { value, rule, found, claims: cited.length > 0 ? cited : told.slice(0, 1) }
}

const ONE_PARTY = /^grade\/one-party-only: (.+)$/u

/** The party to the conflict whose claims alone an incident rests on, or null. */
export function soleParty({ origins, grade }: Pick<Incident, 'origins' | 'grade'>): string | null {
  const graded = grade.rules.flatMap((rule) => ONE_PARTY.exec(rule)?.[1] ?? [])[0]
  const parties = new Set(origins.map(({ party }) => party))
  const [only] = parties
  return graded ?? (parties.size === 1 ? (only ?? null) : null)
}
