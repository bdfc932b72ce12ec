import { XMLParser } from 'fast-xml-parser'

import { collectEntries, MAX_ENTRIES, type RawEntry, resolveUrl } from './collect-entries.ts'
import type { Discovery } from './discovery.ts'

/** Lists that stay lists with one member, and what is read of each; everything else is skipped over. */
const LISTS: ReadonlySet<string> = new Set(['url', 'sitemap', 'loc', 'news'])

/** Values as they come from the parser. */
type Node = { readonly [name: string]: unknown }

/**
 * Reads a sitemap (https://www.sitemaps.org/protocol.html), an index of sitemaps, or a news sitemap with its titles, languages
 * and publication dates. `lastmod` is a time of change and never taken for the publication.
 *
 * @param xml  without document type (`tameXml`)
 * @returns null when it is no sitemap
 */
export function readSitemap(xml: string, sitemapUrl: string): Discovery | null {
  const parser = new XMLParser({
    ignoreAttributes: true,
    removeNSPrefix: true,
    // Character references and the five entities of XML; a document type that could declare others was taken out.
    processEntities: true,
    parseTagValue: false,
    isArray: (name) => LISTS.has(name),
  })
  let root: Node
  try {
    root = asNode(parser.parse(xml))
  } catch {
    // The caller says that it is neither feed nor sitemap.
    return null
  }
  if ('sitemapindex' in root) {
    const named = listOf(asNode(root['sitemapindex'])['sitemap']).map((one) => textOf(asNode(one)['loc']))
    const nested = [...new Set(named.map((url) => resolveUrl(url, [sitemapUrl])).filter((url) => url !== null))]
    const left = named.length - nested.length
    const notes =
      left === 0 ? [] : [`${left} of ${named.length} sitemaps without a web address or listed before, left out`]
    return { kind: 'sitemap-index', title: null, entries: [], nested: nested.slice(0, MAX_ENTRIES), notes }
  }
  if (!('urlset' in root)) return null
  const raw = listOf(asNode(root['urlset'])['url']).map(readUrl)
  return { kind: 'sitemap', title: null, nested: [], ...collectEntries(raw, 'sitemap', sitemapUrl) }
}

function readUrl(value: unknown): RawEntry {
  const url = asNode(value)
  const news = asNode(listOf(url['news'])[0])
  const publication = asNode(news['publication'])
  return {
    url: textOf(url['loc']),
    bases: [],
    title: textOf(news['title']),
    published: textOf(news['publication_date']),
    outlet: textOf(publication['name']),
    language: textOf(publication['language']),
  }
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : null
}
