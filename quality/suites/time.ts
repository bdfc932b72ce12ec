import type { TimeMention } from '../../src/3-claims/times/time-index.ts'
import { findTimes } from '../../src/3-claims/times/find-times.ts'
import { splitSentences } from '../../src/3-claims/text/split-sentences.ts'
import { goldRows } from '../gold-data.ts'
import { type GoldDocument, readGold } from '../read-gold.ts'
import { precisionRecall, score, type Score, type Suite } from '../suite.ts'

interface GoldTimex {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string | null
  readonly phrase: string
}

interface TimeDocument extends GoldDocument {
  readonly gold: { readonly timex: readonly GoldTimex[] }
}

/** Pairs of one file: overlapping spans, of those the equal ones, and of those that overlap the ones with the right value. */
interface Tally {
  gold: number
  predicted: number
  relaxed: number
  strict: number
  value: number
}

/**
 * Time expressions against TimeML annotation, scored as TempEval-3 Task A: every gold TIMEX3 counts, whatever its type, and every
 * value we print; a value is right when it equals the gold value, case folded, on spans that overlap.
 */
export const time: Suite = {
  name: 'time',
  title: 'Time expressions in news, TIMEX3 spans and values as in TempEval-3 (TimeBank and AQUAINT)',
  files: ['time/timebank_dev.jsonl', 'time/aquaint_dev.jsonl'],
  run: ({ data, gazetteer, error }) => {
    const tallies = data.map((path) => {
      const tally: Tally = { gold: 0, predicted: 0, relaxed: 0, strict: 0, value: 0 }
      for (const row of goldRows<TimeDocument>(path)) {
        const reading = readGold({ ...row, published: row.published?.slice(0, 10) ?? null }, gazetteer)
        const mentions = reading === null ? [] : findTimes(splitSentences(reading.document), reading.document).mentions
        const place = reading === null ? () => null : alignment(row.text, reading.document.text)
        compare(row, { mentions, place, text: reading?.document.text ?? '' }, tally, error)
      }
      return {
        name:
          path
            .split('/')
            .at(-1)
            ?.replace(/_dev|\.jsonl$/gu, '') ?? path,
        tally,
      }
    })
    return Promise.resolve([
      ...scores('all', tallies.map(({ tally }) => tally).reduce(sum), 0.7),
      ...(tallies.length > 1 ? tallies.flatMap(({ name, tally }) => scores(name, tally, null)) : []),
    ])
  },
}

interface Found {
  readonly mentions: readonly TimeMention[]
  readonly place: (offset: number) => number | null
  readonly text: string
}

function compare(
  row: TimeDocument,
  { mentions, place, text }: Found,
  tally: Tally,
  error: (entry: Record<string, unknown>) => void,
): void {
  const titleEnd = row.title == null ? 0 : row.title.length
  const open = new Set(mentions.filter((mention) => mention.start >= titleEnd))
  tally.gold += row.gold.timex.length
  tally.predicted += open.size
  for (const timex of row.gold.timex) {
    const start = place(timex.start)
    const end = place(timex.end - 1)
    const near = start === null || end === null ? [] : [...open].filter((m) => m.start <= end && m.end > start)
    const match = near.find((m) => m.start === start && m.end === (end ?? 0) + 1) ?? near[0]
    if (match === undefined) {
      error({ id: row.id, miss: timex.phrase, value: timex.value, context: around(row.text, timex.start, timex.end) })
      continue
    }
    open.delete(match)
    tally.relaxed += 1
    if (match.start === start && match.end === (end ?? 0) + 1) tally.strict += 1
    else error({ id: row.id, span: text.slice(match.start, match.end), gold: timex.phrase })
    if (sameValue(match.value, timex.value)) tally.value += 1
    else
      error({
        id: row.id,
        published: row.published,
        wrong: match.value,
        value: timex.value,
        phrase: timex.phrase,
        rule: match.rule,
        context: around(text, match.start, match.end),
      })
  }
  for (const m of open)
    error({
      id: row.id,
      false_alarm: text.slice(m.start, m.end),
      value: m.value,
      rule: m.rule,
      context: around(text, m.start, m.end),
    })
}

function sameValue(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toUpperCase() === b.toUpperCase()
}

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 50), end + 50).replace(/\s+/gu, ' ')
}

/** Where each character of the gold text stands in the document's text: both are walked, white space apart. */
function alignment(gold: string, text: string): (offset: number) => number | null {
  const places = new Map<number, number>()
  let at = Math.max(0, text.lastIndexOf(gold.trimStart().slice(0, 60)))
  for (let i = 0; i < gold.length; i += 1) {
    if (/\s/u.test(gold[i] ?? '')) continue
    while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1
    if (text[at] !== gold[i]) continue
    places.set(i, at)
    at += 1
  }
  return (offset) => places.get(offset) ?? null
}

function sum(a: Tally, b: Tally): Tally {
  return {
    gold: a.gold + b.gold,
    predicted: a.predicted + b.predicted,
    relaxed: a.relaxed + b.relaxed,
    strict: a.strict + b.strict,
    value: a.value + b.value,
  }
}

function scores(name: string, tally: Tally, bar: number | null): Score[] {
  const f1 = (matched: number): number | null => precisionRecall(matched, tally.predicted, tally.gold).f1
  const { precision, recall } = precisionRecall(tally.relaxed, tally.predicted, tally.gold)
  return [
    score(`${name} value F1`, f1(tally.value), tally.gold, bar),
    score(`${name} relaxed span F1`, f1(tally.relaxed), tally.gold),
    score(`${name} strict span F1`, f1(tally.strict), tally.gold),
    score(`${name} span precision`, precision, tally.predicted),
    score(`${name} span recall`, recall, tally.gold),
  ]
}
