import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { FetchLimits } from '../../src/adapters/fetch/fetch-limits.ts'
import type { Fetched, FetchFault, Fetcher } from '../../src/ports/fetcher.ts'
import { type LoopbackServer, startLoopback } from '../support/loopback-server.ts'

/** Limits small enough to be met quickly. */
const LIMITS: FetchLimits = { maxBytes: 100_000, totalMs: 700, idleMs: 300, maxRedirects: 3 }

/** What every `Fetcher` promises, whatever it fetches with. `start` gives one that may ask this machine and does not wait between requests. */
export function describeFetcher(name: string, start: (limits: FetchLimits) => Fetcher): void {
  describe(name, () => {
    let server: LoopbackServer
    let fetcher: Fetcher
    const get = (path: string, validators: Fetched['validators'] | null = null) =>
      fetcher.fetch({ url: server.origin + path, validators })

    beforeAll(async () => {
      server = await startLoopback(PAGES)
      fetcher = start(LIMITS)
    })
    afterAll(async () => {
      await fetcher.close()
      await server.close()
    })

    test('gives the bytes as sent, their hash, and the whole exchange', async () => {
      const fetched = (await get('/plain?page=2#top')) as Fetched
      expect(Buffer.from(fetched.payload).toString()).toBe('Five people were killed.\u0000')
      expect(fetched.payloadSha256).toBe(createHash('sha256').update('Five people were killed.\u0000').digest('hex'))
      expect(fetched.receivedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u)
      expect(fetched.http).toMatchObject({
        requestedUrl: `${server.origin}/plain?page=2`,
        finalUrl: `${server.origin}/plain?page=2`,
        method: 'GET',
        status: 200,
        statusText: 'Fine',
        redirects: [],
      })
      expect(fetched.http.responseHeaders.slice(0, 3)).toEqual([
        ['content-TYPE', 'text/plain'],
        ['X-Twice', 'one'],
        ['X-Twice', 'two'],
      ])
      expect(fetched.validators).toEqual({ etag: '"v1"', lastModified: 'Wed, 01 May 2024 10:00:00 GMT' })
    })

    test('leaves a compressed body as received', async () => {
      const fetched = (await get('/gzip')) as Fetched
      expect(Buffer.from(fetched.payload)).toEqual(GZIPPED)
    })

    test('does not blow up a compression bomb', async () => {
      const fetched = (await get('/bomb')) as Fetched
      expect(Buffer.from(fetched.payload)).toEqual(BOMB)
    })

    test('an empty body is a body', async () => {
      expect(await get('/empty')).toMatchObject({ kind: 'fetched', payload: { length: 0 }, http: { status: 204 } })
    })

    test('follows redirects and names them in order', async () => {
      expect(await get('/first')).toMatchObject({
        kind: 'fetched',
        http: {
          requestedUrl: `${server.origin}/first`,
          finalUrl: `${server.origin}/plain`,
          redirects: [`${server.origin}/first`, `${server.origin}/second`],
        },
      })
    })

    test('asks whether anything changed', async () => {
      const { validators } = (await get('/plain')) as Fetched
      expect(await get('/plain', validators)).toMatchObject({ kind: 'not-modified' })
      expect(await get('/plain', { etag: '"v0"', lastModified: null })).toMatchObject({ kind: 'fetched' })
    })

    test.each([
      ['/missing', 'http-status', 404],
      ['/gone', 'http-status', 410],
      ['/not-asked-for-304', 'http-status', 304],
      ['/redirect-to-nowhere', 'http-status', 302],
      ['/loop', 'too-many-redirects', null],
      ['/growing', 'too-many-redirects', null],
      ['/to-file', 'bad-url', null],
      ['/endless', 'too-large', null],
      ['/announced', 'too-large', null],
      ['/hanging', 'timeout', null],
      ['/stalling', 'timeout', null],
      ['/dripping', 'timeout', null],
      ['/too-short', 'network', null],
      ['/reset', 'network', null],
      ['/not-http', 'network', null],
      ['/header-flood', 'network', null],
    ])('%s is a fault: %s', async (path, reason, status) => {
      const fault = (await get(path)) as FetchFault
      expect(fault).toMatchObject({ kind: 'fault', reason, status })
      expect(fault.message.length).toBeGreaterThan(20)
    })

    test.each(['', 'nonsense', 'file:///etc/hosts', 'http://', 'http://user:pass@127.0.0.1/'])(
      '"%s" is a bad URL',
      async (url) => {
        expect(await fetcher.fetch({ url, validators: null })).toMatchObject({ kind: 'fault', reason: 'bad-url' })
      },
    )

    test('a host that nothing listens on is a fault', async () => {
      const gone = await startLoopback({})
      await gone.close()
      expect(await fetcher.fetch({ url: gone.origin, validators: null })).toMatchObject({ reason: 'network' })
    })

    test('validators that could break out of a header are not sent', async () => {
      const fetched = await get('/plain', { etag: '"v1"\r\nX-Evil: 1', lastModified: 'x\n' })
      expect(fetched).toMatchObject({ kind: 'fetched' })
    })

    test('closing ends what is underway, and a closed fetcher says so', async () => {
      const other = start({ ...LIMITS, totalMs: 30_000, idleMs: 30_000 })
      const underway = other.fetch({ url: `${server.origin}/hanging`, validators: null })
      await new Promise((resolve) => setTimeout(resolve, 100))
      await other.close()
      expect(await underway).toMatchObject({ kind: 'fault', reason: 'network' })
      expect(await other.fetch({ url: `${server.origin}/plain`, validators: null })).toMatchObject({ kind: 'fault' })
    })
  })
}

const GZIPPED = gzipSync('Five people were killed.')
const BOMB = gzipSync(Buffer.alloc(50_000_000))

const redirectTo =
  (location: string): Page =>
  (_request, response) =>
    void response.writeHead(302, { location }).end('moved')

type Page = Parameters<typeof startLoopback>[0][string]

const PAGES: Readonly<Record<string, Page>> = {
  '/plain': (request, response) => {
    const headers = ['content-TYPE', 'text/plain', 'X-Twice', 'one', 'X-Twice', 'two', 'ETag', '"v1"']
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
    else
      response
        .writeHead(200, 'Fine', [...headers, 'Last-Modified', 'Wed, 01 May 2024 10:00:00 GMT'])
        .end('Five people were killed.\u0000')
  },
  '/gzip': (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(GZIPPED),
  '/bomb': (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/empty': (_request, response) => void response.writeHead(204).end(),
  '/first': redirectTo('/second'),
  '/second': redirectTo('plain'),
  '/gone': (_request, response) => void response.writeHead(410).end('gone'),
  '/not-asked-for-304': (_request, response) => void response.writeHead(304).end(),
  '/redirect-to-nowhere': (_request, response) => void response.writeHead(302).end(),
  '/loop': redirectTo('/loop'),
  '/growing': (request, response) => void response.writeHead(307, { location: `/growing?${request.url}` }).end(),
  '/to-file': redirectTo('file:///etc/passwd'),
  '/endless': (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    }
    response.on('drain', more)
    more()
  },
  '/announced': (_request, response) => {
    response.writeHead(200, { 'content-length': '999999999' })
    response.write('x')
  },
  '/hanging': () => undefined,
  '/stalling': (_request, response) => void response.writeHead(200, { 'content-length': '10' }).write('x'),
  '/dripping': (_request, response) => {
    const drip = setInterval(() => response.write('x'), 100)
    response.on('close', () => clearInterval(drip))
  },
  '/too-short': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.socket?.end())
  },
  '/reset': (_request, response) => void response.socket?.resetAndDestroy(),
  '/not-http': (_request, response) => void response.socket?.end('220 mail.outlet.example ready\r\n'),
  '/header-flood': (_request, response) => void response.writeHead(200, { 'x-flood': 'x'.repeat(100_000) }).end(),
}
