import { decodeContent } from '../../1-capture/decode-content.ts'
import { decodeXml } from './decode-xml.ts'
import type { Discovery, DiscoveryFault, PageWithFeeds } from './discovery.ts'
import { findPageFeeds } from './find-page-feeds.ts'
import { readFeed } from './read-feed.ts'
import { readSitemap } from './read-sitemap.ts'
import { tameXml } from './tame-xml.ts'

/** A feed or sitemap after decompression (50 MB is the sitemap protocol's own limit). */
const MAX_BYTES = 50_000_000

/**
 * Finds the articles that a feed (RSS, Atom, RDF, JSON Feed) or sitemap (plain, index, news; also gzip-compressed) points to.
 *
 * A web page in its place is answered with the feeds it names. Entities are not expanded and nothing is asked for.
 *
 * @param bytes  after content decoding
 * @param mediaType  as the transport says, parameters included; the content decides what it is
 * @param url  where the bytes came from: relative addresses are resolved against it
 */
export function discover(
  bytes: Uint8Array,
  mediaType: string,
  url: string,
): Discovery | PageWithFeeds | DiscoveryFault {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = decodeContent(bytes, isGzip ? 'gzip' : null, MAX_BYTES)
  if ('reason' in plain) return fault(plain.reason === 'too-large' ? 'too-large' : 'damaged', plain.message)
  const text = decodeXml(plain.bytes, mediaType)
    .replace(/^\uFEFF/u, '')
    .trimStart()
  if (text === '') return fault('empty', 'It is empty.')
  if (text.startsWith('{') || text.startsWith('[')) return discoverInJson(text, url)
  if (/^<!doctype html|^<html/iu.test(text)) return describePage(text, url)
  const tame = tameXml(text)
  if (typeof tame !== 'string') return { kind: 'fault', ...tame }
  const isSitemap = /<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>/]/u.test(tame.slice(0, 5000))
  const found = isSitemap ? readSitemap(tame, url) : readFeed(tame, url)
  if (found !== null) return found
  return /<(?:html|head|body|link)[\s>]/iu.test(text.slice(0, 20_000)) ? describePage(text, url) : noFeed()
}

function discoverInJson(text: string, url: string): Discovery | DiscoveryFault {
  try {
    return readFeed(JSON.parse(text), url) ?? noFeed()
  } catch {
    return fault('malformed', 'It looks like JSON but is not.')
  }
}

function describePage(html: string, url: string): PageWithFeeds {
  const feeds = findPageFeeds(html, url)
  const message =
    feeds.length === 0
      ? 'This is a web page, not a feed, and it names no feed. Look for a feed or sitemap of the site.'
      : `This is a web page, not a feed. It names ${feeds.length === 1 ? 'this feed' : 'these feeds'}: ${feeds.map((feed) => feed.url).join(' ')}`
  return { kind: 'page', feeds, message }
}

function noFeed(): DiscoveryFault {
  return fault('not-a-feed', 'It is neither a feed (RSS, Atom, RDF, JSON Feed) nor a sitemap.')
}

function fault(reason: DiscoveryFault['reason'], message: string): DiscoveryFault {
  return { kind: 'fault', reason, message }
}
