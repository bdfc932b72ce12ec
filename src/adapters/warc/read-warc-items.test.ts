import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { gzipEach, makeRecord, makeResponse, type WarcRecordToMake } from '../../../test/support/make-warc.ts'
import type { ByteSource } from './byte-window.ts'
import { readWarcItems, type WarcItem, type WarcSummary } from './read-warc-items.ts'
import type { WarcFault } from './warc-record.ts'

const PAGE = '<p>Nine miners were trapped after the shelling of Toretsk, the union said.</p>'

async function read(records: readonly WarcRecordToMake[], isSeekable = true, from = 0) {
  const bytes = gzipEach(records.map(makeRecord))
  const source: ByteSource = {
    isSeekable,
    async *chunks(offset) {
      yield bytes.subarray(offset)
    },
  }
  const items: WarcItem[] = []
  const faults: WarcFault[] = []
  let summary: WarcSummary | null = null
  for await (const found of readWarcItems(source, { maxBytes: 100_000 }, from)) {
    if (found.kind === 'item') items.push(found)
    else if (found.kind === 'fault') faults.push(found)
    else summary = found
  }
  return { items, faults, summary, bytes }
}
const sha1 = (bytes: string | Buffer): string => `sha1:${createHash('sha1').update(bytes).digest('hex')}`
const chunked = (body: string): string =>
  `${body
    .match(/[^]{1,20}/gu)
    ?.map((part) => `${part.length.toString(16)};x=y\r\n${part}\r\n`)
    .join('')}0\r\n\r\n`

describe('records that become items', () => {
  test('a response with its request, whichever comes first', async () => {
    const response = { id: 'urn:response', content: makeResponse(PAGE) }
    const request = {
      id: 'urn:request',
      type: 'request',
      content: 'GET /a HTTP/1.1\r\nHost: news.example.org\r\nUser-Agent: crawler\r\n\r\n',
      contentType: 'application/http; msgtype=request',
    }
    const orders = [
      [response, { ...request, headers: { 'WARC-Concurrent-To': '<urn:response>' } }],
      [request, { ...response, headers: { 'WARC-Concurrent-To': '<urn:request>' } }],
    ]
    for (const records of orders) {
      const { items, faults, bytes } = await read(records)
      expect(faults).toEqual([])
      expect(items).toHaveLength(1)
      const [{ item, offset, length }] = items as [WarcItem]
      expect(item).toEqual({
        way: 'warc',
        resource: 'https://news.example.org/a',
        receivedAt: '2022-05-24T10:00:00.000Z',
        payload: Uint8Array.from(Buffer.from(PAGE)),
        payloadSha256: createHash('sha256').update(PAGE).digest('hex'),
        mediaType: 'text/html',
        charset: 'utf-8',
        given: {
          sourceId: 'urn:response',
          title: null,
          published: null,
          url: 'https://news.example.org/a',
          outlet: null,
        },
        http: {
          requestedUrl: 'https://news.example.org/a',
          finalUrl: 'https://news.example.org/a',
          method: 'GET',
          requestHeaders: [
            ['Host', 'news.example.org'],
            ['User-Agent', 'crawler'],
          ],
          status: 200,
          statusText: 'Some Words',
          responseHeaders: [['Content-Type', 'text/html; charset=utf-8']],
          redirects: [],
        },
      })
      const member = gunzipSync(bytes.subarray(offset, offset + (length ?? 0))).toString()
      expect(member).toContain('WARC-Record-ID: <urn:response>')
    }
  })

  test('a request that belongs to something else is not joined', async () => {
    const { items } = await read([
      { id: 'urn:response', content: makeResponse(PAGE) },
      {
        id: 'urn:q',
        type: 'request',
        content: 'POST / HTTP/1.1\r\nA: b\r\n\r\n',
        headers: { 'WARC-Concurrent-To': '<urn:other>' },
      },
    ])
    expect(items[0]?.item.http).toMatchObject({ method: 'GET', requestHeaders: [] })
  })

  test('a resource has no exchange', async () => {
    const { items } = await read([
      {
        type: 'resource',
        uri: 'file:///notes/a.txt',
        content: 'A note.',
        contentType: 'text/plain; charset="windows-1251"',
      },
    ])
    expect(items).toMatchObject([
      { item: { resource: 'file:///notes/a.txt', mediaType: 'text/plain', charset: 'windows-1251', http: null } },
    ])
  })

  test.each([
    ['chunked, digest over the payload', { 'Transfer-Encoding': 'chunked' }, chunked(PAGE), sha1(PAGE)],
    ['chunked, digest over the chunks', { 'Transfer-Encoding': 'chunked' }, chunked(PAGE), sha1(chunked(PAGE))],
    ['said to be chunked but is not', { 'Transfer-Encoding': 'chunked' }, PAGE, sha1(PAGE)],
  ] as const)('%s', async (_, headers, body, digest) => {
    const { items, faults } = await read([
      { content: makeResponse(body, headers), headers: { 'WARC-Payload-Digest': digest } },
    ])
    expect(faults).toEqual([])
    expect(Buffer.from(items[0]?.item.payload ?? []).toString()).toBe(PAGE)
  })

  test('a compressed body stays as it was received', async () => {
    const body = gzipSync(PAGE)
    const { items } = await read([{ content: makeResponse(body, { 'Content-Encoding': 'gzip' }) }])
    expect(Buffer.from(items[0]?.item.payload ?? []).equals(body)).toBe(true)
  })
})

describe('revisits', () => {
  const digest = { 'WARC-Payload-Digest': sha1(PAGE) }
  const first = { id: 'urn:first', content: makeResponse(PAGE), headers: digest }
  const revisit = {
    id: 'urn:again',
    type: 'revisit',
    uri: 'https://news.example.org/b',
    date: '2022-06-01T08:00:00Z',
    content: 'HTTP/1.1 200 OK\r\n\r\n',
    headers: { ...digest, 'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest' },
  }

  test('have the payload of the earlier record under their own date and address', async () => {
    const { items, faults } = await read([first, revisit])
    expect(faults).toEqual([])
    expect(
      items.map(({ item }) => [
        item.resource,
        item.receivedAt,
        item.given.sourceId,
        Buffer.from(item.payload).toString(),
      ]),
    ).toEqual([
      ['https://news.example.org/a', '2022-05-24T10:00:00.000Z', 'urn:first', PAGE],
      ['https://news.example.org/b', '2022-06-01T08:00:00.000Z', 'urn:again', PAGE],
    ])
    expect(items[1]?.offset).toBeGreaterThan(0)
  })

  test('are resolved also by a reading that began behind the earlier record', async () => {
    const records = [{ id: 'urn:other', content: makeResponse('other') }, first, revisit]
    const { items } = await read(records)
    const again = await read(records, true, items[2]?.offset)
    expect(again.faults).toEqual([])
    expect(again.items).toEqual([items[2]])
  })

  test.each([
    ['an earlier file', [revisit], true],
    ['a stream that came by once', [first, revisit], false],
  ] as const)('of %s are told', async (_, records, isSeekable) => {
    const { items, faults } = await read(records, isSeekable)
    expect(items).toHaveLength(records.length - 1)
    expect(faults).toMatchObject([{ reason: 'unresolved' }])
  })
})

describe('records that become no item are counted or told', () => {
  test('other media, other statuses, other types, records about the crawl', async () => {
    const about = { type: 'resource', contentType: 'text/plain', content: 'x' }
    const { items, faults, summary } = await read([
      { type: 'warcinfo', uri: null, content: 'software: x\r\n', contentType: 'application/warc-fields' },
      { content: makeResponse('x', { 'Content-Type': 'image/png' }) },
      { content: makeResponse('x', { 'Content-Type': 'image/png' }) },
      { content: makeResponse('x', { 'Content-Type': '' }) },
      { content: makeResponse('x', {}, 404) },
      { content: makeResponse('', { Location: '/b' }, 301) },
      { ...about, uri: 'metadata://gnu.org/software/wget/warc/wget.log' },
      { ...about, uri: 'urn:text:https://news.example.org/a' },
      {
        content: makeResponse('User-agent: *', { 'Content-Type': 'text/plain' }),
        uri: 'https://news.example.org/robots.txt',
      },
      { type: 'metadata', content: 'via: x\r\n', contentType: 'application/warc-fields' },
      { content: makeResponse('%PDF-1.7', { 'Content-Type': 'application/pdf' }) },
    ])
    expect(faults).toEqual([])
    expect(items).toMatchObject([{ item: { mediaType: 'application/pdf' } }])
    expect(summary).toEqual({
      kind: 'summary',
      records: 11,
      items: 1,
      faults: 0,
      types: { warcinfo: 1, response: 7, resource: 2, metadata: 1 },
      otherMedia: { 'image/png': 2, unknown: 1 },
      otherStatus: { 301: 1, 404: 1 },
      aboutCrawl: 3,
    })
  })

  test.each([
    [
      'content without its block digest',
      { content: makeResponse(PAGE), headers: { 'WARC-Block-Digest': sha1('other') } },
      'wrong-digest',
      0,
    ],
    [
      'a payload without its digest, the block has none',
      { content: makeResponse(PAGE), headers: { 'WARC-Block-Digest': '', 'WARC-Payload-Digest': sha1('other') } },
      'wrong-digest',
      0,
    ],
    [
      'a payload without its digest, the block has its own',
      { content: makeResponse(PAGE), headers: { 'WARC-Payload-Digest': sha1('other') } },
      'wrong-digest',
      1,
    ],
    [
      'a page that was cut when it was archived',
      { content: makeResponse(PAGE), headers: { 'WARC-Truncated': 'length' } },
      'partial',
      1,
    ],
    [
      'a page in several records',
      { content: makeResponse(PAGE), headers: { 'WARC-Segment-Number': '1' } },
      'partial',
      1,
    ],
    ['a record over the limit', { content: makeResponse('x'.repeat(200_000)) }, 'too-large', 0],
    ['no HTTP', { content: 'hello' }, 'bad-header', 0],
    ['no address', { content: makeResponse(PAGE), uri: null }, 'bad-header', 0],
    ['a date that is none', { content: makeResponse(PAGE), date: 'yesterday' }, 'bad-header', 0],
  ] as const)('%s', async (_, record, reason, count) => {
    const { items, faults, summary } = await read([record])
    expect(faults).toMatchObject([{ reason, offset: 0 }])
    expect(items).toHaveLength(count)
    expect(summary).toMatchObject({ faults: 1, items: count })
  })
})
