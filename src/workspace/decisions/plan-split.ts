import type { DecisionAct, ReportAnchor } from '../../model/decision.ts'
import type { ReadDocument, ReportRef } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { anchorReport } from '../../pipeline.ts'
import type { Refusal } from './find-target.ts'

/** A report of the incident with what it can be named by. */
interface NamedReport extends ReportRef {
  readonly documentId: string
  /** Null when it holds no claim. */
  readonly anchor: ReportAnchor | null
}

/**
 * The split of an incident into the parts named and the rest.
 *
 * @param parts each by first characters of ids of captures, documents or reports, or `capture/report`. Captures of the same
 *   text go together: they are the same words.
 */
export function planSplit(
  { incident, reports }: IncidentRecord,
  parts: readonly (readonly string[])[],
  documents: readonly ReadDocument[],
): DecisionAct | Refusal {
  const refuse = (message: string): Refusal => ({ reason: 'not-allowed', message, candidates: [] })
  const named = nameReports(reports, documents)
  const sides = new Map<string, number>()
  for (const [side, names] of parts.entries()) {
    if (names.length === 0) return refuse(`Part ${side + 1} names nothing: a part holds a report or more.`)
    for (const name of names) {
      const found = named.filter((report) => isNamed(report, name))
      if (found.length === 0)
        return {
          reason: 'unknown',
          message: `${incident.id} holds no report of ${name}. It holds those of:`,
          candidates: named.map(({ captureId, reportId }) => `${captureId}/${reportId}`),
        }
      for (const { anchor, captureId } of found) {
        if (anchor === null) continue
        const key = keyOf(anchor)
        const other = sides.get(key)
        if (other !== undefined && other !== side)
          return refuse(
            `${captureId} is named in part ${other + 1} and in part ${side + 1}, or has the same text as one there.`,
          )
        sides.set(key, side)
      }
    }
  }
  const groups: ReportAnchor[][] = parts.map(() => [])
  const rest: ReportAnchor[] = []
  for (const anchor of unique(named)) (groups[sides.get(keyOf(anchor)) ?? -1] ?? rest).push(anchor)
  if (rest.length === 0)
    return refuse(`Nothing of ${incident.id} would be left: leave at least one of its reports out of the parts.`)
  const empty = groups.findIndex((group) => group.length === 0)
  if (empty >= 0) return refuse(`Part ${empty + 1} holds no report with a claim.`)
  return { action: 'split', incident: incident.id, parts: groups, rest }
}

function nameReports(reports: readonly ReportRef[], documents: readonly ReadDocument[]): NamedReport[] {
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  return reports.flatMap((ref) => {
    const document = byCapture.get(ref.captureId)
    if (document === undefined) return []
    return [{ ...ref, documentId: document.reading.document.id, anchor: anchorReport(document, ref.reportId) }]
  })
}

function isNamed({ captureId, reportId, documentId }: NamedReport, name: string): boolean {
  return [captureId, documentId, documentId.replace(/^sha256:/u, ''), reportId, `${captureId}/${reportId}`].some((id) =>
    id.startsWith(name),
  )
}

function unique(named: readonly NamedReport[]): ReportAnchor[] {
  return [
    ...new Map(named.flatMap(({ anchor }) => (anchor === null ? [] : [[keyOf(anchor), anchor] as const]))).values(),
  ]
}

function keyOf(anchor: ReportAnchor): string {
  return JSON.stringify(anchor)
}
