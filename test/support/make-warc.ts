import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

export interface WarcRecordToMake {
  readonly type?: string
  readonly id?: string
  readonly uri?: string | null
  readonly date?: string
  readonly contentType?: string
  readonly content: string | Buffer
  /** Further headers; they win over the ones that follow from the rest. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A record as other tools write it, uncompressed. */
export function makeRecord(record: WarcRecordToMake): Buffer {
  const {
    type = 'response',
    id = 'urn:uuid:1',
    uri = 'https://news.example.org/a',
    date = '2022-05-24T10:00:00Z',
  } = record
  const content = Buffer.from(record.content)
  const headers = {
    'WARC-Type': type,
    'WARC-Record-ID': `<${id}>`,
    'WARC-Date': date,
    ...(uri === null ? {} : { 'WARC-Target-URI': uri }),
    'WARC-Block-Digest': `sha256:${createHash('sha256').update(content).digest('hex')}`,
    'Content-Type': record.contentType ?? 'application/http; msgtype=response',
    'Content-Length': String(content.length),
    ...record.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), content, Buffer.from('\r\n\r\n')])
}

/** An HTTP response as a content block. */
export function makeResponse(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Some Words\r\n${lines.join('')}\r\n`), Buffer.from(body)])
}

export function gzipEach(records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)))
}
