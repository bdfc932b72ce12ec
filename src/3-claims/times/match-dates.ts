import { ATTACK_NOUNS } from '../../../data/words/tense-cues.ts'
import { COUNTED_NOUNS, MONTHS, NAMED_FOR_DATES, SHORT_NAMES, WEEKDAYS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { dateOf, dayOf, dayPeriod, monthPeriod, type Period } from './calendar.ts'
import { isFuture } from './is-future.ts'
import { integerAt, monthDayAt, monthDayBefore, spokenYearAt, yearAt } from './read-numbers.ts'
import { dated, isDash, lowerAt, type Scene, type TimeMatch, undated } from './scene.ts'

/** Words before "May" and "March" that leave no doubt that a month is meant. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'in since until till by from to of during through before after last next this early late mid between and past each every'.split(
    ' ',
  ),
)
const MONTH_SHIFTS: ReadonlySet<string> = new Set(['last', 'next', 'this', 'past', 'coming'])

interface Year {
  readonly year: number
  readonly to: number
}

/**
 * A date or month around the month name at `i`: "24 May 2022", "Friday, Oct. 23", "4 JAN 90", "May 24-26", "last June".
 *
 * Without a year the date is the last one on or before the anchor, or the next one when the clause speaks of the future.
 */
export function matchMonth(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const token = tokens[i]
  const month = MONTHS.get(token?.lower ?? '')
  if (token === undefined || month === undefined || !/^\p{Lu}/u.test(token.text)) return null
  const afterName = SHORT_NAMES.has(token.lower) && lowerAt(tokens, i + 1) === '.' ? i + 2 : i + 1
  const left = dayToTheLeft(tokens, i)
  const right = left === null ? dayToTheRight(tokens, i, afterName) : null
  const days = left ?? right
  if (days === null) return monthAlone(tokens, i, afterName, { month, scene })

  const afterDays = right?.to ?? afterName
  if (right !== null && isName(tokens, right.from, afterDays)) return null
  const year =
    yearAfter(tokens, afterDays, left !== null) ?? yearInWords(tokens, afterDays, scene) ?? right?.glued ?? null
  const to = year === null || year.to === 0 ? afterDays : year.to
  const from = weekdayBefore(tokens, Math.min(i, left?.from ?? i))
  if (year !== null) return absolute(tokens, [from, to], { year: year.year, month, first: days.first, last: days.last })
  return withoutYear(tokens, [from, to], { month, first: days.first, last: days.last, scene })
}

interface Days {
  readonly from: number
  readonly first: number
  readonly last: number
}

function dayToTheLeft(tokens: readonly Token[], i: number): Days | null {
  const at = lowerAt(tokens, i - 1) === 'of' ? i - 1 : i
  const last = monthDayBefore(tokens, at)
  if (last === null) return null
  const joint = lowerAt(tokens, last.from - 1)
  const isRange = isDash(joint) || joint === 'to' || joint === 'and' || joint === '/'
  const first = isRange ? monthDayBefore(tokens, last.from - 1) : null
  const from = first !== null && first.day < last.day ? first.from : last.from
  const start = at < i && lowerAt(tokens, from - 1) === 'the' ? from - 1 : from
  return { from: start, first: first !== null && first.day < last.day ? first.day : last.day, last: last.day }
}

function dayToTheRight(
  tokens: readonly Token[],
  i: number,
  after: number,
): (Days & { readonly to: number; readonly glued: Year | null }) | null {
  const glued = /^(\d{1,2})((?:19|20)\d\d)$/u.exec(tokens[after]?.text ?? '')
  if (glued !== null) {
    const day = Number(glued[1])
    return { from: i, first: day, last: day, to: after + 1, glued: { year: Number(glued[2]), to: 0 } }
  }
  const at = lowerAt(tokens, after) === 'the' && monthDayAt(tokens, after + 1) !== null ? after + 1 : after
  const first = monthDayAt(tokens, at)
  if (first === null || isCount(tokens, i, first.to)) return null
  if (lowerAt(tokens, first.to) === ':' && integerAt(tokens, first.to + 1) !== null) return null
  const joint = lowerAt(tokens, first.to)
  const last = isDash(joint) || joint === 'to' || joint === 'and' ? monthDayAt(tokens, first.to + 1) : null
  const isRange =
    last !== null && last.day > first.day && !MONTHS.has(lowerAt(tokens, last.to)) && !isCount(tokens, i, last.to)
  return isRange
    ? { from: i, first: first.day, last: last.day, to: last.to, glued: null }
    : { from: i, first: first.day, last: first.day, to: first.to, glued: null }
}

/** Before a month that a day follows: "the strike of January 14 killed five", "the May 3 deaths". */
const BEFORE_DAY: ReadonlySet<string> = new Set(['on', 'of', 'the'])

/** Whether the number before `to` counts people or things ("In March 20 people were killed"). */
function isCount(tokens: readonly Token[], monthAt: number, to: number): boolean {
  return COUNTED_NOUNS.has(lowerAt(tokens, to)) && !BEFORE_DAY.has(lowerAt(tokens, monthAt - 1))
}

/** Whether the date is part of a name ("the March 23 Movement"). */
function isName(tokens: readonly Token[], from: number, to: number): boolean {
  const noun = tokens[to]
  if (noun === undefined) return false
  const isProper =
    /^\p{Lu}/u.test(noun.text) && (NAMED_FOR_DATES.has(noun.lower) || NAMED_FOR_DATES.has(lowerAt(tokens, to + 1)))
  return isProper || (NAMED_FOR_DATES.has(noun.lower) && lowerAt(tokens, from - 1) === 'the')
}

/** "2022", ", 2022", "'22"; two bare digits only where the day stands before the month ("4 JAN 90"). */
export function yearAfter(tokens: readonly Token[], at: number, allowShort: boolean): Year | null {
  const start = lowerAt(tokens, at) === ',' || lowerAt(tokens, at) === 'of' ? at + 1 : at
  const year = yearAt(tokens, start)
  // "May 2000 soldiers" is a month and a count, "May 4 2016 Airstrikes…" a date and a headline: capitals and a day tell.
  const noun = tokens[start + 1]
  // "The June 2015 raids": two thousand raids in a month are not counted.
  const isCounted =
    noun !== undefined && COUNTED_NOUNS.has(noun.lower) && !ATTACK_NOUNS.has(noun.lower) && /^\p{Ll}/u.test(noun.text)
  if (year !== null && !isCounted) return { year, to: start + 1 }
  if (start === at) {
    const spoken = spokenYearAt(tokens, at)
    if (spoken !== null) return spoken
    const short = allowShort || /^['’]$/u.test(lowerAt(tokens, at)) ? shortYear(tokens, at) : null
    if (short !== null) return short
  }
  return null
}

function shortYear(tokens: readonly Token[], at: number): Year | null {
  const start = /^['’]$/u.test(lowerAt(tokens, at)) ? at + 1 : at
  const token = tokens[start]
  if (token === undefined || !/^\d\d$/u.test(token.text) || COUNTED_NOUNS.has(lowerAt(tokens, start + 1))) return null
  if (lowerAt(tokens, start + 1) === ':' || lowerAt(tokens, start + 1) === '%') return null
  const value = Number(token.text)
  return { year: value < 40 ? 2000 + value : 1900 + value, to: start + 1 }
}

/** "of last year", "this year". */
function yearInWords(tokens: readonly Token[], at: number, scene: Scene): Year | null {
  const start = lowerAt(tokens, at) === 'of' ? at + 1 : at
  if (scene.anchor === null || lowerAt(tokens, start + 1) !== 'year') return null
  const step = { last: -1, this: 0, next: 1 }[lowerAt(tokens, start)]
  return step === undefined ? null : { year: dateOf(scene.anchor).year + step, to: start + 2 }
}

function weekdayBefore(tokens: readonly Token[], from: number): number {
  const at = lowerAt(tokens, from - 1) === ',' || lowerAt(tokens, from - 1) === '.' ? from - 2 : from - 1
  return WEEKDAYS.has(lowerAt(tokens, at)) ? at : from
}

interface DayRange {
  readonly year: number
  readonly month: number
  readonly first: number
  readonly last: number
}

function absolute(tokens: readonly Token[], range: readonly [number, number], date: DayRange): TimeMatch | null {
  const period = daysPeriod(date)
  return period === null || tokens.length === 0 ? null : dated(range, period, 'absolute', 'times/date')
}

function daysPeriod({ year, month, first, last }: DayRange): Period | null {
  const start = dayOf(year, month, first)
  const end = dayOf(year, month, last)
  if (start === null || end === null || end < start) return null
  const { grain, value } = dayPeriod(start)
  return { grain, start, end, value }
}

function inYear({ month, first, last }: Omit<DayRange, 'year'>, year: number): DayRange {
  return { year, month, first, last }
}

function withoutYear(
  tokens: readonly Token[],
  range: readonly [number, number],
  date: Omit<DayRange, 'year'> & { readonly scene: Scene },
): TimeMatch | null {
  const { scene } = date
  if (scene.anchor === null) {
    const year = scene.reference === null ? null : dateOf(scene.reference.start).year
    const period = year === null ? null : daysPeriod(inYear(date, year))
    return period === null
      ? undated(range, 'DATE', null, 'times/date-without-year')
      : dated(range, period, 'text', 'times/date-in-text-year')
  }
  const period = nearestYear(date, scene.anchor, isFuture(tokens, range[0], range[1]))
  return period === null ? null : dated(range, period, scene.anchorKind, 'times/date-without-year')
}

/** A date this near needs no tense to tell its year, in days. */
const NEAR_DAYS = 60

/** The date of the year that the anchor and the tense point to: the last one, or the next one when near or said to come. */
function nearestYear(date: Omit<DayRange, 'year'>, anchor: number, future: boolean): Period | null {
  const { year } = dateOf(anchor)
  // Eight years hold a 29 February on either side; the date of the anchor's own year may be either.
  let before: Period | null = null
  for (let y = year + 1; before === null && y >= year - 8; y -= 1) {
    const period = daysPeriod(inYear(date, y))
    if (period !== null && period.start <= anchor) before = period
  }
  let after: Period | null = null
  for (let y = year - 1; after === null && y <= year + 8; y += 1) {
    const period = daysPeriod(inYear(date, y))
    if (period !== null && period.start > anchor) after = period
  }
  if (before === null || after === null) return before ?? after
  if (anchor - before.end <= NEAR_DAYS) return after.start - anchor <= NEAR_DAYS && future ? after : before
  return future || after.start - anchor <= NEAR_DAYS ? after : before
}

interface LoneMonth {
  readonly month: number
  readonly scene: Scene
}

function monthAlone(tokens: readonly Token[], i: number, after: number, { month, scene }: LoneMonth): TimeMatch | null {
  const token = tokens[i]
  if (token === undefined) return null
  const before = lowerAt(tokens, i - 1)
  const year = yearAfter(tokens, after, false) ?? yearInWords(tokens, after, scene)
  const isDoubtful = token.lower === 'may' || token.lower === 'march' || SHORT_NAMES.has(token.lower)
  if (year === null && isDoubtful && !BEFORE_MONTH.has(before)) return null
  if (year !== null) return dated([i, year.to], monthPeriod(year.year, month), 'absolute', 'times/month')
  const shifts = MONTH_SHIFTS.has(before)
  const from = !shifts
    ? i
    : before === 'past' || before === 'coming'
      ? i - (/^(this|the)$/u.test(lowerAt(tokens, i - 2)) ? 2 : 1)
      : i - 1
  if (before === 'each' || before === 'every') {
    return undated([i - 1, after], 'SET', `XXXX-${String(month).padStart(2, '0')}`, 'times/every-month')
  }
  if (scene.anchor === null) {
    if (scene.reference === null || shifts) return undated([from, after], 'DATE', null, 'times/month-without-year')
    const period = monthPeriod(dateOf(scene.reference.start).year, month)
    return dated([from, after], period, 'text', 'times/month-in-text-year')
  }
  const period = monthOfShift(before, month, scene.anchor, isFuture(tokens, i, after))
  return dated([from, after], period, scene.anchorKind, 'times/month-without-year')
}

function monthOfShift(shift: string, month: number, anchor: number, future: boolean): Period {
  const { year } = dateOf(anchor)
  const same = monthPeriod(year, month)
  if (shift === 'this') return same
  if (shift === 'next' || shift === 'coming' || (future && shift !== 'last' && shift !== 'past')) {
    return same.end >= anchor ? same : monthPeriod(year + 1, month)
  }
  // "last June" in June is the year before; plain "in June" is this one.
  const isPast = shift === 'last' ? same.end < anchor : same.start <= anchor
  return isPast ? same : monthPeriod(year - 1, month)
}
