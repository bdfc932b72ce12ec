import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { readCapture } from '../../src/pipeline.ts'
import { GAZETTEER } from './read-places.ts'

/** What a test says of a text that came in. */
export interface GivenText {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly outlet?: string
  readonly published?: string
  readonly url?: string
}

/** A text read as a document, without claims. */
export function readText({ id, text, title, outlet, published, url }: GivenText): ReadDocument {
  const given = {
    sourceId: id,
    title: title ?? null,
    published: published ?? null,
    url: url ?? null,
    outlet: outlet ?? null,
  }
  const document = readDocument(captureBytes(new TextEncoder().encode(text), 'text', given))
  if ('reason' in document) throw new Error(document.message)
  const reading = { schema: 'cairn/reading@1', document, coverage: 'covered', claims: [], incidents: [] } as const
  return { captureId: id, receivedAt: '2026-01-01T00:00:00Z', reading }
}

/** A text read into claims by the whole pipeline. */
export function readReport({ id, text, title, outlet, published, url }: GivenText): ReadDocument {
  const given = {
    sourceId: id,
    title: title ?? null,
    published: published ?? null,
    url: url ?? null,
    outlet: outlet ?? null,
  }
  const reading = readCapture(captureBytes(new TextEncoder().encode(text), 'text', given), GAZETTEER)
  if ('reason' in reading) throw new Error(reading.message)
  return { captureId: id, receivedAt: '2026-01-01T00:00:00Z', reading }
}
