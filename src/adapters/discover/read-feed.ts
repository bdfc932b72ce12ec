import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith'

import { cleanTitle } from './clean-title.ts'
import { collectEntries, MAX_ENTRIES, type RawEntry } from './collect-entries.ts'
import type { Discovery } from './discovery.ts'

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed, also with common faults (unclosed elements, bare "&", undeclared namespaces).
 *
 * @param content  the feed's text, or the value of a JSON feed
 * @returns null when it is no feed
 */
export function readFeed(content: unknown, feedUrl: string): Discovery | null {
  let parsed: ReturnType<typeof parseFeed>
  try {
    parsed = parseFeed(content, { maxItems: MAX_ENTRIES + 1 })
  } catch {
    // The parser says only that this is no feed; the caller looks what else it may be.
    return null
  }
  const { title, entries } = readFormat(parsed)
  return { kind: 'feed', title: cleanTitle(title), nested: [], ...collectEntries(entries, 'feed', feedUrl) }
}

interface FeedContent {
  readonly title: string | undefined
  readonly entries: readonly RawEntry[]
}

function readFormat(parsed: ReturnType<typeof parseFeed>): FeedContent {
  switch (parsed.format) {
    case 'rss':
      return readRss(parsed.feed as RssFeed.Feed<string>)
    case 'atom':
      return readAtom(parsed.feed as AtomFeed.Feed<string>)
    case 'rdf':
      return readRdf(parsed.feed as RdfFeed.Feed<string>)
    default:
      return readJson(parsed.feed as JsonFeed.Feed<string>)
  }
}

function readRss(feed: RssFeed.Feed<string>): FeedContent {
  const entries = (feed.items ?? []).map(({ link, guid, title, pubDate, dc, source, xml }): RawEntry => ({
    url: link ?? (guid?.isPermaLink === false || !isAddress(guid?.value) ? null : guid?.value),
    bases: [xml?.base, feed.xml?.base, feed.link],
    title,
    published: pubDate ?? dc?.dates?.[0],
    // An aggregator names the outlet of each item; a feed of one outlet is named after it.
    outlet: source?.title ?? feed.title,
    language: dc?.languages?.[0] ?? feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
  }))
  return { title: feed.title, entries }
}

function readAtom(feed: AtomFeed.Feed<string>): FeedContent {
  const entries = (feed.entries ?? []).map((entry): RawEntry => {
    const links = (entry.links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate')
    const page = links.find(({ type }) => type === undefined || /html/iu.test(type)) ?? links[0]
    return {
      url: page?.href ?? (isAddress(entry.id) ? entry.id : null),
      bases: [entry.xml?.base, feed.xml?.base],
      title: entry.title?.value,
      published: entry.published ?? entry.dc?.dates?.[0],
      outlet: entry.source?.title?.value ?? feed.title?.value,
      language: entry.xml?.lang ?? feed.xml?.lang,
    }
  })
  return { title: feed.title?.value, entries }
}

function readRdf(feed: RdfFeed.Feed<string>): FeedContent {
  const entries = (feed.items ?? []).map(({ link, rdf, title, dc }): RawEntry => ({
    url: link ?? rdf?.about,
    bases: [feed.link],
    title,
    published: dc?.dates?.[0],
    outlet: feed.title,
    language: dc?.languages?.[0] ?? feed.dc?.languages?.[0],
  }))
  return { title: feed.title, entries }
}

function readJson(feed: JsonFeed.Feed<string>): FeedContent {
  const entries = (feed.items ?? []).map(
    ({ url, external_url: external, id, title, date_published: published, language }): RawEntry => ({
      url: url ?? external ?? (isAddress(id) ? id : null),
      bases: [feed.home_page_url],
      title,
      published,
      outlet: feed.title,
      language: language ?? feed.language,
    }),
  )
  return { title: feed.title, entries }
}

function isAddress(id: string | undefined): boolean {
  return id !== undefined && /^https?:\/\//iu.test(id.trim())
}
