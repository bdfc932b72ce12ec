import { FEASTS, FREQUENCIES, NUMERALS, REFERENCES, UNITS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { dateOf, dayOf, dayPeriod, periodAt, shiftPeriod } from './calendar.ts'
import { isFuture } from './is-future.ts'
import { durationValue } from './unit-arithmetic.ts'
import { integerAt } from './read-numbers.ts'
import { dated, isDash, lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'

const DAY_STEPS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])

/** "yesterday", "today", "tonight", "tomorrow". */
export function matchNamedDay(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const word = lowerAt(tokens, i)
  const step = DAY_STEPS.get(word)
  if (step === undefined) return null
  const isDayBefore =
    lowerAt(tokens, i - 1) === 'before' && lowerAt(tokens, i - 2) === 'day' && lowerAt(tokens, i - 3) === 'the'
  const from = isDayBefore && word === 'yesterday' ? i - 3 : i
  if (scene.anchor === null)
    return undated([from, i + 1], word === 'tonight' ? 'TIME' : 'DATE', null, 'times/named-day-without-anchor')
  const match = dated(
    [from, i + 1],
    dayPeriod(scene.anchor + step - (from < i ? 1 : 0)),
    scene.anchorKind,
    'times/named-day',
  )
  return word === 'tonight' ? { ...match, type: 'TIME', value: `${match.value}TNI` } : match
}

/** "now", "recently", "in the past", "in the future", "daily": no date, but a value. */
export function matchReference(tokens: readonly Token[], i: number): TimeMatch | null {
  const word = lowerAt(tokens, i)
  const frequency = FREQUENCIES.get(word)
  if (frequency !== undefined) return undated([i, i + 1], 'SET', frequency, 'times/frequency')
  const value = REFERENCES.get(word)
  if (value === undefined) return null
  const before = lowerAt(tokens, i - 1)
  if (word === 'past') {
    if (before !== 'the' || /^(in|from|of)$/u.test(lowerAt(tokens, i - 2)) === false || tokens[i + 1]?.kind === 'word')
      return null
    return undated([i - 1, i + 1], 'DATE', value, 'times/reference')
  }
  const from = (word === 'future' && before === 'the') || (word === 'now' && before === 'right') ? i - 1 : i
  if (word === 'future' && before !== 'the') return null
  if (word === 'soon' && (before === 'as' || lowerAt(tokens, i + 1) === 'after')) return null
  return undated([from, i + 1], 'DATE', value, 'times/reference')
}

/** A feast this near is the one meant, past or to come, in days. */
const NEAR_DAYS = 60

/** A feast on a fixed date ("Christmas Eve", "New Year's Day"). */
export function matchFeast(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  for (const length of [4, 3, 2, 1]) {
    const to = i + length
    const words = tokens
      .slice(i, to)
      .map((token) => token.lower)
      .join(' ')
      .replaceAll(" 's", "'s")
    const date = FEASTS.get(words)
    if (date === undefined || to > tokens.length) continue
    if (scene.anchor === null) return undated([i, to], 'DATE', null, 'times/feast-without-anchor')
    const { year } = dateOf(scene.anchor)
    const day = dayOf(year, date[0], date[1]) ?? scene.anchor
    const isNear = day - scene.anchor <= NEAR_DAYS || isFuture(tokens, i, to)
    const other = day > scene.anchor && !isNear ? dayOf(year - 1, date[0], date[1]) : day
    return dated([i, to], dayPeriod(other ?? day), scene.anchorKind, 'times/feast')
  }
  return null
}

/** Compounds of a unit: "two-year", "24-year-old", "year-ago", "year-end", "months-long". */
export function matchCompound(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const parts = lowerAt(tokens, i).split('-')
  const [first = '', second = '', third = ''] = parts
  const count = NUMERALS.get(first) ?? (first === 'several' ? null : undefined)
  const secondUnit = UNITS.get(second)
  // "three-quarters" is a fraction.
  if (count !== undefined && secondUnit !== undefined && parts.length <= 3 && second !== 'quarters') {
    const rule = third === 'old' || third === 'olds' ? 'times/age' : 'times/duration'
    return undated([i, i + 1], 'DURATION', durationValue(count, secondUnit), rule)
  }
  const unit = UNITS.get(first)
  if (unit === undefined || parts.length !== 2) return null
  if (second === 'old' || second === 'olds' || second === 'long') {
    const digits = isDash(lowerAt(tokens, i - 1)) && touches(tokens, i - 1) ? integerAt(tokens, i - 2) : null
    const from = digits === null ? i : i - 2
    const known = digits ?? (first.endsWith('s') ? null : 1)
    return undated(
      [from, i + 1],
      'DURATION',
      durationValue(known, unit),
      second === 'long' ? 'times/duration' : 'times/age',
    )
  }
  if (unit !== 'year' || scene.anchor === null) return null
  if (second === 'end') return dated([i, i + 1], periodAt(scene.anchor, 'year'), scene.anchorKind, 'times/year-end')
  if (second !== 'ago' && second !== 'earlier') return null
  const { reference } = scene
  const isQuarter = reference?.grain === 'quarter'
  const period = isQuarter ? shiftPeriod(reference, -4) : shiftPeriod(periodAt(scene.anchor, 'year'), -1)
  // "the year-earlier quarter", "the year-ago period".
  const hasNoun = /^(quarter|period)$/u.test(lowerAt(tokens, i + 1))
  const from = hasNoun && lowerAt(tokens, i - 1) === 'the' ? i - 1 : i
  return dated([from, hasNoun ? i + 2 : i + 1], period, isQuarter ? 'text' : scene.anchorKind, 'times/year-ago')
}
