import { readDocument, type ReadOptions } from './2-document/read-document.ts'
import { findClaims, PRODUCER } from './3-claims/find-claims.ts'
import type { Capture } from './model/capture.ts'
import type { Unreadable } from './model/document.ts'
import type { Gazetteer } from './model/gazetteer.ts'
import type { Reading } from './model/reading.ts'

export { PRODUCER }
export type { ReadOptions }

/** From received bytes to attributed claims: the only place that joins the stages. */
export function readCapture(capture: Capture, gazetteer: Gazetteer, options: ReadOptions = {}): Reading | Unreadable {
  const document = readDocument(capture, options)
  return 'reason' in document ? document : findClaims(document, gazetteer)
}
