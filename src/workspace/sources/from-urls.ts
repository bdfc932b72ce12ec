import type { Discovery, DiscoveredEntry } from '../../adapters/discover/discovery.ts'
import { identifyUrl } from '../../adapters/discover/identify-url.ts'
import { labelUrl } from '../../adapters/fetch/label-url.ts'
import { readInOrder } from '../../adapters/workers/read-in-order.ts'
import type { Fetched, Fetcher } from '../../ports/fetcher.ts'
import type { RecordStore } from '../../ports/record-store.ts'
import type { Sourced } from '../ingest/source-item.ts'
import { contentTypeOf, receiveFetched } from './from-fetched.ts'
import { readListing } from './read-listing.ts'

export type UrlKind = 'auto' | 'page' | 'feed' | 'sitemap'

export interface UrlOptions {
  readonly fetcher: Fetcher
  readonly store: Pick<RecordStore, 'latestCapture'>
  /** What the URLs are; `auto` looks at what comes back. */
  readonly as: UrlKind
  /** Articles of one feed or sitemap at most, the newest first. */
  readonly newest: number
  /** Said of every page. */
  readonly said: { readonly published: string | null; readonly title: string | null; readonly outlet: string | null }
}

const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf'])
/** Sitemaps inside sitemaps are followed so deep, and so many of them. */
const MAX_DEPTH = 3
const MAX_NESTED = 50
/** Articles asked for at once; the fetcher asks each host for one at a time. */
const WINDOW = { items: 8, bytes: 100_000_000 }

/**
 * Pages, and the articles of feeds and sitemaps, as items for custody.
 *
 * A page that is named is fetched whatever the workspace has; an article of a feed or sitemap only when the workspace has
 * no capture of it. Faults come out as notes in their place.
 */
export async function* fromUrls(urls: readonly string[], options: UrlOptions): AsyncGenerator<Sourced> {
  const asked = new Set<string>()
  for (const url of urls) {
    const answer = await options.fetcher.fetch({ url, validators: null })
    if (answer.kind === 'not-modified') continue
    if (answer.kind === 'fault') {
      yield note(answer.url, `${answer.reason}: ${answer.message}`)
      continue
    }
    const isPage = options.as === 'page' || (options.as === 'auto' && PAGE_TYPES.has(contentTypeOf(answer).mediaType))
    if (isPage) yield toItem(answer, url, 'url', options)
    else yield* fromListing(answer, url, options, asked)
  }
}

/** The articles that a feed or sitemap points to. */
async function* fromListing(
  fetched: Fetched,
  url: string,
  options: UrlOptions,
  asked: Set<string>,
): AsyncGenerator<Sourced> {
  const entries: DiscoveredEntry[] = []
  for await (const found of list(fetched, url, options, 0)) {
    if (found.kind === 'note') yield found
    else entries.push(...found.entries)
  }
  const wanted = newestFirst(entries).slice(0, options.newest)
  if (wanted.length < entries.length)
    yield note(url, `the newest ${wanted.length} of ${entries.length} articles are taken; --newest takes more.`, false)
  yield* fetchEntries(wanted, url, options, asked)
}

/** Fetches those articles that the workspace does not have. @param asked  articles of this run, which are on their way */
async function* fetchEntries(
  entries: readonly DiscoveredEntry[],
  url: string,
  options: UrlOptions,
  asked: Set<string>,
): AsyncGenerator<Sourced> {
  let known = 0
  async function* missing(): AsyncGenerator<DiscoveredEntry> {
    for (const entry of entries) {
      if (asked.has(entry.identity) || (await options.store.latestCapture(entry.identity)) !== null) known++
      else {
        asked.add(entry.identity)
        yield entry
      }
    }
  }
  const fetch = (entry: DiscoveredEntry) => options.fetcher.fetch({ url: entry.url, validators: null })
  for await (const [entry, answer] of readInOrder(missing(), fetch, () => 0, WINDOW)) {
    if (answer.kind === 'fetched') yield toItem(answer, entry.url, entry.way, options)
    else if (answer.kind === 'fault') yield note(answer.url, `${answer.reason}: ${answer.message}`)
  }
  if (known > 0) yield note(url, `${known} of its articles are in the workspace already.`, false)
}

type Listed = Discovery | Extract<Sourced, { kind: 'note' }>

/** What a feed or sitemap lists, and what the sitemaps inside it list. */
async function* list(
  fetched: Fetched,
  url: string,
  options: Pick<UrlOptions, 'fetcher' | 'as'>,
  depth: number,
): AsyncGenerator<Listed> {
  const found = readListing(fetched)
  if (found.kind === 'page' || found.kind === 'fault') {
    const isOther = found.kind === 'page' || found.reason === 'not-a-feed'
    const advice = isOther && options.as !== 'auto' ? ' Name pages with --as page.' : ''
    yield note(url, `${found.message}${advice}`)
    return
  }
  yield found
  for (const message of found.notes) yield note(url, message, false)
  if (depth >= MAX_DEPTH) return
  for (const nested of found.nested.slice(0, MAX_NESTED)) {
    const answer = await options.fetcher.fetch({ url: nested, validators: null })
    if (answer.kind === 'fetched') yield* list(answer, nested, options, depth + 1)
    else if (answer.kind === 'fault') yield note(answer.url, `${answer.reason}: ${answer.message}`)
  }
  if (found.nested.length > MAX_NESTED)
    yield note(url, `names ${found.nested.length} sitemaps; the first ${MAX_NESTED} were followed.`)
}

/** Articles by publication, the latest first; those without a date after them, in the order listed. */
function newestFirst(entries: readonly DiscoveredEntry[]): readonly DiscoveredEntry[] {
  return entries.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
}

function toItem(fetched: Fetched, url: string, way: 'url' | 'feed' | 'sitemap', { said }: UrlOptions): Sourced {
  const { published, title, outlet } = said
  const given = { sourceId: null, title, published, url: null, outlet }
  return {
    kind: 'item',
    label: labelUrl(url),
    item: receiveFetched(fetched, identifyUrl(url), way, given),
    bookmark: null,
  }
}

function note(url: string, message: string, isFault = true): Extract<Sourced, { kind: 'note' }> {
  return { kind: 'note', label: labelUrl(url), message, isFault }
}
