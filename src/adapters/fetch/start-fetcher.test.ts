import { gzipSync } from 'node:zlib'

import { afterEach, describe, expect, test } from 'vitest'

import { type LoopbackServer, startLoopback } from '../../../test/support/loopback-server.ts'
import type { Fetched, FetchFault, Fetcher } from '../../ports/fetcher.ts'
import { type FetcherOptions, startFetcher } from './start-fetcher.ts'

type Pages = Parameters<typeof startLoopback>[0]
type Page = Pages[string]

const IDENTITY = { version: '1.2.3', contact: 'https://monitor.example/about' }
const START = Date.parse('2024-05-01T12:00:00.000Z')
const ok: Page = (_request, response) => void response.end('ok')
const sends =
  (text: string, type = 'text/plain'): Page =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': type }).end(text)
const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Page =>
  (_request, response) =>
    void response.writeHead(status, headers).end('not now')

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface Bench {
  readonly server: LoopbackServer
  readonly fetcher: Fetcher
  /** Milliseconds of each wait, in order. Waiting takes no time but moves the clock. */
  readonly slept: number[]
  get(path: string): ReturnType<Fetcher['fetch']>
  /** "kind" or "kind: reason". */
  outcome(path: string): Promise<string>
  pass(milliseconds: number): void
}

/** A server, and a fetcher whose clock stands still but for its own waits. */
async function set(pages: Pages, options: Partial<FetcherOptions> = {}): Promise<Bench> {
  const server = await startLoopback(pages)
  const slept: number[] = []
  let now = START
  const fetcher = startFetcher(IDENTITY, {
    minDelayMs: 2000,
    retry: { maxAttempts: 3, firstDelayMs: 1000, maxDelayMs: 30_000 },
    allowPrivate: true,
    clock: { now: () => new Date(now) },
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
    },
    chance: () => 0,
    ...options,
  })
  open.push(
    () => fetcher.close(),
    () => server.close(),
  )
  const get = (path: string) => fetcher.fetch({ url: server.origin + path, validators: null })
  return {
    server,
    fetcher,
    slept,
    get,
    outcome: async (path) => {
      const result = await get(path)
      return result.kind === 'fault' ? `fault: ${result.reason}` : result.kind
    },
    pass: (milliseconds) => {
      now += milliseconds
    },
  }
}

describe('says who it is', () => {
  test('and nothing else: no cookies, no browser, no referrer', async () => {
    const seen: string[][] = []
    const bench = await set({
      '/': (request, response) => {
        seen.push(request.rawHeaders)
        response.writeHead(200, { 'Set-Cookie': 'session=4711' }).end('ok')
      },
    })
    await bench.get('/')
    const second = await bench.get('/')
    const sent = Object.fromEntries(pairs(seen[1] ?? []))
    expect(Object.keys(sent).toSorted()).toEqual(['Accept', 'Accept-Encoding', 'User-Agent', 'connection', 'host'])
    expect(sent['User-Agent']).toBe('Cairn/1.2.3 (+https://monitor.example/about)')
    expect(sent['Accept-Encoding']).toMatch(/^identity, /u)
    expect(second).toMatchObject({ http: { responseHeaders: expect.arrayContaining([['Set-Cookie', '(not kept)']]) } })
    expect(JSON.stringify(second)).not.toContain('4711')
    const { requestHeaders } = (second as Fetched).http
    for (const [name, value] of requestHeaders) expect(sent[name]).toBe(value)
  })

  test.each(['javascript:alert(1)', 'nobody', 'https://a.example/\r\nX: 1 (b)'])(
    'a contact such as "%s" is refused',
    (contact) => {
      expect(() => startFetcher({ version: '1', contact })).toThrow(expect.objectContaining({ code: 'bad-usage' }))
    },
  )
})

describe('obeys robots.txt', () => {
  test.each([
    ['no file', answers(404), '/report', 'fetched'],
    ['a forbidden file', answers(403), '/report', 'fetched'],
    ['a server in trouble', answers(500), '/report', 'fault: robots'],
    ['a server that is busy', answers(503), '/report', 'fault: robots'],
    ['a server that is asked too much', answers(429), '/report', 'fault: robots'],
    ['all closed', sends('User-agent: *\nDisallow: /'), '/report', 'fault: robots'],
    ['closed to Cairn', sends('User-agent: cairn\nDisallow: /\n\nUser-agent: *\nAllow: /'), '/report', 'fault: robots'],
    ['closed to others', sends('User-agent: otherbot\nDisallow: /'), '/report', 'fetched'],
    ['open to Cairn alone', sends('User-agent: *\nDisallow: /\n\nUser-agent: Cairn\nAllow: /'), '/report', 'fetched'],
    ['a closed folder', sends('User-agent: *\nDisallow: /private/'), '/private/report', 'fault: robots'],
    ['the longest rule wins', sends('User-agent: *\nDisallow: /\nAllow: /report$'), '/report', 'fetched'],
    ['a byte order mark', sends('\uFEFFUser-agent: *\nDisallow: /'), '/report', 'fault: robots'],
    ['a query', sends('User-agent: *\nDisallow: /*?print='), '/report?print=1', 'fault: robots'],
    ['a page instead of rules', sends('<html>Disallow: nothing</html>', 'text/html'), '/report', 'fetched'],
    ['only wildcards', sends(`User-agent: *\nDisallow: /${'*a'.repeat(20_000)}`), '/report', 'fault: robots'],
    ['too large a file', sends('#'.repeat(600_000)), '/report', 'fault: robots'],
    ['a connection that breaks', (_request, response) => void response.socket?.destroy(), '/report', 'fault: network'],
  ] satisfies [string, Page, string, string][])('%s', async (_name, robots, path, expected) => {
    const bench = await set({ '/robots.txt': robots, '/report': ok, '/private/report': ok })
    expect(await bench.outcome(path)).toBe(expected)
  })

  test('a compressed file is read', async () => {
    const robots: Page = (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('User-agent: *\nDisallow: /'))
    expect(await (await set({ '/robots.txt': robots, '/': ok })).outcome('/')).toBe('fault: robots')
  })

  test('asks once a day, and again soon when it could not be had', async () => {
    let asked = 0
    let status = 200
    const bench = await set({
      '/robots.txt': (_request, response) => {
        asked++
        response.writeHead(status).end('')
      },
      '/': ok,
    })
    await Promise.all([bench.get('/'), bench.get('/'), bench.get('/')])
    expect(asked).toBe(1)
    status = 500
    bench.pass(25 * 3_600_000)
    expect(await bench.outcome('/')).toBe('fault: robots')
    expect(await bench.outcome('/')).toBe('fault: robots')
    expect(asked).toBe(2)
    status = 200
    bench.pass(10 * 60_000)
    expect(await bench.outcome('/')).toBe('fetched')
    expect(asked).toBe(3)
  })

  test('where a redirect leads to another site, that site is asked too', async () => {
    const other = await startLoopback({
      '/robots.txt': sends('User-agent: *\nDisallow: /closed'),
      '/open': ok,
      '/closed': ok,
    })
    open.push(() => other.close())
    const bench = await set({
      '/to-closed': answers(301, { location: `${other.origin}/closed` }),
      '/to-open': answers(301, { location: `${other.origin}/open` }),
    })
    expect(await bench.outcome('/to-closed')).toBe('fault: robots')
    expect(await bench.outcome('/to-open')).toBe('fetched')
    expect(other.asked).toEqual(['/open'])
  })

  test('waits as long as the site asks between two requests', async () => {
    const bench = await set({ '/robots.txt': sends('User-agent: *\nCrawl-delay: 7'), '/': ok })
    await bench.get('/')
    await bench.get('/')
    expect(bench.slept).toEqual([2000, 7000])
  })

  test('a pause too long to wait for is a fault that says until when', async () => {
    const bench = await set({ '/robots.txt': sends('User-agent: *\nCrawl-delay: 3600'), '/': ok })
    expect(await bench.outcome('/')).toBe('fetched')
    expect(await bench.get('/')).toMatchObject({ reason: 'robots', retryAt: '2024-05-01T13:00:02.000Z' })
    bench.pass(3_600_000)
    expect(await bench.outcome('/')).toBe('fetched')
    expect(bench.slept).toEqual([2000])
  })
})

describe('spares hosts', () => {
  test('one request at a time to one host, with a pause', async () => {
    let underway = 0
    let most = 0
    const bench = await set({
      '/': (_request, response) => {
        most = Math.max(most, ++underway)
        setTimeout(() => {
          underway--
          response.end('ok')
        }, 20)
      },
    })
    await Promise.all([bench.get('/'), bench.get('/'), bench.get('/')])
    expect(most).toBe(1)
    expect(bench.slept).toEqual([2000, 2000, 2000])
  })

  test('several hosts at once', async () => {
    let arrived = 0
    let release: () => void = () => undefined
    const both = new Promise<void>((resolve) => {
      release = resolve
    })
    const page: Page = (_request, response) => {
      if (++arrived === 2) release()
      void both.then(() => response.end('ok'))
    }
    const bench = await set({ '/': page }, { minDelayMs: 0 })
    const other = await startLoopback({ '/': page })
    open.push(() => other.close())
    const results = await Promise.all([bench.get('/'), bench.fetcher.fetch({ url: other.origin, validators: null })])
    expect(results.map(({ kind }) => kind)).toEqual(['fetched', 'fetched'])
  })

  test('but no more than allowed', async () => {
    let underway = 0
    let most = 0
    const page: Page = (_request, response) => {
      most = Math.max(most, ++underway)
      setTimeout(() => {
        underway--
        response.end('ok')
      }, 20)
    }
    const bench = await set({ '/': page }, { hostsAtOnce: 2, minDelayMs: 0 })
    const others = await Promise.all([1, 2, 3].map(() => startLoopback({ '/': page })))
    open.push(...others.map((other) => () => other.close()))
    const urls = [bench.server, ...others].map(({ origin }) => origin)
    await Promise.all(urls.map((url) => bench.fetcher.fetch({ url, validators: null })))
    expect(most).toBe(2)
  })
})

describe('asks again where that may help', () => {
  const failing = (times: number, fail: Page): Page => {
    let failed = 0
    return (request, response) => (failed++ < times ? fail(request, response) : ok(request, response))
  }
  const reset: Page = (_request, response) => void response.socket?.resetAndDestroy()

  test.each([
    ['a broken connection', failing(2, reset), 'fetched', [2000, 2000, 2000]],
    ['three broken connections', failing(3, reset), 'fault: network', [2000, 2000, 2000]],
    ['status 503 without a word', failing(2, answers(503)), 'fetched', [2000, 2000, 2000]],
    ['status 503 for 10 s', failing(1, answers(503, { 'retry-after': '10' })), 'fetched', [2000, 10_000]],
    [
      'status 429 until a date',
      failing(1, answers(429, { 'retry-after': 'Wed, 01 May 2024 12:00:20 GMT' })),
      'fetched',
      [2000, 18_000],
    ],
    ['status 429 for an hour', failing(1, answers(429, { 'retry-after': '3600' })), 'fault: http-status', [2000]],
    ['status 502 for good', answers(502), 'fault: http-status', [2000, 2000, 2000]],
    ['status 500', failing(1, answers(500)), 'fault: http-status', [2000]],
    ['status 404', failing(1, answers(404)), 'fault: http-status', [2000]],
  ] satisfies [string, Page, string, number[]][])('%s', async (_name, page, expected, slept) => {
    const bench = await set({ '/': page })
    expect(await bench.outcome('/')).toBe(expected)
    expect(bench.slept).toEqual(slept)
  })

  test('waits longer each time, with jitter', async () => {
    const bench = await set({ '/': answers(503) }, { minDelayMs: 0, chance: () => 0.5 })
    await bench.get('/')
    expect(bench.slept).toEqual([750, 1500])
  })

  test('a host that wants to be left alone is not asked, whatever the page', async () => {
    const bench = await set({ '/busy': answers(503, { 'retry-after': '600' }), '/other': ok })
    const until = '2024-05-01T12:10:02.000Z'
    expect(await bench.get('/busy')).toMatchObject({ reason: 'http-status', status: 503, retryAt: until })
    expect(await bench.get('/other')).toMatchObject({ reason: 'http-status', status: null, retryAt: until })
    expect(bench.server.asked).toEqual(['/busy'])
    bench.pass(600_000)
    expect(await bench.outcome('/other')).toBe('fetched')
  })
})

describe('a host that cannot be reached is a fault in time', () => {
  const limits = { maxBytes: 1000, totalMs: 1000, idleMs: 200, maxRedirects: 3 }
  const failing = (code: string) => async (): Promise<string[]> => {
    throw Object.assign(new Error(code), { code })
  }
  test.each([
    ['a name server that never answers', () => new Promise<string[]>(() => undefined), 'fault: timeout'],
    ['a name server out of order', failing('EAI_AGAIN'), 'fault: network'],
    ['a name nobody knows', failing('ENOTFOUND'), 'fault: network'],
    ['a name without an address', async () => [], 'fault: network'],
  ])('%s', async (_name, resolve, expected) => {
    const { fetcher } = await set({}, { resolve, limits })
    const started = Date.now()
    const result = await fetcher.fetch({ url: 'http://outlet.example/', validators: null })
    expect(result.kind === 'fault' ? `fault: ${result.reason}` : result.kind).toBe(expected)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})

describe('stays off this machine and its network', () => {
  test('also when a name leads there', async () => {
    const bench = await set({ '/': ok }, { allowPrivate: false, resolve: async () => ['127.0.0.1'] })
    const url = `http://outlet.example:${bench.server.port}/`
    expect(await bench.fetcher.fetch({ url, validators: null })).toMatchObject({ reason: 'private-address' })
    expect(bench.server.asked).toEqual([])
  })

  // 127.0.0.2 plays the public internet here, 127.0.0.1 this machine.
  const mayConnect = (address: string): boolean => address === '127.0.0.2'
  const resolve = async (name: string): Promise<string[]> => [name === 'outlet.example' ? '127.0.0.2' : '127.0.0.1']

  test.each([
    ['/report', 'fetched'],
    ['http://127.0.0.1:PORT/', 'fault: private-address'],
    ['http://2130706433:PORT/', 'fault: private-address'],
    ['http://[::ffff:127.0.0.1]:PORT/', 'fault: private-address'],
    ['http://localhost:PORT/', 'fault: private-address'],
    ['http://inside.example:PORT/', 'fault: private-address'],
    ['//169.254.169.254/latest/', 'fault: private-address'],
    ['http://user:hunter2@outlet.example/', 'fault: bad-url'],
    ['http://outlet.example:25/', 'fault: bad-url'],
    ['file:///etc/passwd', 'fault: bad-url'],
    ['http://[', 'fault: bad-url'],
  ])('also when redirected to %s', async (location, expected) => {
    const inside = await startLoopback({ '/': ok })
    const outside = await startLoopback(
      { '/': answers(302, { location: location.replace('PORT', String(inside.port)) }), '/report': ok },
      '127.0.0.2',
    )
    open.push(
      () => inside.close(),
      () => outside.close(),
    )
    const { fetcher } = await set({}, { allowPrivate: false, mayConnect, resolve })
    const result = await fetcher.fetch({ url: `http://outlet.example:${outside.port}/`, validators: null })
    expect(result.kind === 'fault' ? `fault: ${result.reason}` : result.kind).toBe(expected)
    expect(JSON.stringify(result)).not.toContain('hunter2')
    expect(inside.asked).toEqual([])
  })
})

test('secrets of a URL are in no fault', async () => {
  const bench = await set({ '/feed': answers(403), '/moved': answers(302, { location: '/feed?api_key=hunter2' }) })
  for (const path of ['/feed?token=hunter2', '/moved']) {
    const fault = (await bench.get(path)) as FetchFault
    expect(fault.kind).toBe('fault')
    expect(JSON.stringify(fault)).not.toContain('hunter2')
  }
})

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1] ?? ''] as [string, string]] : []))
}
