import type { Account } from './template.ts'

/** Units of text in which a report tells what it is about, and beyond which it looks back. */
const LEAD_UNITS = 500
const BACKGROUND_UNITS = 2500
/** Detail an account needs, and one of a clash that names others than fighters among the harmed. */
const LEAST_DETAIL = 3
const LEAST_DETAIL_OF_CLASH = 5.5

/**
 * Whether an account is one the 1992 task asked for: a specific incident, not "attacks" in general, and no fighting
 * between armed sides alone. Detail is what makes it specific: victims, place, day, parties, and being told at length.
 */
export function isRelevant(account: Account): boolean {
  if (!account.isBattle) return detailOf(account) >= LEAST_DETAIL
  return account.harmsCivilians === true && detailOf(account) >= LEAST_DETAIL_OF_CLASH
}

function detailOf(account: Account): number {
  const { harmed, location, when } = account.response
  const isCounted = harmed.some(({ effect, low, high }) => effect !== null && (low !== null || high !== null))
  return (
    (isCounted ? 2 : harmed.length > 0 ? 1 : 0) +
    (location.names.length > 0 ? 1 : 0) +
    (when === null ? 0 : 1) +
    (account.hasPerpetrator ? 0.5 : 0) +
    (account.hasTarget ? 0.5 : 0) +
    (account.mentions > 1 ? 1 : 0) +
    (account.mentions > 3 ? 1 : 0) +
    (account.start < LEAD_UNITS ? 1 : account.start > BACKGROUND_UNITS ? -1 : 0) -
    (account.isGeneral ? 1 : 0)
  )
}
