import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import { readSampleReports } from './read-sample-reports.ts'
import {
  renderFront,
  renderJsonFeed,
  renderNewsSitemap,
  renderReport,
  renderRss,
  renderSitemapIndex,
  type ServedReport,
} from './render-site.ts'

/** A page of the site, with what its server says of it. */
interface SitePage {
  readonly body: string
  readonly type: string
  readonly changed: Date
}

/** The sample reports as web sites of their outlets, on this machine only. */
export interface SampleSite {
  /** Such as http://127.0.0.1:40123, without a slash at the end. */
  readonly origin: string
  /** Every report with its address, the newest first. */
  readonly reports: readonly ServedReport[]
  /** Feed of all reports; each outlet has one at /HOST/feed.xml. */
  readonly feedUrl: string
  readonly jsonFeedUrl: string
  readonly newsSitemapUrl: string
  /** Lists the news sitemaps of the outlets. */
  readonly sitemapIndexUrl: string
  /** Changes a page, as an outlet does when it revises a report. */
  revise(url: string, change: (page: string) => string, at: Date): void
  close(): Promise<void>
}

const TITLE = 'Sample reports'
const ROBOTS = 'User-agent: *\nDisallow: /private/\n'

/**
 * Serves the reports of a folder like samples/reports under one port of this machine: the report of an outlet at
 * /HOST/yyyy/mm/dd/name, feeds, sitemaps and robots.txt, all with ETag and Last-Modified. The same folder gives the same bytes
 * but for the port in addresses.
 *
 * @param port  0 for any that is free
 */
export async function serveSamples(folder: string, port = 0): Promise<SampleSite> {
  const pages = new Map<string, SitePage>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => answer(request, response, pages))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const reports = readSampleReports(folder).map((report) => ({ report, url: `${origin}/${report.host}${report.path}` }))
  for (const [path, page] of buildPages(origin, reports)) pages.set(path, page)
  return {
    origin,
    reports,
    feedUrl: `${origin}/feed.xml`,
    jsonFeedUrl: `${origin}/feed.json`,
    newsSitemapUrl: `${origin}/news-sitemap.xml`,
    sitemapIndexUrl: `${origin}/sitemap.xml`,
    revise: (url, change, at) => {
      const { pathname } = new URL(url)
      const page = pages.get(pathname)
      if (page === undefined) throw new Error(`the sample site has no page ${pathname}`)
      pages.set(pathname, { ...page, body: change(page.body), changed: at })
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function buildPages(origin: string, reports: readonly ServedReport[]): Map<string, SitePage> {
  const newest = new Date(reports[0]?.report.published ?? 0)
  const hosts = [...new Set(reports.map(({ report }) => report.host))].toSorted()
  const page = (body: string, type: string): SitePage => ({ body, type: `${type}; charset=utf-8`, changed: newest })
  const pages = new Map<string, SitePage>([
    ['/', page(renderFront(reports), 'text/html')],
    ['/feed.xml', page(renderRss(TITLE, `${origin}/`, reports), 'application/rss+xml')],
    ['/feed.json', page(renderJsonFeed(TITLE, `${origin}/`, reports), 'application/feed+json')],
    ['/news-sitemap.xml', page(renderNewsSitemap(reports), 'application/xml')],
    [
      '/sitemap.xml',
      page(renderSitemapIndex(hosts.map((host) => `${origin}/${host}/news-sitemap.xml`)), 'application/xml'),
    ],
    ['/robots.txt', page(`${ROBOTS}Sitemap: ${origin}/sitemap.xml\n`, 'text/plain')],
  ])
  for (const host of hosts) {
    const own = reports.filter(({ report }) => report.host === host)
    const title = own[0]?.report.outlet ?? host
    pages.set(`/${host}/feed.xml`, page(renderRss(title, `${origin}/${host}/`, own), 'application/rss+xml'))
    pages.set(`/${host}/news-sitemap.xml`, page(renderNewsSitemap(own), 'application/xml'))
  }
  for (const { report } of reports) {
    const changed = new Date(report.published)
    pages.set(`/${report.host}${report.path}`, { ...page(renderReport(report), 'text/html'), changed })
  }
  return pages
}

function answer(request: IncomingMessage, response: ServerResponse, pages: ReadonlyMap<string, SitePage>): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const page = pages.get(path)
  if (page === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(page === undefined ? 404 : 405, { 'Content-Type': 'text/plain' }).end('nothing here\n')
    return
  }
  const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 32)}"`
  const headers = { 'Content-Type': page.type, ETag: etag, 'Last-Modified': page.changed.toUTCString() }
  const known = request.headers['if-none-match']
  if (known !== undefined && known.split(',').some((one) => one.trim() === etag)) response.writeHead(304, headers).end()
  else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : page.body)
}
