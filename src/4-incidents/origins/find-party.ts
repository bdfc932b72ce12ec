import { CONFLICTS } from '../../../data/claimants/conflicts.ts'
import { NATION_WORDS, SEATS } from '../../../data/claimants/nations.ts'
import { SEAT_BODIES } from '../../../data/claimants/state-bodies.ts'
import type { ClaimantEntry } from '../../model/registry.ts'
import { type ClaimantRegistry, REVIEWED } from './claimant-registry.ts'
import { foldClaimant } from './fold-claimant.ts'
import { parseStateBody } from './parse-state-body.ts'

/** Who is asked about: a body of a state, or an organisation of the registry. */
export interface PartyQuestion {
  /** State whose organ it is, or null. */
  readonly state: string | null
  readonly entry: ClaimantEntry | null
}

/** Where and when the matter took place. */
export interface MatterSetting {
  /** ISO 3166-1 codes of the places of its claims. */
  readonly countries: readonly string[]
  /** YYYY-MM-DD; null when not known. */
  readonly date: string | null
}

/** The side of the conflict, there and then, that a claimant is a party to; null when it is none or not known. */
export function findParty({ state, entry }: PartyQuestion, { countries, date }: MatterSetting): string | null {
  const own = entry?.sides?.find((side) => side.countries.some((country) => countries.includes(country)))
  if (own !== undefined) return own.side
  for (const conflict of CONFLICTS) {
    if (!conflict.countries.some((country) => countries.includes(country))) continue
    if (date !== null && (date < conflict.since || (conflict.until !== null && date > conflict.until))) continue
    const side = conflict.sides.find(
      ({ states, organisations }) =>
        (state !== null && states.includes(state)) || (entry !== null && organisations.includes(entry.name)),
    )
    if (side !== undefined) return side.name
  }
  return null
}

/** The side that a name in a text stands for ("Moscow", "Russian", "the Israeli army", "Hamas"), there and then; null when none is known. */
export function findPartyOfName(
  name: string,
  setting: MatterSetting,
  registry: ClaimantRegistry = REVIEWED,
): string | null {
  const folded = foldClaimant(name)
  const entry = registry.find(folded)
  if (entry !== null) return findParty({ state: entry.isState ? entry.country : null, entry }, setting)
  const state =
    SEAT_BODIES.get(folded)?.[0] ?? SEATS.get(folded) ?? NATION_WORDS.get(folded) ?? parseStateBody(folded)?.country
  return state === undefined || state === null ? null : findParty({ state, entry: null }, setting)
}
