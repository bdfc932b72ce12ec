import { createHash } from 'node:crypto'

import type { Capture, GivenMetadata, InputFormat } from '../model/capture.ts'

/** Hashes the bytes before anything else is done with them. */
export function captureBytes(
  bytes: Uint8Array,
  format: InputFormat,
  given: GivenMetadata,
  charset: string | null = null,
): Capture {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), format, charset, given }
}
