import { headerOf } from '../../warc/parse-header-lines.ts'
import { parseHttpResponse } from '../../warc/parse-http.ts'
import type { WarcRecord } from '../../warc/warc-record.ts'

/** Key by which replay tools sort addresses: the host's labels from the last to the first, then path and query. */
export function searchKey(url: string): string {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return url.toLowerCase().replaceAll(/\s/gu, '%20')
  const { hostname, port, pathname, search } = new URL(url)
  const host = hostname
    .replace(/^www\d*\./u, '')
    .split('.')
    .reverse()
    .join(',')
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${search}`.toLowerCase()
}

/** CDXJ line of a record that can be replayed; null for the others. */
export function indexLine(record: WarcRecord, filename: string): string | null {
  if (!['response', 'resource', 'revisit'].includes(record.type)) return null
  const url = headerOf(record.headers, 'warc-target-uri') ?? ''
  const date = (headerOf(record.headers, 'warc-date') ?? '').replaceAll(/\D/gu, '').slice(0, 14)
  const http = record.type === 'resource' || record.content === null ? null : parseHttpResponse(record.content)
  const type = headerOf(http?.headers ?? record.headers, 'content-type') ?? 'application/octet-stream'
  const told = {
    url,
    digest: headerOf(record.headers, 'warc-payload-digest') ?? '',
    mime: record.type === 'revisit' ? 'warc/revisit' : (type.split(';')[0] ?? '').trim(),
    offset: record.offset,
    length: record.length ?? 0,
    status: http?.status ?? 200,
    filename,
  }
  return `${searchKey(url)} ${date} ${JSON.stringify(told)}\n`
}

/** The list of pages that WACZ readers show first. */
export function renderPages(page: { readonly url: string; readonly at: string; readonly title: string }): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' }
  return `${JSON.stringify(head)}\n${JSON.stringify({ id: '1', url: page.url, ts: page.at, title: page.title })}\n`
}
