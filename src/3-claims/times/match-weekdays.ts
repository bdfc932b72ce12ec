import { DAY_PARTS, SHORT_NAMES, WEEKDAYS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { type Day, dayPeriod, weekdayOf } from './calendar.ts'
import { isFuture } from './is-future.ts'
import { dated, lowerAt, type Scene, type TimeMatch, undated } from './scene.ts'

/** Names that hold a weekday and are no time ("Bloody Sunday", "the Sunday Times"). */
const NAME_BEFORE: ReadonlySet<string> = new Set(['bloody', 'black', 'cyber', 'girl', 'super'])
const NAME_AFTER: ReadonlySet<string> = new Set([
  'times',
  'telegraph',
  'mirror',
  'express',
  'mail',
  'herald',
  'post',
  'tribune',
  'league',
])

type Shift = 'last' | 'next' | 'this' | 'previous' | 'following' | null

/**
 * A weekday at `i`: the last one on or before the anchor, which is the anchor's own day in a text written on it; the next one
 * after it when the clause speaks of the future.
 */
export function matchWeekday(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const token = tokens[i]
  const weekday = WEEKDAYS.get(token?.lower ?? '')
  if (token === undefined || weekday === undefined || !/^\p{Lu}/u.test(token.text)) return null
  if (SHORT_NAMES.has(token.lower) && lowerAt(tokens, i + 1) !== '.') return null
  if (NAME_BEFORE.has(lowerAt(tokens, i - 1)) || isNewspaper(tokens, i)) return null
  const before = lowerAt(tokens, i - 1)
  const isPlural = token.lower.endsWith('days')
  if (
    before === 'every' ||
    before === 'each' ||
    (isPlural && (before === 'on' || DAY_PARTS.has(lowerAt(tokens, i + 1))))
  ) {
    return undated(
      [before === 'on' || isPlural ? i : i - 1, i + 1],
      'SET',
      `XXXX-WXX-${weekday}`,
      'times/every-weekday',
    )
  }
  const { shift, from } = shiftBefore(tokens, i)
  const base = shift === 'previous' || shift === 'following' ? (scene.referenceDay ?? scene.anchor) : scene.anchor
  if (base === null) return undated([from, i + 1], 'DATE', null, 'times/weekday-without-anchor')
  const future = shift === null && isFuture(tokens, from, i + 1)
  const day = weekdayFrom(base, weekday, shift ?? (future ? 'next' : null))
  const anchor = base === scene.anchor ? scene.anchorKind : 'text'
  return dated([from, i + 1], dayPeriod(day), anchor, future ? 'times/weekday-ahead' : 'times/weekday')
}

function isNewspaper(tokens: readonly Token[], i: number): boolean {
  const after = tokens[i + 1]
  return after !== undefined && /^\p{Lu}/u.test(after.text) && NAME_AFTER.has(after.lower)
}

function shiftBefore(tokens: readonly Token[], i: number): { readonly shift: Shift; readonly from: number } {
  const before = lowerAt(tokens, i - 1)
  switch (before) {
    case 'last':
    case 'next':
    case 'this':
      return { shift: before, from: i - 1 }
    case 'past':
    case 'coming':
      return {
        shift: before === 'past' ? null : 'next',
        from: /^(this|the)$/u.test(lowerAt(tokens, i - 2)) ? i - 2 : i - 1,
      }
    case 'previous':
    case 'following':
      return { shift: before, from: lowerAt(tokens, i - 2) === 'the' ? i - 2 : i - 1 }
    default:
      return { shift: null, from: i }
  }
}

function weekdayFrom(base: Day, weekday: number, shift: Shift): Day {
  const onOrBefore = base - ((weekdayOf(base) - weekday + 7) % 7)
  switch (shift) {
    case null:
      return onOrBefore
    // "last Friday" on a Friday is the one a week ago.
    case 'last':
    case 'previous':
      return onOrBefore === base ? base - 7 : onOrBefore
    case 'next':
    case 'following':
      return onOrBefore + 7
    case 'this':
      return base - weekdayOf(base) + weekday
  }
}
