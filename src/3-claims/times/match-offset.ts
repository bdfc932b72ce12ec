import type { Unit } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { type Day, shiftPeriod } from './calendar.ts'
import { dated, lowerAt, type Scene, type TimeMatch, undated } from './scene.ts'
import { durationValue, GRAINS, shiftDay, windowOf } from './unit-arithmetic.ts'

/** Words behind a length of time that make it a step from the anchor or from the time told last. */
export interface Offset {
  readonly to: number
  readonly isPast: boolean
  readonly base: 'anchor' | 'reference'
}

/** "ago", "earlier", "later", "from now" behind the unit at `i`, or null. */
export function offsetAfter(tokens: readonly Token[], i: number): Offset | null {
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

/** Whether a sentence or phrase ends at the word. */
export function isEnd(word: string): boolean {
  return word === '' || /^[,.;:)]$/u.test(word)
}

interface OffsetWords {
  readonly count: number | null
  readonly unit: Unit
  readonly offset: Offset
  readonly scene: Scene
}

/** "three days ago", "a year earlier", "two days later", resolved. */
export function offsetMatch(range: readonly [number, number], { count, unit, offset, scene }: OffsetWords): TimeMatch {
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
    return stepMatch(range, {
      base: scene.anchor,
      steps: sign * count,
      unit,
      anchor: scene.anchorKind,
      rule: 'times/ago',
    })
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
    const from = reference?.start ?? base
    return stepMatch(range, { base: from, steps: sign * count, unit, anchor: 'text', rule: 'times/offset' })
  }
  if (base === null && scene.anchor !== null && offset.isPast) {
    const rule = 'times/earlier-than-now'
    return stepMatch(range, { base: scene.anchor, steps: sign * count, unit, anchor: scene.anchorKind, rule })
  }
  return undated(range, 'DURATION', durationValue(count, unit), 'times/offset-unknown')
}

interface Step {
  readonly base: Day
  /** Units from the base, negative before it. */
  readonly steps: number
  readonly unit: Unit
  readonly anchor: TimeMatch['anchor']
  readonly rule: string
}

function stepMatch(range: readonly [number, number], { base, steps, unit, anchor, rule }: Step): TimeMatch {
  const match = dated(range, shiftDay(base, steps, unit), anchor, rule)
  return unit === 'week' ? aroundWeekday(match, base, steps) : match
}

/** "a week ago" is within a day of the same weekday, "six weeks ago" within days of it: the days around it, not its calendar week. */
function aroundWeekday(match: TimeMatch, base: Day, weeks: number): TimeMatch {
  const day = base + 7 * Math.trunc(weeks)
  const within = Math.abs(weeks) < 2 ? 1 : 3
  return { ...match, interval: { start: day - within, end: day + within } }
}
