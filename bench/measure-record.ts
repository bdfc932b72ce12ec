import { hash } from 'node:crypto'

import { captureBytes } from '../src/1-capture/capture-bytes.ts'
import { loadGazetteer } from '../src/adapters/gazetteer/load-gazetteer.ts'
import type { ReadDocument } from '../src/model/incident.ts'
import { prepareDecisions, readCapture, recordIncident } from '../src/pipeline.ts'
import { makeCoverage } from './make-coverage.ts'

/** What the record of one incident came to. */
export interface RecordCosts {
  readonly documents: number
  readonly claims: number
  readonly origins: number
  /** CPU seconds of making the record out of readings. */
  readonly cpuSeconds: number
  /** Of the record as JSON. */
  readonly megabytes: number
}

/** Makes up so many documents of one event, reads them, and measures what their record costs. */
export function measureRecord(documents: number): RecordCosts {
  const read = readCoverage(documents)
  const reports = read.flatMap(({ captureId, reading }) =>
    reading.incidents.map(({ id }) => ({ captureId, reportId: id })),
  )
  const started = process.cpuUsage()
  const record = recordIncident(
    { id: 'inc-large', previousIds: [], reports, documents: read },
    prepareDecisions([], []),
    { policy: 'cairn' },
  )
  const { user, system } = process.cpuUsage(started)
  return {
    documents,
    claims: record.claims.length,
    origins: record.incident.origins.length,
    cpuSeconds: (user + system) / 1e6,
    megabytes: Buffer.byteLength(JSON.stringify(record)) / 1e6,
  }
}

function readCoverage(documents: number): ReadDocument[] {
  const gazetteer = loadGazetteer()
  const encoder = new TextEncoder()
  return Array.from({ length: documents }, (_, n) => makeCoverage(n, documents)).flatMap(
    ({ text, title, outlet, published, received }, n) => {
      const given = { sourceId: null, title, published, url: null, outlet }
      const reading = readCapture(captureBytes(encoder.encode(text), 'text', given), gazetteer)
      if ('reason' in reading) return []
      return [{ captureId: hash('sha256', `capture ${n}`), receivedAt: received, reading }]
    },
  )
}
