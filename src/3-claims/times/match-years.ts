import { COUNTED_NOUNS, ORDINALS, SEASONS, UNITS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import {
  centuryPeriod,
  dateOf,
  decadePeriod,
  halfPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  shiftPeriod,
  yearPeriod,
} from './calendar.ts'
import { isFuture } from './is-future.ts'
import { yearAfter } from './match-dates.ts'
import { spokenYearAt, yearAt } from './read-numbers.ts'
import { dated, isDash, lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'

/** Words before four digits that make them a year. */
const BEFORE_YEAR: ReadonlySet<string> = new Set(
  `in since until till during before after through throughout by from year fiscal late early mid between circa of to and the
  a summer spring autumn fall winter around about than early for into both its his her their our that this 's due`.split(
    /\s+/u,
  ),
)
const EDGES_OF_YEAR: ReadonlySet<string> = new Set('end start beginning middle close half part summer'.split(' '))
const DETERMINERS = ['its', 'his', 'her', 'their', 'our', 'that', 'this', "'s"] as const
/** Of those, the ones that stand as easily before a plain number. */
const DOUBTFUL: ReadonlySet<string> = new Set([
  'of',
  'to',
  'and',
  'the',
  'a',
  'for',
  'into',
  'both',
  ...DETERMINERS,
  'by',
  'from',
  'about',
  'around',
  'than',
  'before',
  'after',
  'between',
])
const DECADES: ReadonlyMap<string, number> = new Map(
  ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].map((word, i) => [
    word,
    (i + 2) * 10,
  ]),
)

/** A year or decade in digits at `i`: "in 2014", "the 1990s", "'80s", "(2011)", "2006-2009". */
export function matchYear(tokens: readonly Token[], i: number): TimeMatch | null {
  const decade = decadeAt(tokens, i)
  if (decade !== null) return dated([i, decade.to], decade.period, 'absolute', 'times/decade')
  const year = yearAt(tokens, i)
  if (year === null || !isYear(tokens, i)) return null
  return dated([i, i + 1], yearPeriod(year), 'absolute', 'times/year')
}

function isYear(tokens: readonly Token[], i: number): boolean {
  const before = lowerAt(tokens, i - 1)
  const after = lowerAt(tokens, i + 1)
  if (
    COUNTED_NOUNS.has(after) ||
    after === '%' ||
    after === 'percent' ||
    (/^[-/.:]$/u.test(before) && touches(tokens, i - 1))
  ) {
    return isDash(before) && yearAt(tokens, i - 2) !== null
  }
  if (isDash(after) && touches(tokens, i))
    return yearAt(tokens, i + 2) !== null || /^\d\d$/u.test(lowerAt(tokens, i + 2)) || BEFORE_YEAR.has(before)
  if (before === '(') return after === ')' || isDash(after)
  // A list: "in 1994, 1995 and 1997".
  if (before === ',' && yearAt(tokens, i - 2) !== null) return true
  if (!BEFORE_YEAR.has(before)) return false
  if (!DOUBTFUL.has(before)) return true
  // "the first months of 2015", "the end of 2015".
  if (before === 'of' && (UNITS.has(lowerAt(tokens, i - 2)) || EDGES_OF_YEAR.has(lowerAt(tokens, i - 2)))) return true
  // "from 2011", "the 2014 war", but not "the 2000 strong crowd" or "of 1800 shells".
  if (before === 'the' || before === 'a' || DETERMINERS.some((word) => word === before))
    return /^\p{L}/u.test(after) && !after.endsWith('s')
  const next = tokens[i + 1]
  return (
    next === undefined ||
    next.kind !== 'word' ||
    /^(to|and|when|until|through|but|as|or|with|by|in|at|after|before|for|on|that|the|a|which|had|has|was|were|is|will|would)$/u.test(
      after,
    ) ||
    /^\p{Lu}/u.test(next.text)
  )
}

function decadeAt(tokens: readonly Token[], i: number): { readonly period: Period; readonly to: number } | null {
  const token = tokens[i]
  if (token === undefined || lowerAt(tokens, i + 1).replace(/^'/u, '') !== 's' || !touches(tokens, i)) return null
  if (/^(?:1[89]|20)\d0$/u.test(token.text)) return { period: decadePeriod(Number(token.text)), to: i + 2 }
  const isShort = /^[2-9]0$/u.test(token.text) && /^['’‘]$/u.test(tokens[i - 1]?.text ?? '')
  return isShort ? { period: decadePeriod(1900 + Number(token.text)), to: i + 2 } : null
}

/** "the nineties". */
export function matchDecadeWord(tokens: readonly Token[], i: number): TimeMatch | null {
  const tens = DECADES.get(lowerAt(tokens, i))
  const before = lowerAt(tokens, i - 1)
  if (tens === undefined || !/^(the|early|late|mid)$/u.test(before)) return null
  return dated([before === 'the' ? i - 1 : i, i + 1], decadePeriod(1900 + tens), 'absolute', 'times/decade')
}

/** "nineteen ninety-six", "the year two thousand". */
export function matchSpokenYear(tokens: readonly Token[], i: number): TimeMatch | null {
  const spoken = spokenYearAt(tokens, i)
  if (spoken === null) return null
  const before = lowerAt(tokens, i - 1)
  if (lowerAt(tokens, i) === 'two' && before !== 'year') return null
  const from = before === 'year' && lowerAt(tokens, i - 2) === 'the' ? i - 2 : i
  return dated([from, spoken.to], yearPeriod(spoken.year), 'absolute', 'times/year')
}

/** "last summer", "spring 2015", "the winter of 2014"; "fall" only where it cannot be a verb or a defeat. */
export function matchSeason(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const code = SEASONS.get(lowerAt(tokens, i))
  if (code === undefined || lowerAt(tokens, i - 1) === 'arab') return null
  const year = yearAfter(tokens, i + 1, false)
  const before = lowerAt(tokens, i - 1)
  if (year !== null) {
    const from = before === 'the' && lowerAt(tokens, i + 1) === 'of' ? i - 1 : i
    return dated([from, year.to], seasonPeriod(year.year, code), 'absolute', 'times/season')
  }
  const isShifted = before === 'last' || before === 'this' || before === 'next' || before === 'past'
  const isDefinite =
    before === 'the' ||
    before === 'in' ||
    before === 'since' ||
    before === 'early' ||
    before === 'late' ||
    before === 'by'
  if (!isShifted && (!isDefinite || lowerAt(tokens, i) === 'fall')) return null
  if (/^(of|offensive|from|in|to)$/u.test(lowerAt(tokens, i + 1)) && !isShifted) return null
  const from =
    isShifted && before === 'past' && lowerAt(tokens, i - 2) === 'this'
      ? i - 2
      : isShifted || before === 'the'
        ? i - 1
        : i
  if (scene.anchor === null) return undated([from, i + 1], 'DATE', null, 'times/season-without-anchor')
  const current = seasonPeriod(dateOf(scene.anchor).year, code)
  const future = before === 'next' || isFuture(tokens, from, i + 1)
  const period =
    before === 'this' || (future && current.end >= scene.anchor)
      ? current
      : future
        ? shiftPeriod(current, 1)
        : (before === 'last' ? current.end < scene.anchor : current.start <= scene.anchor)
          ? current
          : shiftPeriod(current, -1)
  return dated([from, i + 1], period, scene.anchorKind, 'times/season')
}

/** "the third quarter", "third-quarter", "Q2 2014", "the first half of 1989", "the fiscal second quarter". */
export function matchPartOfYear(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const word = lowerAt(tokens, i)
  const short = /^q([1-4])$/u.exec(word)
  const hyphened =
    /^(first|second|third|fourth|fiscal-first|fiscal-second|fiscal-third|fiscal-fourth)-(quarter|half)$/u.exec(word)
  const ordinal = ORDINALS.get(lowerAt(tokens, i - 1))
  const isHalf = (hyphened?.[2] ?? word) === 'half'
  const number =
    short !== null
      ? Number(short[1])
      : hyphened !== null
        ? (ORDINALS.get(hyphened[1]?.replace('fiscal-', '') ?? '') ?? 0)
        : (ordinal ?? 0)
  if (number < 1 || number > (isHalf ? 2 : 4)) return null
  if (short === null && hyphened === null && word !== 'quarter' && word !== 'half') return null
  let from = short !== null || hyphened !== null ? i : i - 1
  if (lowerAt(tokens, from - 1) === 'fiscal') from -= 1
  const yearFirst = yearAt(tokens, from - 1)
  if (yearFirst !== null) from -= 1
  if (lowerAt(tokens, from - 1) === 'the' && short === null && hyphened === null) from -= 1
  // "this year's third quarter".
  const owned = lowerAt(tokens, from - 1) === "'s" && yearFirst === null ? yearWordAfter(tokens, from - 3, scene) : null
  if (owned !== null && owned.to === from - 1) from -= 3
  const year =
    yearFirst !== null
      ? { year: yearFirst, to: i + 1 }
      : owned !== null
        ? { year: owned.year, to: i + 1 }
        : (yearAfter(tokens, i + 1, false) ?? yearWordAfter(tokens, i + 1, scene))
  if (isHalf && year === null) return null
  const make = (y: number): Period => (isHalf ? halfPeriod(y, number) : quarterPeriod(y, number))
  if (year !== null) return dated([from, year.to], make(year.year), 'absolute', 'times/part-of-year')
  if (scene.anchor === null) return undated([from, i + 1], 'DATE', null, 'times/quarter-without-anchor')
  const { year: now } = dateOf(scene.anchor)
  const current = make(now)
  const future = isFuture(tokens, from, i + 1)
  const period = current.start <= scene.anchor || future ? current : make(now - 1)
  return dated([from, i + 1], period, scene.anchorKind, 'times/part-of-year')
}

function yearWordAfter(
  tokens: readonly Token[],
  at: number,
  scene: Scene,
): { readonly year: number; readonly to: number } | null {
  const start = lowerAt(tokens, at) === 'of' ? at + 1 : at
  const step = { last: -1, this: 0, next: 1 }[lowerAt(tokens, start)]
  if (step === undefined || scene.anchor === null || lowerAt(tokens, start + 1) !== 'year') return null
  return { year: dateOf(scene.anchor).year + step, to: start + 2 }
}

/** "the 20th century", "the nineteenth century", "fiscal 1989", "fiscal year 2015". */
export function matchCentury(tokens: readonly Token[], i: number): TimeMatch | null {
  const before = lowerAt(tokens, i - 1)
  const number = /^(st|nd|rd|th)$/u.test(before) ? Number(lowerAt(tokens, i - 2)) : ORDINALS.get(before)
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > 21) return null
  const first = /^(st|nd|rd|th)$/u.test(before) ? i - 2 : i - 1
  const from = lowerAt(tokens, first - 1) === 'the' ? first - 1 : first
  return dated([from, i + 1], centuryPeriod(number), 'absolute', 'times/century')
}
