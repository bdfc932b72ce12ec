import { decodeContent } from '../1-capture/decode-content.ts'
import type { ReceivedItem } from '../model/archived.ts'
import { toTextTask } from '../adapters/pdf/to-text-task.ts'
import type { ReadTask } from '../adapters/workers/read-task.ts'
import type { Unreadable } from '../model/document.ts'
import { headerOf } from '../model/headers.ts'

const PDF = 'application/pdf'
const HTML: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])

/**
 * The task of reading a received item: its bytes with the content encoding undone, and a PDF as its text.
 *
 * The evidentiary copy stays as it is; the task carries its digest, so that the document leads back to it.
 *
 * @returns the task; a fault when the encoding cannot be undone
 */
export async function toReadTask(item: ReceivedItem, maxBytes: number): Promise<ReadTask | Unreadable> {
  const encoding = headerOf(item.http?.responseHeaders ?? [], 'content-encoding')
  const given = { ...item.given, url: item.given.url ?? urlOf(item) }
  if (encoding === null) return taskOf(item, item.payload, given, maxBytes)
  const decoded = decodeContent(item.payload, encoding, maxBytes)
  if ('reason' in decoded)
    return { sourceId: given.sourceId, reason: 'bad-input', message: `${decoded.reason}: ${decoded.message}` }
  return taskOf(item, decoded.bytes, given, maxBytes)
}

function taskOf(
  item: ReceivedItem,
  bytes: Uint8Array,
  given: ReceivedItem['given'],
  maxBytes: number,
): ReadTask | Promise<ReadTask | Unreadable> {
  if (item.mediaType === PDF) return toTextTask({ bytes, sha256: item.payloadSha256, given }, maxBytes)
  const format = HTML.has(item.mediaType) ? 'html' : 'text'
  return { bytes, format, charset: item.charset, given, sha256: item.payloadSha256, options: { maxBytes } }
}

/** The address where the item was published; null for what has none. */
function urlOf(item: ReceivedItem): string | null {
  if (item.http !== null) return item.http.finalUrl
  return /^https?:/u.test(item.resource) ? item.resource : null
}
