import type { RecordClaim, SettledClaim } from '../model/record.ts'
import { covers, groupKey } from './group-covers.ts'
import { compareSaid } from './order-entries.ts'
import { type FigureEntry, sameFigure } from './settle-document.ts'

/** What a claimant says now of one measure, and what became of everything it said. */
export interface SettledClaimant {
  readonly current: readonly CurrentFigure[]
  readonly settled: readonly SettledClaim[]
}

/** A figure the claimant stands by. */
export interface CurrentFigure extends FigureEntry {
  /** The first claim of the run in which the claimant says the same. */
  readonly first: RecordClaim
}

/**
 * Folds the counted figures of one claimant and one measure in the order in which they were said: a later figure of the
 * same people supersedes the earlier one (codebook, "One incident from many documents").
 *
 * A copy, a vague word after a number, a looser bound than the number it stands by, and a count that it has already
 * replaced say nothing new and supersede nothing.
 */
export function settleClaimant(entries: readonly FigureEntry[]): SettledClaimant {
  const settled: SettledClaim[] = []
  const replaced: FigureEntry[] = []
  let current: CurrentFigure[] = []
  for (const one of [...entries].sort((a, b) => compareSaid(a.entry, b.entry))) {
    const { entry } = one
    const stale = findStale(one, current, replaced)
    if (stale !== null) {
      settled.push({ entry, ...stale })
      continue
    }
    const kept: CurrentFigure[] = []
    let first = entry
    for (const old of current) {
      const rule = ruleAgainst(one, old)
      if (rule === null) {
        kept.push(old)
        continue
      }
      if (rule === 'record/same-again') first = old.first
      else replaced.push(old)
      settled.push({ entry: old.entry, state: 'superseded', by: entry.claim.id, rule })
    }
    current = [...kept, { ...one, first }]
  }
  for (const { entry } of current) settled.push({ entry, state: 'current', by: null, rule: 'record/latest' })
  return { current, settled }
}

type Stale = Pick<SettledClaim, 'state' | 'by' | 'rule'>

/** Why a figure brings nothing new to what its claimant stands by; null when it does. */
function findStale(
  one: FigureEntry,
  current: readonly CurrentFigure[],
  replaced: readonly FigureEntry[],
): Stale | null {
  const { entry, figure } = one
  for (const old of current) {
    const by = old.entry.claim.id
    if (sameFigure(old.figure, figure)) {
      if (entry.copyOf !== null) return { state: 'repeat', by, rule: 'record/copy' }
      continue
    }
    if (!sameSlot(one, old) || !covers(figure.who, old.figure.who)) continue
    if (figure.vague !== null && old.figure.vague === null)
      return { state: 'repeat', by, rule: 'record/vague-after-number' }
    if (isLooser(one, old)) return { state: 'repeat', by, rule: 'record/looser-again' }
    const isOldCount = replaced.some((before) => sameFigure(before.figure, figure))
    if (isOldCount && old.entry.captureId !== entry.captureId)
      return { state: 'superseded', by, rule: 'record/earlier-count' }
    if (entry.isEarlier && !old.entry.isEarlier) return { state: 'superseded', by, rule: 'record/earlier-count' }
  }
  return null
}

/** The rule by which a figure takes the place of an older one of its claimant; null when both stand. */
function ruleAgainst(one: FigureEntry, old: FigureEntry): string | null {
  if (sameFigure(one.figure, old.figure)) return 'record/same-again'
  if (!sameSlot(one, old)) return null
  const isSameGroup = groupKey(one.figure.who) === groupKey(old.figure.who)
  if (one.entry.captureId === old.entry.captureId && one.entry.saidAt === old.entry.saidAt) {
    if (!isSameGroup) return null
    return old.entry.isEarlier && !one.entry.isEarlier ? 'record/earlier-count' : 'record/first-in-text'
  }
  if (isSameGroup || covers(one.figure.who, old.figure.who)) return 'record/later'
  return isPartAboveWhole(one, old) ? 'record/part-above-whole' : null
}

/** Wholes compete with wholes; parts of the same named group with each other. Unnamed parts ("25 of them") compete with none. */
function sameSlot(a: FigureEntry, b: FigureEntry): boolean {
  if (a.figure.scope !== b.figure.scope) return false
  if (a.figure.scope === 'incident') return true
  const key = groupKey(a.figure.who)
  return key !== 'people' && key === groupKey(b.figure.who)
}

/** "More than 50" by who stands by 57: the same in looser words. */
function isLooser({ figure, entry }: FigureEntry, old: FigureEntry): boolean {
  const { low, high } = old.figure
  if (figure.low === null || figure.high !== null || low === null || high === null) return false
  return figure.low <= low && entry.captureId !== old.entry.captureId
}

/** A later count of a part that is larger than the whole of before: the whole of before no longer stands. */
function isPartAboveWhole(one: FigureEntry, old: FigureEntry): boolean {
  const { low } = one.figure
  const { high } = old.figure
  return low !== null && high !== null && low > high && covers(old.figure.who, one.figure.who)
}
