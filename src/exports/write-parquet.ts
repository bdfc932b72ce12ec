import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

import type { Cell, ColumnType, Table } from './table.ts'

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema']

/** Schema elements of a column, as Parquet asks for them; whole numbers fit 32 bits or are counts of time. */
function schemaOf(name: string, type: ColumnType): Schema {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  switch (type) {
    case 'text':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }]
    case 'integer':
      return [{ ...optional, type: 'INT64' }]
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }]
    case 'day':
      return [{ ...optional, type: 'INT32', converted_type: 'DATE' }]
    case 'instant':
      return [{ ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }]
    case 'list':
      return [
        { ...optional, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ]
  }
}

function valueOf(cell: Cell, type: ColumnType): unknown {
  if (cell === null) return null
  if (type === 'integer') return BigInt(Math.trunc(Number(cell)))
  if (type === 'day' || type === 'instant') return new Date(String(cell))
  if (type === 'list') return typeof cell === 'object' ? [...cell] : [String(cell)]
  return cell
}

/** Name and value of a statement about the file, in its key-value metadata. */
export interface FileNote {
  readonly key: string
  readonly value: string
}

/** Rows of the first group, so that a small file is read at once, and of those after it: so many are held until they are written. */
const GROUP_ROWS = [1000, 10_000] as const

/** Writes a Parquet file with typed columns, a group of rows at a time; nothing is null that has no value. The same rows give the same bytes. */
export class ParquetFile {
  readonly #columns: Table['columns']
  readonly #bytes = new ByteWriter()
  readonly #writer: ParquetWriter
  #rows: (readonly Cell[])[] = []
  #group: number = GROUP_ROWS[0]

  constructor(columns: Table['columns'], notes: readonly FileNote[], createdBy: string) {
    this.#columns = columns
    const schema: Schema = [{ name: 'root', num_children: columns.length }]
    for (const { name, type } of columns) schema.push(...schemaOf(name, type))
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, kvMetadata: [...notes], createdBy })
  }

  /** @returns what of the file can be written now */
  add(rows: Table['rows']): Uint8Array {
    for (const row of rows) if (this.#rows.push(row) === this.#group) this.#writeGroup()
    return this.#take()
  }

  end(): Uint8Array {
    if (this.#rows.length > 0) this.#writeGroup()
    void this.#writer.finish()
    return this.#take()
  }

  #writeGroup(): void {
    const columnData = this.#columns.map(({ name, type }, at) => ({
      name,
      data: this.#rows.map((row) => valueOf(row[at] ?? null, type)),
    }))
    void this.#writer.write({ columnData, rowGroupSize: this.#rows.length })
    this.#rows = []
    this.#group = GROUP_ROWS[1]
  }

  #take(): Uint8Array {
    const bytes = Uint8Array.from(this.#bytes.getBytes())
    // The writer goes on counting the file's bytes, and its buffer begins anew.
    this.#bytes.index = 0
    return bytes
  }
}
