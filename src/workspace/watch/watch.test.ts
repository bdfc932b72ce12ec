import { describe, expect, test } from 'vitest'

import type { Fetched, FetchFault, Fetcher, FetchRequest, NotModified } from '../../ports/fetcher.ts'
import type { ArticleOutcome } from './look-at-source.ts'
import { adaptInterval, DEFAULT_PACE, nextLook, nextTry, planWatch } from './plan-watch.ts'
import { type Round, runRound } from './run-round.ts'
import { dropSource, NOTHING_WATCHED, parseWatchState, watchSource, type WatchState } from './watch-state.ts'

const FEED = 'https://outlet.example/feed'
const MINUTE = 60_000
const NOW = new Date('2024-05-01T12:00:00.000Z')
const after = (minutes: number): string => new Date(NOW.getTime() + minutes * MINUTE).toISOString()

/** An RSS feed of articles, newest first: "path" or "path date". */
const rss = (...items: string[]): string => {
  const written = items.map((item) => {
    const [path = '', date] = item.split(' ')
    return `<item><link>/${path}</link>${date === undefined ? '' : `<pubDate>${date}T00:00:00Z</pubDate>`}</item>`
  })
  return `<rss version="2.0"><channel><title>Outlet</title>${written.join('')}</channel></rss>`
}

interface Bench {
  readonly lines: string[]
  /** Paths of the articles handed over, in order. */
  readonly handed: string[]
  readonly asked: FetchRequest[]
  readonly kept: WatchState[]
  /** What the site answers with: text, a fault, or "same" when nothing changed. */
  readonly site: Map<string, string | Partial<FetchFault> | 'same'>
  readonly outcomes: Map<string, ArticleOutcome>
  now: Date
  round(state: WatchState): Promise<Round>
}

function set(newest = 100): Bench {
  const bench: Bench = {
    lines: [],
    handed: [],
    asked: [],
    kept: [],
    site: new Map(),
    outcomes: new Map(),
    now: NOW,
    round: (state) =>
      runRound(
        state,
        { fetcher, clock: { now: () => bench.now }, chance: () => 0.5 },
        {
          pace: DEFAULT_PACE,
          newest,
          takeArticle: async (entry) => {
            const path = new URL(entry.url).pathname.slice(1)
            bench.handed.push(path)
            return bench.outcomes.get(path) ?? { kind: 'taken' }
          },
          keepState: async (kept) => void bench.kept.push(kept),
          say: (line) => void bench.lines.push(line),
        },
      ),
  }
  const fetcher: Fetcher = {
    fetch: async (request) => {
      bench.asked.push(request)
      return answer(request, bench.site.get(request.url) ?? { reason: 'network', message: `${request.url} is down.` })
    },
    close: async () => undefined,
  }
  return bench
}

function answer({ url }: FetchRequest, page: string | Partial<FetchFault>): Fetched | NotModified | FetchFault {
  const receivedAt = NOW.toISOString()
  if (page === 'same') return { kind: 'not-modified', receivedAt }
  if (typeof page !== 'string')
    return { kind: 'fault', url, reason: 'network', status: null, retryAt: null, message: '', ...page }
  const way = {
    requestedUrl: url,
    finalUrl: url,
    method: 'GET',
    requestHeaders: [],
    status: 200,
    statusText: 'OK',
    redirects: [],
  }
  return {
    kind: 'fetched',
    payload: new TextEncoder().encode(page),
    payloadSha256: '',
    receivedAt,
    http: { ...way, responseHeaders: [['Content-Type', 'application/rss+xml']] },
    validators: { etag: `"${page.length}"`, lastModified: null },
  }
}

const watching = (url = FEED): WatchState => watchSource(NOTHING_WATCHED, url, DEFAULT_PACE.firstMs, NOW)

describe('a round', () => {
  test('hands over what is new, the oldest first, and plans the next look', async () => {
    const bench = set()
    bench.site.set(FEED, rss('c', 'b', 'a'))
    const first = await bench.round(watching())
    expect(bench.handed).toEqual(['a', 'b', 'c'])
    expect(first).toMatchObject({ looked: 1, faults: 0, taken: 3, nextDueAt: after(7.5) })
    expect(bench.lines).toEqual([`${FEED}: 3 new of 3 articles, 3 of 3 taken; next look ${after(7.5)}`])

    bench.now = new Date(after(7.5))
    bench.site.set(FEED, rss('d', 'c', 'b?utm_source=x'))
    const second = await bench.round(first.state)
    expect(bench.handed).toEqual(['a', 'b', 'c', 'd'])
    expect(bench.asked[1]?.validators?.etag).toMatch(/^"\d+"$/u)

    bench.now = new Date(after(60))
    bench.site.set(FEED, 'same')
    const third = await bench.round(second.state)
    expect(third).toMatchObject({ taken: 0, nextDueAt: after(67.5) })
    expect(bench.lines.at(-1)).toBe(`${FEED}: not changed; next look ${after(67.5)}`)
    expect(bench.kept.at(-1)).toEqual(third.state)
  })

  test('looks at nothing that is not due', async () => {
    const bench = set()
    const state = (await bench.round(watching())).state
    expect((await bench.round(state)).looked).toBe(0)
  })

  test('the state survives being kept as JSON', async () => {
    const bench = set()
    bench.site.set(FEED, rss('a'))
    const { state } = await bench.round(watching())
    expect(parseWatchState(JSON.stringify(state))).toEqual(state)
  })

  test('an article that comes back after it left the feed is not new', async () => {
    const bench = set()
    let { state } = watchedAt(bench, rss('b', 'a'))
    for (const feed of [rss('b', 'a'), rss('c'), rss('a', 'c')]) {
      bench.site.set(FEED, feed)
      state = (await bench.round(state)).state
      bench.now = new Date(state.sources[0]?.dueAt ?? '')
    }
    expect(bench.handed).toEqual(['a', 'b', 'c'])
  })

  test('the first look takes the newest only, and says what it leaves', async () => {
    const bench = set(2)
    bench.site.set(FEED, rss('old 2024-04-01', 'newest 2024-04-30', 'new 2024-04-29', 'older 2024-03-01'))
    await bench.round(watching())
    expect(bench.handed).toEqual(['new', 'newest'])
    expect(bench.lines[0]).toContain('2 new of 4 articles, 2 from before the watch left out')
  })
})

describe('articles that could not be taken', () => {
  test('are tried again, also when the feed did not change, and given up in the end', async () => {
    const bench = set()
    bench.site.set(FEED, rss('a'))
    bench.outcomes.set('a', { kind: 'later', why: 'timeout' })
    let { state } = await bench.round(watching())
    bench.site.set(FEED, 'same')
    for (let i = 0; i < 6; i++) {
      bench.now = new Date(state.sources[0]?.dueAt ?? '')
      state = (await bench.round(state)).state
    }
    expect(bench.handed).toHaveLength(5)
    expect(bench.lines.filter((line) => line.includes('/a:'))).toEqual([
      ...Array.from({ length: 4 }, () => 'https://outlet.example/a: not yet taken, to be tried again: timeout'),
      'https://outlet.example/a: given up after 5 tries: timeout',
    ])
  })

  test('are left when they cannot be taken at all', async () => {
    const bench = set()
    bench.site.set(FEED, rss('b', 'a'))
    bench.outcomes.set('a', { kind: 'refused', why: 'robots.txt' })
    const { state, taken } = await bench.round(watching())
    expect(taken).toBe(1)
    expect(state.sources[0]?.pending).toEqual([])
    expect(bench.lines).toContain('https://outlet.example/a: not taken: robots.txt')
  })
})

describe('faults', () => {
  test('put a source off, longer each time, and forget nothing', async () => {
    const bench = set()
    let { state } = watchedAt(bench, rss('a'))
    state = (await bench.round(state)).state
    bench.site.delete(FEED)
    const waits: number[] = []
    for (let i = 0; i < 3; i++) {
      bench.now = new Date(state.sources[0]?.dueAt ?? '')
      state = (await bench.round(state)).state
      waits.push((Date.parse(state.sources[0]?.dueAt ?? '') - bench.now.getTime()) / MINUTE)
    }
    expect(waits).toEqual([3.75, 7.5, 15])
    expect(bench.lines.at(-1)).toMatch(/^https:\/\/outlet\.example\/feed is down \(fault 3 in a row\); next try /u)
    bench.now = new Date(state.sources[0]?.dueAt ?? '')
    bench.site.set(FEED, rss('b', 'a'))
    state = (await bench.round(state)).state
    expect(bench.handed).toEqual(['a', 'b'])
    expect(state.sources[0]?.failures).toBe(0)
  })

  test('a server that asks for time gets it', async () => {
    const bench = set()
    bench.site.set(FEED, { reason: 'http-status', message: 'busy', retryAt: after(600) })
    expect((await bench.round(watching())).nextDueAt).toBe(after(600))
  })

  test('a page in place of a feed names the feeds', async () => {
    const bench = set()
    bench.site.set(FEED, '<html><link rel="alternate" type="application/rss+xml" href="/real.xml"></html>')
    expect(await bench.round(watching())).toMatchObject({ faults: 1, taken: 0 })
    expect(bench.lines[0]).toContain('https://outlet.example/real.xml')
  })

  test('one source in trouble does not hold up the others', async () => {
    const bench = set()
    bench.site.set('https://other.example/feed', rss('x'))
    const state = watchSource(watching(), 'https://other.example/feed', DEFAULT_PACE.firstMs, NOW)
    expect(await bench.round(state)).toMatchObject({ looked: 2, faults: 1, taken: 1 })
  })

  test('secrets in the address of a feed are not said', async () => {
    const bench = set()
    const secret = `${FEED}?token=hunter2`
    bench.site.set(secret, rss('a'))
    await bench.round(watching(secret))
    expect(bench.lines.join('\n')).not.toContain('hunter2')
  })
})

describe('an index of sitemaps', () => {
  const INDEX = 'https://outlet.example/sitemap.xml'
  const index = (...paths: string[]): string =>
    `<sitemapindex>${paths.map((path) => `<sitemap><loc>https://outlet.example/${path}</loc></sitemap>`).join('')}</sitemapindex>`
  const sitemap = (...items: string[]): string => {
    const urls = items.map((item) => {
      const [path, date] = item.split(' ')
      const news = date === undefined ? '' : `<news><publication_date>${date}</publication_date></news>`
      return `<url><loc>https://outlet.example/${path}</loc>${news}</url>`
    })
    return `<urlset>${urls.join('')}</urlset>`
  }

  test('brings its sitemaps in: of the archive only recent articles, of later sitemaps all', async () => {
    const bench = set()
    bench.site.set(INDEX, index('april.xml', 'news.xml'))
    bench.site.set('https://outlet.example/april.xml', sitemap('old-1', 'old-2'))
    bench.site.set('https://outlet.example/news.xml', sitemap('today 2024-05-01', 'last-week 2024-04-22'))
    const first = await bench.round(watching(INDEX))
    expect(first.looked).toBe(3)
    expect(bench.handed).toEqual(['today'])

    bench.now = new Date(after(24 * 60))
    bench.site.set(INDEX, index('news.xml', 'may.xml'))
    bench.site.set('https://outlet.example/may.xml', sitemap('new-1', 'new-2'))
    const second = await bench.round(first.state)
    expect(bench.handed.slice(1).toSorted()).toEqual(['new-1', 'new-2'])
    expect(second.state.sources.map(({ url }) => url)).toEqual([
      INDEX,
      'https://outlet.example/news.xml',
      'https://outlet.example/may.xml',
    ])
    expect(dropSource(second.state, INDEX).sources).toEqual([])
  })

  test('an index that lists itself or indexes without end does no harm', async () => {
    const bench = set()
    bench.site.set(INDEX, index('sitemap.xml', '1.xml'))
    for (let i = 1; i < 9; i++) bench.site.set(`https://outlet.example/${i}.xml`, index(`${i + 1}.xml`))
    const round = await bench.round(watching(INDEX))
    expect(round.looked).toBe(3)
    expect(bench.lines.join('\n')).toContain('an index inside 2 others is not followed')
  })
})

describe('the pace', () => {
  test.each([
    [15, true, 7.5],
    [7.5, true, 5],
    [15, false, 22.5],
    [300, false, 360],
  ])('after %d minutes, new articles %s: %d minutes', (minutes, foundNew, expected) => {
    expect(adaptInterval(minutes * MINUTE, foundNew, DEFAULT_PACE)).toBe(expected * MINUTE)
  })

  test.each([
    [0, 9],
    [0.5, 10],
    [0.9999, 11],
  ])('chance %d puts a look of 10 minutes at %d', (chance, minutes) => {
    expect(Date.parse(nextLook(NOW, 10 * MINUTE, chance)) - NOW.getTime()).toBeCloseTo(minutes * MINUTE, -3)
  })

  test('a source that fails for days is still tried at the longest interval', () => {
    expect(nextTry(NOW, 50, null, DEFAULT_PACE, 0.999)).toBe(nextTry(NOW, 51, null, DEFAULT_PACE, 0.999))
    expect(Date.parse(nextTry(NOW, 50, null, DEFAULT_PACE, 0.999)) - NOW.getTime()).toBeLessThanOrEqual(
      DEFAULT_PACE.maxMs,
    )
  })

  test('what is due comes in order', () => {
    let state = watching('https://b.example/')
    state = watchSource(state, 'https://a.example/', MINUTE, NOW)
    state = watchSource(state, 'https://c.example/', MINUTE, new Date(after(5)))
    expect(planWatch(state, NOW)).toMatchObject({
      due: [{ url: 'https://a.example/' }, { url: 'https://b.example/' }],
      nextDueAt: after(5),
    })
    expect(planWatch(NOTHING_WATCHED, NOW)).toEqual({ due: [], nextDueAt: null })
  })
})

describe('the state', () => {
  test('a source is watched once', () => {
    expect(watchSource(watching(), FEED, MINUTE, NOW)).toEqual(watching())
  })

  test('nothing kept is nothing watched; another version is refused', () => {
    expect(parseWatchState(null)).toEqual(NOTHING_WATCHED)
    expect(() => parseWatchState('{"schema":"cairn/watch@9"}')).toThrow(
      expect.objectContaining({ code: 'bad-workspace' }),
    )
  })
})

function watchedAt(bench: Bench, feed: string): { state: WatchState } {
  bench.site.set(FEED, feed)
  return { state: watching() }
}
