import type { Claim } from '../../model/claim.ts'
import type { IncidentReport } from '../../model/reading.ts'

/**
 * Gives a figure the place of its report where its own sentence and context have none.
 *
 * A report hands no time to its claims: where the sentence and what it goes on with tell none, null is right (codebook, "Where and when").
 */
export function inheritScene(claim: Claim, report: IncidentReport): Claim {
  const place = claim.place ?? (claim.kind === 'figure' ? report.place : null)
  if (place === claim.place) return claim
  const reason = 'place of the report it belongs to'
  return {
    ...claim,
    place,
    trace: [...claim.trace, { rule: 'reports/inherit-scene', quote: claim.evidence.exact, reason }],
  }
}
