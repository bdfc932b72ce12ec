import type { LinkDecision } from '../../model/decision.ts'
import type { ReportRef } from '../../model/incident.ts'

/** What persons decided on pairs of reports, by report. */
export interface DecidedLinks {
  /** Standing decisions that name a report, by its key, in the order in which they were made. */
  readonly byReport: ReadonlyMap<string, readonly LinkDecision[]>
  readonly inOrder: readonly LinkDecision[]
}

/** The last word on a pair holds. */
export function readLinks(decisions: readonly LinkDecision[]): DecidedLinks {
  const byPair = new Map<string, LinkDecision>()
  for (const decision of decisions) {
    const [a, b] = [keyOf(decision.a), keyOf(decision.b)]
    if (a !== b) byPair.set(a < b ? `${a}|${b}` : `${b}|${a}`, decision)
  }
  const byReport = new Map<string, LinkDecision[]>()
  for (const decision of byPair.values())
    for (const key of [keyOf(decision.a), keyOf(decision.b)]) {
      const own = byReport.get(key)
      if (own === undefined) byReport.set(key, [decision])
      else own.push(decision)
    }
  return { byReport, inOrder: [...byPair.values()] }
}

/** Capture id and report id with a space between. */
export function keyOf({ captureId, reportId }: ReportRef): string {
  return `${captureId} ${reportId}`
}
