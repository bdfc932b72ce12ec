import type { DiscoveredEntry, Discovery } from '../../adapters/discover/discovery.ts'
import { labelUrl } from '../../adapters/fetch/label-url.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import { readListing } from '../sources/read-listing.ts'
import { chooseArticles } from './choose-articles.ts'
import { adaptInterval, nextLook, nextTry, type WatchPace } from './plan-watch.ts'
import type { PendingArticle, WatchedSource } from './watch-state.ts'

/** What became of an article: taken into custody, to be tried again later, or given up for good with the reason in words. */
export type ArticleOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'later'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

export interface WatchPorts {
  readonly fetcher: Fetcher
  readonly clock: Clock
  /** A number from 0 (inclusive) to 1 (exclusive): the jitter of waits. */
  readonly chance: () => number
}

export interface WatchOrders {
  readonly pace: WatchPace
  /** How many articles the first look at a source takes. */
  readonly newest: number
  /** Takes one article in; called for each new one, the oldest first, one at a time for each source. */
  readonly takeArticle: (entry: DiscoveredEntry, sourceUrl: string) => Promise<ArticleOutcome>
}

/** One look at one source. */
export interface Look {
  readonly source: WatchedSource
  /** Sitemaps that the source lists; null when it said nothing about them. */
  readonly nested: readonly string[] | null
  /** What was done, for people, one line each. */
  readonly lines: readonly string[]
  readonly taken: number
  readonly isFault: boolean
}

/** Tries for one article; after the last it is given up, and said so. */
const MAX_TRIES = 5

/** Looks at a source: asks whether it changed, takes new articles and those left over from last time, plans the next look. Never throws for what the source does. */
export async function lookAtSource(source: WatchedSource, ports: WatchPorts, orders: WatchOrders): Promise<Look> {
  const answer = await ports.fetcher.fetch({ url: source.url, validators: source.validators })
  if (answer.kind === 'fault') return putOff(source, ports, orders, answer)
  const listing = answer.kind === 'not-modified' ? null : readListing(answer)
  if (listing !== null && (listing.kind === 'fault' || listing.kind === 'page')) {
    return putOff(source, ports, orders, { message: `${labelUrl(source.url)}: ${listing.message}`, retryAt: null })
  }
  const { articles, older, seen } =
    listing === null
      ? { articles: [], older: 0, seen: source.seen }
      : chooseArticles(source, listing.entries, orders.newest, ports.clock.now())
  const tried = await takeAll(source, articles, orders)
  const now = ports.clock.now()
  const intervalMs = adaptInterval(source.intervalMs, articles.length > 0, orders.pace)
  const next: WatchedSource = {
    ...source,
    intervalMs,
    dueAt: nextLook(now, intervalMs, ports.chance()),
    checkedAt: now.toISOString(),
    validators: answer.kind === 'fetched' ? answer.validators : source.validators,
    seen,
    pending: tried.pending,
    failures: 0,
  }
  const found = listing === null ? 'not changed' : describeListing(listing, articles.length, older)
  const took = tried.taken > 0 || tried.attempted > 0 ? `, ${tried.taken} of ${tried.attempted} taken` : ''
  const head = `${labelUrl(source.url)}: ${found}${took}; next look ${next.dueAt}`
  const notes = (listing?.notes ?? []).map((note) => `${labelUrl(source.url)}: ${note}`)
  const nested = listing?.kind === 'sitemap-index' ? listing.nested : listing === null ? null : []
  return { source: next, nested, lines: [head, ...notes, ...tried.lines], taken: tried.taken, isFault: false }
}

interface Tried {
  readonly taken: number
  readonly attempted: number
  readonly pending: readonly PendingArticle[]
  readonly lines: readonly string[]
}

/** Left-over articles first, then new ones. */
async function takeAll(
  source: WatchedSource,
  articles: readonly DiscoveredEntry[],
  orders: WatchOrders,
): Promise<Tried> {
  const todo = [...source.pending, ...articles.map((entry) => ({ entry, tries: 0 }))]
  const pending: PendingArticle[] = []
  const lines: string[] = []
  let taken = 0
  for (const { entry, tries } of todo) {
    const outcome = await orders.takeArticle(entry, source.url)
    const label = labelUrl(entry.url)
    if (outcome.kind === 'taken') taken++
    else if (outcome.kind === 'refused') lines.push(`${label}: not taken: ${outcome.why}`)
    else if (tries + 1 >= MAX_TRIES) lines.push(`${label}: given up after ${MAX_TRIES} tries: ${outcome.why}`)
    else {
      pending.push({ entry, tries: tries + 1 })
      lines.push(`${label}: not yet taken, to be tried again: ${outcome.why}`)
    }
  }
  return { taken, attempted: todo.length, pending, lines }
}

function putOff(
  source: WatchedSource,
  { clock, chance }: WatchPorts,
  { pace }: WatchOrders,
  fault: { readonly message: string; readonly retryAt: string | null },
): Look {
  const failures = source.failures + 1
  const dueAt = nextTry(clock.now(), failures, fault.retryAt, pace, chance())
  const times = failures === 1 ? '' : ` (fault ${failures} in a row)`
  const lines = [`${fault.message.replace(/\.$/u, '')}${times}; next try ${dueAt}`]
  return { source: { ...source, failures, dueAt }, nested: null, lines, taken: 0, isFault: true }
}

function describeListing(listing: Discovery, fresh: number, older: number): string {
  if (listing.kind === 'sitemap-index') return `an index of ${listing.nested.length} sitemaps`
  const left = older === 0 ? '' : `, ${older} from before the watch left out`
  return `${fresh} new of ${listing.entries.length} articles${left}`
}
