import type { GivenMetadata } from './capture.ts'
import type { Headers } from './headers.ts'

/** Where bytes lie in the archive: one span of one file, and the digest of exactly these stored (compressed) bytes. */
export interface ArchiveLocation {
  /** Name of the file inside the archive, without folders. */
  readonly file: string
  /** Byte offset of the span. */
  readonly offset: number
  /** Length of the span in bytes. */
  readonly length: number
  /** SHA-256 of the span as stored, lower-case hex. */
  readonly sha256: string
}

/** By which way a capture came in. */
export type CaptureWay = 'file' | 'jsonl' | 'warc' | 'url' | 'feed' | 'sitemap'

/** What went over the wire for a fetched capture. */
export interface HttpExchange {
  readonly requestedUrl: string
  /** The URL that answered, after redirects. */
  readonly finalUrl: string
  readonly method: string
  readonly requestHeaders: Headers
  readonly status: number
  readonly statusText: string
  readonly responseHeaders: Headers
  /** URLs that redirected, in order, the requested one first; empty when none did. */
  readonly redirects: readonly string[]
}

/**
 * One thing received, with how it was received: the evidentiary copy (codebook, "Things"; field.md, "Source item").
 *
 * `payload` holds the bytes as received: of an HTTP response the body before any content decoding, of a file its bytes,
 * of a JSONL line the document's text or page.
 */
export interface ReceivedItem {
  readonly way: CaptureWay
  /** What was captured, the same for every capture of it: its URL, or a `file:` or `urn:` name. */
  readonly resource: string
  /** When it was received: ISO 8601, UTC, with milliseconds and "Z". */
  readonly receivedAt: string
  readonly payload: Uint8Array
  /** SHA-256 of `payload`, lower-case hex: taken before anything else was done with the bytes. */
  readonly payloadSha256: string
  /** Media type without parameters, lower case; "application/octet-stream" when unknown. */
  readonly mediaType: string
  /** Charset label of the transport, or null. */
  readonly charset: string | null
  /** What the giver said about it. */
  readonly given: GivenMetadata
  /** The exchange of a fetched item; null for what was given as a file or line. */
  readonly http: HttpExchange | null
}

/** A received item once it lies in the archive. */
export interface ArchivedItem extends ReceivedItem {
  readonly captureId: string
  readonly location: ArchiveLocation
}
