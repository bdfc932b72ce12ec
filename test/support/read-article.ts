import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { loadGazetteer } from '../../src/adapters/gazetteer/load-gazetteer.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { readCapture } from '../../src/pipeline.ts'

export interface Article {
  readonly outlet: string
  readonly published: string
  readonly title: string
  readonly text: string
}

/** An article read through the whole pipeline, received at a fixed time (seconds after the start of 2024). */
export function readArticle({ outlet, published, title, text }: Article, second = 0): ReadDocument {
  const given = { sourceId: `${outlet} ${title}`, title, published, url: null, outlet }
  const capture = captureBytes(new TextEncoder().encode(text), 'text', given)
  const reading = readCapture(capture, loadGazetteer())
  if ('reason' in reading) throw new Error(reading.message)
  const receivedAt = new Date(Date.UTC(2024, 0, 1) + second * 1000).toISOString()
  return { captureId: `${capture.sha256.slice(0, 12)} ${outlet}`, receivedAt, reading }
}
