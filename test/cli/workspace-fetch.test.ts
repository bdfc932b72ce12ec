import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type SampleSite, serveSamples } from '../../src/cli/sample-site/serve-samples.ts'
import { type LoopbackServer, startLoopback } from '../support/loopback-server.ts'
import { callCli, type CliRun } from '../support/run-cli.ts'

const SAMPLES = resolve(import.meta.dirname, '../../samples/reports')
const REPORT = '/harbour-wire.example/2022/05/24/hw-mariupol-basement'
const folder = mkdtempSync(join(tmpdir(), 'cairn-fetch-'))
let site: SampleSite
let other: LoopbackServer

const html = (body: string): string => `<html><body><article><p>${body}</p></article></body></html>`
const KILLED = 'Four people were killed when shells hit Nikopol on Monday, the mayor said.'
const GERMAN =
  'Bei einem Angriff auf die Stadt sind nach Angaben der Behörden mindestens vier Menschen getötet worden, zwölf wurden verletzt.'

beforeAll(async () => {
  site = await serveSamples(SAMPLES)
  other = await startLoopback({
    '/german': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html(GERMAN)),
    '/broken-feed.xml': (_, response) => response.setHeader('content-type', 'application/rss+xml').end('<rss><chan'),
    '/bomb': (_, response) => {
      response.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip')
      response.end(gzipSync(Buffer.alloc(60_000_000, 'a')))
    },
    '/xxe.xml': (_, response) => {
      const items = `<item><title>&secret; and &lol9;</title><link>${other.origin}/german</link></item>`
      const lol = Array.from({ length: 9 }, (__, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('')
      const type = `<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY lol0 "lol">${lol}]>`
      response.setHeader('content-type', 'application/rss+xml')
      response.end(`<?xml version="1.0"?>${type}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`)
    },
  })
})
afterAll(async () => {
  await site.close()
  await other.close()
  rmSync(folder, { recursive: true, force: true })
})

const inWorkspace = (name: string): readonly string[] => ['--workspace', join(folder, name)]
const ingest = (name: string, ...args: readonly string[]): Promise<CliRun> =>
  callCli(['ingest', ...args, ...inWorkspace(name), '--allow-private', '--workers', '1', '--json'])

interface Row {
  readonly captureId: string
  readonly resource: string
  readonly title: string | null
  readonly revises: string | null
}
async function documents(name: string): Promise<readonly Row[]> {
  const { out } = await callCli(['documents', ...inWorkspace(name), '--jsonl', '--limit', '0'])
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

describe('cairn ingest URL', () => {
  test('a page fetched again is another capture, and a revision once its text changed', async () => {
    const url = `${site.origin}${REPORT}`
    expect(JSON.parse((await ingest('page', url)).out)).toMatchObject({ captured: 1, read: 1, problems: [] })
    await ingest('page', url)
    site.revise(url, (body) => body.replace('</article>', `<p>${KILLED}</p></article>`), new Date())
    expect(JSON.parse((await ingest('page', url)).out)).toMatchObject({ captured: 1, known: 0, read: 1 })
    const rows = await documents('page')
    expect(rows.map(({ resource }) => resource)).toEqual([url, url, url])
    expect(rows.map(({ revises }) => revises)).toEqual([null, null, rows[1]?.captureId])
  })

  test('of a feed and a sitemap the newest articles, and none of them twice', async () => {
    const feed = await ingest('feed', site.feedUrl, '--newest', '4')
    expect(JSON.parse(feed.out)).toMatchObject({ captured: 4, problems: [] })
    expect(feed.err).toMatch(/feed\.xml: the newest 4 of 51 articles are taken; --newest takes more/u)
    const sitemap = await ingest('feed', site.newsSitemapUrl, '--newest', '6')
    expect(JSON.parse(sitemap.out)).toMatchObject({ captured: 2, problems: [] })
    expect(sitemap.err).toMatch(/news-sitemap\.xml: 4 of its articles are in the workspace already/u)
    const rows = await documents('feed')
    expect(new Set(rows.map(({ resource }) => resource)).size).toBe(6)
  })

  test('what is refused or fails is named, without secrets, and the rest is taken', async () => {
    const secret = 'hunter2SECRET'
    const { code, out, err } = await callCli([
      'ingest',
      `${other.origin}/german?token=${secret}`,
      `${other.origin}/none?api_key=${secret}`,
      `http://me:${secret}@127.0.0.1:${other.port}/german`,
      `${site.origin}/private/list`,
      `${other.origin}/broken-feed.xml?sig=${secret}`,
      `${other.origin}/bomb`,
      `${site.origin}/${'long/'.repeat(1200)}`,
      `${other.origin}/xxe.xml`,
      ...inWorkspace('faults'),
      '--allow-private',
      '--workers',
      '1',
      '--jsonl',
    ])
    expect(`${out}${err}`).not.toContain(secret)
    expect(`${out}${err}`).not.toContain('root:')
    expect(err).not.toMatch(/\n\s+at /u)
    for (const message of [
      /german\?token=…: written in German/u,
      /none\?api_key=…: http-status: /u,
      /german: bad-url: .* with a user name or password/u,
      /private\/list: robots: /u,
      /broken-feed\.xml\?sig=…: /u,
      /bomb: .*too-large/u,
      /: bad-url: .*4096/u,
    ])
      expect(err).toMatch(message)
    expect(code).toBe(3)
    const events = out.trim().split('\n')
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ captured: 3, read: 2, unreadable: 1 })
  })
})

describe('cairn watch --once', () => {
  const watch = (...urls: readonly string[]): Promise<CliRun> =>
    callCli(['watch', ...urls, '--once', '--newest', '3', '--allow-private', ...inWorkspace('watched')])

  test('takes the newest, then nothing, then what is new; a failing feed does not stop the rest', async () => {
    const feed = `${site.origin}/harbour-wire.example/feed.xml`
    const items = (body: string): readonly string[] => body.match(/<item>.*?<\/item>/gsu) ?? []
    let newest = ''
    site.revise(
      feed,
      (body) => {
        newest = items(body)[0] ?? ''
        return body.replace(newest, '')
      },
      new Date('2026-01-01T10:00:00Z'),
    )
    const first = await watch(feed)
    expect(first.out).toMatch(
      /^\S+Z \S+feed\.xml: 3 new of \d+ articles, \d+ from before the watch left out, 3 of 3 taken/u,
    )
    expect(first.out).toMatch(/^3 read, \d+ claims$/mu)
    expect(first.code).toBe(0)

    const second = await watch()
    expect(second.out).toMatch(/feed\.xml: not changed; next look/u)
    expect(second.code).toBe(0)

    site.revise(feed, (body) => body.replace('<item>', `${newest}<item>`), new Date('2026-01-01T11:00:00Z'))
    const third = await watch(`${other.origin}/gone.xml?token=hunter2`)
    expect(third.out).toMatch(/feed\.xml: 1 new of \d+ articles, 1 of 1 taken/u)
    expect(third.out).toMatch(/gone\.xml\?token=… .*404.*; next try/u)
    expect(third.out).not.toContain('hunter2')
    expect(third.code).toBe(3)
    expect(await documents('watched')).toHaveLength(4)
  }, 90_000)
})

describe('who collects', () => {
  test('stands in the private folder and nowhere else', async () => {
    const collector = 'Marya Collectorovna'
    const [workspace, proof] = [join(folder, 'private'), join(folder, 'proof.wacz')]
    await ingest('private', `${site.origin}${REPORT}`, '--collector', collector)
    const [row] = await documents('private')
    expect((await callCli(['prove', row?.captureId ?? '', '-o', proof, ...inWorkspace('private')])).code).toBe(0)
    const files = readdirSync(workspace, { recursive: true, encoding: 'utf8' })
      .map((name) => join(workspace, name))
      .filter((path) => statSync(path).isFile())
    const tells = [...files, proof].filter((path) => {
      const bytes = readFileSync(path)
      const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
      return [collector, `"${hostname()}"`, folder].some((word) => plain.includes(word))
    })
    expect(tells).toEqual([join(workspace, 'private/sessions.ndjson')])
  })
})
