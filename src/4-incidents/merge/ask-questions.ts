import { fitOfPairs, UNCOMPARED } from './cluster-reports.ts'
import { linksOf } from './gather-component.ts'
import { type DecidedLinks, keyOf } from './read-links.ts'
import type { Found, Need, ReportTable } from './report-table.ts'
import type { TableReport } from './table-report.ts'
import { probabilityOf } from './score-pair.ts'

/**
 * Probability from which two incidents that were left apart are put before a person: where the two reports that fit best are
 * what their documents are about, and where one is told beside other things (there are more of these, for the same gain).
 * Below, hardly one question in ten finds an incident that came apart: `npm run quality -- --suite merge` counts them.
 */
const REVIEW_FROM = 0.2
const REVIEW_SIDE_FROM = 0.3

/** Two incidents that may be one, with the two reports that fit best. */
export interface OpenPair {
  readonly incidents: readonly [string, string]
  readonly reports: readonly [TableReport, TableReport]
  readonly probability: number
}

/** The incidents that may be one with this one, by the pairs of their reports. */
export function* askQuestions(id: string, table: ReportTable, links: DecidedLinks): Generator<Need, OpenPair[], Found> {
  const members = [...table.members(id)]
  yield* table.load({ blocks: members.flatMap(({ blocks }) => blocks) })
  const neighbours = new Set<string>()
  for (const member of members)
    for (const partner of table.partners(member))
      if (partner.incident !== id && probabilityOf(table.score(member, partner)) >= leastFor(member, partner))
        neighbours.add(partner.incident)
  yield* table.load({ incidents: [...neighbours] })
  return [...neighbours].flatMap(
    (other) => compareIncidents([id, members], [other, [...table.members(other)]], table, links) ?? [],
  )
}

function compareIncidents(
  [id, members]: readonly [string, readonly TableReport[]],
  [otherId, others]: readonly [string, readonly TableReport[]],
  table: ReportTable,
  links: DecidedLinks,
): OpenPair | null {
  if (shareDocument(members, others) || areKeptApart(members, others, links)) return null
  let sum = 0
  let best: { readonly pair: readonly [TableReport, TableReport]; readonly score: number } | null = null
  for (const one of members)
    for (const other of others) {
      const score = table.scoreInBlock(one, other)
      sum += score ?? UNCOMPARED
      const pair = one.key < other.key ? ([one, other] as const) : ([other, one] as const)
      if (
        score !== null &&
        (best === null || score > best.score || (score === best.score && isBefore(pair, best.pair)))
      )
        best = { pair, score }
    }
  if (best === null) return null
  const probability = probabilityOf(fitOfPairs(best.score, sum / (members.length * others.length)))
  if (probability < leastFor(...best.pair)) return null
  return { incidents: id < otherId ? [id, otherId] : [otherId, id], reports: best.pair, probability }
}

function leastFor({ weighed: a }: TableReport, { weighed: b }: TableReport): number {
  return a.profile.isMain && b.profile.isMain ? REVIEW_FROM : REVIEW_SIDE_FROM
}

function isBefore(a: readonly [TableReport, TableReport], b: readonly [TableReport, TableReport]): boolean {
  return a[0].key !== b[0].key ? a[0].key < b[0].key : a[1].key < b[1].key
}

function shareDocument(members: readonly TableReport[], others: readonly TableReport[]): boolean {
  const captures = new Set(members.map(({ captureId }) => captureId))
  return others.some(({ captureId }) => captures.has(captureId))
}

function areKeptApart(members: readonly TableReport[], others: readonly TableReport[], links: DecidedLinks): boolean {
  const kept = new Set(
    members.flatMap((member) =>
      linksOf(member, links).flatMap(({ kind, a, b }) => (kind === 'apart' ? [keyOf(a), keyOf(b)] : [])),
    ),
  )
  const isOwn = new Set(members.flatMap(({ weighed }) => weighed.profile.refs.map(keyOf)))
  return (
    kept.size > 0 &&
    others.some(({ weighed }) => weighed.profile.refs.some((ref) => kept.has(keyOf(ref)) && !isOwn.has(keyOf(ref))))
  )
}
