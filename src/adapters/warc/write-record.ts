import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import type { Headers } from '../../model/headers.ts'
import { writeDigest } from './warc-digest.ts'

/** A record to be written. */
export interface NewRecord {
  readonly type: 'warcinfo' | 'response' | 'request' | 'resource' | 'revisit' | 'metadata'
  /** For example "urn:uuid:…", without angle brackets. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly date: string
  readonly contentType: string
  readonly content: Buffer
  /** Further WARC headers, between the ones that every record has. */
  readonly headers: Headers
}

/** A record as one gzip member (WARC 1.1, annex D); the same record gives the same bytes. */
export function writeRecord(record: NewRecord): Buffer {
  const { type, id, date, contentType, content, headers } = record
  const lines: Headers = [
    ['WARC-Type', type],
    ['WARC-Record-ID', `<${id}>`],
    ['WARC-Date', date],
    ...headers,
    ['WARC-Block-Digest', writeDigest(content)],
    ['Content-Type', contentType],
    ['Content-Length', String(content.length)],
  ]
  const head = lines.map(([name, value]) => `${name}: ${inOneLine(value)}\r\n`).join('')
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), content, Buffer.from('\r\n\r\n')]))
}

/**
 * A record id that follows from what the record is (UUID version 8, RFC 9562): the same record gets the same id.
 *
 * @param name  what tells the record from every other
 */
export function recordId(name: string): string {
  const bytes = createHash('sha256').update(`cairn:${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return `urn:uuid:${parts.join('-')}`
}

/** Control characters, blanks and angle brackets have no place in an address; other signs stand as they are (UTF-8). */
export function writeTargetUri(resource: string): string {
  return resource.replaceAll(/[\p{Cc}\s<>]/gu, encodeURIComponent)
}

function inOneLine(value: string): string {
  return value.replaceAll(/(?!\t)\p{Cc}/gu, encodeURIComponent)
}
