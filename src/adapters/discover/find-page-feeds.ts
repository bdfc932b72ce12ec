import { cleanTitle } from './clean-title.ts'
import { resolveUrl } from './collect-entries.ts'

/** What is looked at of a page: feeds are named in its head. */
const MAX_HEAD_CHARS = 500_000
const LINK = /<(link|base)\s([^<>]{1,3000})>/giu
const ATTRIBUTE = /([a-z-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu
const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/iu

/** The feeds that a page names in `link rel="alternate"`, absolute and each once, in its order. */
export function findPageFeeds(
  html: string,
  pageUrl: string,
): { readonly url: string; readonly title: string | null }[] {
  const feeds = new Map<string, string | null>()
  let base: string | null = null
  for (const [, name = '', content = ''] of html.slice(0, MAX_HEAD_CHARS).matchAll(LINK)) {
    const attributes = readAttributes(content)
    const href = attributes.get('href')
    if (name.toLowerCase() === 'base') base ??= href ?? null
    else if (isFeedLink(attributes)) {
      const url = resolveUrl(href, [base, pageUrl])
      if (url !== null && !feeds.has(url)) feeds.set(url, cleanTitle(attributes.get('title')))
    }
  }
  return [...feeds].map(([url, title]) => ({ url, title }))
}

function isFeedLink(attributes: ReadonlyMap<string, string>): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u)
  return relations.includes('alternate') && FEED_TYPES.test((attributes.get('type') ?? '').trim())
}

function readAttributes(content: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of content.matchAll(ATTRIBUTE)) {
    const value = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value)
  }
  return attributes
}
