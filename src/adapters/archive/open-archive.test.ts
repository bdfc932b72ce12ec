import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { CDXIndexer, WARCParser } from 'warcio'

import type { Headers } from '../../model/headers.ts'
import type { ArchiveLocation, HttpExchange, ReceivedItem } from '../../model/archived.ts'
import type { Archive } from '../../ports/archive.ts'
import { openArchive } from './open-archive.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-warc-'))
const opened: Archive[] = []
afterAll(async () => {
  for (const archive of opened) await archive.close()
  rmSync(root, { recursive: true })
})

let folder = ''
let committed: Map<string, ArchiveLocation>
const open = async (maxFileBytes = 1e9): Promise<Archive> => {
  const archive = await openArchive({
    folder,
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    software: 'cairn/9.9.9',
    maxFileBytes,
    findPayload: async (sha256) => committed.get(sha256) ?? null,
  })
  opened.push(archive)
  return archive
}
beforeEach(() => {
  folder = mkdtempSync(join(root, 'a-'))
  committed = new Map()
})

const EXCHANGE: HttpExchange = {
  requestedUrl: 'https://news.example.org/a',
  finalUrl: 'https://news.example.org/a',
  method: 'GET',
  requestHeaders: [['Accept', '*/*']],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html']],
  redirects: [],
}
const PAGE = `<p>${'A depot burned near Tokmak, two officials said. '.repeat(40)}</p>`
const item = (payload: string | Uint8Array, http: Partial<HttpExchange> | null = null): ReceivedItem => ({
  way: http === null ? 'file' : 'url',
  resource: http === null ? 'urn:example:note' : 'https://news.example.org/a',
  receivedAt: '2026-11-22T09:00:00.000Z',
  payload: Uint8Array.from(Buffer.from(payload)),
  payloadSha256: createHash('sha256').update(payload).digest('hex'),
  mediaType: 'text/html',
  charset: null,
  given: { sourceId: null, title: null, published: null, url: null, outlet: null },
  http: http === null ? null : { ...EXCHANGE, ...http },
})
const written = (): string =>
  readdirSync(folder)
    .map((name) => gunzipSync(readFileSync(join(folder, name))).toString('latin1'))
    .join('')

describe('round trips', () => {
  const header = fc.tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 30 }))
  const headers: fc.Arbitrary<Headers> = fc.array(header, { maxLength: 4 })

  test('any payload, any headers, any words come back as they were', async () => {
    const archive = await open()
    const exchange = fc.record({
      requestHeaders: headers,
      responseHeaders: headers,
      statusText: fc.string(),
      finalUrl: fc.webUrl(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.option(exchange),
        fc.string({ unit: 'binary' }),
        async (payload, http, title) => {
          const received = {
            ...item(payload, http),
            given: { sourceId: title, title, published: null, url: null, outlet: null },
          }
          const { locations } = await archive.append([{ captureId: `c ${title}`, item: received }])
          const [location] = locations as [ArchiveLocation]
          expect(await archive.read(location)).toEqual({ ...received, captureId: `c ${title}`, location })
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each([
    ['a body that looks chunked', '5\r\nhello\r\n0\r\n\r\n', [['Transfer-Encoding', 'chunked']]],
    ['a body that begins with a blank line', '\r\n\r\nhello', []],
    ["a length that is not the body's", 'hello', [['content-length', '99']]],
    ['a header with a line break', 'hello', [['X-A', 'one\r\nX-B: two\r\n\r\nbody']]],
    ['a header beyond Latin-1', 'hello', [['X-A', 'Донецьк']]],
    ['a WARC as payload', 'WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 0\r\n\r\n\r\n\r\n', []],
  ] as readonly (readonly [string, string, Headers])[])('%s', async (_, payload, responseHeaders) => {
    const archive = await open()
    const received = item(payload, { responseHeaders })
    const [location] = (await archive.append([{ captureId: 'c', item: received }])).locations as [ArchiveLocation]
    expect(await archive.read(location)).toEqual({ ...received, captureId: 'c', location })
  })
})

describe('what never enters the files', () => {
  test('secrets in headers are taken out, and the metadata says so', async () => {
    const archive = await open()
    const received = item(PAGE, {
      requestHeaders: [
        ['Authorization', 'Basic c2VjcmV0LTE='],
        ['Cookie', 'session=secret-2'],
        ['Proxy-Authorization', 'secret-3'],
      ],
      responseHeaders: [
        ['Set-Cookie', 'session=secret-4'],
        ['set-cookie', 'secret-5=\u0442'],
        ['Content-Type', 'text/html'],
      ],
    })
    const [location] = (await archive.append([{ captureId: 'c', item: received }])).locations as [ArchiveLocation]
    const bytes = written()
    expect(bytes).not.toMatch(/secret-|c2VjcmV0/u)
    expect(bytes).toContain(
      '"redacted":["request authorization","request cookie","request proxy-authorization","response set-cookie"]',
    )
    expect(await archive.read(location)).toMatchObject({
      http: {
        requestHeaders: [
          ['Authorization', '[redacted]'],
          ['Cookie', '[redacted]'],
          ['Proxy-Authorization', '[redacted]'],
        ],
        responseHeaders: [
          ['Set-Cookie', '[redacted]'],
          ['set-cookie', '[redacted]'],
          ['Content-Type', 'text/html'],
        ],
      },
    })
  })

  test('neither the machine nor its user', async () => {
    const archive = await open()
    await archive.append([{ captureId: 'c', item: item(PAGE, {}) }])
    const bytes = written()
    for (const name of [hostname(), userInfo().username, userInfo().homedir, tmpdir()].filter(
      (word) => word.length > 2,
    ))
      expect(bytes).not.toContain(name)
    expect(bytes).not.toMatch(/WARC-IP-Address|hostname:|operator:/iu)
    expect(bytes).toContain('software: cairn/9.9.9')
  })
})

describe('files', () => {
  test('the same captures give the same spans', async () => {
    const one = await (await open()).append([{ captureId: 'c', item: item(PAGE, {}) }])
    const two = await (await open()).append([{ captureId: 'c', item: item(PAGE, {}) }])
    expect(one.locations[0]?.sha256).toBe(two.locations[0]?.sha256)
    expect(one.locations[0]?.file).not.toBe(two.locations[0]?.file)
  })

  test('a file that has grown large enough is left for a new one, which begins with a head', async () => {
    const archive = await open(5000)
    const heads: ArchiveLocation[] = []
    const locations: ArchiveLocation[] = []
    for (let i = 0; i < 40; i++) {
      const noise = Array.from({ length: 60 }, (_, k) => createHash('sha256').update(`${i} ${k}`).digest('hex')).join(
        '',
      )
      const done = await archive.append([{ captureId: `c${i}`, item: item(noise) }])
      heads.push(...done.heads)
      locations.push(...done.locations)
    }
    expect(readdirSync(folder).length).toBeGreaterThan(5)
    expect(heads).toHaveLength(readdirSync(folder).length)
    expect(await archive.findStray([...heads, ...locations])).toEqual([])
    for (const [i, location] of locations.entries())
      expect(await archive.read(location)).toMatchObject({ captureId: `c${i}` })
  })

  test('a second archive on the same folder writes to another file', async () => {
    const [one, two] = [await open(), await open()]
    await Promise.all([one, two].map((archive) => archive.append([{ captureId: 'c', item: item(PAGE) }])))
    expect(readdirSync(folder)).toHaveLength(2)
  })
})

describe('another WARC reader agrees (warcio)', () => {
  test('every record is read, every digest is right', async () => {
    const archive = await open()
    const first = item(PAGE, {
      responseHeaders: [
        ['Content-Type', 'text/html'],
        ['Transfer-Encoding', 'chunked'],
      ],
    })
    const [location] = (await archive.append([{ captureId: 'a', item: first }])).locations as [ArchiveLocation]
    committed.set(first.payloadSha256, location)
    await archive.append([
      { captureId: 'b', item: { ...first, receivedAt: '2026-11-23T09:00:00.000Z' } },
      { captureId: 'c', item: item('a note') },
    ])
    const seen: string[] = []
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for await (const record of new WARCParser([bytes], { parseHttp: false })) {
        seen.push(record.warcType ?? '')
        const block = await record.readFully(false)
        expect(record.warcHeader('WARC-Block-Digest')).toBe(
          `sha256:${createHash('sha256').update(block).digest('hex')}`,
        )
        expect(record.warcHeader('WARC-Record-ID')).toMatch(/^<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/u)
        expect(record.warcHeaders.protocol).toBe('WARC/1.1')
      }
      for await (const record of new WARCParser([bytes])) {
        const payload = await record.readFully(true)
        const digest = record.warcHeader('WARC-Payload-Digest')
        if (digest === null || digest === undefined || record.warcType === 'revisit') continue
        expect(digest).toBe(`sha256:${createHash('sha256').update(payload).digest('hex')}`)
      }
    }
    expect(seen.join(' ')).toBe('warcinfo response request metadata revisit request metadata resource metadata')
  })

  test('its index finds each page under its address, and the metadata under another', async () => {
    const archive = await open()
    await archive.append([{ captureId: 'a', item: item(PAGE, {}) }])
    const [name] = readdirSync(folder) as [string]
    const reader = [readFileSync(join(folder, name))]
    const rows: object[] = []
    for await (const row of new CDXIndexer().iterIndex([{ filename: name, reader }] as never)) rows.push(row)
    expect(rows).toMatchObject([
      { url: 'https://news.example.org/a', mime: 'text/html', status: 200 },
      { url: 'urn:cairn:capture:a', mime: 'application/json' },
    ])
  })
})
