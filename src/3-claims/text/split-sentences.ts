import { ABBREVIATIONS } from '../../../data/words/abbreviations.ts'
import type { Document, Line } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from './sentence.ts'
import { tokenize } from './tokenize.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const LAST_WORD = /([\p{L}.]+)\.\s*$/u
const INITIAL = /(?:^|[\s(“"'‘])\p{Lu}\.\s*$/u
const STARTS_LOWER = /^\s*["'”’)\]]*\s*[\p{Ll},;]/u
const ENDS_INSIDE_QUOTE = /[!?]["”’']*\s*$/u
/** "…about it.Novak was…": a stop with no space before a capital that starts a word. Not "U.S.-led", not "example.com". */
const GLUED = /(?<=[\p{Ll}\p{N})”"’][.!?]["”’]?)(?=["“‘]?\p{Lu}\p{Ll}*[\s’'-])/gu
/** "…were hurt. 4 people…": a stop before a sentence that begins with a numeral, which the segmenter does not cut. */
const BEFORE_NUMERAL = /(?<=\p{Ll}{2}[.!?]["”’]?\s)(?=\d[\d,.]*\s+\p{Ll})/gu
/** Line breaks inside a hard-wrapped line end no sentence. */
const LINE_BREAK = /[\r\n]/gu
/** Longer stretches are handed to the segmenter in parts: its cost grows faster than their length. */
const MAX_LINE_UNITS = 20_000
/** No sentence of prose is longer; a longer one is cut, so that no step's cost can grow with its square. */
const MAX_SENTENCE_UNITS = 3000
/** How far before the limit a cut may fall to find a better place. */
const CUT_WINDOW = 500

/**
 * Cuts the lines of the document that `reads` lets through into sentences: Intl.Segmenter, then merges over abbreviations, initials and
 * quotations that go on in lower case, then cuts where a lost space glued two sentences together.
 *
 * @returns sentences in reading order; spans count in `document.text` (UTF-16, half-open)
 */
export function splitSentences(document: Document, reads: (line: Line) => boolean = () => true): Sentence[] {
  const sentences: Sentence[] = []
  document.lines.forEach((line, lineIndex) => {
    if (!reads(line)) return
    const text = document.text.slice(line.start, line.end)
    for (const span of splitLine(text)) {
      const sentence = text.slice(span.start, span.end)
      const start = line.start + span.start
      sentences.push({
        start,
        end: line.start + span.end,
        index: sentences.length,
        line: lineIndex,
        role: line.role,
        text: sentence,
        tokens: tokenize(sentence, start),
        isUpperCase: !/\p{Ll}{2}/u.test(sentence) && /\p{Lu}/u.test(sentence),
        postedAt: line.postedAt,
      })
    }
  })
  return sentences
}

/** Sentence spans of one line, trimmed of white space, in order. */
export function splitLine(text: string): Span[] {
  const merged: Span[] = []
  for (const piece of pieces(text)) {
    const last = merged.at(-1)
    if (last !== undefined && joins(text.slice(last.start, last.end), text.slice(piece.start, piece.end))) {
      merged[merged.length - 1] = { start: last.start, end: piece.end }
    } else merged.push(piece)
  }
  return merged
    .flatMap((span) => cutGlued(text, span))
    .flatMap((span) => cutLong(text, span, MAX_SENTENCE_UNITS))
    .flatMap((span) => trim(text, span))
}

function pieces(text: string): Span[] {
  if (text.length <= MAX_LINE_UNITS) {
    return Array.from(segmenter.segment(text.replace(LINE_BREAK, ' ')), ({ index, segment }) => ({
      start: index,
      end: index + segment.length,
    }))
  }
  return cutLong(text, { start: 0, end: text.length }, MAX_LINE_UNITS).flatMap((part) =>
    pieces(text.slice(part.start, part.end)).map((s) => ({ start: s.start + part.start, end: s.end + part.start })),
  )
}

/** Parts of at most `max` units, cut behind a stop, a comma or a blank where one stands near, never inside a number. */
function cutLong(text: string, span: Span, max: number): Span[] {
  const parts: Span[] = []
  let start = span.start
  while (span.end - start > max) {
    const end = start + cutIn(text.slice(start, start + max))
    parts.push({ start, end })
    start = end
  }
  parts.push({ start, end: span.end })
  return parts
}

function cutIn(stretch: string): number {
  const from = stretch.length - CUT_WINDOW
  const near = stretch.slice(from)
  for (const mark of ['. ', '; ', ', ', ' and ', ' ']) {
    const at = near.lastIndexOf(mark)
    if (at !== -1) return from + at + (mark === ' and ' ? 1 : mark.length)
  }
  const inNumber = /[\d.,]+$/u.exec(near)
  if (inNumber !== null && inNumber.index > 0) return from + inNumber.index
  return /[\ud800-\udbff]$/.test(near) ? stretch.length - 1 : stretch.length
}

/** Whether a cut between the two pieces was wrong. */
function joins(before: string, after: string): boolean {
  const tail = before.length > 80 ? before.slice(-80) : before
  if (STARTS_LOWER.test(after)) return true
  if (ENDS_INSIDE_QUOTE.test(tail)) return false
  if (INITIAL.test(tail)) return true
  const word = LAST_WORD.exec(tail)?.[1]?.toLowerCase()
  return word !== undefined && ABBREVIATIONS.has(word) && !/^\s*["“]/u.test(after)
}

function cutGlued(text: string, span: Span): Span[] {
  const piece = text.slice(span.start, span.end)
  const cuts = [...piece.matchAll(GLUED), ...piece.matchAll(BEFORE_NUMERAL)]
    .map((match) => match.index)
    .sort((a, b) => a - b)
    .filter((cut) => !joins(piece.slice(0, cut), piece.slice(cut)))
  const edges = [0, ...cuts, piece.length]
  return edges.slice(1).map((edge, i) => ({ start: span.start + (edges[i] ?? 0), end: span.start + edge }))
}

function trim(text: string, span: Span): Span[] {
  const piece = text.slice(span.start, span.end)
  const start = span.start + (piece.length - piece.trimStart().length)
  const end = span.end - (piece.length - piece.trimEnd().length)
  return start < end ? [{ start, end }] : []
}
