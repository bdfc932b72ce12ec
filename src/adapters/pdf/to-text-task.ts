import type { GivenMetadata } from '../../model/capture.ts'
import type { Unreadable } from '../../model/document.ts'
import type { ReadTask } from '../workers/read-task.ts'
import { DEFAULT_PDF_LIMITS, type PdfFault } from './pdf-text.ts'
import { readPdfText } from './read-pdf-text.ts'

const encoder = new TextEncoder()
/** Faults that have a word of their own among those of documents; the others are bad input. */
const REASONS: Partial<Record<PdfFault['reason'], Unreadable['reason']>> = {
  'no-text': 'no-text',
  'too-large': 'too-large',
  timeout: 'timeout',
  crash: 'crash',
}

/**
 * The task of reading a PDF's text. The title in the file's properties stands in where none is given.
 *
 * @param sha256  digest of the PDF's bytes as received, hex
 */
export async function toTextTask(
  pdf: { readonly bytes: Uint8Array; readonly sha256: string; readonly given: GivenMetadata },
  maxBytes: number,
): Promise<ReadTask | Unreadable> {
  const { bytes, sha256, given } = pdf
  const found = await readPdfText(bytes, { ...DEFAULT_PDF_LIMITS, maxBytes })
  if ('reason' in found) {
    const reason = REASONS[found.reason] ?? 'bad-input'
    return { sourceId: given.sourceId, reason, message: found.message }
  }
  return {
    bytes: encoder.encode(found.text),
    sha256,
    format: 'text',
    charset: 'utf-8',
    given: { ...given, title: given.title ?? found.title },
    options: { maxBytes },
  }
}
