import type { Headers } from '../../model/headers.ts'
import type { ArchiveLocation, HttpExchange, ReceivedItem } from '../../model/archived.ts'
import type { ArchiveRequest } from '../../ports/archive.ts'
import { parseHttpRequest, parseHttpResponse } from '../warc/parse-http.ts'
import { recordId, writeRecord, writeTargetUri, type NewRecord } from '../warc/write-record.ts'
import type { WarcRecord } from '../warc/warc-record.ts'
import { redactHeaders, writeRequestHead, writeResponseHead } from './write-http-head.ts'

const FORMAT = 'cairn/capture@1'
const REVISIT_PROFILE = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

/** An earlier capture in the archive that holds the same payload in full. */
export interface OriginalPayload {
  readonly location: ArchiveLocation
  readonly recordId: string
  readonly resource: string
  readonly receivedAt: string
}

/** What the metadata record of a capture says: everything that the other records do not. */
interface CaptureMetadata extends Omit<ReceivedItem, 'payload' | 'http'> {
  readonly format: typeof FORMAT
  readonly captureId: string
  /** Bytes of the payload. */
  readonly size: number
  readonly http: StoredExchange | null
  /** Names of the headers whose values were taken out, "request" or "response" first. */
  readonly redacted: readonly string[]
  /** Where the payload lies when it was in the archive already. */
  readonly original: OriginalPayload | null
}

/** An exchange; its headers stand here only where their records cannot hold them exactly. */
interface StoredExchange extends Omit<HttpExchange, 'requestHeaders' | 'responseHeaders'> {
  readonly requestHeaders?: Headers
  readonly responseHeaders?: Headers
}

/**
 * A capture as the span that is written to the archive: one gzip member a record, the payload's record first, then the
 * request of a fetched item, then the metadata.
 *
 * @param original  set when the payload need not be written again
 */
export function writeSpan({ captureId, item }: ArchiveRequest, original: OriginalPayload | null): Buffer {
  const target: Headers[number] = ['WARC-Target-URI', writeTargetUri(item.http?.finalUrl ?? item.resource)]
  const id = payloadRecordId(captureId)
  const concurrent: Headers[number] = ['WARC-Concurrent-To', `<${id}>`]
  const requestPart = item.http === null ? null : redactHeaders(item.http.requestHeaders)
  const responsePart = item.http === null ? null : redactHeaders(item.http.responseHeaders)
  const records: NewRecord[] = []
  const digest: Headers[number] = ['WARC-Payload-Digest', `sha256:${item.payloadSha256}`]
  const date = item.receivedAt
  const body = Buffer.from(item.payload.buffer, item.payload.byteOffset, item.payload.length)
  const response =
    item.http === null || responsePart === null
      ? null
      : writeResponseHead(item.http, responsePart.headers, item.payload.length)
  const request = item.http === null || requestPart === null ? null : writeRequestHead(item.http, requestPart.headers)
  const contentType = response === null ? writeContentType(item) : 'application/http; msgtype=response'
  if (original === null) {
    records.push({
      type: response === null ? 'resource' : 'response',
      id,
      date,
      contentType,
      content: response === null ? body : Buffer.concat([response.bytes, body]),
      headers: [target, digest],
    })
  } else {
    records.push({
      type: 'revisit',
      id,
      date,
      contentType,
      content: response?.bytes ?? Buffer.alloc(0),
      headers: [
        target,
        ['WARC-Profile', REVISIT_PROFILE],
        ['WARC-Refers-To', `<${original.recordId}>`],
        ['WARC-Refers-To-Target-URI', writeTargetUri(original.resource)],
        ['WARC-Refers-To-Date', original.receivedAt],
        digest,
      ],
    })
  }
  if (request !== null) {
    records.push({
      type: 'request',
      id: recordId(`${captureId} request`),
      date,
      contentType: 'application/http; msgtype=request',
      content: request.bytes,
      headers: [target, concurrent],
    })
  }
  const { way, resource, receivedAt, payloadSha256, mediaType, charset, given, http } = item
  const metadata: CaptureMetadata = {
    format: FORMAT,
    captureId,
    way,
    resource,
    receivedAt,
    payloadSha256,
    size: item.payload.length,
    mediaType,
    charset,
    given,
    http:
      http === null
        ? null
        : storeExchange(
            http,
            request?.isExact === true ? null : requestPart?.headers,
            response?.isExact === true ? null : responsePart?.headers,
          ),
    redacted: [
      ...(requestPart?.redacted ?? []).map((name) => `request ${name}`),
      ...(responsePart?.redacted ?? []).map((name) => `response ${name}`),
    ],
    original,
  }
  records.push({
    type: 'metadata',
    id: recordId(`${captureId} metadata`),
    date,
    contentType: 'application/json',
    content: Buffer.from(JSON.stringify(metadata)),
    // An address of its own: tools that index every record must not give this one out as the page.
    headers: [
      ['WARC-Target-URI', writeTargetUri(`urn:cairn:capture:${captureId}`)],
      concurrent,
      ['WARC-Refers-To', `<${id}>`],
    ],
  })
  return Buffer.concat(records.map(writeRecord))
}

/** A capture read back from its span. The payload is null when it lies elsewhere, at `original`. */
export interface SpanContent {
  readonly captureId: string
  readonly item: Omit<ReceivedItem, 'payload'>
  readonly payload: Buffer | null
  readonly original: OriginalPayload | null
  readonly size: number
}

/**
 * Reads a capture back from the records of its span.
 *
 * @returns what is wrong, as a text, when the records do not make a capture
 */
export function readSpan(records: readonly WarcRecord[]): SpanContent | string {
  const [main, ...others] = records
  const metadataRecord = others.at(-1)
  if (main?.content == null || metadataRecord?.content == null) return 'does not hold the records of a capture'
  if (metadataRecord.type !== 'metadata' || !['response', 'resource', 'revisit'].includes(main.type))
    return `holds a ${main.type} and a ${metadataRecord.type} record, not those of a capture`
  const metadata = parseMetadata(metadataRecord.content)
  if (metadata === null) return 'holds a metadata record that is not one of a capture'
  const { format: _format, captureId, size, http, redacted: _redacted, original, ...told } = metadata
  const request = others.length === 2 ? (others[0]?.content ?? null) : null
  const response = main.type === 'resource' ? null : parseHttpResponse(main.content)
  const item = {
    ...told,
    http:
      http === null
        ? null
        : {
            ...http,
            requestHeaders: http.requestHeaders ?? (request === null ? [] : (parseHttpRequest(request)?.headers ?? [])),
            responseHeaders: http.responseHeaders ?? response?.headers ?? [],
          },
  }
  const payload = main.type === 'revisit' ? null : main.type === 'resource' ? main.content : (response?.body ?? null)
  if (payload === null && original === null) return 'holds no payload and does not say where it lies'
  return { captureId, item, payload, original, size }
}

/** The id of the record that holds a capture's payload. */
export function payloadRecordId(captureId: string): string {
  return recordId(`${captureId} payload`)
}

function storeExchange(
  { requestHeaders: _request, responseHeaders: _response, ...exchange }: HttpExchange,
  request: Headers | null | undefined,
  response: Headers | null | undefined,
): StoredExchange {
  return {
    ...exchange,
    ...(request == null ? {} : { requestHeaders: request }),
    ...(response == null ? {} : { responseHeaders: response }),
  }
}

function writeContentType({ mediaType, charset }: ReceivedItem): string {
  return charset === null ? mediaType : `${mediaType}; charset=${charset}`
}

function parseMetadata(content: Buffer): CaptureMetadata | null {
  try {
    const value = JSON.parse(content.toString('utf8')) as CaptureMetadata | null
    return value?.format === FORMAT ? value : null
  } catch {
    return null
  }
}
