import type { Headers } from '../../model/headers.ts'

/** What a WARC may hold that is wrong. Codes are stable. */
export type WarcFaultReason =
  | 'damaged'
  | 'truncated'
  | 'not-warc'
  | 'bad-header'
  | 'too-large'
  | 'bomb'
  | 'wrong-digest'
  | 'unresolved'
  | 'partial'

/** Something in a WARC that is not as it should be; never dropped silently. */
export interface WarcFault {
  readonly kind: 'fault'
  /** Byte offset in the stored file at which the record or gzip member begins. */
  readonly offset: number
  readonly reason: WarcFaultReason
  /** What is wrong, for people. */
  readonly message: string
}

/** One record of a WARC file. */
export interface WarcRecord {
  readonly kind: 'record'
  /** Byte offset of its stored span: of its gzip member, or of itself in an uncompressed file. */
  readonly offset: number
  /** Length of its stored span; null when it shares its gzip member with other records. */
  readonly length: number | null
  /** For example "1.1". */
  readonly version: string
  /** WARC-Type, lower case. */
  readonly type: string
  /** WARC-Record-ID without its angle brackets, or null. */
  readonly id: string | null
  readonly headers: Headers
  readonly contentLength: number
  /** The content block; null when it is larger than the limit. */
  readonly content: Buffer | null
  /** What the check of WARC-Block-Digest and WARC-Payload-Digest said. */
  readonly blockDigest: DigestCheck
  readonly payloadDigest: DigestCheck
  /** What is wrong with this record although it could be read. */
  readonly faults: readonly WarcFault[]
}

/** `unchecked`: there is none, or of an unknown algorithm, or the content was not held. */
export type DigestCheck = 'right' | 'wrong' | 'unchecked'

/** Bounds for what a WARC may cost. */
export interface WarcLimits {
  /** A record with a larger content block is passed over and reported. */
  readonly maxBytes: number
}

export function warcFault(offset: number, reason: WarcFaultReason, message: string): WarcFault {
  return { kind: 'fault', offset, reason, message }
}
