import { hash } from 'node:crypto'

import type { Capture, GivenMetadata, InputFormat } from '../model/capture.ts'

/** Hashes the bytes before anything else is done with them. */
export function captureBytes(
  bytes: Uint8Array,
  format: InputFormat,
  given: GivenMetadata,
  charset: string | null = null,
): Capture {
  return { bytes, sha256: hash('sha256', bytes, 'hex'), format, charset, given }
}
