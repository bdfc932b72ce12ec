import { createHash } from 'node:crypto'

import { headerOf, type Headers } from '../../model/headers.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import type { ByteSource } from './byte-window.ts'
import { parseContentType, parseHttpRequest, parseHttpResponse, payloadOf } from './parse-http.ts'
import { readWarc } from './read-warc.ts'
import { parseDigest } from './warc-digest.ts'
import { warcFault, type WarcFault, type WarcLimits, type WarcRecord } from './warc-record.ts'

/** Media types that can hold a document. */
const DOCUMENT_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'text/plain',
  'application/xhtml+xml',
  'application/pdf',
])
/** What tools write about their own crawl (its log, the text of a page that is archived beside), and what only crawlers ask for. */
const ABOUT_CRAWL =
  /^(?:metadata:|urn:(?:text|textFinal|pageinfo|view|thumbnail|fullPage):http|https?:\/\/[^/]+\/robots\.txt$)/iu
/** How many payloads are remembered for records that refer back to them. */
const MAX_REMEMBERED = 200_000

/** An item of a WARC with the record it stands in. */
export interface WarcItem {
  readonly kind: 'item'
  readonly offset: number
  /** Length of the record's stored span; null when it shares its gzip member. */
  readonly length: number | null
  readonly item: ReceivedItem
}

/** What a WARC held, and what of it became no item. Counts of records. */
export interface WarcSummary {
  readonly kind: 'summary'
  readonly records: number
  readonly items: number
  readonly faults: number
  /** By WARC-Type. */
  readonly types: Readonly<Record<string, number>>
  /** Responses and resources that hold no document, by media type. */
  readonly otherMedia: Readonly<Record<string, number>>
  /** Responses that were no success, by HTTP status. */
  readonly otherStatus: Readonly<Record<string, number>>
  /** Resources that tell of the crawl itself, and robots.txt. */
  readonly aboutCrawl: number
}

/**
 * Turns the responses, resources and revisits of a WARC into received items, in file order; at its end comes a summary.
 *
 * A response must have status 200 and a media type that can hold a document; what is left out is counted, what is damaged
 * is a fault. A content block that does not have its digest is never given out. A revisit is resolved where the payload
 * stands earlier in the same file and the file can be read again.
 *
 * @param from  offset of a record, as told by an earlier reading; what stands before it is read again only when a revisit asks
 *   for it
 */
export async function* readWarcItems(
  source: ByteSource,
  limits: WarcLimits,
  from = 0,
): AsyncGenerator<WarcItem | WarcFault | WarcSummary> {
  const counts = startCounts()
  const remembered = new Map<string, number>()
  let isBeginningKnown = from === 0 || !source.isSeekable
  const held: { draft: Draft | null; request: WarcRecord | null } = { draft: null, request: null }
  const finish = function* (): Generator<WarcItem> {
    if (held.draft !== null) yield counts.give(finishItem(held.draft))
    held.draft = null
  }
  for await (const found of readWarc(source, limits, from)) {
    if (found.kind === 'fault') {
      yield* finish()
      yield counts.tell(found)
      continue
    }
    counts.record(found.type)
    for (const fault of found.faults) yield counts.tell(fault)
    if (found.type === 'request') {
      if (held.draft !== null && areConcurrent(held.draft.record, found)) held.draft = { ...held.draft, request: found }
      yield* finish()
      held.request = found
      continue
    }
    yield* finish()
    if (found.type === 'revisit' && !isBeginningKnown && !remembered.has(payloadKeyOf(found) ?? '')) {
      await rememberUpTo(from, source, limits, remembered)
      isBeginningKnown = true
    }
    const resolved: WarcRecord | WarcFault =
      found.type === 'revisit' ? await resolveRevisit(found, source, limits, remembered) : found
    if (resolved.kind === 'fault') {
      yield counts.tell(resolved)
      continue
    }
    const draft = draftItem(resolved, counts)
    if (draft === null) continue
    const partial = tellPartial(resolved)
    if (partial !== null) yield counts.tell(partial)
    if (draft.kind === 'fault') {
      yield counts.tell(draft)
      continue
    }
    if (found.type !== 'revisit') remember(remembered, found)
    const request = held.request !== null && areConcurrent(found, held.request) ? held.request : null
    held.draft = { ...draft, record: found, request }
    held.request = null
    if (request !== null) yield* finish()
  }
  yield* finish()
  yield counts.summary()
}

/** An item that waits for the request that may stand behind it. */
interface Draft {
  readonly kind: 'draft'
  readonly record: WarcRecord
  readonly request: WarcRecord | null
  readonly url: string
  readonly receivedAt: string
  readonly payload: Buffer
  readonly mediaType: string
  readonly charset: string | null
  readonly response: { readonly status: number; readonly statusText: string; readonly headers: Headers } | null
}

/** What a record holds, when it holds a document; null when it was counted as something else. */
function draftItem(record: WarcRecord, counts: Counts): Draft | WarcFault | null {
  if (!['response', 'resource', 'revisit'].includes(record.type) || record.content === null) return null
  // Payload digests are often taken over other bytes than they should be; a right block digest outweighs that.
  if (record.blockDigest === 'wrong' || (record.payloadDigest === 'wrong' && record.blockDigest !== 'right'))
    return null
  const type = headerOf(record.headers, 'content-type')
  const isHttp = /^application\/http\b/iu.test(type ?? '')
  const response = isHttp ? parseHttpResponse(record.content) : null
  const url = headerOf(record.headers, 'warc-target-uri')?.replace(/^<|>$/gu, '') ?? null
  const date = headerOf(record.headers, 'warc-date') ?? ''
  const receivedAt = /^\d{4}-\d\d-\d\dT/u.test(date) ? new Date(date) : new Date(Number.NaN)
  if (isHttp && response === null)
    return warcFault(record.offset, 'bad-header', `${nameOf(record)}: its content is no HTTP response`)
  if (response !== null && response.status !== 200) {
    counts.otherStatus(response.status)
    return null
  }
  const { mediaType, charset } = parseContentType(response === null ? type : headerOf(response.headers, 'content-type'))
  if (url !== null && ABOUT_CRAWL.test(url)) {
    counts.aboutCrawl()
    return null
  }
  if (mediaType === null || !DOCUMENT_TYPES.has(mediaType)) {
    counts.otherMedia(mediaType ?? 'unknown')
    return null
  }
  if (url === null) return warcFault(record.offset, 'bad-header', `${nameOf(record)} has no WARC-Target-URI`)
  if (Number.isNaN(receivedAt.getTime()))
    return warcFault(record.offset, 'bad-header', `${nameOf(record)}: its WARC-Date "${date.slice(0, 40)}" is no time`)
  return {
    kind: 'draft',
    record,
    request: null,
    url,
    receivedAt: receivedAt.toISOString(),
    payload: response === null ? record.content : payloadOf(response),
    mediaType,
    charset,
    response,
  }
}

/** Of some pages only a part was archived: they are given out, and that is told. */
function tellPartial(record: WarcRecord): WarcFault | null {
  const why = headerOf(record.headers, 'warc-truncated')
  const segment = headerOf(record.headers, 'warc-segment-number')
  if (why === null && segment === null) return null
  const which = segment === null ? `the rest was cut off (${why ?? ''})` : `the rest stands in other records`
  return warcFault(record.offset, 'partial', `${nameOf(record)} holds only a part of what was there: ${which}`)
}

function finishItem(draft: Draft): WarcItem {
  const { record, request, url, response } = draft
  const asked = request?.content == null ? null : parseHttpRequest(request.content)
  // A copy: the content may be a small part of a large buffer.
  const payload = Uint8Array.from(draft.payload)
  const item: ReceivedItem = {
    way: 'warc',
    resource: url,
    receivedAt: draft.receivedAt,
    payload,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    mediaType: draft.mediaType,
    charset: draft.charset,
    given: { sourceId: record.id, title: null, published: null, url, outlet: null },
    http:
      response === null
        ? null
        : {
            requestedUrl: url,
            finalUrl: url,
            method: asked?.method ?? 'GET',
            requestHeaders: asked?.headers ?? [],
            status: response.status,
            statusText: response.statusText,
            responseHeaders: response.headers,
            redirects: [],
          },
  }
  return { kind: 'item', offset: record.offset, length: record.length, item }
}

/**
 * The record whose payload a revisit refers to, by its payload digest, under the revisit's own date and address.
 */
async function resolveRevisit(
  revisit: WarcRecord,
  source: ByteSource,
  limits: WarcLimits,
  remembered: ReadonlyMap<string, number>,
): Promise<WarcRecord | WarcFault> {
  const unresolved = (why: string): WarcFault =>
    warcFault(revisit.offset, 'unresolved', `${nameOf(revisit)} refers to an earlier payload, ${why}`)
  const key = payloadKeyOf(revisit)
  const offset = key === null ? undefined : remembered.get(key)
  if (offset === undefined) return unresolved('which does not stand earlier in this file')
  if (!source.isSeekable) return unresolved('which cannot be read again from a stream')
  for await (const original of readWarc(source, limits, offset)) {
    if (original.kind === 'fault' || original.offset !== offset) break
    if (original.type === 'revisit' || payloadKeyOf(original) !== key) continue
    const own = revisit.headers.filter(([name]) => /^warc-(?:date|target-uri)$/iu.test(name))
    const rest = original.headers.filter(([name]) => !/^warc-(?:date|target-uri)$/iu.test(name))
    return { ...original, headers: [...own, ...rest], id: revisit.id, offset: revisit.offset, length: revisit.length }
  }
  return unresolved('which could not be read again')
}

function remember(remembered: Map<string, number>, record: WarcRecord): void {
  const key = payloadKeyOf(record)
  if (key === null || record.payloadDigest === 'wrong' || remembered.has(key)) return
  const [oldest] = remembered.keys()
  if (remembered.size >= MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  remembered.set(key, record.offset)
}

/** Remembers the payloads of the documents before `end`, for a reading that began there. */
async function rememberUpTo(
  end: number,
  source: ByteSource,
  limits: WarcLimits,
  remembered: Map<string, number>,
): Promise<void> {
  for await (const found of readWarc(source, limits)) {
    if (found.offset >= end) return
    if (found.kind === 'record' && found.type !== 'revisit' && draftItem(found, startCounts())?.kind === 'draft')
      remember(remembered, found)
  }
}

/** The payload digest of a record in the fewest bytes; null when it has none. */
function payloadKeyOf(record: WarcRecord): string | null {
  const digest = parseDigest(headerOf(record.headers, 'warc-payload-digest') ?? '')
  return digest === null ? null : Buffer.from(digest.hex, 'hex').toString('latin1')
}

/** Whether two records belong to one exchange: either names the other. */
function areConcurrent(one: WarcRecord, other: WarcRecord): boolean {
  const names = (from: WarcRecord, to: WarcRecord): boolean =>
    to.id !== null &&
    from.headers.some(
      ([name, value]) => name.toLowerCase() === 'warc-concurrent-to' && value.replace(/^<|>$/gu, '') === to.id,
    )
  return names(one, other) || names(other, one)
}

function nameOf(record: WarcRecord): string {
  return record.id ?? 'a record without an id'
}

type Counts = ReturnType<typeof startCounts>

function startCounts() {
  const types = new Map<string, number>()
  const media = new Map<string, number>()
  const statuses = new Map<string, number>()
  let aboutCrawl = 0
  let records = 0
  let items = 0
  let faults = 0
  const add = (to: Map<string, number>, name: string): void => {
    to.set(name, (to.get(name) ?? 0) + 1)
  }
  return {
    record(type: string): void {
      records++
      add(types, type)
    },
    aboutCrawl(): void {
      aboutCrawl++
    },
    otherMedia: (type: string): void => add(media, type),
    otherStatus: (status: number): void => add(statuses, String(status)),
    tell(fault: WarcFault): WarcFault {
      faults++
      return fault
    },
    give(item: WarcItem): WarcItem {
      items++
      return item
    },
    summary: (): WarcSummary => ({
      kind: 'summary',
      records,
      items,
      faults,
      types: Object.fromEntries(types),
      otherMedia: Object.fromEntries(media),
      otherStatus: Object.fromEntries(statuses),
      aboutCrawl,
    }),
  }
}
