import { CELL_BREAK, type PdfLine } from './lay-out-lines.ts'

/** Type sizes that differ by more than this part belong to different paragraphs (a heading and its text). */
const SIZE_CHANGE = 0.15
/** A line distance this many times the usual one parts paragraphs. */
const WIDE_GAP = 1.35
/** Where no usual distance is known: this many type sizes part paragraphs. */
const WIDE_GAP_IN_SIZES = 1.8
/** An indent of the first line, in type sizes. */
const MIN_INDENT = 0.8
const MAX_INDENT = 6
/** A line that ends this part of the column's width early is a last line, if it ends a sentence. */
const SHORT_LINE = 0.2
/** A line that ends this part of the column's width early and ends no sentence is a heading or a row, if what follows begins anew. */
const HEADING_LINE = 0.45
/** Ends of a line that say that it goes on. */
const GOES_ON = /[-\u2010\u00AD,(–—]$/u
const ENDS_SENTENCE = /[.!?…:;][)\]"'”’»]*$/u
const LIST_MARK = /^(?:[•▪●◦‣*–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)/u
/** A hyphen at the end of a line, the part of the word before it, and whatever stands before that. */
const BROKEN_WORD = /(?<before>.?)(?<part>\p{L}+)[-\u2010\u00AD]$/u
/** How much of the end of a text tells whether it goes on. */
const TAIL_CHARS = 80
/** First parts of words that keep their hyphen. */
const KEEPS_HYPHEN: ReadonlySet<string> = new Set(
  'non anti pro ex self cross half high low long short well semi quasi pan all mid inter multi co pre post vice so north south east west air ground door twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
)

/** Running heads and page numbers: on how many pages, and on which part of all, a line must stand. */
const MIN_REPEATS = 3
const REPEATED_PART = 0.5
const PAGE_NUMBER = /^\W{0,3}(?:page |seite |p\. ?)?\d{1,4}(?: ?(?:\/|of|von) ?\d{1,4})?\W{0,3}$/iu

export interface JoinedText {
  readonly text: string
  /** Running heads and page numbers left out. */
  readonly runningLines: number
}

/**
 * Joins the lines of a document's pages into paragraphs, with a blank line between them: lines of one paragraph are joined by a
 * blank, words broken at a line's end are put together again, sentences go on over columns and pages. Page numbers and heads
 * that stand on most pages are left out and counted.
 */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): JoinedText {
  const running = findRunning(pages)
  const paragraphs: string[] = []
  let runningLines = 0
  for (const page of pages) {
    const lines = page.filter((line, i) => {
      const isRunning = (i < 2 || i >= page.length - 2) && running.has(patternOf(line.text))
      const isNumber = pages.length > 1 && (i === 0 || i === page.length - 1) && PAGE_NUMBER.test(line.text)
      runningLines += isRunning || isNumber ? 1 : 0
      return !isRunning && !isNumber
    })
    const usualGap = findUsualGap(lines)
    lines.forEach((line, i) => {
      const before = lines[i - 1]
      const last = paragraphs.at(-1)
      const goesOn =
        last !== undefined &&
        (before === undefined ? goesOnElsewhere(last, line) : !startsParagraph(before, line, lines, usualGap))
      if (goesOn) paragraphs[paragraphs.length - 1] = appendLine(last, line.text)
      else paragraphs.push(line.text)
    })
  }
  return { text: paragraphs.join('\n\n'), runningLines }
}

function startsParagraph(before: PdfLine, line: PdfLine, lines: readonly PdfLine[], usualGap: number | null): boolean {
  const size = Math.max(before.height, line.height)
  if (Math.abs(before.height - line.height) > SIZE_CHANGE * size) return true
  const gap = before.y - line.y
  // Upwards or on the same height: the next column.
  if (gap < SIZE_CHANGE * size) return !goesOnElsewhere(before.text, line)
  if (gap > (usualGap === null ? WIDE_GAP_IN_SIZES * size : WIDE_GAP * usualGap)) return true
  // Rows of a table stay apart.
  if (before.text.includes(CELL_BREAK) || line.text.includes(CELL_BREAK)) return true
  const isSentenceEnd = ENDS_SENTENCE.test(before.text.slice(-TAIL_CHARS))
  if (LIST_MARK.test(line.text) && (isSentenceEnd || !/^\W?\d/u.test(line.text))) return true
  const indent = line.left - before.left
  if (indent > MIN_INDENT * size && indent < MAX_INDENT * size && !LIST_MARK.test(before.text)) return true
  const column = lines.filter(({ left }) => Math.abs(left - before.left) < MAX_INDENT * size)
  const left = Math.min(...column.map((one) => one.left))
  const right = Math.max(...column.map((one) => one.right))
  const missing = (right - before.right) / Math.max(1, right - left)
  return isSentenceEnd
    ? missing > SHORT_LINE
    : missing > HEADING_LINE && !GOES_ON.test(before.text) && /^[\p{Lu}\d]/u.test(line.text)
}

/** Whether a sentence goes on at the top of another column or page. */
function goesOnElsewhere(text: string, line: PdfLine): boolean {
  return !ENDS_SENTENCE.test(text.slice(-TAIL_CHARS)) && /^[\p{Ll}\d(]/u.test(line.text)
}

function appendLine(text: string, line: string): string {
  const broken = BROKEN_WORD.exec(text.slice(-TAIL_CHARS))
  const { before = '', part = '' } = broken?.groups ?? {}
  if (broken === null || !/^\p{L}/u.test(line))
    return /[\p{L}\p{N}][-\u2010]$/u.test(text) ? text + line : `${text} ${line}`
  const isSoft = text.endsWith('\u00AD')
  // "two-year-" and "12-year-" are compounds, as are "Al-" and "non-"; "in-jured" is one word broken in two.
  const isCompound = /[-\u2010\d]/u.test(before) || KEEPS_HYPHEN.has(part.toLowerCase()) || !/^\p{Ll}/u.test(line)
  return (isCompound && !isSoft ? text : text.slice(0, -1)) + line
}

/** The distance from line to line that most of a page has; null when no two lines say it. */
function findUsualGap(lines: readonly PdfLine[]): number | null {
  const gaps = lines
    .slice(1)
    .map((line, i) => ({ gap: (lines[i]?.y ?? 0) - line.y, size: line.height }))
    .filter(({ gap, size }) => gap > 0.5 * size && gap < 2.5 * size)
    .map(({ gap }) => gap)
    .toSorted((a, b) => a - b)
  // The lower quartile: many short paragraphs must not make their distance the usual one.
  return gaps.length < 3 ? null : (gaps[Math.floor(gaps.length / 4)] ?? null)
}

/** Patterns of first and last lines that stand on most pages, numbers apart. */
function findRunning(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const edges = new Set([...page.slice(0, 2), ...page.slice(-2)].map(({ text }) => patternOf(text)))
    for (const pattern of edges) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  const least = Math.max(MIN_REPEATS, pages.length * REPEATED_PART)
  return new Set([...counts].filter(([, count]) => count >= least).map(([pattern]) => pattern))
}

function patternOf(text: string): string {
  return text.replaceAll(/\d+/gu, '#')
}
