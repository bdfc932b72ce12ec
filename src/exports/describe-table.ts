import { describeProvenance, type ExportTerms } from './export-set.ts'
import type { ColumnType, Table } from './table.ts'

/** Types of XML Schema, as CSV on the Web names them. */
const DATATYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'double',
  day: 'date',
  instant: 'dateTimeStamp',
  list: 'string',
}

/** What `describeTable` needs of a table. */
export type DescribedTable = Pick<Table, 'columns'>

/**
 * The metadata of a CSV file as W3C's CSV on the Web has them (Metadata Vocabulary for Tabular Data, 2015): what each column
 * holds, and the export's provenance. The file lies beside the CSV under its name and "-metadata.json", where that standard
 * looks for it.
 *
 * @param file  name of the CSV file
 * @param skipRows  rows between the header and the data
 */
export function describeTable(table: DescribedTable, terms: ExportTerms, file: string, skipRows = 0): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:description': describeProvenance(terms),
    dialect: { header: true, headerRowCount: 1 + skipRows, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map(({ name, type, about }) => ({
        titles: name,
        name,
        datatype: DATATYPES[type],
        ...(type === 'list' ? { separator: ' ' } : {}),
        'dc:description': about,
      })),
    },
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}
