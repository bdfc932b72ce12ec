import { clusterReports, type ScoredPair } from './cluster-reports.ts'
import { findReport, linksOf } from './gather-component.ts'
import type { LinkDecision } from '../../model/decision.ts'
import type { DecidedLinks } from './read-links.ts'
import type { Found, Need, ReportTable } from './report-table.ts'
import type { TableReport } from './table-report.ts'

/** Reports of one incident each, and the decisions that could not hold. */
export interface GroupedComponent {
  readonly groups: readonly (readonly TableReport[])[]
  readonly refused: readonly LinkDecision[]
}

/** Groups a component (`gatherComponent`); every pair that shares a block counts with its score. */
export function* groupComponent(
  component: readonly TableReport[],
  table: ReportTable,
  links: DecidedLinks,
): Generator<Need, GroupedComponent, Found> {
  if (component.length === 1) return { groups: [component], refused: [] }
  const reports = component.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const pairs: ScoredPair[] = []
  reports.forEach((one, a) => {
    for (let b = a + 1; b < reports.length; b++) {
      const other = reports[b]
      const score = other === undefined ? null : table.scoreInBlock(one, other)
      if (score !== null && score > Number.NEGATIVE_INFINITY) pairs.push({ a, b, score })
    }
  })
  const decided = readPositions(reports, table, links)
  const documents = yield* documentsOf(reports, table)
  const { groups, refused } = clusterReports(documents, pairs, {
    together: decided.together.map(({ pair }) => pair),
    apart: decided.apart.map(({ pair }) => pair),
  })
  return {
    groups: groups.map((members) => members.flatMap((member) => reports[member] ?? [])),
    refused: refused.flatMap(([a, b]) =>
      decided.together.flatMap(({ pair: [x, y], decision }) => (x === a && y === b ? [decision] : [])),
    ),
  }
}

/** Each report's document; where a document's main report follows one of these, it counts as that one's too. */
function* documentsOf(reports: readonly TableReport[], table: ReportTable): Generator<Need, string[][], Found> {
  const captures = reports.filter(({ weighed }) => !weighed.profile.isMain).map(({ captureId }) => captureId)
  yield* table.load({ captures })
  const positions = new Map(reports.map(({ key }, i) => [key, i]))
  const documents = reports.map(({ captureId }) => [captureId])
  for (const capture of new Set(captures))
    for (const { leader } of table.ofCapture(capture))
      if (leader !== null) documents[positions.get(leader) ?? -1]?.push(capture)
  return documents
}

interface DecidedPair {
  readonly pair: readonly [number, number]
  readonly decision: LinkDecision
}

/** The decisions on these reports by position, in the order in which they were made. */
function readPositions(
  reports: readonly TableReport[],
  table: ReportTable,
  links: DecidedLinks,
): { readonly together: readonly DecidedPair[]; readonly apart: readonly DecidedPair[] } {
  const positions = new Map(reports.map((report, i) => [report, i]))
  const own = new Set(reports.flatMap((report) => linksOf(report, links)))
  const pairs = links.inOrder
    .filter((decision) => own.has(decision))
    .flatMap((decision): DecidedPair[] => {
      const [a, b] = [findReport(decision.a, table), findReport(decision.b, table)]
      const [x, y] = [a === null ? undefined : positions.get(a), b === null ? undefined : positions.get(b)]
      return x === undefined || y === undefined || x === y ? [] : [{ pair: [x, y], decision }]
    })
  return {
    together: pairs.filter(({ decision }) => decision.kind === 'together'),
    apart: pairs.filter(({ decision }) => decision.kind === 'apart'),
  }
}
