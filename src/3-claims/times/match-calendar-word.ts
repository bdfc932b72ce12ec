import type { Unit } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { type Day, type Grain, type Period, periodAt, shiftPeriod } from './calendar.ts'
import { isEnd } from './match-offset.ts'
import { yearAt } from './read-numbers.ts'
import { dated, lowerAt, type Scene, type TimeMatch, undated } from './scene.ts'
import { durationValue, windowOf } from './unit-arithmetic.ts'

export interface CalendarWord {
  readonly unit: Unit
  readonly grain: Grain
  readonly scene: Scene
}

/** "last week", "this year", "the past month", "the next day", "the same day", "the weekend", "the following year". */
export function matchCalendarWord(
  tokens: readonly Token[],
  i: number,
  { unit, grain, scene }: CalendarWord,
): TimeMatch | null {
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
