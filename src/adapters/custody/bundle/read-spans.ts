import { hash } from 'node:crypto'
import type { ArchiveLocation } from '../../../model/archived.ts'
import { readSpan } from '../../archive/capture-span.ts'
import type { SpanContent } from '../../archive/capture-span.ts'
import { bytesOfStream } from '../../warc/byte-window.ts'
import type { ByteSource } from '../../warc/byte-window.ts'
import { readWarc } from '../../warc/read-warc.ts'
import type { WarcRecord } from '../../warc/warc-record.ts'

/** No capture of ours is larger. */
const MAX_RECORD_BYTES = 1 << 30

/** Bytes in memory as a source that is read once. */
export function bytesOf(bytes: Uint8Array): ByteSource {
  const once = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  return bytesOfStream(once())
}

/** Records of a piece of a WARC, and the first thing that is wrong with it, or null. */
async function readRecords(
  bytes: Uint8Array,
): Promise<{ readonly records: readonly WarcRecord[]; readonly fault: string | null }> {
  const records: WarcRecord[] = []
  let fault: string | null = null
  for await (const found of readWarc(bytesOf(bytes), { maxBytes: MAX_RECORD_BYTES })) {
    const [wrong] = found.kind === 'fault' ? [found] : found.faults
    if (wrong !== undefined) fault ??= `byte ${wrong.offset}: ${wrong.message}`
    if (found.kind === 'record') records.push(found)
  }
  return { records, fault }
}

/** A capture with its payload, put together from its span and, where the payload lies in another, from that. */
export interface ReadCapture {
  readonly content: SpanContent
  readonly payload: Buffer
}

/** Where the payload of a capture lies when its span only refers to it; null when the span holds it. */
export async function readOriginal(span: Uint8Array): Promise<ArchiveLocation | null> {
  const content = readSpan((await readRecords(span)).records)
  return typeof content === 'string' || content.payload !== null ? null : (content.original?.location ?? null)
}

/** Reads a capture from its span; what is wrong comes back as a text. */
export async function readCapture(span: Uint8Array, original: Uint8Array | null): Promise<ReadCapture | string> {
  const { records, fault } = await readRecords(span)
  if (fault !== null) return fault
  const content = readSpan(records)
  if (typeof content === 'string') return `the span ${content}`
  if (content.payload !== null) return { content, payload: content.payload }
  if (original === null) return 'the payload lies in another span, which is missing'
  if (hash('sha256', original, 'hex') !== content.original?.location.sha256) {
    return 'the span with the payload is not the one that the capture names'
  }
  const other = await readCapture(original, null)
  return typeof other === 'string' ? `the span with the payload: ${other}` : { content, payload: other.payload }
}
