import type { Cell, Table } from './table.ts'

/** Text that a spreadsheet would run: it starts, perhaps after blanks, with a sign of a formula. */
const RUNS = /^[\s\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u

/** What `writeCsv` needs of a table. */
export interface CsvTable {
  readonly columns: readonly Pick<Table['columns'][number], 'name'>[]
  readonly rows: Table['rows']
}

/**
 * A table as CSV (RFC 4180, lines end in CRLF): the names of the columns, then the rows, and nothing before them, since most
 * readers take a line of comment for the header.
 *
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers are written as they are.
 *
 * @param belowHeader  a row between header and rows, written as it is (HXL's hashtags)
 */
export function writeCsv({ columns, rows }: CsvTable, belowHeader: readonly string[] | null = null): string {
  const header = columns.map(({ name }) => writeCell(name)).join(',')
  const head = [header, ...(belowHeader === null ? [] : [belowHeader.join(',')]), ''].join('\r\n')
  return head + writeCsvRows(rows)
}

/** Rows as they stand in such a file. */
export function writeCsvRows(rows: Table['rows']): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = typeof cell === 'string' ? cell : cell.join(' ')
  const safe = RUNS.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
