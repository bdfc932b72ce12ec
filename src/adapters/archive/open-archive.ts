import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'

import type { ArchivedItem, ArchiveLocation } from '../../model/archived.ts'
import { CairnError } from '../../model/error.ts'
import type { Archive, ArchiveFault, ArchiveRequest } from '../../ports/archive.ts'
import { bytesOfStream } from '../warc/byte-window.ts'
import { readWarc } from '../warc/read-warc.ts'
import type { WarcRecord } from '../warc/warc-record.ts'
import { recordId, writeRecord } from '../warc/write-record.ts'
import { payloadRecordId, readSpan, writeSpan, type OriginalPayload, type SpanContent } from './capture-span.ts'
import { hashSpan } from './read-location.ts'
import { dropStrayBytes, findStrayBytes } from './stray-bytes.ts'
import { startFileWriter, type FileWriterOptions } from './write-files.ts'

/** A smaller payload is written again: a reference to it would take as much space. */
const MIN_SHARED_BYTES = 512
/** A payload larger than this cannot have come from here. */
const MAX_PAYLOAD_BYTES = 2 ** 30

export interface ArchiveOptions extends FileWriterOptions {
  /** Name and version of this software, for example "cairn/0.1.0"; says nothing of who runs it. */
  readonly software: string
  /**
   * A capture that holds the payload of this SHA-256 (hex) and is kept for good, or null: the content-addressed index.
   * Only what is committed may be told, never a span that could still be dropped as stray.
   */
  findPayload(sha256: string): Promise<ArchiveLocation | null>
}

/** Opens the archive in a folder, which is made when it is not there. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { folder, clock, software, findPayload } = options
  await mkdir(folder, { recursive: true })
  const writer = startFileWriter(options)
  let lastAppend: Promise<unknown> = Promise.resolve()

  const readContent = async (location: ArchiveLocation): Promise<SpanContent | ArchiveFault> => {
    const parts: Buffer[] = []
    const fault = await hashSpan(folder, location, (part) => parts.push(part))
    if (fault !== null) return fault
    const unreadable = (message: string): ArchiveFault => ({
      location,
      reason: 'unreadable',
      message: `${location.file}, byte ${location.offset}: the span ${message}.`,
    })
    const records: WarcRecord[] = []
    for await (const found of readWarc(bytesOfStream(once(Buffer.concat(parts))), { maxBytes: MAX_PAYLOAD_BYTES })) {
      const [wrong] = found.kind === 'fault' ? [found] : found.faults
      if (wrong !== undefined) return unreadable(`cannot be read: ${wrong.message}`)
      if (found.kind === 'record') records.push(found)
    }
    const content = readSpan(records)
    return typeof content === 'string' ? unreadable(content) : content
  }

  /** A capture from which the payload can be read again, as far as its bytes are sound. */
  const findOriginal = async (sha256: string): Promise<OriginalPayload | null> => {
    const location = await findPayload(sha256)
    if (location === null) return null
    const content = await readContent(location)
    if ('reason' in content || content.item.payloadSha256 !== sha256) return null
    if (content.payload !== null) return hashOf(content.payload) === sha256 ? originOf(content, location) : null
    const { original } = content
    return original !== null && (await hashSpan(folder, original.location)) === null ? original : null
  }

  const appendNow = async (requests: readonly ArchiveRequest[]) => {
    for (const { captureId, item } of requests)
      if (hashOf(item.payload) !== item.payloadSha256)
        throw new CairnError('bad-usage', `Capture ${captureId} does not have the SHA-256 that it is said to have.`)
    const digests: { readonly length: number; readonly sha256: string }[] = []
    const spans = async function* (): AsyncGenerator<Buffer> {
      for (const request of requests) {
        const { payload, payloadSha256 } = request.item
        const original = payload.length < MIN_SHARED_BYTES ? null : await findOriginal(payloadSha256)
        const span = writeSpan(request, original)
        digests.push({ length: span.length, sha256: hashOf(span) })
        yield span
      }
    }
    const written = await writer.append(spans(), (file) => writeHead(file, software, clock.now()))
    const locations = written.parts.map((place, i) => ({ ...place, length: 0, sha256: '', ...digests[i] }))
    const { head } = written
    const heads =
      head === null
        ? []
        : [{ file: head.file, offset: head.offset, length: head.bytes.length, sha256: hashOf(head.bytes) }]
    return { locations, heads }
  }

  return {
    append(requests) {
      if (requests.length === 0) return Promise.resolve({ locations: [], heads: [] })
      const done = lastAppend.then(() => appendNow(requests))
      lastAppend = done.catch(() => undefined)
      return done
    },
    async read(location) {
      const content = await readContent(location)
      if ('reason' in content) return content
      const { captureId, item } = content
      let payload = content.payload
      if (payload === null && content.original !== null) {
        const source = await readContent(content.original.location)
        if ('reason' in source) return { ...source, location }
        payload = source.payload
      }
      if (payload === null || payload.length !== content.size || hashOf(payload) !== item.payloadSha256)
        return wrongPayload(location, item.payloadSha256)
      return { ...item, payload: Uint8Array.from(payload), captureId, location } satisfies ArchivedItem
    },
    check: (location) => hashSpan(folder, location),
    findStray: (locations) => findStrayBytes(folder, locations),
    dropStray: (stray) => dropStrayBytes(folder, stray),
    async close() {
      await lastAppend
      await writer.close()
    },
  }
}

function originOf({ captureId, item }: SpanContent, location: ArchiveLocation): OriginalPayload {
  const { receivedAt, resource, http } = item
  return { location, recordId: payloadRecordId(captureId), resource: http?.finalUrl ?? resource, receivedAt }
}

/** The record that a file begins with. It tells the software, never the machine or who runs it. */
function writeHead(file: string, software: string, now: Date): Buffer {
  const fields = `software: ${software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n`
  return writeRecord({
    type: 'warcinfo',
    id: recordId(`head of ${file}`),
    date: now.toISOString(),
    contentType: 'application/warc-fields',
    content: Buffer.from(fields),
    headers: [['WARC-Filename', file]],
  })
}

function wrongPayload(location: ArchiveLocation, sha256: string): ArchiveFault {
  const message = `${location.file}, byte ${location.offset}: the payload does not have the SHA-256 ${sha256}, under which it was captured.`
  return { location, reason: 'wrong-payload', message }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
