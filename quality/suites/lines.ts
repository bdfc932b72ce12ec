import type { LineRole } from '../../src/model/document.ts'
import { goldRows } from '../gold-data.ts'
import { type GoldDocument, readGold } from '../read-gold.ts'
import { score, type Suite } from '../suite.ts'

interface GoldLines extends GoldDocument {
  /** Stretches of the text that are no part of the article, verbatim. */
  readonly non_body: readonly string[]
}

const NOT_THE_ARTICLE: ReadonlySet<LineRole> = new Set(['teaser', 'promo', 'credit', 'byline', 'caption'])
/** A line counts as the gold stretch when at least this share of the shorter one is common to both. */
const OVERLAP = 0.5

/**
 * Line roles against hand-marked lines that are no part of the article. A gold stretch is found when a line with such a
 * role (caption included: gold counts captions in) covers half of it; a body line is lost when it has such a role and
 * overlaps no gold stretch. Body recall is the share of body lines kept.
 */
export const lines: Suite = {
  name: 'lines',
  title: 'Line roles in war news (hand-marked lines that are not the article)',
  files: ['claims/dev.jsonl', 'claims/dev2.jsonl'],
  run: (input) => {
    const tally = { gold: 0, found: 0, marked: 0, right: 0, body: 0, lost: 0, lostCaptions: 0 }
    for (const row of input.data.flatMap((path) => goldRows<GoldLines>(path))) {
      const reading = readGold(row, input.gazetteer)
      if (reading === null) continue
      const { text, lines: read } = reading.document
      const stretches = row.non_body.map((exact) => ({
        exact,
        start: text.indexOf(exact),
        end: text.indexOf(exact) + exact.length,
      }))
      const common = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
        Math.min(a.end, b.end) - Math.max(a.start, b.start) >= OVERLAP * Math.min(a.end - a.start, b.end - b.start)
      for (const line of read) {
        const exact = text.slice(line.start, line.end)
        const isGold = stretches.some((stretch) => common(line, stretch) || stretch.exact === exact)
        const marked = NOT_THE_ARTICLE.has(line.role)
        if (marked) tally.marked++
        if (marked && isGold) tally.right++
        if (isGold) continue
        tally.body++
        if (!marked) continue
        if (line.role === 'caption') tally.lostCaptions++
        else tally.lost++
        input.error({ id: row.id, lost: exact, role: line.role, reason: line.reason })
      }
      for (const stretch of stretches) {
        tally.gold++
        const covered = read.some(
          (line) =>
            NOT_THE_ARTICLE.has(line.role) &&
            (common(line, stretch) || text.slice(line.start, line.end) === stretch.exact),
        )
        if (covered) tally.found++
        else input.error({ id: row.id, missed: stretch.exact })
      }
    }
    return Promise.resolve([
      score('body lines kept', tally.body === 0 ? null : 1 - tally.lost / tally.body, tally.body, 0.995),
      score('body lines read as captions', tally.lostCaptions, tally.body),
      score('lines of other matter found', tally.gold === 0 ? null : tally.found / tally.gold, tally.gold),
      score('marked lines that are other matter', tally.marked === 0 ? null : tally.right / tally.marked, tally.marked),
    ])
  },
}
