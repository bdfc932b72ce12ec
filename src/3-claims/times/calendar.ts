/** Days since 1970-01-01 in the Gregorian calendar (negative before it). */
export type Day = number

/** Smallest part of the calendar that a period names. */
export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century'

/** A closed run of days with its TIMEX3 value. */
export interface Period {
  readonly grain: Grain
  readonly start: Day
  readonly end: Day
  readonly value: string
}

export type SeasonCode = 'SP' | 'SU' | 'FA' | 'WI'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const SEASON_STARTS: Readonly<Record<SeasonCode, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 31)
}

/** The day, or null when the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null
  // Days since 1 March of year 0, which puts the leap day last in its year.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateOf(day: Day): CalendarDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** YYYY-MM-DD. */
export function isoOf(day: Day): string {
  const { year, month, day: ofMonth } = dateOf(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`
}

/** Reads the first ten characters as YYYY-MM-DD; null when they are no date. */
export function dayOfIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text)
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

export function dayPeriod(day: Day): Period {
  return { grain: 'day', start: day, end: day, value: isoOf(day) }
}

/** The ISO week (Monday to Sunday) that holds the day. */
export function weekPeriod(day: Day): Period {
  const monday = day - weekdayOf(day) + 1
  const { year } = dateOf(monday + 3)
  const january4 = dayOf(year, 1, 4) ?? monday
  const week = Math.floor((monday - (january4 - weekdayOf(january4) + 1)) / 7) + 1
  return { grain: 'week', start: monday, end: monday + 6, value: `${pad(year, 4)}-W${pad(week, 2)}` }
}

/** Saturday and Sunday of the ISO week that holds the day. */
export function weekendPeriod(day: Day): Period {
  const week = weekPeriod(day)
  return { grain: 'weekend', start: week.start + 5, end: week.end, value: `${week.value}-WE` }
}

/** Months may run over: month 0 is December of the year before. */
export function monthPeriod(year: number, month: number): Period {
  const index = year * 12 + month - 1
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  const start = dayOf(y, m, 1) ?? 0
  return { grain: 'month', start, end: start + lengthOfMonth(y, m) - 1, value: `${pad(y, 4)}-${pad(m, 2)}` }
}

/** Quarters may run over: quarter 0 is the last one of the year before. */
export function quarterPeriod(year: number, quarter: number): Period {
  const index = year * 4 + quarter - 1
  const y = Math.floor(index / 4)
  const q = index - y * 4 + 1
  return months('quarter', y, q * 3 - 2, 3, `${pad(y, 4)}-Q${q}`)
}

export function halfPeriod(year: number, half: number): Period {
  return months('half', year, half * 6 - 5, 6, `${pad(year, 4)}-H${half}`)
}

/** Northern meteorological seasons; the winter of a year begins in its December and, as usage differs, the January before counts too. */
export function seasonPeriod(year: number, season: SeasonCode): Period {
  const value = `${pad(year, 4)}-${season}`
  return season === 'WI'
    ? months('season', year, 0, 15, value)
    : months('season', year, SEASON_STARTS[season], 3, value)
}

export function yearPeriod(year: number): Period {
  return months('year', year, 1, 12, pad(year, 4))
}

/** `year` is any year of the decade. */
export function decadePeriod(year: number): Period {
  const first = Math.floor(year / 10)
  return months('decade', first * 10, 1, 120, String(first))
}

/** The n-th century: 20 is 1901 to 2000 by name, taken as 1900 to 1999 as TIMEX3 does. */
export function centuryPeriod(century: number): Period {
  return months('century', (century - 1) * 100, 1, 1200, pad(century - 1, 2))
}

function months(grain: Grain, year: number, month: number, count: number, value: string): Period {
  return { grain, start: monthPeriod(year, month).start, end: monthPeriod(year, month + count - 1).end, value }
}

/** The period of the same grain `steps` later (negative: earlier). */
export function shiftPeriod(period: Period, steps: number): Period {
  const { year, month } = dateOf(period.start)
  switch (period.grain) {
    case 'day':
      return dayPeriod(period.start + steps)
    case 'weekend':
      return weekendPeriod(period.start + 7 * steps)
    case 'week':
      return weekPeriod(period.start + 7 * steps)
    case 'month':
      return monthPeriod(year, month + steps)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3) + steps)
    case 'half':
      return halfPeriod(
        year + Math.floor((steps + (month > 6 ? 1 : 0)) / 2),
        ((((steps + (month > 6 ? 1 : 0)) % 2) + 2) % 2) + 1,
      )
    case 'season':
      return seasonPeriod(Number(period.value.slice(0, 4)) + steps, period.value.slice(5) as SeasonCode)
    case 'year':
      return yearPeriod(year + steps)
    case 'decade':
      return decadePeriod(year + 10 * steps)
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1 + steps)
  }
}

/** The same day `steps` months later, cut to the month's end. */
export function addMonths(day: Day, steps: number): Day {
  const { year, month, day: ofMonth } = dateOf(day)
  const target = monthPeriod(year, month + steps)
  return Math.min(target.start + ofMonth - 1, target.end)
}

/** The period of a grain that holds the day. */
export function periodAt(day: Day, grain: Grain): Period {
  const { year, month } = dateOf(day)
  switch (grain) {
    case 'day':
      return dayPeriod(day)
    case 'weekend':
      return weekendPeriod(day)
    case 'week':
      return weekPeriod(day)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'half':
      return halfPeriod(year, month > 6 ? 2 : 1)
    case 'season':
      return seasonPeriod(month === 12 ? year : month < 3 ? year - 1 : year, seasonOf(month))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(year)
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1)
  }
}

function seasonOf(month: number): SeasonCode {
  return month < 3 || month === 12 ? 'WI' : month < 6 ? 'SP' : month < 9 ? 'SU' : 'FA'
}
