import type { When } from '../../model/when.ts'
import type { Token } from '../text/token.ts'
import type { Day, Period } from './calendar.ts'
import type { TimeMention } from './time-index.ts'

/** What a time expression is resolved against. */
export interface Scene {
  /** The day the words were written on, or null when nothing says so. */
  readonly anchor: Day | null
  readonly anchorKind: When['anchor']
  /** The last dated time the text named before, or null. */
  readonly reference: Period | null
  /** The last exact day the text named before, or null. */
  readonly referenceDay: Day | null
}

/** A closed run of days; null is open. */
export interface Interval {
  readonly start: Day
  readonly end: Day
}

/** A time expression at tokens [from, to) of a sentence. */
export interface TimeMatch {
  readonly from: number
  readonly to: number
  readonly type: TimeMention['type']
  /** TIMEX3 value, or null when it cannot be told. */
  readonly value: string | null
  /** The days meant, or null when they cannot be told or when it is a mere length of time. */
  readonly interval: Interval | null
  /** The calendar period named, for later words such as "the next day"; null when it is none. */
  readonly period: Period | null
  readonly anchor: When['anchor']
  readonly rule: string
}

/** A dated match of the calendar period itself. */
export function dated(
  tokens: readonly [from: number, to: number],
  period: Period,
  anchor: When['anchor'],
  rule: string,
): TimeMatch {
  return { from: tokens[0], to: tokens[1], type: 'DATE', value: period.value, interval: period, period, anchor, rule }
}

/** A match that names no date. */
export function undated(
  tokens: readonly [from: number, to: number],
  type: TimeMatch['type'],
  value: string | null,
  rule: string,
): TimeMatch {
  return { from: tokens[0], to: tokens[1], type, value, interval: null, period: null, anchor: 'absolute', rule }
}

/** The folded word at `i`, or an empty string beyond the sentence. */
export function lowerAt(tokens: readonly Token[], i: number): string {
  return tokens[i]?.lower ?? ''
}

/** Whether no white space stands between the tokens `i` and `i + 1`. */
export function touches(tokens: readonly Token[], i: number): boolean {
  const left = tokens[i]
  const right = tokens[i + 1]
  return left !== undefined && right !== undefined && left.end === right.start
}

export function isDash(word: string): boolean {
  return word === '-' || word === '–' || word === '—' || word === '‑'
}
