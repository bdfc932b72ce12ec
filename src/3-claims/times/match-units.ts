import { UNITS, type Unit } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import {
  addMonths,
  dayPeriod,
  type Grain,
  type Day,
  type Period,
  periodAt,
  shiftPeriod,
  weekendPeriod,
  weekPeriod,
} from './calendar.ts'
import { isFuture } from './is-future.ts'
import { countBefore, integerAt, yearAt } from './read-numbers.ts'
import { dated, type Interval, isDash, lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'

const PAST_WINDOW: ReadonlySet<string> = new Set(['past', 'last', 'previous', 'preceding', 'latest', 'recent'])
const NEXT_WINDOW: ReadonlySet<string> = new Set(['next', 'coming', 'following', 'upcoming'])
const OPENERS: ReadonlySet<string> = new Set([
  'the',
  'these',
  'those',
  'this',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
])
/** Whole periods a calendar unit can stand for; `fortnight` and shorter ones cannot. */
const GRAINS: Readonly<Partial<Record<Unit, Grain>>> = {
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
}

/** TIMEX3 duration; X for an unknown count. */
export function durationValue(count: number | null, unit: Unit): string {
  const n = count === null ? 'X' : String(count)
  const times = (factor: number): string => (count === null ? 'X' : String(count * factor))
  switch (unit) {
    case 'second':
      return `PT${n}S`
    case 'minute':
      return `PT${n}M`
    case 'hour':
      return count === 24
        ? 'P1D'
        : count !== null && !Number.isInteger(count)
          ? `PT${Math.floor(count)}H${Math.round((count % 1) * 60)}M`
          : `PT${n}H`
    case 'day':
      return `P${n}D`
    case 'week':
      return `P${n}W`
    case 'weekend':
      return `P${n}WE`
    case 'fortnight':
      return `P${times(2)}W`
    case 'month':
      return `P${n}M`
    case 'quarter':
      return `P${times(3)}M`
    case 'year':
      return count !== null && !Number.isInteger(count)
        ? `${count < 1 ? 'P' : `P${Math.floor(count)}Y`}${Math.round((count % 1) * 12)}M`
        : `P${n}Y`
    case 'decade':
      return `P${times(10)}Y`
    case 'century':
      return `P${times(100)}Y`
  }
}

/** The day `count` units after `base` (negative: before), and the calendar period such words mean ("two years ago" is a year). */
function shiftDay(base: Day, count: number, unit: Unit): Period {
  const whole = Math.trunc(count)
  switch (unit) {
    case 'second':
    case 'minute':
      return dayPeriod(base)
    case 'hour':
      return dayPeriod(base + Math.trunc(count / 24))
    case 'day':
      return dayPeriod(base + whole)
    case 'week':
      return weekPeriod(base + 7 * whole)
    case 'weekend':
      return weekendPeriod(base + 7 * whole)
    case 'fortnight':
      return weekPeriod(base + 14 * whole)
    case 'month':
      return periodAt(addMonths(base, whole), 'month')
    case 'quarter':
      return periodAt(addMonths(base, 3 * whole), 'quarter')
    case 'year':
      return periodAt(addMonths(base, 12 * whole), 'year')
    case 'decade':
      return periodAt(addMonths(base, 120 * whole), 'year')
    case 'century':
      return periodAt(addMonths(base, 1200 * whole), 'decade')
  }
}

/** The days that a length of time before or after `base` covers. */
export function windowOf(base: Day, count: number | null, unit: Unit, isPast: boolean): Interval | null {
  const sign = isPast ? -1 : 1
  // "In recent days" is within a week, "in recent weeks" within a month; longer vague windows tell nothing.
  const n = count ?? (unit === 'day' ? 6 : unit === 'week' ? 4 : unit === 'hour' ? 24 : null)
  if (n === null) return null
  const far =
    unit === 'day' || unit === 'hour' || unit === 'minute' || unit === 'second'
      ? base + sign * Math.max(1, Math.ceil(unit === 'day' ? n : n / 24))
      : unit === 'week' || unit === 'fortnight' || unit === 'weekend'
        ? base + sign * Math.ceil(n * (unit === 'fortnight' ? 14 : 7))
        : addMonths(
            base,
            sign * Math.round(n * ({ month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit] ?? 1)),
          )
  return isPast ? { start: far, end: base } : { start: base, end: far }
}

/** A time built on the unit word at `i` ("three days ago", "the past 24 hours", "last week", "a year earlier"), or null. */
export function matchUnit(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const unit = UNITS.get(lowerAt(tokens, i))
  if (unit === undefined) return null
  return counted(tokens, i, unit, scene) ?? uncounted(tokens, i, unit, scene)
}

function counted(tokens: readonly Token[], i: number, unit: Unit, scene: Scene): TimeMatch | null {
  const isHyphened = isDash(lowerAt(tokens, i - 1)) && touches(tokens, i - 1)
  const number = isHyphened ? integerAt(tokens, i - 2) : null
  const count = number === null ? countBefore(tokens, i) : { from: i - 2, count: number }
  if (count === null) return null
  if (unit === 'second' && isOrdinal(tokens, i)) return null
  const every = lowerAt(tokens, count.from - 1)
  if (every === 'every' || (every === 'each' && number === null)) {
    return undated([count.from - 1, i + 1], 'SET', durationValue(count.count, unit), 'times/every-so-long')
  }
  const window = windowBefore(tokens, count.from)
  if (window !== null) {
    const interval = scene.anchor === null ? null : windowOf(scene.anchor, count.count, unit, window.isPast)
    return {
      ...undated(
        [window.from, i + 1],
        'DURATION',
        durationValue(count.count, unit),
        window.isPast ? 'times/window' : 'times/window-ahead',
      ),
      interval: window.base === 'anchor' ? interval : null,
      anchor: scene.anchorKind,
    }
  }
  const after = lowerAt(tokens, i + 1)
  if (after === 'old' || (after === 'of' && lowerAt(tokens, i + 2) === 'age')) {
    return undated([count.from, i + 2], 'DURATION', durationValue(count.count, unit), 'times/age')
  }
  const offset = offsetAfter(tokens, i)
  if (offset !== null && number === null)
    return offsetMatch([count.from, offset.to], { count: count.count, unit, offset, scene })
  const hasThe = number === null && lowerAt(tokens, count.from - 1) === 'the'
  const duration = undated(
    [hasThe ? count.from - 1 : count.from, i + 1],
    'DURATION',
    durationValue(count.count, unit),
    'times/duration',
  )
  return inSoLong(tokens, count.from, { duration, count: count.count, unit, scene })
}

interface SoLong {
  readonly duration: TimeMatch
  readonly count: number | null
  readonly unit: Unit
  readonly scene: Scene
}

/** "35 killed in 24 hours": a few hours or days that a report of what was done counts back from its own day. */
function inSoLong(tokens: readonly Token[], from: number, { duration, count, unit, scene }: SoLong): TimeMatch {
  const isShort = count !== null && (unit === 'hour' || (unit === 'day' && count <= 7))
  if (lowerAt(tokens, from - 1) !== 'in' || !isShort || scene.anchor === null || isFuture(tokens, from, duration.to))
    return duration
  return {
    ...duration,
    interval: windowOf(scene.anchor, count, unit, true),
    anchor: scene.anchorKind,
    rule: 'times/window',
  }
}

/** "the second day", "five seconds": an ordinal is no unit. */
function isOrdinal(tokens: readonly Token[], i: number): boolean {
  return lowerAt(tokens, i) === 'second' && integerAt(tokens, i - 1) === null
}

interface Window {
  readonly from: number
  readonly isPast: boolean
  /** Whether the window hangs on the anchor, or on something the text tells ("the first three days", "the following week"). */
  readonly base: 'anchor' | 'text'
}

function windowBefore(tokens: readonly Token[], at: number): Window | null {
  const word = lowerAt(tokens, at - 1)
  const from = OPENERS.has(lowerAt(tokens, at - 2)) ? at - 2 : at - 1
  if (PAST_WINDOW.has(word))
    return { from, isPast: true, base: word === 'previous' || word === 'preceding' ? 'text' : 'anchor' }
  if (NEXT_WINDOW.has(word)) return { from, isPast: false, base: word === 'following' ? 'text' : 'anchor' }
  if (word === 'first' || word === 'final' || word === 'same') return { from, isPast: true, base: 'text' }
  return null
}

interface Offset {
  readonly to: number
  readonly isPast: boolean
  readonly base: 'anchor' | 'reference'
}

function offsetAfter(tokens: readonly Token[], i: number): Offset | null {
  const word = lowerAt(tokens, i + 1)
  const next = lowerAt(tokens, i + 2)
  switch (word) {
    case 'ago':
      return { to: i + 2, isPast: true, base: 'anchor' }
    case 'earlier':
    case 'previously':
    case 'prior':
      return { to: i + 2, isPast: true, base: 'reference' }
    case 'before':
      return isEnd(next) ? { to: i + 2, isPast: true, base: 'reference' } : null
    case 'later':
    case 'afterwards':
    case 'afterward':
    case 'thereafter':
      return { to: i + 2, isPast: false, base: 'reference' }
    case 'from':
      return next === 'now' ? { to: i + 3, isPast: false, base: 'anchor' } : null
    default:
      return null
  }
}

function isEnd(word: string): boolean {
  return word === '' || /^[,.;:)]$/u.test(word)
}

interface OffsetWords {
  readonly count: number | null
  readonly unit: Unit
  readonly offset: Offset
  readonly scene: Scene
}

function offsetMatch(range: readonly [number, number], { count, unit, offset, scene }: OffsetWords): TimeMatch {
  const sign = offset.isPast ? -1 : 1
  if (count === null) {
    const vague = undated(range, 'DATE', offset.isPast ? 'PAST_REF' : 'FUTURE_REF', 'times/vague-offset')
    const known =
      offset.base === 'anchor' && scene.anchor !== null ? windowOf(scene.anchor, null, unit, offset.isPast) : null
    return { ...vague, interval: known, anchor: scene.anchorKind }
  }
  if (offset.base === 'anchor') {
    if (scene.anchor === null) return undated(range, 'DATE', null, 'times/ago-without-anchor')
    if (unit === 'year' && count === 1 && scene.reference?.grain === 'quarter') {
      return dated(range, shiftPeriod(scene.reference, -4), 'text', 'times/offset-same-grain')
    }
    return dated(range, shiftDay(scene.anchor, sign * count, unit), scene.anchorKind, 'times/ago')
  }
  const { reference } = scene
  const grain = GRAINS[unit]
  // "A year earlier" after "the third quarter" is the third quarter a year earlier.
  if (
    reference !== null &&
    grain === 'year' &&
    reference.grain !== 'year' &&
    reference.grain !== 'week' &&
    reference.grain !== 'weekend'
  ) {
    const steps = { quarter: 4, month: 12, half: 2, season: 1, day: 0, decade: 0, century: 0 }[reference.grain]
    if (steps > 0) return dated(range, shiftPeriod(reference, sign * count * steps), 'text', 'times/offset-same-grain')
  }
  const base = scene.referenceDay ?? reference?.start ?? null
  if (base !== null && (reference?.grain === 'day' || grain === 'year' || grain === 'month')) {
    return dated(range, shiftDay(reference?.start ?? base, sign * count, unit), 'text', 'times/offset')
  }
  if (base === null && scene.anchor !== null && offset.isPast) {
    return dated(range, shiftDay(scene.anchor, sign * count, unit), scene.anchorKind, 'times/earlier-than-now')
  }
  return undated(range, 'DURATION', durationValue(count, unit), 'times/offset-unknown')
}

function uncounted(tokens: readonly Token[], i: number, unit: Unit, scene: Scene): TimeMatch | null {
  const word = lowerAt(tokens, i)
  const before = lowerAt(tokens, i - 1)
  const isPlural = word.endsWith('s') || word === 'centuries'
  if (before === 'every' || before === 'each' || before === 'per') {
    return undated([before === 'per' ? i : i - 1, i + 1], 'SET', durationValue(1, unit), 'times/every')
  }
  if (before === 'other' && lowerAt(tokens, i - 2) === 'every') {
    return undated([i - 2, i + 1], 'SET', durationValue(2, unit), 'times/every-other')
  }
  if (isPlural) return plural(tokens, i, unit, scene)
  const grain = GRAINS[unit]
  if (grain === undefined) {
    const window = windowBefore(tokens, i)
    const interval = window === null || scene.anchor === null ? null : windowOf(scene.anchor, 1, unit, window.isPast)
    return window === null
      ? null
      : { ...undated([window.from, i + 1], 'DURATION', durationValue(1, unit), 'times/window'), interval }
  }
  return singular(tokens, i, { unit, grain, scene })
}

/** "in recent weeks", "for months", "days ago", "weeks later". */
function plural(tokens: readonly Token[], i: number, unit: Unit, scene: Scene): TimeMatch | null {
  const before = lowerAt(tokens, i - 1)
  const window = windowBefore(tokens, i)
  if (window !== null && before !== 'first' && before !== 'same') {
    const interval =
      scene.anchor === null || window.base === 'text' ? null : windowOf(scene.anchor, null, unit, window.isPast)
    const from = before === 'recent' ? i - 1 : window.from
    return {
      ...undated([from, i + 1], 'DURATION', durationValue(null, unit), 'times/recent'),
      interval,
      anchor: scene.anchorKind,
    }
  }
  const offset = offsetAfter(tokens, i)
  if (offset !== null) return offsetMatch([i, offset.to], { count: null, unit, offset, scene })
  if (before === 'these' && unit === 'day') return undated([i - 1, i + 1], 'DATE', 'PRESENT_REF', 'times/these-days')
  return /^(for|of|after|over|in|within|took|take|takes|last|lasted|two|the|by|or|and|early|than|before|spent)$/u.test(
    before,
  )
    ? undated([i, i + 1], 'DURATION', durationValue(null, unit), 'times/long')
    : null
}

interface CalendarWord {
  readonly unit: Unit
  readonly grain: Grain
  readonly scene: Scene
}

/** "last week", "this year", "the past month", "the next day", "the same day", "the weekend", "the following year". */
function singular(tokens: readonly Token[], i: number, { unit, grain, scene }: CalendarWord): TimeMatch | null {
  const before = lowerAt(tokens, i - 1)
  const hasThe = lowerAt(tokens, i - 2) === 'the'
  const from = hasThe && before !== 'the' ? i - 2 : i - 1
  const range = [from, i + 1] as const
  const ofAnchor = (step: number): TimeMatch =>
    scene.anchor === null
      ? undated(range, 'DATE', null, 'times/calendar-without-anchor')
      : dated(range, calendarStep(scene.anchor, grain, step), scene.anchorKind, 'times/calendar')
  const ofReference = (step: number): TimeMatch => {
    const base = grain === 'day' ? scene.referenceDay : (scene.reference?.start ?? null)
    if (base !== null) return dated(range, shiftPeriod(periodAt(base, grain), step), 'text', 'times/calendar-of-text')
    return step < 0 && scene.anchor !== null
      ? dated(range, shiftPeriod(periodAt(scene.anchor, grain), step), scene.anchorKind, 'times/calendar-of-text')
      : undated(range, 'DATE', null, 'times/calendar-of-unknown')
  }
  if (grain === 'quarter' && (before === 'the' || before === 'latest')) return ofQuarter(range, scene)
  switch (before) {
    case 'last':
    case 'past': {
      const isWindow = hasThe || before === 'past'
      if (!isWindow || unit === 'weekend' || unit === 'quarter') return ofAnchor(-1)
      const interval = scene.anchor === null ? null : windowOf(scene.anchor, 1, unit, true)
      return {
        ...undated(range, 'DURATION', durationValue(1, unit), 'times/window'),
        interval,
        anchor: scene.anchorKind,
      }
    }
    case 'this':
    case 'current':
      return ofAnchor(0)
    case 'next':
      return hasThe && (grain === 'day' || grain === 'month') ? ofReference(1) : ofAnchor(1)
    case 'coming':
      return ofAnchor(1)
    case 'following':
      return ofReference(1)
    case 'previous':
    case 'preceding':
      return ofReference(-1)
    case 'same':
    case 'that':
      return { ...ofReference(0), from: before === 'that' ? i - 1 : from }
    case 'the':
      return definite(tokens, i, { unit, grain, scene })
    default:
      return grain === 'weekend' && scene.anchor !== null
        ? dated([i, i + 1], calendarStep(scene.anchor, grain, 0), scene.anchorKind, 'times/weekend')
        : null
  }
}

/** "the quarter", "the latest quarter": the one the text spoke of, else the last full one. */
function ofQuarter(range: readonly [number, number], { anchor, anchorKind, reference }: Scene): TimeMatch | null {
  if (reference?.grain === 'quarter') return dated(range, reference, 'text', 'times/the-quarter')
  return anchor === null
    ? null
    : dated(range, shiftPeriod(periodAt(anchor, 'quarter'), -1), anchorKind, 'times/the-quarter')
}

/** "the weekend", "the day before", "the week of …"; a bare "the year" is the current one. */
function definite(tokens: readonly Token[], i: number, { grain, scene }: CalendarWord): TimeMatch | null {
  const after = lowerAt(tokens, i + 1)
  const step = after === 'before' || after === 'earlier' ? -1 : after === 'after' || after === 'later' ? 1 : 0
  if (step !== 0) {
    const base = grain === 'day' ? scene.referenceDay : (scene.reference?.start ?? null)
    const from = base ?? (step < 0 ? scene.anchor : null)
    if (from === null || (!isEnd(lowerAt(tokens, i + 2)) && grain === 'day' && step > 0)) return null
    return dated(
      [i - 1, i + 2],
      shiftPeriod(periodAt(from, grain), step),
      base === null ? scene.anchorKind : 'text',
      'times/calendar-of-text',
    )
  }
  if (scene.anchor === null) return null
  const isPart = lowerAt(tokens, i - 2) === 'of' && scene.reference?.grain === 'year'
  if (grain === 'year' && isPart && scene.reference !== null)
    return dated([i - 1, i + 1], scene.reference, 'text', 'times/calendar-of-text')
  if (grain === 'weekend')
    return dated([i - 1, i + 1], calendarStep(scene.anchor, grain, 0), scene.anchorKind, 'times/weekend')
  if (grain !== 'year' || yearAt(tokens, i + 1) !== null) return null
  return dated([i - 1, i + 1], periodAt(scene.anchor, grain), scene.anchorKind, 'times/the-year')
}

/** The weekend "now" is the last one that has begun; other periods are the calendar's own. */
function calendarStep(anchor: Day, grain: Grain, step: number): Period {
  const now = periodAt(anchor, grain)
  return shiftPeriod(now, grain === 'weekend' && now.start > anchor && step <= 0 ? Math.min(step, -1) : step)
}
