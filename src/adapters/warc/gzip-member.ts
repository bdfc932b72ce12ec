import { constants, crc32, inflateRawSync } from 'node:zlib'

/** Fixed part of a gzip header (RFC 1952, section 2.3). */
const FIXED_HEADER_BYTES = 10
/** CRC-32 and size after the compressed data. */
export const GZIP_TRAILER_BYTES = 8
/** Bytes into which the first ones of a record are inflated, to see whether they are one. */
const PROBE_BYTES = 1024
/** The one of the four types that DEFLATE does not have (RFC 1951, section 3.2.3). */
const NO_BLOCK_TYPE = 3
/** Memory that is asked for at once: what lies unused in it costs the garbage collector as much as what is used. */
const MIN_OUTPUT_BYTES = 1 << 13
const MAX_OUTPUT_BYTES = 1 << 18
/** Members of one file differ in size. */
const LIKELY_ROOM = 1.25
const FLAG = { crc: 2, extra: 4, name: 8, comment: 16 } as const

/** A gzip member that lies in memory whole. */
export interface WholeMember {
  readonly kind: 'member'
  /** Stored length: header, compressed data and trailer. */
  readonly length: number
  readonly content: Buffer
}

/** A member that was not inflated in memory: more of it is needed, or it is too large or damaged. */
export interface MemberRefusal {
  readonly kind: 'incomplete' | 'other'
}

/**
 * Length of the gzip header at the head of `bytes`.
 *
 * @returns null when it is none; 'incomplete' when more bytes are needed to tell
 */
export function gzipHeaderLength(bytes: Uint8Array): number | 'incomplete' | null {
  const [first, second, method, flags = 0] = bytes
  if ((first ?? 0x1f) !== 0x1f || (second ?? 0x8b) !== 0x8b || (method ?? 8) !== 8) return null
  if (bytes.length < FIXED_HEADER_BYTES) return 'incomplete'
  if ((flags & 0xe0) !== 0) return null
  let at = FIXED_HEADER_BYTES
  if ((flags & FLAG.extra) !== 0) {
    if (bytes.length < at + 2) return 'incomplete'
    at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  }
  for (const flag of [FLAG.name, FLAG.comment]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, at)
    if (end === -1) return 'incomplete'
    at = end + 1
  }
  if ((flags & FLAG.crc) !== 0) at += 2
  return at > bytes.length ? 'incomplete' : at
}

/**
 * Inflates the gzip member at the head of `bytes`, whatever follows it, and checks its CRC-32 and size.
 *
 * @param maxOutput  bytes to which it may grow in memory
 * @param likelyOutput  bytes to which it will probably grow, so that no more memory is asked for than that; 0 for not known
 */
export function inflateMember(bytes: Buffer, maxOutput: number, likelyOutput: number): WholeMember | MemberRefusal {
  const header = gzipHeaderLength(bytes)
  if (header === null) return { kind: 'other' }
  if (header === 'incomplete') return { kind: 'incomplete' }
  const likely =
    likelyOutput === 0 ? bytes.length * 4 : Math.min(bytes.length * 4, Math.ceil(likelyOutput * LIKELY_ROOM))
  const chunkSize = Math.min(Math.max(likely, MIN_OUTPUT_BYTES), MAX_OUTPUT_BYTES)
  const options = { info: true, chunkSize, maxOutputLength: maxOutput }
  try {
    const result = inflateRawSync(bytes.subarray(header), options) as unknown as {
      readonly buffer: Buffer
      readonly engine: { readonly bytesWritten: number }
    }
    const end = header + result.engine.bytesWritten
    const length = end + GZIP_TRAILER_BYTES
    if (bytes.length < length) return { kind: 'incomplete' }
    const isRight = matchesTrailer(bytes.subarray(end, length), crc32(result.buffer), result.buffer.length)
    return isRight ? { kind: 'member', length, content: result.buffer } : { kind: 'other' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'Z_BUF_ERROR') return { kind: 'incomplete' }
    if (code === 'ERR_BUFFER_TOO_LARGE' || code.startsWith('Z_')) return { kind: 'other' }
    throw error
  }
}

/** Whether a gzip trailer holds this CRC-32 and this size (modulo 2^32). */
export function matchesTrailer(trailer: Buffer, crc: number, size: number): boolean {
  return trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === size % 2 ** 32
}

/** The first uncompressed bytes of the gzip member at the head of `bytes`; empty when it is none. */
export function probeMember(bytes: Buffer): Buffer {
  const header = gzipHeaderLength(bytes)
  if (typeof header !== 'number') return Buffer.alloc(0)
  const probe = bytes.subarray(header, header + PROBE_BYTES)
  const blockType = ((probe[0] ?? 0) >> 1) & 3
  if (blockType === NO_BLOCK_TYPE) return Buffer.alloc(0)
  try {
    return inflateRawSync(probe, {
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: PROBE_BYTES,
      maxOutputLength: 1 << 22,
    })
  } catch {
    return Buffer.alloc(0)
  }
}
