import { headerOf } from '../../model/headers.ts'
import { CairnError } from '../../model/error.ts'
import type { ByteSource } from '../warc/byte-window.ts'
import { parseContentType, parseHttpResponse } from '../warc/parse-http.ts'
import { readWarc } from '../warc/read-warc.ts'
import { parseDigest } from '../warc/warc-digest.ts'
import type { WarcRecord } from '../warc/warc-record.ts'
import { sortKey } from './sort-key.ts'

/** Only the head of a record's content is needed; larger records are refused. */
const MAX_RECORD_BYTES = 2 ** 30
const INDEXED: ReadonlySet<string> = new Set(['response', 'resource', 'revisit'])

/** One line of an index: what was captured when, and where its record stands. */
export interface IndexLine {
  readonly url: string
  /** WARC-Date. */
  readonly date: string
  readonly mediaType: string
  /** HTTP status; null for a resource. */
  readonly status: number | null
  /** The line as it stands in a CDXJ file. */
  readonly cdxj: string
}

/**
 * Lists the records of a WARC that can be looked up by their address, in file order.
 *
 * @param filename  how the index names the file
 * @throws {CairnError} "bad-usage" when the WARC is damaged, or not compressed by record
 */
export async function* indexWarc(source: ByteSource, filename: string): AsyncGenerator<IndexLine> {
  const refuse = (offset: number, why: string): CairnError =>
    new CairnError('bad-usage', `${filename} cannot be indexed: at byte ${offset} ${why}.`)
  for await (const found of readWarc(source, { maxBytes: MAX_RECORD_BYTES })) {
    const [fault] = found.kind === 'fault' ? [found] : found.faults
    if (fault !== undefined) throw refuse(fault.offset, fault.message)
    if (found.kind === 'fault' || !INDEXED.has(found.type)) continue
    if (found.length === null) throw refuse(found.offset, 'a record shares its gzip member with others')
    const line = indexRecord(found, found.length, filename)
    if (line !== null) yield line
  }
}

function indexRecord(record: WarcRecord, length: number, filename: string): IndexLine | null {
  const url = headerOf(record.headers, 'warc-target-uri')?.replace(/^<|>$/gu, '') ?? null
  const date = headerOf(record.headers, 'warc-date') ?? ''
  const stamp = date.replaceAll(/\D/gu, '').slice(0, 14)
  if (url === null || stamp.length !== 14) return null
  const type = headerOf(record.headers, 'content-type')
  const isHttp = /^application\/http\b/iu.test(type ?? '')
  const response = isHttp && record.content !== null ? parseHttpResponse(record.content) : null
  const { mediaType } = parseContentType(isHttp ? headerOf(response?.headers ?? [], 'content-type') : type)
  const mime = record.type === 'revisit' ? 'warc/revisit' : (mediaType ?? 'unk')
  const digest = headerOf(record.headers, 'warc-payload-digest')
  const parsed = digest === null ? null : parseDigest(digest)
  const fields = {
    url,
    mime,
    ...(response === null ? {} : { status: String(response.status) }),
    ...(parsed === null ? {} : { digest: `${parsed.algorithm}:${parsed.hex}` }),
    length: String(length),
    offset: String(record.offset),
    filename,
  }
  const cdxj = `${sortKey(url)} ${stamp} ${JSON.stringify(fields)}`
  return { url, date, mediaType: mime, status: response?.status ?? null, cdxj }
}
