import type { WatchedSource, WatchState } from './watch-state.ts'

/** How often sources are looked at. */
export interface WatchPace {
  readonly firstMs: number
  readonly minMs: number
  readonly maxMs: number
}

export const DEFAULT_PACE: WatchPace = { firstMs: 15 * 60_000, minMs: 5 * 60_000, maxMs: 6 * 3_600_000 }

/** Looks that found something bring the next one nearer; looks that found nothing put it off, more gently. */
const SOONER = 0.5
const LATER = 1.5
/** Part of an interval that chance takes off or adds, so that sources do not fall due together. */
const JITTER = 0.1

/** What to do now, and when there is something to do again. */
export interface WatchPlan {
  /** Sources to look at, the longest due first. */
  readonly due: readonly WatchedSource[]
  /** When the next source of those not due falls due: ISO 8601, UTC; null when there is none. */
  readonly nextDueAt: string | null
}

export function planWatch(state: WatchState, now: Date): WatchPlan {
  const inOrder = state.sources.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt) || a.url.localeCompare(b.url))
  const at = now.toISOString()
  return {
    due: inOrder.filter(({ dueAt }) => dueAt <= at),
    nextDueAt: inOrder.find(({ dueAt }) => dueAt > at)?.dueAt ?? null,
  }
}

/** The interval after a look that found something new, or nothing. */
export function adaptInterval(intervalMs: number, foundNew: boolean, { minMs, maxMs }: WatchPace): number {
  return Math.round(Math.min(maxMs, Math.max(minMs, intervalMs * (foundNew ? SOONER : LATER))))
}

/**
 * When to look again after a good look.
 *
 * @param chance  from 0 (inclusive) to 1 (exclusive)
 */
export function nextLook(now: Date, intervalMs: number, chance: number): string {
  return new Date(now.getTime() + Math.round(intervalMs * (1 - JITTER + 2 * JITTER * chance))).toISOString()
}

/**
 * When to look again after faults in a row: each doubles the wait up to the longest interval, with jitter; never before the
 * server lets us.
 *
 * @param retryAt  ISO 8601, UTC: what the server asked for, or null
 */
export function nextTry(now: Date, failures: number, retryAt: string | null, pace: WatchPace, chance: number): string {
  const wait = Math.min(pace.maxMs, pace.minMs * 2 ** (failures - 1))
  const own = new Date(now.getTime() + Math.round(wait / 2 + (wait / 2) * chance)).toISOString()
  return retryAt !== null && retryAt > own ? retryAt : own
}
