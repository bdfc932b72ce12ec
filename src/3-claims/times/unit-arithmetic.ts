import type { Unit } from '../../../data/words/time-words.ts'
import {
  addMonths,
  type Day,
  dayPeriod,
  type Grain,
  type Period,
  periodAt,
  weekendPeriod,
  weekPeriod,
} from './calendar.ts'
import type { Interval } from './scene.ts'

/** Whole periods a calendar unit can stand for; `fortnight` and shorter ones cannot. */
export const GRAINS: Readonly<Partial<Record<Unit, Grain>>> = {
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
export function shiftDay(base: Day, count: number, unit: Unit): Period {
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
