import type { Decision } from '../../model/decision.ts'
import { compareText } from '../order-entries.ts'

/** Decisions in the order in which they were taken. */
export function orderDecisions(decisions: readonly Decision[]): Decision[] {
  return [...decisions].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
}

/**
 * The decisions in force: in the order in which they were taken, without those that were undone. Undoing an undo puts the
 * first decision back in force.
 */
export function findActive(decisions: readonly Decision[]): Decision[] {
  const undone = findUndone(decisions)
  return orderDecisions(decisions).filter(({ id, action }) => action !== 'undo' && !undone.has(id))
}

/** Ids of the decisions that are undone, undoings among them. */
export function findUndone(decisions: readonly Decision[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const decision of orderDecisions(decisions).toReversed())
    if (decision.action === 'undo' && !undone.has(decision.id)) undone.add(decision.decision)
  return undone
}
