import { ABBREVIATIONS } from '../../../data/words/abbreviations.ts'
import type { Document, Line } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { isCapitalLetter, isDigit } from './ascii.ts'
import { findBoundaries, MAX_LINE_UNITS } from './find-boundaries.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

const LAST_WORD = /([\p{L}.]+)\.\s*$/u
const INITIAL = /(?:^|[\s(“"'‘])\p{Lu}\.\s*$/u
const STARTS_LOWER = /^\s*["'”’)\]]*\s*[\p{Ll},;]/u
const ENDS_INSIDE_QUOTE = /[!?]["”’']*\s*$/u
/** "…about it.Novak was…": a stop with no space before a capital that starts a word. Not "U.S.-led", not "example.com". */
const GLUED = /(?<=[\p{Ll}\p{N})”"’][.!?]["”’]?)(?=["“‘]?\p{Lu}\p{Ll}*[\s’'-])/gu
/** "…were hurt. 4 people…": a stop before a sentence that begins with a numeral, which the segmenter does not cut. */
const BEFORE_NUMERAL = /(?<=\p{Ll}{2}[.!?]["”’]?\s)(?=\d[\d,.]*\s+\p{Ll})/gu
/** What both of them need: a stop with more behind it than a blank and a word. */
const MAY_BE_CUT = /[.!?](?:["”’]?\s\d|["”’]?["“‘]?\p{Lu})/u
/** No sentence of prose is longer; a longer one is cut, so that no step's cost can grow with its square. */
const MAX_SENTENCE_UNITS = 3000
/** How far before the limit a cut may fall to find a better place. */
const CUT_WINDOW = 500
/** How far before a stop is looked for what it ends. */
const TAIL_UNITS = 80

/**
 * Cuts the lines of the document that `reads` lets through into sentences: Unicode's boundaries, then merges over abbreviations, initials and
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
      const isUpperCase = !/\p{Ll}{2}/u.test(sentence) && /\p{Lu}/u.test(sentence)
      const tokens = tokenize(sentence, start)
      if (!isUpperCase && sentence.includes('WHO')) nameHealthBody(tokens)
      sentences.push({
        start,
        end: line.start + span.end,
        index: sentences.length,
        line: lineIndex,
        role: line.role,
        text: sentence,
        tokens,
        isUpperCase,
        postedAt: line.postedAt,
      })
    }
  })
  return sentences
}

/** "The WHO said": the World Health Organization is no relative pronoun, so its small form is not "who". */
function nameHealthBody(tokens: Token[]): void {
  tokens.forEach((token, i) => {
    if (token.text !== 'WHO') return
    const { kind, start, end, text } = token
    tokens[i] = { kind, start, end, text, lower: 'w.h.o', spelling: 0 }
  })
}

/** Sentence spans of one line, trimmed of white space, in order. */
export function splitLine(text: string): Span[] {
  const sentences: Span[] = []
  for (const merged of mergePieces(text))
    for (const glued of cutGlued(text, merged))
      for (const span of cutLong(text, glued, MAX_SENTENCE_UNITS)) {
        const trimmed = trim(text, span)
        if (trimmed !== null) sentences.push(trimmed)
      }
  return sentences
}

/** The stretches between boundaries, joined where one is no end of a sentence. */
function mergePieces(text: string): Span[] {
  const merged: Span[] = []
  for (const part of cutLong(text, { start: 0, end: text.length }, MAX_LINE_UNITS)) {
    let start = part.start
    for (const end of findBoundaries(text.slice(part.start, part.end))) {
      const piece = { start, end: part.start + end }
      const last = merged.at(-1)
      if (last !== undefined && joins(text.slice(last.start, last.end), text.slice(piece.start, piece.end)))
        merged[merged.length - 1] = { start: last.start, end: piece.end }
      else merged.push(piece)
      start = piece.end
    }
  }
  return merged
}

/** Parts of at most `max` units, cut behind a stop, a comma or a blank where one stands near, never inside a number. */
function cutLong(text: string, span: Span, max: number): Span[] {
  if (span.end - span.start <= max) return [span]
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
  const first = after.charCodeAt(0)
  if (!isCapitalLetter(first) && !isDigit(first) && STARTS_LOWER.test(after)) return true
  const tail = lastWord(before)
  if (ENDS_INSIDE_QUOTE.test(tail)) return false
  if (INITIAL.test(tail)) return true
  const word = LAST_WORD.exec(tail)?.[1]?.toLowerCase()
  return word !== undefined && ABBREVIATIONS.has(word) && !/^\s*["“]/u.test(after)
}

/** The last word with the blank before it and all behind it, at most so long. */
function lastWord(text: string): string {
  const tail = text.slice(-TAIL_UNITS)
  const blank = tail.lastIndexOf(' ', tail.trimEnd().length - 1)
  return blank > 0 ? tail.slice(blank) : tail
}

function cutGlued(text: string, span: Span): Span[] {
  const piece = text.slice(span.start, span.end)
  if (!MAY_BE_CUT.test(piece)) return [span]
  const cuts = [...piece.matchAll(GLUED), ...piece.matchAll(BEFORE_NUMERAL)]
    .map((match) => match.index)
    .sort((a, b) => a - b)
    .filter((cut) => !joins(piece.slice(0, cut), piece.slice(cut)))
  const edges = [0, ...cuts, piece.length]
  return edges.slice(1).map((edge, i) => ({ start: span.start + (edges[i] ?? 0), end: span.start + edge }))
}

/** The span without white space at its ends; null when it holds nothing else. */
function trim(text: string, span: Span): Span | null {
  const piece = text.slice(span.start, span.end)
  const start = span.start + (piece.length - piece.trimStart().length)
  const end = span.end - (piece.length - piece.trimEnd().length)
  return start < end ? { start, end } : null
}
