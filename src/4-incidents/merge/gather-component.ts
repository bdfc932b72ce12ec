import { MERGE_SCORE } from './cluster-reports.ts'
import type { LinkDecision } from '../../model/decision.ts'
import { type DecidedLinks, keyOf } from './read-links.ts'
import type { Found, Need, ReportTable } from './report-table.ts'
import type { TableReport } from './table-report.ts'

/**
 * Every standing report whose incident a change of these can alter: grouping them alone gives what grouping all would.
 *
 * Two groups are joined only where some pair of theirs scores well enough, so a change spreads along such pairs, along
 * what persons put together, and over the incidents that it meets.
 */
export function* gatherComponent(
  changed: readonly TableReport[],
  table: ReportTable,
  links: DecidedLinks,
): Generator<Need, TableReport[], Found> {
  const found = new Set(changed)
  for (let edge = [...found]; edge.length > 0;) {
    const decided = edge.flatMap((report) => linksOf(report, links))
    yield* table.load({
      blocks: edge.flatMap(({ blocks }) => blocks),
      incidents: edge.map(({ incident }) => incident),
      captures: decided.flatMap(({ a, b }) => [a.captureId, b.captureId]),
    })
    // Whoever is decided on follows nobody.
    for (const report of edge) if (report.leader !== null) table.stand(report)
    const next: TableReport[] = []
    const meet = (report: TableReport | null): void => {
      if (report === null || found.has(report)) return
      found.add(report)
      next.push(report)
    }
    for (const report of edge) {
      for (const member of table.members(report.incident)) meet(member)
      for (const partner of table.partners(report)) if (table.score(report, partner) >= MERGE_SCORE) meet(partner)
    }
    for (const { kind, a, b } of decided)
      if (kind === 'together') for (const ref of [a, b]) meet(findReport(ref, table))
    edge = next
  }
  return [...found]
}

/** What persons decided on a report or on one of those that carry it on. */
export function linksOf(report: TableReport, { byReport }: DecidedLinks): LinkDecision[] {
  if (byReport.size === 0) return []
  return report.weighed.profile.refs.flatMap((ref) => byReport.get(keyOf(ref)) ?? [])
}

/** The report of the table that a decision names, itself or as one that carries it on; its capture is loaded. */
export function findReport(ref: LinkDecision['a'], table: ReportTable): TableReport | null {
  const known = table.find(keyOf(ref))
  if (known !== null) return known
  const own = [...table.ofCapture(ref.captureId)]
  return own.find(({ weighed }) => weighed.profile.refs.some(({ reportId }) => reportId === ref.reportId)) ?? null
}
