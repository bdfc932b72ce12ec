import { captureBytes } from '../src/1-capture/capture-bytes.ts'
import type { Gazetteer } from '../src/model/gazetteer.ts'
import type { Reading } from '../src/model/reading.ts'
import { readCapture } from '../src/pipeline.ts'

/** The fields every gold set shares. */
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly title?: string | null
  readonly published?: string | null
}

/** Reads a gold document through the whole pipeline; null when it cannot be read. */
export function readGold(document: GoldDocument, gazetteer: Gazetteer): Reading | null {
  const given = {
    sourceId: document.id,
    title: document.title ?? null,
    published: document.published ?? null,
    url: null,
    outlet: null,
  }
  const result = readCapture(captureBytes(new TextEncoder().encode(document.text), 'text', given), gazetteer)
  return 'reason' in result ? null : result
}
