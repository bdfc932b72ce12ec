import type { DiscoveredEntry } from '../../adapters/discover/discovery.ts'
import { CairnError } from '../../model/error.ts'
import type { Validators } from '../../ports/fetcher.ts'

const SCHEMA = 'cairn/watch@1'

/** An article that could not be taken yet. */
export interface PendingArticle {
  readonly entry: DiscoveredEntry
  /** How often it was tried. */
  readonly tries: number
}

/** What is known of one watched feed or sitemap. */
export interface WatchedSource {
  readonly url: string
  /** The index that lists this sitemap; null for what a person asked to watch. */
  readonly parent: string | null
  /** What the first look takes: the newest articles, or of these only recent ones (a sitemap that an index listed from the start). */
  readonly firstLook: 'newest' | 'recent'
  /** Milliseconds from one look to the next, before jitter. */
  readonly intervalMs: number
  /** When it is to be looked at next: ISO 8601, UTC. */
  readonly dueAt: string
  /** When it was looked at last without a fault; null before the first time. */
  readonly checkedAt: string | null
  readonly validators: Validators | null
  /** Marks of the articles seen, the latest first (see `markOf`). */
  readonly seen: readonly string[]
  readonly pending: readonly PendingArticle[]
  /** Faults in a row. */
  readonly failures: number
}

/** Everything a watch remembers from round to round. Plain JSON: the caller keeps it. */
export interface WatchState {
  readonly schema: typeof SCHEMA
  readonly sources: readonly WatchedSource[]
}

export const NOTHING_WATCHED: WatchState = { schema: SCHEMA, sources: [] }

/** A state as it was kept; null when none was.
 *
 * @throws {CairnError} "bad-workspace" when it is not a state of this version
 */
export function parseWatchState(json: string | null): WatchState {
  if (json === null) return NOTHING_WATCHED
  const parsed: unknown = JSON.parse(json)
  if (typeof parsed === 'object' && parsed !== null && 'schema' in parsed && parsed.schema === SCHEMA) {
    return parsed as WatchState
  }
  throw new CairnError(
    'bad-workspace',
    'What the workspace remembers of watched feeds was written by another version of Cairn.',
  )
}

/** Watches one more source, due at once; one that is watched already stays as it is. */
export function watchSource(state: WatchState, url: string, intervalMs: number, now: Date): WatchState {
  if (state.sources.some((source) => source.url === url && source.parent === null)) return state
  const others = state.sources.filter((source) => source.url !== url)
  return { ...state, sources: [...others, newSource(url, intervalMs, now)] }
}

/** Stops watching a source and the sitemaps that came in through it. */
export function dropSource(state: WatchState, url: string): WatchState {
  const dropped = new Set([url])
  // Indexes may list indexes, parents first.
  for (const source of state.sources) if (source.parent !== null && dropped.has(source.parent)) dropped.add(source.url)
  return { ...state, sources: state.sources.filter((source) => !dropped.has(source.url)) }
}

/** A source that a person asked to watch, due at once. */
export function newSource(url: string, intervalMs: number, now: Date): WatchedSource {
  return {
    url,
    parent: null,
    firstLook: 'newest',
    intervalMs,
    dueAt: now.toISOString(),
    checkedAt: null,
    validators: null,
    seen: [],
    pending: [],
    failures: 0,
  }
}
