import type { Claim } from '../../model/claim.ts'
import type { IncidentReport } from '../../model/reading.ts'

/** Gives a claim the place and time of its report where its own sentence and context have none. */
export function inheritScene(claim: Claim, report: IncidentReport): Claim {
  const place = claim.place ?? (claim.kind === 'figure' ? report.place : null)
  const when = claim.when ?? (report.when === null ? null : { ...report.when, asWritten: null })
  if (place === claim.place && when === claim.when) return claim
  const reason = `${place === claim.place ? 'time' : when === claim.when ? 'place' : 'place and time'} of the report it belongs to`
  return {
    ...claim,
    place,
    when,
    trace: [...claim.trace, { rule: 'reports/inherit-scene', quote: claim.evidence.exact, reason }],
  }
}
