import { findAttributions } from '../../src/3-claims/attribution/find-attributions.ts'
import type { AttributionFrame } from '../../src/3-claims/attribution/attribution-index.ts'
import { splitSentences } from '../../src/3-claims/text/split-sentences.ts'
import type { Document } from '../../src/model/document.ts'
import type { Span } from '../../src/model/span.ts'
import { goldRows } from '../gold-data.ts'
import { precisionRecall, score, type Suite } from '../suite.ts'

interface GoldElement {
  readonly spans: readonly (readonly [number, number])[]
  readonly text: string
}

interface GoldAttribution {
  readonly source?: readonly GoldElement[]
  readonly cue?: readonly GoldElement[]
  readonly content?: readonly GoldElement[]
}

interface GoldRow {
  readonly id: string
  readonly text: string
  readonly gold: { readonly attributions: readonly GoldAttribution[] }
}

/**
 * Words of communication: a gold attribution is scored when its cue holds one of them. The labels reach far beyond speech ("mocked",
 * "don't like", "seemed"); those have no claimant in our sense. Fixed here, apart from the extractor's own lists.
 */
const COMMUNICATION =
  /\b(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|according to|add(?:s|ed|ing)?|wr(?:ite|ites|ote|itten|iting)|announc\w+|report(?:s|ed|ing)|stat(?:e|es|ed|ing)|declar\w+|not(?:e|es|ed|ing)|explain\w*|stress\w*|emphasi[sz]\w+|reveal\w*|disclos\w+|confirm\w*|insist\w*|argu(?:e|es|ed|ing)|assert\w*|acknowledg\w+|admit\w*|conced\w+|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|accus\w+|blam\w+|alleg\w+|claim\w*|condemn\w*|denounc\w+|critici[sz]\w+|warn\w*|caution\w*|predict\w*|estimat\w+|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)|call(?:s|ed|ing)? (?:for|on)|tweet\w*|repl(?:y|ies|ied|ying)|respond\w*|testif\w+|conclud\w+|reiterat\w+|suggest(?:s|ed|ing)?|vow\w*|pledg\w+|cit(?:es|ed|ing)|recall(?:s|ed|ing))\b/iu

/** Who says what in political news: our frames against hand labels. */
export const attribution: Suite = {
  name: 'attribution',
  title: 'Attribution in political news (PolNeAR): source, cue and content of reported speech',
  files: ['polnear/dev.jsonl'],
  run: (input) => {
    const tally = { scored: 0, found: 0, all: 0, foundAll: 0, predicted: 0, right: 0, wrongSource: 0 }
    const cue: number[] = []
    const content: number[] = []
    for (const row of input.data.flatMap((path) => goldRows<GoldRow>(path))) {
      const frames = framesOf(row)
      const golds = row.gold.attributions.map((one) => ({
        source: spansOf(one.source),
        cue: spansOf(one.cue),
        content: spansOf(one.content),
        cueText: (one.cue ?? []).map(({ text }) => text).join(' '),
      }))
      for (const gold of golds) {
        if (gold.source.length === 0) continue
        const isScored = COMMUNICATION.test(gold.cueText)
        const matches = frames.filter((frame) => isSame(frame, gold))
        const best = matches.find((frame) => frame.source !== null && overlaps([frame.source], gold.source))
        tally.all++
        if (best !== undefined) tally.foundAll++
        if (!isScored) continue
        tally.scored++
        if (best === undefined) {
          input.error({
            id: row.id,
            miss: gold.cueText,
            source: quote(row, gold.source),
            content: quote(row, gold.content).slice(0, 120),
            got: matches[0]?.source ? row.text.slice(matches[0].source.start, matches[0].source.end) : null,
          })
          continue
        }
        tally.found++
        cue.push(best.cue === null ? 0 : overlapF1([best.cue], gold.cue))
        content.push(overlapF1(best.content, gold.content))
      }
      for (const frame of frames.filter(({ source, cue: own }) => source !== null && own !== null)) {
        tally.predicted++
        const matches = golds.filter((gold) => isSame(frame, gold))
        const isRight = matches.some(
          (gold) => frame.source !== null && (gold.source.length === 0 || overlaps([frame.source], gold.source)),
        )
        if (isRight) tally.right++
        else {
          if (matches.length > 0) tally.wrongSource++
          input.error({
            id: row.id,
            false_alarm: row.text.slice(frame.cue?.start, frame.cue?.end),
            rule: frame.rule,
            source: row.text.slice(frame.source?.start, frame.source?.end),
            sentence: around(row, frame),
          })
        }
      }
    }
    const { precision, recall, f1 } = precisionRecall(tally.right, tally.predicted, 1)
    const claimantRecall = tally.scored === 0 ? null : tally.found / tally.scored
    return Promise.resolve([
      score('claimant recall (communication cues)', claimantRecall, tally.scored, 0.8),
      score('claimant precision', precision, tally.predicted, 0.85),
      score('claimant F1', recall === null || f1 === null ? null : harmonic(claimantRecall, precision), tally.scored),
      score('claimant recall (all labels)', tally.all === 0 ? null : tally.foundAll / tally.all, tally.all),
      score('wrong source for a labelled cue', tally.wrongSource, tally.predicted),
      score('cue overlap F1', mean(cue), cue.length),
      score('content overlap F1', mean(content), content.length),
    ])
  },
}

function harmonic(a: number | null, b: number | null): number | null {
  return a === null || b === null || a + b === 0 ? null : (2 * a * b) / (a + b)
}

function framesOf(row: GoldRow): readonly AttributionFrame[] {
  const document = documentOf(row)
  return findAttributions(splitSentences(document), document).frames
}

function documentOf(row: GoldRow): Document {
  const lines = [...row.text.matchAll(/[^\n]+/gu)].map((match, i) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: i === 0 ? ('headline' as const) : ('body' as const),
    reason: 'gold text',
    postedAt: null,
  }))
  return {
    id: row.id,
    captureId: row.id,
    sourceId: row.id,
    title: null,
    outlet: null,
    byline: null,
    url: null,
    language: 'en',
    publishedAt: null,
    publishedFrom: 'none',
    modifiedAt: null,
    text: row.text,
    lines,
    sourceMap: [],
  }
}

interface Spans {
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** A frame and a label are of one attribution when their cues overlap, or their cues stand close and their contents overlap. */
function isSame(frame: AttributionFrame, gold: Spans): boolean {
  if (frame.cue !== null && overlaps([frame.cue], gold.cue)) return true
  const cue = frame.cue ?? frame.source
  if (cue === null || gold.cue.length === 0) return false
  const isNear = gold.cue.some((span) => Math.abs(span.start - cue.start) < 30)
  return isNear && overlapF1(frame.content, gold.content) > 0.5
}

function spansOf(elements: readonly GoldElement[] | undefined): Span[] {
  return (elements ?? []).flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })))
}

function overlaps(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end))
}

function overlapF1(a: readonly Span[], b: readonly Span[]): number {
  const shared = a.reduce(
    (sum, one) =>
      sum +
      b.reduce((part, other) => part + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)), 0),
    0,
  )
  const total = length(a) + length(b)
  return total === 0 ? 0 : (2 * shared) / total
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function quote(row: GoldRow, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => row.text.slice(start, end)).join(' … ')
}

function around(row: GoldRow, frame: AttributionFrame): string {
  const at = frame.cue?.start ?? 0
  return row.text.slice(Math.max(0, at - 110), at + 110).replaceAll('\n', ' ')
}
