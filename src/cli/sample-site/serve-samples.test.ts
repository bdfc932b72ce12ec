import { resolve } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { captureBytes } from '../../1-capture/capture-bytes.ts'
import { discover } from '../../adapters/discover/discover.ts'
import type { Discovery } from '../../adapters/discover/discovery.ts'
import { startFetcher } from '../../adapters/fetch/start-fetcher.ts'
import { loadGazetteer } from '../../adapters/gazetteer/load-gazetteer.ts'
import { readCapture } from '../../pipeline.ts'
import type { Fetched, Fetcher } from '../../ports/fetcher.ts'
import { DEFAULT_PACE } from '../../workspace/watch/plan-watch.ts'
import { runRound } from '../../workspace/watch/run-round.ts'
import { NOTHING_WATCHED, watchSource } from '../../workspace/watch/watch-state.ts'
import { readSampleReports } from './read-sample-reports.ts'
import { renderReport } from './render-site.ts'
import { type SampleSite, serveSamples } from './serve-samples.ts'

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'samples', 'reports')
let site: SampleSite
let fetcher: Fetcher

beforeAll(async () => {
  site = await serveSamples(FOLDER)
  fetcher = startFetcher({ version: '0.0.0', contact: null }, { allowPrivate: true, minDelayMs: 0 })
})
afterAll(async () => {
  await fetcher.close()
  await site.close()
})

const get = async (url: string): Promise<Fetched> => (await fetcher.fetch({ url, validators: null })) as Fetched
const textOf = ({ payload }: Fetched): string => Buffer.from(payload).toString()

test.each([
  ['hw-chibok', '/harbour-wire.example/2014/04/15/hw-chibok', '2014-04-15', 'Harbour Wire', 'en'],
  [
    'hw-mariupol-basement.txt',
    '/harbour-wire.example/2022/05/24/hw-mariupol-basement',
    '2022-05-24',
    'Harbour Wire',
    'en',
  ],
  ['sg-dnipro.txt', '/sloboda-gazette.example/2023/01/17/sg-dnipro', '2023-01-17', 'Sloboda Gazette', 'en'],
  [
    'mb-kremenchuk.html',
    '/meridian.example/2022/06/27/kremenchuk-mall',
    '2022-06-27T20:45:00Z',
    'Meridian Broadcasting',
    'en',
  ],
  [
    'mb-dnipro-live.html',
    '/meridian.example/2023/01/14/mb-dnipro-live',
    '2023-01-14T15:40:00Z',
    'Meridian Broadcasting',
    'en',
  ],
  [
    'elbstimme-dnipro.html',
    '/elbstimme.example/2023/01/15/elbstimme-dnipro',
    '2023-01-15T14:00:00+01:00',
    'Elbstimme',
    'de',
  ],
])('%s is served at %s', async (id, path, published, outlet, language) => {
  const served = site.reports.find(({ report }) => report.id === id)
  expect(served).toMatchObject({ url: site.origin + path, report: { published, outlet, language } })
  const fetched = await get(site.origin + path)
  expect(fetched.http.status).toBe(200)
  expect(textOf(fetched)).toContain(served?.report.title)
})

test('every report has a day, a page of its own, and stands in every listing', async () => {
  const reports = readSampleReports(FOLDER)
  for (const { published } of reports) expect(published).toMatch(/^20\d\d-\d\d-\d\d(?:T|$)/u)
  const urls = site.reports.map(({ url }) => url).toSorted()
  expect(new Set(urls).size).toBe(reports.length)
  for (const listing of [site.feedUrl, site.jsonFeedUrl, site.newsSitemapUrl]) {
    const fetched = await get(listing)
    const found = discover(fetched.payload, '', listing) as Discovery
    expect(found.notes).toEqual([])
    expect(found.entries.map(({ url }) => url).toSorted()).toEqual(urls)
  }
})

test('listings say outlet, language and publication as the reports do', async () => {
  for (const listing of [site.feedUrl, site.newsSitemapUrl]) {
    const { entries } = discover((await get(listing)).payload, '', listing) as Discovery
    for (const { report, url } of site.reports) {
      const published = report.published.includes('T')
        ? new Date(report.published).toISOString().replace('.000Z', 'Z')
        : report.published
      expect(entries.find((entry) => entry.url === url)).toMatchObject({
        title: report.title,
        outlet: report.outlet,
        language: report.language,
        published,
      })
    }
  }
})

test('two sites of the same folder are the same but for the port', async () => {
  const other = await serveSamples(FOLDER)
  for (const path of ['/', '/feed.xml', '/feed.json', '/sitemap.xml', '/robots.txt']) {
    const [here, there] = [textOf(await get(site.origin + path)), textOf(await get(other.origin + path))]
    expect(here.replaceAll(site.origin, '')).toBe(there.replaceAll(other.origin, ''))
  }
  await other.close()
})

test('a served page claims the same figures as the report it is made of', () => {
  const gazetteer = loadGazetteer()
  const read = (body: string, format: 'html' | 'text', published: string | null): string[] => {
    const given = { sourceId: null, title: null, published, url: null, outlet: null }
    const reading = readCapture(captureBytes(new TextEncoder().encode(body), format, given), gazetteer)
    if ('reason' in reading) return [reading.reason]
    return reading.claims.flatMap(({ figure, attribution }) =>
      figure === null ? [] : [`${figure.measure} ${figure.low} ${figure.high} ${attribution.claimant.name}`],
    )
  }
  for (const { report } of site.reports) {
    if (report.paragraphs === null) continue
    const text = [report.title, ...(report.paragraphs ?? [])].join('\n\n')
    expect([report.id, ...read(renderReport(report), 'html', null)]).toEqual([
      report.id,
      ...read(text, 'text', report.published),
    ])
  }
})

test('a watch takes every report once, and a revision is seen on asking again', async () => {
  const taken = new Map<string, Fetched>()
  const orders = {
    pace: DEFAULT_PACE,
    newest: 100,
    keepState: async () => undefined,
    say: () => undefined,
    takeArticle: async ({ url }: { readonly url: string }) => {
      taken.set(url, await get(url))
      return { kind: 'taken' } as const
    },
  }
  const now = new Date('2026-01-01T00:00:00Z')
  const state = watchSource(NOTHING_WATCHED, site.feedUrl, DEFAULT_PACE.firstMs, now)
  const round = await runRound(state, { fetcher, clock: { now: () => now }, chance: () => 0.5 }, orders)
  expect(round).toMatchObject({ faults: 0, taken: site.reports.length })

  const [url, before] = [...taken].at(-1) ?? ['', undefined]
  const validators = before?.validators ?? null
  expect(await fetcher.fetch({ url, validators })).toMatchObject({ kind: 'not-modified' })
  site.revise(
    url,
    (page) => page.replace('</article>', '<p>Correction.</p></article>'),
    new Date('2026-01-02T00:00:00Z'),
  )
  const after = (await fetcher.fetch({ url, validators })) as Fetched
  expect(textOf(after)).toContain('Correction.')
  expect(after.payloadSha256).not.toBe(before?.payloadSha256)
})

test('unknown pages and what robots.txt closes are faults', async () => {
  expect(await fetcher.fetch({ url: `${site.origin}/nothing`, validators: null })).toMatchObject({ status: 404 })
  expect(await fetcher.fetch({ url: `${site.origin}/private/x`, validators: null })).toMatchObject({ reason: 'robots' })
})
