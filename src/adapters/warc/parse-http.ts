import { splitContentType } from '../../1-capture/content-type.ts'
import { headerOf, type Headers } from '../../model/headers.ts'
import { parseHead } from './parse-header-lines.ts'

/** An HTTP response as it stands in a WARC record. */
export interface HttpResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  /** Everything after the head, as stored. */
  readonly body: Buffer
}

export interface HttpRequest {
  readonly method: string
  readonly target: string
  readonly headers: Headers
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t](.*))?$/u
const REQUEST_LINE = /^([A-Z]{1,20})[ \t](.*?)(?:[ \t]HTTP\/\d(?:\.\d)?)?$/u
const MAX_HEAD_BYTES = 1 << 20
/** A chunk's size line is longer only when somebody hides something in it. */
const MAX_SIZE_LINE_CHARS = 1024

/** Splits a content block of type application/http; null when it is no response. */
export function parseHttpResponse(block: Buffer): HttpResponse | null {
  const head = parseHead(block.subarray(0, MAX_HEAD_BYTES), 'latin1')
  const match = head === null ? null : STATUS_LINE.exec(head.firstLine)
  if (head === null || match === null) return null
  const [, status, statusText = ''] = match
  return { status: Number(status), statusText, headers: head.headers, body: block.subarray(head.length) }
}

/** Reads the head of a request; null when it is none. */
export function parseHttpRequest(block: Buffer): HttpRequest | null {
  const head = parseHead(block.subarray(0, MAX_HEAD_BYTES), 'latin1')
  const match = head === null ? null : REQUEST_LINE.exec(head.firstLine)
  if (head === null || match === null) return null
  const [, method = '', target = ''] = match
  return { method, target, headers: head.headers }
}

/**
 * The payload of a response: its body without the transfer coding (WARC 1.1, section 6.3).
 *
 * Many tools undo the chunks and leave the header: a body that is not chunked in full is taken as it is.
 */
export function payloadOf({ headers, body }: HttpResponse): Buffer {
  const coding = headerOf(headers, 'transfer-encoding')
  if (coding === null || !/\bchunked\b/iu.test(coding)) return body
  return withoutChunks(body) ?? body
}

function withoutChunks(body: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const end = body.indexOf('\r\n', at, 'latin1')
    if (end === -1 || end - at > MAX_SIZE_LINE_CHARS) return null
    const [, digits] = /^\s*([0-9a-f]{1,12})\s*(?:;.*)?$/iu.exec(body.toString('latin1', at, end)) ?? []
    if (digits === undefined) return null
    const size = Number.parseInt(digits, 16)
    const start = end + 2
    if (size === 0) return parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts)
    if (start + size + 2 > body.length || body.toString('latin1', start + size, start + size + 2) !== '\r\n')
      return null
    parts.push(body.subarray(start, start + size))
    at = start + size + 2
  }
}

/** Media type (lower case, without parameters) and charset of a Content-Type header; nulls where it says none. */
export function parseContentType(value: string | null): {
  readonly mediaType: string | null
  readonly charset: string | null
} {
  if (value === null) return { mediaType: null, charset: null }
  const { mediaType, charset } = splitContentType(value)
  return { mediaType: /^[^\s/]+\/[^\s/]+$/u.test(mediaType) ? mediaType : null, charset }
}
