import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'
import { SharedWords } from '../../src/4-incidents/merge/shared-words.ts'
import type { WeighedReport } from '../../src/4-incidents/merge/weigh-words.ts'

/** Cosine from which the TF-IDF baseline joins a document to a cluster; the best of 0.2 to 0.5 on half of the GVA incidents. */
const BASELINE_COSINE = 0.3
/** Days of publication within which the TF-IDF baseline compares. */
const BASELINE_DAYS = 14

/** Baseline: one incident for each day and town as read; a report without either is its own. */
export function groupByDayAndTown(profiles: readonly ReportProfile[]): Map<string, string> {
  return new Map(
    profiles.flatMap(({ isMain, ref, report: { place, when } }): [string, string][] => {
      if (!isMain) return []
      const isDay = when !== null && when.start !== null && when.start === when.end
      const town = place?.geonameId ?? place?.name ?? null
      return [[ref.captureId, isDay && town !== null ? `${when.start} ${town}` : `single ${ref.captureId}`]]
    }),
  )
}

/** Baseline: leader clustering of whole texts by TF-IDF cosine within two weeks of publication. */
export function groupByText(reports: readonly WeighedReport[]): Map<string, string> {
  const byDay = new Map<number, WeighedReport[]>()
  const groups = new Map<string, string>()
  const texts = new SharedWords()
  for (const report of reports) {
    const { isMain, published, ref } = report.profile
    if (!isMain) continue
    let best: { readonly to: string; readonly score: number } | null = null
    const day = published ?? 0
    for (let other = day - BASELINE_DAYS; other <= day + BASELINE_DAYS; other++)
      for (const one of byDay.get(other) ?? []) {
        const score = texts.cosine(report.all, one.all)
        if (score >= BASELINE_COSINE && score > (best?.score ?? 0))
          best = { to: groups.get(one.profile.ref.captureId) ?? '', score }
      }
    groups.set(ref.captureId, best?.to ?? ref.captureId)
    const own = byDay.get(day)
    if (own === undefined) byDay.set(day, [report])
    else own.push(report)
  }
  return groups
}
