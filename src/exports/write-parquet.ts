import { parquetWriteBuffer } from 'hyparquet-writer'

import type { Cell, ColumnType, Table } from './table.ts'

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>

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

/** A table as a Parquet file with typed columns; nothing is null that has no value. The same table gives the same bytes. */
export function writeParquet({ columns, rows }: Table, notes: readonly FileNote[], createdBy: string): Uint8Array {
  const schema: Schema = [{ name: 'root', num_children: columns.length }]
  for (const { name, type } of columns) schema.push(...schemaOf(name, type))
  const columnData = columns.map(({ name, type }, at) => ({
    name,
    data: rows.map((row) => valueOf(row[at] ?? null, type)),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, kvMetadata: [...notes], createdBy }))
}
