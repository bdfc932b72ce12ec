import { type ExportCapture, type ExportSet, policiesOf } from '../../src/exports/export-set.ts'
import { NO_FILTER } from '../../src/exports/match-filter.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import { marketIncident, marketRecord } from './market-incident.ts'

/** Everything unreviewed at the public level, over records that rest on the documents of the market incident. */
export function exportSetOf(records: readonly IncidentRecord[]): ExportSet {
  const captures = new Map(
    marketIncident().documents.map(({ captureId, receivedAt, reading: { document } }): [string, ExportCapture] => [
      captureId,
      {
        digest: `sha256:bytes-of-${document.sourceId ?? ''}`,
        receivedAt,
        language: document.language,
        text: document.text,
      },
    ]),
  )
  const provenance = { codebook: '1', extractor: 'rules 1', languages: ['en'], asOf: '2030-07-01T00:00:00Z' }
  return {
    records,
    captures,
    decisions: [],
    level: 'public',
    withUnreviewed: true,
    filter: NO_FILTER,
    provenance: { ...provenance, policies: policiesOf(records) },
  }
}

export function marketSet(): ExportSet {
  return exportSetOf([marketRecord()])
}

/** Rows of a CSV as objects, read by a reader of its own (RFC 4180). */
export function readCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < csv.length; i++) {
    const sign = csv.charAt(i)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (csv.charAt(i + 1) === '"') cell += csv.charAt(++i)
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',' || sign === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\r') {
        i++
        rows.push([])
      }
    } else cell += sign
  }
  const [columns = [], ...body] = rows.filter((row) => row.length > 0)
  return body.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])))
}
