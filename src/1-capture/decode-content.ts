import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** Content codings one after the other that are still taken for honest; more are a way to hide a bomb. */
const MAX_CODINGS = 4

/** Body after its content codings were undone. */
export interface DecodedContent {
  readonly bytes: Uint8Array
}

/** Why a body cannot be decoded. Codes are stable; the bytes as received stay the evidence. */
export interface ContentFault {
  readonly reason: 'unknown-coding' | 'too-many-codings' | 'too-large' | 'truncated' | 'damaged'
  /** What is wrong, for people. */
  readonly message: string
}

type Decoder = (bytes: Uint8Array, maxOutputLength: number) => Uint8Array

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength })],
  ['x-gzip', (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength })],
  ['br', (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength })],
  ['deflate', inflate],
])

/**
 * Undoes the content codings of an HTTP body (RFC 9110, section 8.4), the last one first.
 *
 * @param contentEncoding  value of the Content-Encoding header, several codings parted by commas; null when there was none
 * @param maxBytes  what the body may grow to, after any of the codings; decoding stops there
 * @returns the decoded bytes (the given array itself where nothing had to be undone), or what is wrong. An empty body stays
 *   empty under any coding, as responses without content often keep the header.
 */
export function decodeContent(
  payload: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): DecodedContent | ContentFault {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MAX_CODINGS) {
    return fault('too-many-codings', `The body is encoded ${codings.length} times; at most ${MAX_CODINGS} are undone.`)
  }
  let bytes = payload
  for (const coding of codings.toReversed()) {
    const decoder = DECODERS.get(coding)
    if (decoder === undefined) {
      return fault('unknown-coding', `The body is encoded with "${coding.slice(0, 40)}", which Cairn cannot undo.`)
    }
    if (bytes.length === 0) continue
    try {
      bytes = decoder(bytes, maxBytes)
    } catch (error) {
      return describeFailure(error, coding, maxBytes)
    }
  }
  return bytes.length > maxBytes ? tooLarge(maxBytes) : { bytes }
}

/** "deflate" means a zlib stream, yet many servers send a raw one: the header tells. */
function inflate(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  const [first = 0, second = 0] = bytes
  const hasZlibHeader = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
  return hasZlibHeader ? inflateSync(bytes, { maxOutputLength }) : inflateRawSync(bytes, { maxOutputLength })
}

function describeFailure(error: unknown, coding: string, maxBytes: number): ContentFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(maxBytes)
  if (code === 'Z_BUF_ERROR') return fault('truncated', `The body ends before its "${coding}" coding does.`)
  return fault(
    'damaged',
    `The body is labelled "${coding}" but cannot be decoded as such (${code || 'unknown fault'}).`,
  )
}

function tooLarge(maxBytes: number): ContentFault {
  return fault('too-large', `The decoded body would be larger than ${maxBytes} bytes.`)
}

function fault(reason: ContentFault['reason'], message: string): ContentFault {
  return { reason, message }
}
