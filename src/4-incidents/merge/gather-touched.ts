import { blockKeys } from './block-keys.ts'
import { isLargeBlock } from './find-pairs.ts'
import { REVIEW_FROM } from './merge-reports.ts'
import type { ReportProfile } from './report-profile.ts'
import { probabilityOf, scorePair } from './score-pair.ts'
import { type WeighedReport, weighWords } from './weigh-words.ts'
import type { WordCounts } from './word-rarity.ts'

/**
 * The reports whose incidents or questions a changed report can alter: merging these alone gives for them what merging the
 * whole workspace would.
 *
 * Two groups are joined, or asked about, only where some pair of theirs scores well enough; so a change spreads along such
 * pairs and no further. A block too large for each-with-each comparison is folded as a whole.
 *
 * @param changed reports that are new, or stood beside one that went
 * @param findByBlock every report that stands in a block
 */
export function gatherTouched(
  changed: readonly ReportProfile[],
  findByBlock: (key: string) => readonly ReportProfile[],
  counts: WordCounts,
): ReportProfile[] {
  const found = new Map<string, WeighedReport>()
  const weighed = new Map<string, WeighedReport>()
  const weigh = (profile: ReportProfile): WeighedReport => {
    const known = weighed.get(profile.key)
    if (known !== undefined) return known
    const own = weighWords(profile, counts)
    weighed.set(profile.key, own)
    return own
  }
  const queue = changed.map((profile) => weigh(profile))
  for (const report of queue) found.set(report.profile.key, report)
  const wholeBlocks = new Set<string>()
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const key of blockKeys(next.profile, counts)) {
      if (wholeBlocks.has(key)) continue
      const members = findByBlock(key)
      const isWhole = isLargeBlock(members.length)
      if (isWhole) wholeBlocks.add(key)
      for (const profile of members) {
        if (found.has(profile.key)) continue
        const other = weigh(profile)
        if (!isWhole && probabilityOf(scorePair(next, other)) < REVIEW_FROM) continue
        found.set(profile.key, other)
        queue.push(other)
      }
    }
  return [...found.values()].map(({ profile }) => profile)
}
