import { exportAcled } from './export-acled.ts'
import { exportGeoJson } from './export-geojson.ts'
import { exportHxl, HXL_TAGS } from './export-hxl.ts'
import { exportJsonLd } from './export-jsonld.ts'
import { describeProvenance, type ExportSet } from './export-set.ts'
import { exportUcdp } from './export-ucdp.ts'
import { describeTable } from './describe-table.ts'
import type { Table } from './table.ts'
import { tabulateClaims } from './tabulate-claims.ts'
import { tabulateFigures } from './tabulate-figures.ts'
import { tabulateIncidents } from './tabulate-incidents.ts'
import { writeCsv } from './write-csv.ts'
import { writeParquet } from './write-parquet.ts'

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

/** The files of a format: the main one first. The same set gives the same bytes. */
export function exportFiles(set: ExportSet, format: RecordFormat): readonly ExportFile[] {
  const csv = (name: string, table: Table, belowHeader: readonly string[] | null = null): ExportFile[] => [
    {
      name,
      bytes: encode(writeCsv(table, belowHeader)),
      metadata: (file) => encode(describeTable(table, set, file, belowHeader === null ? 0 : 1)),
    },
  ]
  const text = (name: string, content: string): ExportFile[] => [{ name, bytes: encode(content), metadata: null }]
  switch (format) {
    case 'csv-incidents':
      return csv('incidents.csv', tabulateIncidents(set))
    case 'csv-figures':
      return csv('figures.csv', tabulateFigures(set))
    case 'csv-claims':
      return csv('claims.csv', tabulateClaims(set))
    case 'geojson':
      return text('incidents.geojson', exportGeoJson(set))
    case 'jsonld':
      return text('record.jsonld', exportJsonLd(set))
    case 'hxl':
      return csv('hxl.csv', exportHxl(set), HXL_TAGS)
    case 'acled':
      return csv('acled.csv', exportAcled(set))
    case 'ucdp':
      return csv('ucdp-ged.csv', exportUcdp(set))
    case 'parquet':
      return [tabulateIncidents(set), tabulateFigures(set), tabulateClaims(set)].map((table) => ({
        name: `${table.name}.parquet`,
        bytes: writeParquet(table, [{ key: 'cairn', value: JSON.stringify(describeProvenance(set)) }], 'cairn'),
        metadata: null,
      }))
  }
}
