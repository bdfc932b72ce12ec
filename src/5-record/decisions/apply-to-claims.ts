import { ACLED_SUB_EVENTS, type Claim } from '../../model/claim.ts'
import type { ClaimCorrection, Decision } from '../../model/decision.ts'
import type { RecordClaim, SettledClaim } from '../../model/record.ts'
import { anchorClaim, anchorKey, claimOf } from './anchors.ts'

/** Claims after the decisions about them: those that count on, and those that a person rejected. */
export interface DecidedClaims {
  readonly entries: readonly RecordClaim[]
  readonly rejected: readonly SettledClaim[]
}

/**
 * Applies decisions about claims: a rejected claim counts no longer, a corrected one counts as corrected (its words stay).
 * The last decision about a claim wins.
 *
 * @param active decisions in force, in their order; corrections that fit several claims left out (`fitsOneClaim`)
 */
export function applyToClaims(entries: readonly RecordClaim[], active: readonly Decision[]): DecidedClaims {
  const byAnchor = groupByAnchor(active)
  if (byAnchor.size === 0) return { entries, rejected: [] }
  const kept: RecordClaim[] = []
  const rejected: SettledClaim[] = []
  for (const entry of entries) {
    let decided = entry
    let rejection: string | null = null
    for (const decision of byAnchor.get(keyOf(entry)) ?? []) {
      if (decision.action === 'reject') rejection = decision.id
      else if (decision.action === 'accept') rejection = null
      else if (decision.action === 'correct') decided = correct(decided, decision.correction)
    }
    if (rejection === null) kept.push(decided)
    else rejected.push({ entry: decided, state: 'not-counted', by: rejection, rule: 'decision/rejected' })
  }
  return { entries: kept, rejected }
}

/** A history asks for the same decisions with every document. */
const GROUPS = new WeakMap<readonly Decision[], ReadonlyMap<string, readonly Decision[]>>()

function groupByAnchor(active: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const made = GROUPS.get(active)
  if (made !== undefined) return made
  const groups = new Map<string, Decision[]>()
  GROUPS.set(active, groups)
  for (const decision of active) {
    if (!('claim' in decision)) continue
    const key = anchorKey(decision.claim)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [decision])
    else known.push(decision)
  }
  return groups
}

function keyOf({ documentId, claim: { evidence, kind } }: RecordClaim): string {
  return anchorKey({ documentId, start: evidence.start, end: evidence.end, kind })
}

/** The decisions without those about claims that are not among these, or stand on other words now. */
export function onSameWords(entries: readonly RecordClaim[], decisions: readonly Decision[]): Decision[] {
  const texts = new Set(decisions.flatMap((decision) => claimOf(decision)?.documentId ?? []))
  const words = new Map(
    entries
      .filter(({ documentId }) => texts.has(documentId))
      .map((entry) => [keyOf(entry), anchorClaim(entry.documentId, entry.claim).quoteSha256]),
  )
  return decisions.filter((decision) => {
    const claim = claimOf(decision)
    return claim === null || words.get(anchorKey(claim)) === claim.quoteSha256
  })
}

/** A claim as it counts after a correction: the fields given change, and no words. */
function correct(entry: RecordClaim, { figure, claimant, stance, subEvent }: ClaimCorrection): RecordClaim {
  const { claim } = entry
  const corrected: Claim = {
    ...claim,
    figure: claim.figure === null ? null : { ...claim.figure, ...figure },
    attribution: { ...claim.attribution, ...(stance === undefined ? {} : { stance }) },
    event:
      claim.event === null || subEvent === undefined
        ? claim.event
        : { ...claim.event, acled: { event: ACLED_SUB_EVENTS[subEvent], subEvent } },
  }
  return { ...entry, claim: corrected, claimant: claimant ?? entry.claimant }
}
