import type { Decision } from '../../model/decision.ts'
import type { Finding, TakenDecision } from '../../model/record.ts'
import { type AnchorIndex, claimOf } from './anchors.ts'
import { checkHold } from './check-hold.ts'
import { findActive, orderDecisions } from './find-active.ts'

/** A decision with whether it is in force and what it does not hold on to any more. */
export interface ReviewedDecision extends TakenDecision {
  readonly conflicts: readonly Finding[]
}

/**
 * Looks at every decision, in order.
 *
 * @param hasIncident whether there is an incident of that id now
 */
export function reviewDecisions(
  decisions: readonly Decision[],
  index: AnchorIndex,
  hasIncident: (id: string) => boolean,
): ReviewedDecision[] {
  const active = new Set(findActive(decisions).map(({ id }) => id))
  return orderDecisions(decisions).map((decision) => {
    const isInForce = active.has(decision.id)
    const claim = claimOf(decision)
    const claims = claim === null ? [] : index.claimsAt(claim).map(({ id }) => id)
    return { decision, isInForce, claims, conflicts: isInForce ? checkHold(decision, index, hasIncident) : [] }
  })
}
