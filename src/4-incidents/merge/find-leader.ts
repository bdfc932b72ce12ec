import { MERGE_SCORE } from './cluster-reports.ts'
import { type ReportTable, shareBlocks } from './report-table.ts'
import { cameBefore, type TableReport } from './table-report.ts'

/** Log-odds from which a report of a large block follows the speaker that it fits best: nine in ten. */
const FOLLOW_SCORE = 2
/** Log-odds from which no better speaker is looked for. */
const SAME_FOR_CERTAIN = 4
/** Blocks that a report shares with one it follows: most that meet in one large block meet by a word that many have. */
const LEAST_BLOCKS = 2

/**
 * The report that a newcomer follows wherever it goes: one of those that speak for its large blocks; null when it stands by
 * itself. So the work grows with the reports of a large event and not with their pairs.
 *
 * The first that fits for certain, by block and rank; else the one that fits best; else the best of the incident whose
 * speakers it fits on average, as grouping would judge. Only a document's main report follows, so that no two reports of a
 * document can come into one incident unseen; and only one that came in before, so that no follower founds an incident.
 */
export function findLeader(report: TableReport, table: ReportTable): TableReport | null {
  if (!report.weighed.profile.isMain) return null
  const taken = new Set([...table.ofCapture(report.captureId)].map(({ incident }) => incident))
  let best: { readonly speaker: TableReport; readonly score: number } | null = null
  const byIncident = new Map<string, { sum: number; n: number; speaker: TableReport; best: number }>()
  const seen = new Set<TableReport>()
  for (const speaker of table.speakersFor(report)) {
    if (seen.has(speaker) || taken.has(speaker.incident) || !cameBefore(speaker, report)) continue
    seen.add(speaker)
    if (!shareBlocks(report, speaker, LEAST_BLOCKS)) continue
    const score = table.score(report, speaker)
    if (score >= SAME_FOR_CERTAIN) return speaker
    if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { speaker, score }
    const own = byIncident.get(speaker.incident) ?? { sum: 0, n: 0, speaker, best: score }
    byIncident.set(speaker.incident, {
      sum: own.sum + score,
      n: own.n + 1,
      ...(score > own.best ? { speaker, best: score } : { speaker: own.speaker, best: own.best }),
    })
  }
  if (best === null || best.score >= FOLLOW_SCORE) return best?.speaker ?? null
  const fitting = [...byIncident.values()]
    .map(({ sum, n, speaker }) => ({ mean: sum / n, speaker }))
    .filter(({ mean }) => mean >= MERGE_SCORE)
  return (
    fitting.reduce<(typeof fitting)[number] | null>(
      (one, other) => (one === null || other.mean > one.mean ? other : one),
      null,
    )?.speaker ?? null
  )
}
