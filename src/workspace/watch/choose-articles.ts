import { createHash } from 'node:crypto'

import type { DiscoveredEntry } from '../../adapters/discover/discovery.ts'
import type { WatchedSource } from './watch-state.ts'

/** Articles remembered of one source: more than a sitemap may hold. */
const MAX_SEEN = 60_000
/** Hexadecimal digits of a mark: two of 60 000 articles share one once in ten thousand million sources. */
const MARK_DIGITS = 16
/** Of a sitemap that comes in with an index, the first look takes only what was published within this time. */
const RECENT_MS = 48 * 3_600_000

/** Which articles of a listing are to be taken. */
export interface ChosenArticles {
  /** New ones, the oldest first. */
  readonly articles: readonly DiscoveredEntry[]
  /** New ones that are left out because they were there before the watch began. */
  readonly older: number
  readonly seen: readonly string[]
}

/** A short name of an article, by its identity. */
export function markOf(entry: DiscoveredEntry): string {
  return createHash('sha256').update(entry.identity).digest('hex').slice(0, MARK_DIGITS)
}

/**
 * The articles of a listing that were not seen before, and what is seen now.
 *
 * @param newest  how many articles the first look at a source takes, the newest by date and then by place in the listing
 */
export function chooseArticles(
  source: WatchedSource,
  listing: readonly DiscoveredEntry[],
  newest: number,
  now: Date,
): ChosenArticles {
  const known = new Set(source.seen)
  const marks = listing.map(markOf)
  const fresh = listing.filter((_, i) => !known.has(marks[i] ?? ''))
  const here = new Set(marks)
  const seen = [...here, ...source.seen.filter((mark) => !here.has(mark))].slice(0, Math.max(MAX_SEEN, here.size))
  const isFirst = source.checkedAt === null
  const wanted = isFirst
    ? takeNewest(fresh, source.firstLook === 'newest' ? null : now.getTime() - RECENT_MS, newest)
    : fresh
  return { articles: oldestFirst(wanted), older: fresh.length - wanted.length, seen }
}

/** @param since  milliseconds since 1970 before which, or without a date, nothing is taken; null for no bound */
function takeNewest(
  entries: readonly DiscoveredEntry[],
  since: number | null,
  count: number,
): readonly DiscoveredEntry[] {
  const recent =
    since === null ? entries : entries.filter(({ published }) => published !== null && Date.parse(published) >= since)
  return recent.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? '')).slice(0, count)
}

/** By date where both say one; listings name the newest first, so the others are turned round. */
function oldestFirst(entries: readonly DiscoveredEntry[]): readonly DiscoveredEntry[] {
  if (entries.some(({ published }) => published === null)) return entries.toReversed()
  return entries.toReversed().sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''))
}
