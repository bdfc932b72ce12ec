import type { Token } from '../text/token.ts'
import type { Day, Period } from './calendar.ts'
import { isFuture } from './is-future.ts'
import { type Interval, lowerAt, type Scene, type TimeMatch } from './scene.ts'

type Modifier = 'start' | 'mid' | 'end' | 'first' | 'last' | 'earlier' | 'later'

const BEFORE: ReadonlyMap<string, Modifier> = new Map([
  ['early', 'start'],
  ['mid', 'mid'],
  ['late', 'end'],
  ['earlier', 'earlier'],
  ['later', 'later'],
])
const EDGES: ReadonlyMap<string, Modifier> = new Map([
  ['beginning', 'first'],
  ['start', 'first'],
  ['outset', 'first'],
  ['end', 'last'],
  ['close', 'last'],
  ['middle', 'mid'],
])
/** Words of more or less before a count, taken into the expression as TIMEX3 does. */
const ABOUT: ReadonlySet<string> = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'approximately',
  'some',
  'over',
])
const COMPARED: ReadonlySet<string> = new Set([
  'more than',
  'less than',
  'fewer than',
  'at least',
  'at most',
  'up to',
  'no more than',
])

/** Takes in the words before the expression that narrow it ("early 2014", "the end of June", "earlier this month") and narrows its days. */
export function withModifier(tokens: readonly Token[], match: TimeMatch, scene: Scene): TimeMatch {
  const clipped = clipToNow(tokens, match, scene)
  const { period } = clipped
  if (period === null || clipped.type !== 'DATE') return withMoreOrLess(tokens, clipped)
  const found = modifierBefore(tokens, clipped.from)
  if (found === null) return withMoreOrLess(tokens, clipped)
  return {
    ...clipped,
    from: found.from,
    interval: narrow(clipped.interval ?? period, { period, modifier: found.modifier, anchor: scene.anchor }),
  }
}

function modifierBefore(
  tokens: readonly Token[],
  from: number,
): { readonly modifier: Modifier; readonly from: number } | null {
  const before = lowerAt(tokens, from - 1)
  const direct = BEFORE.get(before)
  const hasThe = (at: number): number => (lowerAt(tokens, at - 1) === 'the' ? at - 1 : at)
  if (direct !== undefined)
    return { modifier: direct, from: direct === 'earlier' || direct === 'later' ? from - 1 : hasThe(from - 1) }
  if (before === 'in' && /^(earlier|later|early|late)$/u.test(lowerAt(tokens, from - 2))) {
    const modifier = BEFORE.get(lowerAt(tokens, from - 2))
    return modifier === undefined ? null : { modifier, from: from - 2 }
  }
  const edge = before === 'of' ? EDGES.get(lowerAt(tokens, from - 2)) : undefined
  return edge === undefined ? null : { modifier: edge, from: hasThe(from - 2) }
}

interface Narrowing {
  readonly period: Period
  readonly modifier: Modifier
  readonly anchor: Day | null
}

function narrow(interval: Interval, { period, modifier, anchor }: Narrowing): Interval {
  const { start, end } = period
  if (period.grain === 'day') return interval
  if (modifier === 'earlier' || modifier === 'later') {
    if (anchor === null || anchor < start || anchor > end) return interval
    return modifier === 'earlier'
      ? { start, end: Math.max(start, anchor - 1) }
      : { start: Math.min(end, anchor + 1), end }
  }
  const length = end - start + 1
  // The edge of a month is its last week; of a year its last month; "early", "mid" and "late" are thirds.
  const edge =
    period.grain === 'week' || period.grain === 'weekend'
      ? 2
      : period.grain === 'month'
        ? 7
        : Math.min(31, Math.round(length / 12))
  const third = period.grain === 'month' ? 10 : Math.round(length / 3)
  switch (modifier) {
    case 'first':
      return { start, end: start + edge - 1 }
    case 'last':
      return { start: end - edge + 1, end }
    case 'start':
      return { start, end: start + third - 1 }
    case 'mid':
      return { start: start + third - 1, end: start + 2 * third - 1 }
    case 'end':
      return { start: start + 2 * third, end }
  }
}

/** "This year" in a report of what has happened ends with the day of the report. */
function clipToNow(tokens: readonly Token[], match: TimeMatch, { anchor }: Scene): TimeMatch {
  const { interval, rule } = match
  if (interval === null || anchor === null || (rule !== 'times/calendar' && rule !== 'times/the-year')) return match
  if (anchor < interval.start || anchor >= interval.end) return match
  return isFuture(tokens, match.from, match.to)
    ? { ...match, interval: { start: anchor, end: interval.end } }
    : { ...match, interval: { start: interval.start, end: anchor } }
}

function withMoreOrLess(tokens: readonly Token[], match: TimeMatch): TimeMatch {
  if (match.rule !== 'times/duration' && match.rule !== 'times/ago') return match
  const one = lowerAt(tokens, match.from - 1)
  const two = `${lowerAt(tokens, match.from - 2)} ${one}`
  if (COMPARED.has(two))
    return { ...match, from: lowerAt(tokens, match.from - 3) === 'no' ? match.from - 3 : match.from - 2 }
  if (one === 'over' && /^an?$/u.test(lowerAt(tokens, match.from))) return { ...match, from: match.from - 1 }
  return ABOUT.has(one) && lowerAt(tokens, match.from) !== 'the' ? { ...match, from: match.from - 1 } : match
}
