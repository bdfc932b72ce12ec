/** What stands in a column: `list` holds several texts, in CSV parted by blanks. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day' | 'instant' | 'list'

/** A cell: text, a number, several texts, or nothing (the source is silent). */
export type Cell = string | number | readonly string[] | null

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** What it says, for who finds the file without the codebook. */
  readonly about: string
}

/** A table that can be written as CSV, with its metadata beside it, or as Parquet. */
export interface Table {
  /** What one row is, in the plural: also the name of its file. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Columns from a short notation, one a line: name, type and meaning. */
export function columnsOf(lines: readonly (readonly [name: string, type: ColumnType, about: string])[]): Column[] {
  return lines.map(([name, type, about]) => ({ name, type, about }))
}
