import type { Claim } from '../../model/claim.ts'
import type { IncidentReport } from '../../model/reading.ts'

/**
 * The claim as a part of its report. A figure takes the report's place where its own sentence and context have none.
 *
 * A report hands no time to its claims: where the sentence and what it goes on with tell none, null is right (codebook, "Where and when").
 */
export function inheritScene(claim: Claim, report: IncidentReport): Claim {
  const place = claim.place ?? (claim.kind === 'figure' ? report.place : null)
  const { evidence } = claim
  const reason = 'place of the report it belongs to'
  return {
    id: claim.id,
    kind: claim.kind,
    evidence,
    attribution: claim.attribution,
    figure: claim.figure,
    event: claim.event,
    place,
    when: claim.when,
    incident: report.id,
    confidence: claim.confidence,
    producer: claim.producer,
    trace:
      place === claim.place
        ? claim.trace
        : [...claim.trace, { rule: 'reports/inherit-scene', quote: evidence.exact, reason }],
  }
}
