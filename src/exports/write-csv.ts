/** A cell: text, a number, or nothing. */
export type Cell = string | number | null

/** A table with the columns that its format asks for. */
export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Text that a spreadsheet would run: it starts, perhaps after blanks, with a sign of a formula. */
const RUNS = /^[\s\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u

/**
 * A table as CSV (RFC 4180, lines end in CRLF).
 *
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers are written as they are.
 *
 * @param header lines about the file, written first, each after "# "; readers that know no comments get none
 */
export function writeCsv({ columns, rows }: CsvTable, header: readonly string[]): string {
  const comments = header.map((line) => `# ${line.replace(/[\r\n]+/gu, ' ')}`)
  const lines = [columns.map(writeCell).join(','), ...rows.map((row) => row.map(writeCell).join(','))]
  return [...comments, ...lines, ''].join('\r\n')
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = RUNS.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
