import { FLATTENED_CUES, FLATTENED_TAIL_CUES } from '../../../data/words/line-cues.ts'
import type { Span } from '../../model/span.ts'

/** A text is hard-wrapped when its lines are no longer than this and most break in mid-sentence. */
const WRAP_UNITS = 100
const MIN_WRAPPED_LINES = 4
const MIN_BROKEN_SHARE = 0.5
/** A line shorter than this share of the longest ends its paragraph. */
const SHORT_SHARE = 0.6
/** Only lines longer than this can be a flattened page. */
const FLATTENED_UNITS = 400
/** Where the last part of a flattened text begins. */
const TAIL_SHARE = 0.5
const ENDS_SENTENCE = /[.!?:…]["'”’)\]]*$/u
const INDENTED = /^(?: {2,}|\t)/u

interface PhysicalLine extends Span {
  readonly raw: string
  /** Whether just one line break parts it from the line before. */
  readonly followsOn: boolean
}

/**
 * Cuts a text into its logical lines: physical lines, joined again where the text is hard-wrapped (old wire copy,
 * mail), and cut where a page was flattened into one line with its boilerplate inside.
 *
 * @returns spans in order, not overlapping, trimmed of white space; every character that is not white space is in one
 */
export function cutLines(text: string): Span[] {
  const physical = physicalLines(text)
  const lines = isHardWrapped(physical) ? unwrap(physical) : physical
  const spans: Span[] = []
  for (const line of lines)
    for (const part of cutFlattened(text, line)) {
      const trimmed = trim(text, part)
      if (trimmed !== null) spans.push(trimmed)
    }
  return spans
}

function physicalLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = []
  let gapStart = 0
  for (let start = 0; start < text.length; start++) {
    if (isLineBreak(text.charCodeAt(start))) continue
    let end = start + 1
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++
    const gap = text.slice(gapStart, start)
    const followsOn = lines.length > 0 && (gap === '\n' || gap === '\r\n' || gap === '\r')
    lines.push({ start, end, raw: text.slice(start, end).trimEnd(), followsOn })
    gapStart = end
    start = end
  }
  return lines
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

function isHardWrapped(lines: readonly PhysicalLine[]): boolean {
  const full = lines.filter(({ raw }) => raw.trim() !== '')
  if (full.length < MIN_WRAPPED_LINES || full.some(({ raw }) => raw.length > WRAP_UNITS)) return false
  const longest = full.reduce((most, { raw }) => Math.max(most, raw.length), 0)
  const long = full.filter(({ raw }) => raw.length > longest * SHORT_SHARE)
  const followed = full
    .slice(1)
    .map((line, i) => ({ broken: line.followsOn && !ENDS_SENTENCE.test(full[i]?.raw ?? '') }))
  const broken = followed.filter((line) => line.broken)
  return longest >= 50 && long.length >= full.length / 2 && broken.length >= long.length * MIN_BROKEN_SHARE
}

/** Joins the lines of each paragraph: a gap, an indent or a short last line ends it. */
function unwrap(lines: readonly PhysicalLine[]): Span[] {
  const longest = lines.reduce((most, { raw }) => Math.max(most, raw.length), 0)
  const paragraphs: Span[] = []
  let previous: PhysicalLine | null = null
  for (const line of lines) {
    if (line.raw.trim() === '') {
      previous = null
      continue
    }
    const last = paragraphs.at(-1)
    const goesOn =
      last !== undefined &&
      previous !== null &&
      line.followsOn &&
      !INDENTED.test(line.raw) &&
      !(previous.raw.length < longest * SHORT_SHARE && ENDS_SENTENCE.test(previous.raw))
    if (goesOn) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end }
    else paragraphs.push({ start: line.start, end: line.end })
    previous = line
  }
  return paragraphs
}

/** Cuts boilerplate out of a long line: share widgets anywhere, lists of links and tags at its end. */
function cutFlattened(text: string, line: Span): Span[] {
  if (line.end - line.start < FLATTENED_UNITS) return [line]
  const piece = text.slice(line.start, line.end)
  const cuts = new Set<number>()
  for (const cue of FLATTENED_CUES) {
    for (const match of piece.matchAll(cue)) {
      cuts.add(match.index)
      cuts.add(match.index + match[0].length)
    }
  }
  for (const cue of FLATTENED_TAIL_CUES) {
    for (const match of piece.matchAll(cue)) {
      if (isListOfNames(piece.slice(match.index)) || namesItsList(match[0], match.index, piece.length)) {
        cuts.add(match.index)
      }
    }
  }
  const edges = [0, ...[...cuts].filter((cut) => cut > 0 && cut < piece.length).sort((a, b) => a - b), piece.length]
  return edges.slice(1).map((edge, i) => ({ start: line.start + (edges[i] ?? 0), end: line.start + edge }))
}

/** Whether a stretch reads as headlines or tags set one after another: hardly any sentence ends, many capitals. */
function isListOfNames(stretch: string): boolean {
  const words = stretch.split(/\s+/u)
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}"“‘'(]/u.test(word)).length
  const ends = (stretch.match(/[\p{Ll})]{2}[.!?]["”’)]?(?=\s+\p{Lu})/gu) ?? []).length
  return capitals >= words.length * 0.5 && ends <= words.length / 40
}

/** "Related News" and its like name what follows; in the last part of a text they need no capitals behind them. */
function namesItsList(cue: string, at: number, length: number): boolean {
  return /\s(?:News|Stories|Articles|Topics|of Interest|and agencies)$|by$/u.test(cue) && at > length * TAIL_SHARE
}

/** The span without white space at its ends; null when it holds nothing else. */
function trim(text: string, span: Span): Span | null {
  const piece = text.slice(span.start, span.end)
  const start = span.start + (piece.length - piece.trimStart().length)
  const end = span.end - (piece.length - piece.trimEnd().length)
  return start < end ? { start, end } : null
}
