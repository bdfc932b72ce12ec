import type { Sentence } from '../text/sentence.ts'
import { addMonths, dateOf, type Day, dayOf, dayPeriod, type Period, shiftPeriod, weekdayOf } from './calendar.ts'
import { type Interval, isDash, lowerAt, type TimeMatch } from './scene.ts'

/** Resolves the expressions of a sentence that lean on one another: ranges that share a year, and steps from another date. */
export function linkMatches(sentence: Sentence, matches: readonly TimeMatch[], dayBefore: Day | null): TimeMatch[] {
  return linkOffsets(sentence, linkParts(sentence, shareYears(sentence, matches)), dayBefore)
}

/** Whether the expression is the end of a range that the previous one begins ("from March to June", "between 2 and 9 May"). */
export function closesRange({ tokens }: Sentence, match: TimeMatch, previous: TimeMatch | undefined): boolean {
  if (previous === undefined || match.from !== previous.to + 1) return false
  const joint = lowerAt(tokens, previous.to)
  const opener = lowerAt(tokens, previous.from - 1)
  if (joint === 'and') return opener === 'between'
  return (
    joint === 'to' ||
    joint === 'until' ||
    joint === 'till' ||
    joint === 'through' ||
    (isDash(joint) && opener === 'from')
  )
}

const WITHOUT_YEAR: ReadonlySet<string> = new Set(['times/month-without-year', 'times/date-without-year'])

/** "from March to April 2021": the year at the end is the year of both, or the year before where the range runs over new year. */
function shareYears(sentence: Sentence, matches: readonly TimeMatch[]): TimeMatch[] {
  return matches.map((match, i) => {
    const next = matches[i + 1]
    const isOpen = match.period !== null && WITHOUT_YEAR.has(match.rule)
    if (!isOpen || match.period === null || next?.period == null || next.anchor !== 'absolute') return match
    if (!closesRange(sentence, next, match)) return match
    const last = dateOf(next.period.start)
    const first = dateOf(match.period.start)
    const years = last.year - first.year - (first.month > last.month ? 1 : 0)
    const period = inYear(match.period, years)
    return { ...match, period, interval: period, value: period.value, anchor: 'absolute' }
  })
}

/** "Tuesday last week", "the first six months of 2015", "2014-2015": one expression narrows or widens its neighbour. */
function linkParts({ tokens }: Sentence, matches: readonly TimeMatch[]): TimeMatch[] {
  const linked = [...matches]
  for (let i = 0; i + 1 < linked.length; i += 1) {
    const [match, next] = [linked[i], linked[i + 1]]
    if (match === undefined || next?.period == null) continue
    const joint = lowerAt(tokens, match.to)
    const isNext = next.from === match.to || (next.from === match.to + 1 && joint === 'of')
    if (match.rule === 'times/weekday' && match.period !== null && next.period.grain === 'week' && isNext) {
      const period = dayPeriod(next.period.start + weekdayOf(match.period.start) - 1)
      linked[i] = { ...match, period, interval: period, value: period.value, rule: 'times/weekday-of-week' }
    } else if (
      match.rule === 'times/year' &&
      next.rule === 'times/year' &&
      isDash(joint) &&
      next.from === match.to + 1
    ) {
      linked[i] = { ...match, interval: { start: match.period?.start ?? next.period.start, end: next.period.end } }
    } else if (match.type === 'DURATION' && isNext) {
      const interval = partOf(
        tokens.slice(match.from, match.to).map(({ lower }) => lower),
        match.value,
        next.period,
      )
      if (interval === null) continue
      linked[i] = { ...match, interval, anchor: next.anchor, rule: 'times/part-of-period' }
      linked[i + 1] = { ...next, interval }
    }
  }
  return linked
}

/** The first or last so many days, weeks or months of a longer period; null when the words ask for neither. */
function partOf(words: readonly string[], value: string | null, whole: Period): Interval | null {
  const length = /^P(\d+)([DWM])$/u.exec(value ?? '')
  const isFirst = words.includes('first')
  if (length === null || (!isFirst && !words.includes('last') && !words.includes('final'))) return null
  const count = Number(length[1])
  const days = Number(length[1]) * (length[2] === 'W' ? 7 : 1)
  const { start, end } = whole
  const part =
    length[2] === 'M'
      ? isFirst
        ? { start, end: addMonths(start, count) - 1 }
        : { start: addMonths(end + 1, -count), end }
      : isFirst
        ? { start, end: start + days - 1 }
        : { start: end - days + 1, end }
  return part.start >= start && part.end <= end ? part : null
}

function inYear(period: Period, years: number): Period {
  if (period.grain === 'month') return shiftPeriod(period, 12 * years)
  const { year, month, day } = dateOf(period.start)
  const start = dayOf(year + years, month, day)
  return start === null ? period : { ...dayPeriod(start), end: start + period.end - period.start }
}

/**
 * "two days after Monday's attack" moves the date that follows; "Tuesday's blasts came a week after shells hit the port" dates what
 * follows by the day named before.
 */
function linkOffsets(sentence: Sentence, matches: readonly TimeMatch[], dayBefore: Day | null): TimeMatch[] {
  return matches.map((match, i) => {
    const word = lowerAt(sentence.tokens, match.to)
    const length = /^P(\d+)([DW])$/u.exec(match.value ?? '')
    if (length === null || match.type !== 'DURATION' || (word !== 'after' && word !== 'before')) return match
    const days = Number(length[1]) * (length[2] === 'W' ? 7 : 1) * (word === 'after' ? 1 : -1)
    const next = matches[i + 1]
    if (next?.interval != null && next.period?.grain === 'day' && next.from - match.to <= 6) {
      const interval = { start: next.interval.start + days, end: next.interval.end + days }
      return { ...match, interval, anchor: 'text', rule: 'times/offset-from-date' }
    }
    const before = matches.slice(0, i).findLast(({ period }) => period?.grain === 'day')
    const told = before?.period?.start ?? dayBefore
    if (
      told === null ||
      !CLAUSE_VERB.test(
        sentence.tokens
          .slice(match.to, match.to + 12)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return match
    return {
      ...match,
      interval: { start: told - days, end: told - days },
      anchor: 'text',
      rule: 'times/offset-to-clause',
    }
  })
}

/** A finite verb of harm behind "a week after": the words date a clause of its own. */
const CLAUSE_VERB = /\b(?:was|were|had|killed|hit|struck|left|bombed|died|attacked|shelled|fired|seized|captured)\b/u
