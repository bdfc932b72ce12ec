import type { Token } from '../text/token.ts'
import { dayOf, dayPeriod } from './calendar.ts'
import { dated, lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'

/** Numeric dates: ISO, and day-month-year in either order. */
const NUMERIC = /(\d{4})-(\d{2})-(\d{2})(?!\d)|(\d{1,2})([-/.])(\d{1,2})\5(\d{4}|\d{2})(?![\d/.]\d)/uy
/** An ambiguous order is settled by the anchor when one reading lies this near to it and the other does not. */
const NEAR_ANCHOR_DAYS = 45
/** With dashes or dots the day stands first, unless the other reading is the anchor itself. */
const SAME_DATE_DAYS = 2

/** A date in digits that begins at token `i`: "2022-05-24", "24.05.2022", "24/5/2022". Null value when the order is ambiguous. */
export function matchNumericDate(
  tokens: readonly Token[],
  i: number,
  scene: Scene,
  sentence: { readonly text: string; readonly start: number },
): TimeMatch | null {
  const token = tokens[i]
  if (token === undefined || (i > 0 && touches(tokens, i - 1) && !/^[(["'“]$/u.test(lowerAt(tokens, i - 1))))
    return null
  NUMERIC.lastIndex = token.start - sentence.start
  const match = NUMERIC.exec(sentence.text)
  if (match === null) return null
  const end = token.start + match[0].length
  let to = i + 1
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to += 1
  const [, isoYear, isoMonth, isoDay, first, separator, second, last] = match
  if (isoYear !== undefined) {
    const day = dayOf(Number(isoYear), Number(isoMonth), Number(isoDay))
    return day === null ? null : dated([i, to], dayPeriod(day), 'absolute', 'times/iso-date')
  }
  const short = Number(last)
  const year = last?.length === 4 ? short : short < 40 ? 2000 + short : 1900 + short
  if (last?.length === 2 && separator === '.') return null
  if (year < 1700 || year > 2099) return null
  const dayFirst = dayOf(year, Number(second), Number(first))
  const monthFirst = dayOf(year, Number(first), Number(second))
  if (dayFirst === null && monthFirst === null) return null
  const day = chooseOrder(dayFirst, monthFirst, separator === '/', scene.anchor)
  if (day === null) return undated([i, to], 'DATE', null, 'times/ambiguous-date')
  return dated([i, to], dayPeriod(day), 'absolute', 'times/numeric-date')
}

function chooseOrder(
  dayFirst: number | null,
  monthFirst: number | null,
  isSlash: boolean,
  anchor: number | null,
): number | null {
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst
  if (anchor !== null) {
    const limit = isSlash ? NEAR_ANCHOR_DAYS : SAME_DATE_DAYS
    const isNear = (day: number): boolean => Math.abs(day - anchor) <= limit
    if (isNear(dayFirst) !== isNear(monthFirst)) return isNear(dayFirst) ? dayFirst : monthFirst
  }
  return isSlash ? null : dayFirst
}
