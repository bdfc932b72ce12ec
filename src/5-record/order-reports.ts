import type { ReadDocument, ReportRef } from '../model/incident.ts'
import { compareText } from './order-entries.ts'

/** Reports in the order in which their captures were received, of one moment by their ids: the first names the incident. */
export function orderReports({
  reports,
  documents,
}: {
  readonly reports: readonly ReportRef[]
  readonly documents: readonly ReadDocument[]
}): ReportRef[] {
  const received = new Map(documents.map(({ captureId, receivedAt }) => [captureId, receivedAt]))
  const timeOf = ({ captureId }: ReportRef): string => received.get(captureId) ?? ''
  return [...reports].sort((a, b) => compareText(timeOf(a), timeOf(b)) || compareText(a.captureId, b.captureId))
}
