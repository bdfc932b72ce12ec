import type { Claim } from '../model/claim.ts'
import { ACLED_SUB_EVENTS } from '../model/claim.ts'
import type { ClaimAnchor, ClaimCorrection, Decision } from '../model/decision.ts'
import type { Finding, RecordClaim, SettledClaim } from '../model/record.ts'
import { compareText } from './order-entries.ts'

const REDACTED = '[redacted]'

/**
 * The decisions in force: in the order in which they were taken, without those that were undone. Undoing an undo puts the
 * first decision back in force.
 */
export function findActive(decisions: readonly Decision[]): Decision[] {
  const ordered = [...decisions].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
  const undone = new Set<string>()
  for (const decision of ordered.toReversed())
    if (decision.action === 'undo' && !undone.has(decision.id)) undone.add(decision.decision)
  return ordered.filter(({ id, action }) => action !== 'undo' && !undone.has(id))
}

/** Claims after the decisions about them: those that count on, and those that a person rejected. */
export interface DecidedClaims {
  readonly entries: readonly RecordClaim[]
  readonly rejected: readonly SettledClaim[]
}

/**
 * Applies decisions about claims: a rejected claim counts no longer, a corrected one counts as corrected (its words stay),
 * a redacted one loses its words. The last decision about a claim wins.
 *
 * @param active decisions in force (`findActive`)
 */
export function applyToClaims(entries: readonly RecordClaim[], active: readonly Decision[]): DecidedClaims {
  const byAnchor = groupByAnchor(active)
  if (byAnchor.size === 0) return { entries, rejected: [] }
  const shared = countAnchors(entries)
  const kept: RecordClaim[] = []
  const rejected: SettledClaim[] = []
  for (const entry of entries) {
    const key = keyOfClaim(entry)
    let decided = entry
    let rejection: string | null = null
    for (const decision of byAnchor.get(key) ?? []) {
      if (!('claim' in decision) || decision.claim.quote !== entry.claim.evidence.exact) continue
      if (decision.action === 'reject') rejection = decision.id
      else if (decision.action === 'accept') rejection = null
      else if (decision.action === 'redact') decided = redact(decided)
      else if (decision.action === 'correct' && (shared.get(key) ?? 1) === 1)
        decided = correct(decided, decision.correction)
    }
    if (rejection === null) kept.push(decided)
    else rejected.push({ entry: decided, state: 'not-counted', by: rejection, rule: 'decision/rejected' })
  }
  return { entries: kept, rejected }
}

/**
 * Decisions that do not hold on to a claim any more: the claim is gone after a new reading, its words are others, or a
 * correction fits several claims. They change nothing and are shown.
 *
 * @param entries every claim of the decisions' documents
 */
export function findConflicts(entries: readonly RecordClaim[], active: readonly Decision[]): Finding[] {
  const known = new Map<string, RecordClaim[]>()
  for (const entry of entries) {
    const list = known.get(keyOfClaim(entry))
    if (list === undefined) known.set(keyOfClaim(entry), [entry])
    else list.push(entry)
  }
  const documents = new Set(entries.map(({ documentId }) => documentId))
  return active.flatMap((decision) => {
    if (!('claim' in decision) || !documents.has(decision.claim.documentId)) return []
    const claims = known.get(keyOfAnchor(decision.claim)) ?? []
    const ids = claims.map(({ claim }) => claim.id)
    const name = `${decision.action} by ${decision.actor} (${decision.id})`
    if (claims.length === 0)
      return [
        conflict(
          'decision/claim-vanished',
          `${name}: no ${decision.claim.kind} at ${decision.claim.start} to ${decision.claim.end} any more`,
          [],
        ),
      ]
    if (claims.every(({ claim }) => claim.evidence.exact !== decision.claim.quote))
      return [conflict('decision/words-differ', `${name}: other words stand there now`, ids)]
    if (decision.action === 'correct' && claims.length > 1)
      return [conflict('decision/ambiguous', `${name}: several claims stand on the same words`, ids)]
    return []
  })
}

function conflict(rule: string, message: string, claims: readonly string[]): Finding {
  return { rule, message, claims }
}

function groupByAnchor(active: readonly Decision[]): Map<string, Decision[]> {
  const groups = new Map<string, Decision[]>()
  for (const decision of active) {
    if (!('claim' in decision)) continue
    const key = keyOfAnchor(decision.claim)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [decision])
    else known.push(decision)
  }
  return groups
}

/** How many different claims stand on the same words; two captures of one text hold the same claim. */
function countAnchors(entries: readonly RecordClaim[]): Map<string, number> {
  const ids = new Map<string, Set<string>>()
  for (const entry of entries) {
    const key = keyOfClaim(entry)
    const known = ids.get(key)
    if (known === undefined) ids.set(key, new Set([entry.claim.id]))
    else known.add(entry.claim.id)
  }
  return new Map([...ids].map(([key, { size }]) => [key, size]))
}

function keyOfAnchor({ documentId, start, end, kind }: ClaimAnchor): string {
  return `${documentId} ${start} ${end} ${kind}`
}

function keyOfClaim({ documentId, claim: { evidence, kind } }: RecordClaim): string {
  return `${documentId} ${evidence.start} ${evidence.end} ${kind}`
}

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

function redact(entry: RecordClaim): RecordClaim {
  const { claim } = entry
  const evidence = { ...claim.evidence, exact: REDACTED, prefix: '', suffix: '' }
  const figure = claim.figure === null ? null : { ...claim.figure, asWritten: REDACTED }
  const trace = claim.trace.map((step) => ({ ...step, quote: REDACTED }))
  return { ...entry, claim: { ...claim, evidence, figure, trace } }
}
