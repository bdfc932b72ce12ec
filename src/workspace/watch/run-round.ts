import { labelUrl } from '../../adapters/fetch/label-url.ts'
import { lookAtSource, type Look, type WatchOrders, type WatchPorts } from './look-at-source.ts'
import { planWatch } from './plan-watch.ts'
import { dropSource, newSource, type WatchedSource, type WatchState } from './watch-state.ts'

/** Sitemaps of one index that are watched; the rest is counted. */
const MAX_NESTED = 500
/** Indexes that list indexes are followed this deep. */
const MAX_NESTING = 2

/** One round over everything that is due. */
export interface Round {
  readonly state: WatchState
  readonly looked: number
  readonly faults: number
  readonly taken: number
  /** When something falls due again: ISO 8601, UTC; null when nothing is watched. */
  readonly nextDueAt: string | null
}

export interface RoundOrders extends WatchOrders {
  /** Keeps the state after each source, so that a crash forgets at most one look. */
  readonly keepState: (state: WatchState) => Promise<void>
  /** Says one line for people. */
  readonly say: (line: string) => void
}

/**
 * Looks at every source that is due, several at once; sitemaps that an index lists are looked at in the same round.
 *
 * Articles are handed to `takeArticle` before the source counts as looked at: after a crash the look is made again, so the
 * taker must know what it has already.
 */
export async function runRound(start: WatchState, ports: WatchPorts, orders: RoundOrders): Promise<Round> {
  let state = start
  let keeping: Promise<void> = Promise.resolve()
  const sum = { looked: 0, faults: 0, taken: 0 }
  const visit = async (source: WatchedSource): Promise<void> => {
    const look = await lookAtSource(source, ports, orders)
    sum.looked++
    sum.faults += look.isFault ? 1 : 0
    sum.taken += look.taken
    for (const line of look.lines) orders.say(line)
    state = replaceSource(state, look, ports, orders)
    keeping = keeping.then(() => orders.keepState(state))
    await keeping
  }
  for (let depth = 0; depth <= MAX_NESTING; depth++) {
    const { due } = planWatch(state, ports.clock.now())
    // After the first pass only sitemaps that came in with an index are left for this round.
    const now = due.filter(({ checkedAt, failures }) => depth === 0 || (checkedAt === null && failures === 0))
    if (now.length === 0) break
    await Promise.all(now.map(visit))
  }
  const soonest = state.sources.map(({ dueAt }) => dueAt).toSorted((a, b) => a.localeCompare(b))[0]
  return { state, ...sum, nextDueAt: soonest ?? null }
}

/** Puts the source as it is after the look into the state, with the sitemaps it lists now. */
function replaceSource(state: WatchState, look: Look, { clock }: WatchPorts, orders: RoundOrders): WatchState {
  const { source, nested } = look
  const replaced = { ...state, sources: state.sources.map((one) => (one.url === source.url ? source : one)) }
  if (nested === null) return replaced
  const wanted = nested.slice(0, MAX_NESTED)
  if (nested.length > wanted.length) {
    orders.say(
      `${labelUrl(source.url)}: ${nested.length - wanted.length} sitemaps beyond the first ${MAX_NESTED} left out`,
    )
  }
  const children = replaced.sources.filter(({ parent }) => parent === source.url)
  const gone = children.filter(({ url }) => !wanted.includes(url))
  const kept = gone.reduce<WatchState>((left, { url }) => dropSource(left, url), replaced)
  const known = new Set(kept.sources.map(({ url }) => url))
  if (nestingOf(state, source) >= MAX_NESTING) {
    if (wanted.length > 0) orders.say(`${labelUrl(source.url)}: an index inside ${MAX_NESTING} others is not followed`)
    return kept
  }
  // What was listed before the watch began is an archive; what is listed later is news.
  const wasLooked = state.sources.some((one) => one.url === source.url && one.checkedAt !== null)
  const firstLook = wasLooked ? 'newest' : 'recent'
  const added = wanted
    .filter((url) => !known.has(url))
    .map((url): WatchedSource => ({
      ...newSource(url, orders.pace.firstMs, clock.now()),
      parent: source.url,
      firstLook,
    }))
  return { ...kept, sources: [...kept.sources, ...added] }
}

/** In how many indexes a source lies. */
function nestingOf(state: WatchState, source: WatchedSource): number {
  let nesting = 0
  let parent = source.parent
  while (parent !== null && nesting < MAX_NESTING) {
    nesting++
    const above = parent
    parent = state.sources.find(({ url }) => url === above)?.parent ?? null
  }
  return nesting
}
