import { exportAcled } from './export-acled.ts'
import type { ExportEncoder, ExportPlan } from './export-encoder.ts'
import { encodeGeoJson } from './export-geojson.ts'
import { exportHxl, HXL_TAGS } from './export-hxl.ts'
import { encodeJsonLd } from './export-jsonld.ts'
import { describeProvenance, type ExportSet, selectRecords } from './export-set.ts'
import { memorySpool } from './spool.ts'
import { exportUcdp } from './export-ucdp.ts'
import { describeTable } from './describe-table.ts'
import type { Table } from './table.ts'
import { tabulateClaims } from './tabulate-claims.ts'
import { tabulateFigures } from './tabulate-figures.ts'
import { tabulateIncidents } from './tabulate-incidents.ts'
import { writeCsv, writeCsvRows } from './write-csv.ts'
import { ParquetFile } from './write-parquet.ts'

/** Formats that are computed from the record alone. */
export const RECORD_FORMATS = [
  'csv-incidents',
  'csv-figures',
  'csv-claims',
  'geojson',
  'jsonld',
  'hxl',
  'acled',
  'ucdp',
  'parquet',
] as const
export type RecordFormat = (typeof RECORD_FORMATS)[number]

/** One file of an export. */
export interface ExportFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What is to be known of it, to be written beside it under its name and "-metadata.json"; takes the file's name; null where it says all itself. */
  readonly metadata: ((file: string) => Uint8Array) | null
}

const encode = (text: string): Uint8Array => Buffer.from(text)

/** What writes the files of a format, the main one first. The same incidents give the same bytes. */
export function startEncoders(plan: ExportPlan, format: RecordFormat): readonly ExportEncoder[] {
  switch (format) {
    case 'csv-incidents':
      return [encodeCsv('incidents.csv', tabulateIncidents, plan)]
    case 'csv-figures':
      return [encodeCsv('figures.csv', tabulateFigures, plan)]
    case 'csv-claims':
      return [encodeCsv('claims.csv', tabulateClaims, plan)]
    case 'geojson':
      return [encodeGeoJson(plan)]
    case 'jsonld':
      return [encodeJsonLd(plan)]
    case 'hxl':
      return [encodeCsv('hxl.csv', exportHxl, plan, HXL_TAGS)]
    case 'acled':
      return [encodeCsv('acled.csv', exportAcled, plan)]
    case 'ucdp':
      return [encodeCsv('ucdp-ged.csv', exportUcdp, plan)]
    case 'parquet':
      return [tabulateIncidents, tabulateFigures, tabulateClaims].map((tabulate) => encodeParquet(tabulate, plan))
  }
}

type Tabulate = (set: ExportSet) => Table

const NOTHING = { records: [], captures: new Map() } as const

function encodeCsv(
  name: string,
  tabulate: Tabulate,
  { terms }: ExportPlan,
  belowHeader: readonly string[] | null = null,
): ExportEncoder {
  const table = tabulate({ ...terms, ...NOTHING })
  return {
    name,
    metadata: (file) => encode(describeTable(table, terms, file, belowHeader === null ? 0 : 1)),
    start: () => writeCsv(table, belowHeader),
    add: ({ record, captures }) => writeCsvRows(tabulate({ ...terms, records: [record], captures }).rows),
    end: () => [],
  }
}

function encodeParquet(tabulate: Tabulate, { terms }: ExportPlan): ExportEncoder {
  const { name, columns } = tabulate({ ...terms, ...NOTHING })
  const file = new ParquetFile(columns, [{ key: 'cairn', value: JSON.stringify(describeProvenance(terms)) }], 'cairn')
  return {
    name: `${name}.parquet`,
    metadata: null,
    start: () => '',
    add: ({ record, captures }) => file.add(tabulate({ ...terms, records: [record], captures }).rows),
    end: () => [file.end()],
  }
}

/** The files of a format in memory: of as much as fits. */
export function exportFiles(set: ExportSet, format: RecordFormat): readonly ExportFile[] {
  const { records: _records, captures, ...terms } = set
  const records = selectRecords(set)
  const plan = { terms, incidents: records.map(({ incident }) => incident.id), openSpool: memorySpool }
  return startEncoders(plan, format).map((encoder) => {
    const { name, metadata } = encoder
    const pieces = [encoder.start(), ...records.map((record) => encoder.add({ record, captures })), ...encoder.end()]
    return { name, bytes: Buffer.concat(pieces.map((piece) => Buffer.from(piece))), metadata }
  })
}
