import { UNITS, type Unit } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { isFuture } from './is-future.ts'
import { matchCalendarWord } from './match-calendar-word.ts'
import { offsetAfter, offsetMatch } from './match-offset.ts'
import { countBefore, integerAt } from './read-numbers.ts'
import { isDash, lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'
import { durationValue, GRAINS, windowOf } from './unit-arithmetic.ts'

const PAST_WINDOW: ReadonlySet<string> = new Set(['past', 'last', 'previous', 'preceding', 'latest', 'recent'])
const NEXT_WINDOW: ReadonlySet<string> = new Set(['next', 'coming', 'following', 'upcoming'])
const WINDOW_WORDS: ReadonlySet<string> = new Set([...PAST_WINDOW, ...NEXT_WINDOW, 'first', 'final', 'same'])
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
  if (!WINDOW_WORDS.has(word)) return null
  const from = OPENERS.has(lowerAt(tokens, at - 2)) ? at - 2 : at - 1
  if (PAST_WINDOW.has(word))
    return { from, isPast: true, base: word === 'previous' || word === 'preceding' ? 'text' : 'anchor' }
  if (NEXT_WINDOW.has(word)) return { from, isPast: false, base: word === 'following' ? 'text' : 'anchor' }
  if (word === 'first' || word === 'final' || word === 'same') return { from, isPast: true, base: 'text' }
  return null
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
  return matchCalendarWord(tokens, i, { unit, grain, scene })
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
