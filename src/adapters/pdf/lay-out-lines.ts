/** A run of text as the PDF places it: lengths in points, `y` upwards from the bottom of the page. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the type; 0 where the PDF does not say. */
  readonly height: number
  readonly endsLine: boolean
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
  /** Raised figures (marks of notes) that are left out of `text`: joined to it, "30" with note 2 would read "302". */
  readonly noteMarks: number
}

/** How far a run may stand above or below its line (raised and lowered figures), in parts of the type size. */
const MAX_SHIFT = 0.5
/** A gap between two runs of a line that stands for a blank, in parts of the type size. */
const BLANK_GAP = 0.2
/** A gap between two runs of a line that parts the cells of a table, in type sizes of the line; justified text has smaller ones. */
const CELL_GAP = 2
/** Stands between cells, so that the numbers of two cells never become one. */
export const CELL_BREAK = ' | '
/** A mark of a note: figures or signs in smaller type above the line, unless they raise a unit to a power. */
const NOTE_MARK = /^[\d,*†‡§¶ –-]{1,8}$/u
const MAX_MARK_SIZE = 0.8
const MIN_MARK_RISE = 0.15
const ENDS_WITH_UNIT = /(?:^|[\s\d])(?:mm|cm|km|m)$/u
const LIGATURES = /[\uFB00-\uFB06]/gu
// oxlint-disable-next-line no-control-regex -- some fonts map blanks to control characters
const NOISE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** Joins the runs of a page into its lines, in the order of the file. */
export function layOutLines(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = []
  let open: PdfRun[] = []
  const close = (): void => {
    const line = joinRuns(open)
    if (line !== null) lines.push(line)
    open = []
  }
  for (const run of runs) {
    const [first] = open
    const size = Math.max(first?.height ?? 0, run.height)
    if (first !== undefined && run.text.trim() !== '' && Math.abs(run.y - first.y) > MAX_SHIFT * size) close()
    if (run.text !== '') open.push(run)
    if (run.endsLine) close()
  }
  close()
  return lines
}

function joinRuns(runs: readonly PdfRun[]): PdfLine | null {
  const inked = runs.filter(({ text }) => text.trim() !== '')
  const [first] = inked
  if (first === undefined) return null
  // The size of a line is that of most of its text, not of a raised figure in it.
  const main = inked.reduce((widest, run) => (run.width > widest.width ? run : widest), first)
  let text = ''
  let end: number | null = null
  let noteMarks = 0
  for (const run of runs) {
    if (run.text.trim() === '') {
      // Blanks come as runs of their own; the next run's place tells how wide they are.
      text += run.text
      end ??= run.x
      continue
    }
    const gap = end === null ? 0 : run.x - end
    end = run.x + run.width
    if (isRaisedFigure(run, main)) {
      if (ENDS_WITH_UNIT.test(text.slice(-10).trimEnd())) text = text.trimEnd() + run.text.trim()
      else noteMarks++
      continue
    }
    if (gap > CELL_GAP * main.height && text.trim() !== '') text = text.trimEnd() + CELL_BREAK
    else if (gap > BLANK_GAP * run.height && !/\s$/u.test(text) && !/^\s/u.test(run.text)) text += ' '
    text += run.text
  }
  const plain = text
    .replaceAll(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replaceAll(NOISE, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (plain === '') return null
  const right = Math.max(...inked.map(({ x, width }) => x + width))
  return { text: plain, left: first.x, right, y: main.y, height: main.height, noteMarks }
}

function isRaisedFigure(run: PdfRun, main: PdfRun): boolean {
  const isSmall = run.height <= MAX_MARK_SIZE * main.height && run.y >= main.y + MIN_MARK_RISE * main.height
  return isSmall && NOTE_MARK.test(run.text.trim())
}
