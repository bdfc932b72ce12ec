import { NUMERALS, ORDINALS, ROUND_ORDINALS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { addMonths, dateOf, type Day, type Period, periodAt } from './calendar.ts'
import { integerAt } from './read-numbers.ts'
import { type Interval, lowerAt, type Scene, type TimeMatch, undated } from './scene.ts'

/** The rules of expressions that date something remembered: by the day of its anniversary, or by the years since. */
const ANNIVERSARY_RULE = 'times/anniversary'
const YEARS_AFTER_RULE = 'times/years-after'

/** Whether the expression dates something remembered. */
export function isRemembrance({ rule }: { readonly rule: string }): boolean {
  return rule === ANNIVERSARY_RULE || rule === YEARS_AFTER_RULE
}

/** Whether the expression is itself an anniversary. */
export function isAnniversary({ rule }: { readonly rule: string }): boolean {
  return rule === ANNIVERSARY_RULE
}

/** How far from a day the anniversary may lie that people keep on it ("gathered on Sunday to mark"), in days. */
const KEPT_WITHIN = 3
/** How far from the day of writing it may lie where the text names no day, in days. */
const WRITTEN_WITHIN = 15
/** How far before the years the verb may stand that keeps their day ("Tuesday marked ten years since"), in tokens. */
const MARK_REACH = 3

/** "the 20th anniversary", "its first anniversary", "the one-year anniversary" at the word `i`; its days follow from the days beside it. */
export function matchAnniversary(tokens: readonly Token[], i: number): TimeMatch | null {
  const years = yearsOf(tokens, i)
  return years === null ? null : undated([years.from, i + 1], 'DATE', null, ANNIVERSARY_RULE)
}

/** The number of years before "anniversary" at `i`, and where its words begin. */
function yearsOf(tokens: readonly Token[], i: number): { readonly years: number; readonly from: number } | null {
  const before = lowerAt(tokens, i - 1)
  const compound = /^(\p{L}+|\d{1,3})-year$/u.exec(before)?.[1]
  if (compound !== undefined) {
    const years = NUMERALS.get(compound) ?? Number(compound)
    return Number.isNaN(years) ? null : { years, from: i - 1 }
  }
  if (before === 'year') {
    const at = lowerAt(tokens, i - 2) === '-' ? i - 3 : i - 2
    const years = integerAt(tokens, at) ?? NUMERALS.get(lowerAt(tokens, at))
    return years === undefined ? null : { years, from: at }
  }
  const ordinal = ORDINALS.get(before) ?? ROUND_ORDINALS.get(before)
  if (ordinal !== undefined) return { years: ordinal, from: i - 1 }
  const digits = /^(?:st|nd|rd|th)$/u.test(before) ? integerAt(tokens, i - 2) : null
  return digits === null ? null : { years: digits, from: i - 2 }
}

/**
 * Dates what is remembered: "Tuesday, the 20th anniversary of the massacre" is that day twenty years before, "gathered on Tuesday to
 * mark the anniversary" within days of it, "thirty years after they were killed" the year.
 */
export function linkAnniversaries(
  tokens: readonly Token[],
  matches: readonly TimeMatch[],
  { anchor, anchorKind }: Scene,
): readonly TimeMatch[] {
  let linked: (TimeMatch | null)[] | null = null
  matches.forEach((match, i) => {
    const agoOn = yearsAgoOn(tokens, match, matches[i + 1])
    if (agoOn !== null) {
      linked ??= [...matches]
      linked[i] = agoOn
      linked[i + 1] = null
      return
    }
    const years = yearsRemembered(tokens, match)
    if (years === null) return
    const day = dayBeside(tokens, matches, i)
    const whole = day === null ? periodKept(tokens, matches, i) : null
    const base = whole?.start ?? day?.day ?? anchor
    if (base === null) return
    const then = addMonths(base, -12 * years)
    const isToTheDay = lowerAt(tokens, match.to) === 'to'
    const isDay = isToTheDay || (day !== null && isKeptOn(tokens, match, day))
    const isNamed = isAnniversary(match)
    const within = isDay ? 0 : day === null ? WRITTEN_WITHIN : KEPT_WITHIN
    const interval: Interval =
      whole === null && (isDay || isNamed)
        ? { start: then - within, end: then + within }
        : periodAt(then, whole?.grain ?? 'year')
    linked ??= [...matches]
    linked[i] = {
      ...match,
      interval,
      anchor: day === null ? anchorKind : 'text',
      rule: isNamed ? ANNIVERSARY_RULE : YEARS_AFTER_RULE,
    }
  })
  // An anniversary that no day tells is no date.
  const known: readonly (TimeMatch | null)[] = linked ?? matches
  if (linked === null && matches.every(({ rule }) => rule !== ANNIVERSARY_RULE)) return matches
  return known.filter(
    (match): match is TimeMatch => match !== null && (match.rule !== ANNIVERSARY_RULE || match.interval !== null),
  )
}

/** "Five years ago on Tuesday", "ten years ago today": the one expression for that day. */
function yearsAgoOn(tokens: readonly Token[], match: TimeMatch, next: TimeMatch | undefined): TimeMatch | null {
  if (match.rule !== 'times/ago' || match.period?.grain !== 'year' || next?.period?.grain !== 'day') return null
  const isNext = next.from === match.to || (next.from === match.to + 1 && lowerAt(tokens, match.to) === 'on')
  if (!isNext) return null
  const years = dateOf(next.period.start).year - dateOf(match.period.start).year
  const then = addMonths(next.period.start, -12 * years)
  return { ...match, to: next.to, interval: { start: then, end: then }, rule: 'times/years-ago-on' }
}

/** How many years the expression counts back to what is remembered; null when it counts to nothing. */
function yearsRemembered(tokens: readonly Token[], { from, to, type, value, rule }: TimeMatch): number | null {
  if (rule === ANNIVERSARY_RULE) return yearsOf(tokens, to - 1)?.years ?? null
  const years = type === 'DURATION' ? /^P(\d{1,3})Y$/u.exec(value ?? '')?.[1] : undefined
  if (years === undefined || lowerAt(tokens, from - 1) === 'in' || lowerAt(tokens, from - 1) === 'the') return null
  return isCountedFrom(tokens, to) ? Number(years) : null
}

/** "after", "since", "to the day after", "on from" behind the years. */
function isCountedFrom(tokens: readonly Token[], to: number): boolean {
  const word = lowerAt(tokens, to)
  if (word === 'after' || word === 'since') return true
  if (word === 'on') return lowerAt(tokens, to + 1) === 'from' || lowerAt(tokens, to + 1) === 'since'
  return word === 'to' && lowerAt(tokens, to + 2) === 'day' && isCountedFrom(tokens, to + 3)
}

interface DayBeside {
  readonly day: Day
  readonly from: number
  readonly to: number
}

/** The exact day of the sentence nearest to the match at `i`, the one before it first. */
function dayBeside(tokens: readonly Token[], matches: readonly TimeMatch[], i: number): DayBeside | null {
  let best: DayBeside | null = null
  let nearest = tokens.length
  for (const [at, { period, from, to }] of matches.entries()) {
    const own = matches[i]
    if (at === i || own === undefined || period?.grain !== 'day' || period.start !== period.end) continue
    const gap = from >= own.to ? from - own.to : own.from - to
    if (gap >= nearest) continue
    nearest = gap
    best = { day: period.start, from, to }
  }
  return best
}

/** "This year is the 10th anniversary", "this month marks ten years since": the month or year that the anniversary falls in. */
function periodKept(tokens: readonly Token[], matches: readonly TimeMatch[], i: number): Period | null {
  const [own, before] = [matches[i], matches[i - 1]]
  if (own === undefined || before?.period == null) return null
  const { grain } = before.period
  if (grain !== 'year' && grain !== 'month') return null
  return isKeptOn(tokens, own, { from: before.from, to: before.to }) ? before.period : null
}

/** Whether the day is the anniversary itself: "Tuesday, the first anniversary", "Tuesday marks", "to the day". */
function isKeptOn(tokens: readonly Token[], match: TimeMatch, day: Omit<DayBeside, 'day'>): boolean {
  if (
    match.rule === ANNIVERSARY_RULE &&
    lowerAt(tokens, match.from - 1) === 'the' &&
    lowerAt(tokens, match.from - 2) === 'on'
  )
    return true
  const [from, to] = day.to <= match.from ? [day.to, match.from] : [match.to, day.from]
  for (let i = from; i < to; i += 1) {
    const word = lowerAt(tokens, i)
    if (/^mark(?:s|ed|ing)?$/u.test(word)) return i === from || i - from <= 1
    if (word !== ',' && word !== 'the' && word !== 'is' && word !== 'was' && word !== 'on' && word !== "'s")
      return false
  }
  return to - from <= MARK_REACH
}
