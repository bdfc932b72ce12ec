import { MONTH_NAMES } from '../../../data/words/month-names.ts'

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/iu
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u
const CJK = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u
const DAY_FIRST_NUMBERS = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u
const DAY_MONTH =
  /(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4}|\d{2})(?![\d\p{L}:])/gu
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})(?!\d)/gu
const CLOCK_WITH_ZONE = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC|Z|[+-]\d{2}:?\d{2})/u
const EPOCH = /^1\d{9}(?:\d{3})?$/u
/** Two-digit years from here on are of the 20th century. */
const CENTURY_PIVOT = 50
/** What is looked at: a date stands at the front. */
const MAX_UNITS = 200

/**
 * Reads the date that a page's metadata or a date line gives.
 *
 * @returns YYYY-MM-DD, or ISO 8601 with the zone the page gives when it gives both time and zone; null when there is no whole date
 */
export function parsePageDate(value: string): string | null {
  const text = value.trim().slice(0, MAX_UNITS)
  if (EPOCH.test(text))
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z')
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso !== null) {
    const day = dayOf(iso[1], iso[2], iso[3])
    return day === null ? null : withClock(day, iso.slice(4))
  }
  const day = findDay(text)
  if (day === null) return null
  const clock = CLOCK_WITH_ZONE.exec(text)
  return clock === null ? day : withClock(day, clock.slice(1))
}

/** The first whole date written anywhere in a text, in words or numbers, as YYYY-MM-DD. Of two numbers the first is the day. */
export function findDay(text: string): string | null {
  for (const [, day, month, year] of text.matchAll(DAY_MONTH)) {
    const found = dayOf(fullYear(year ?? ''), monthNumber(month ?? ''), day)
    if (found !== null) return found
  }
  for (const [, month, day, year] of text.matchAll(MONTH_DAY)) {
    const found = dayOf(year, monthNumber(month ?? ''), day)
    if (found !== null) return found
  }
  const cjk = CJK.exec(text)
  if (cjk !== null) return dayOf(cjk[1], cjk[2], cjk[3])
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(text)
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3])
  const numbers = DAY_FIRST_NUMBERS.exec(text)
  if (numbers === null) return null
  return dayOf(numbers[3], numbers[2], numbers[1]) ?? dayOf(numbers[3], numbers[1], numbers[2])
}

function withClock(day: string, [hours, minutes, seconds, zone]: readonly (string | undefined)[]): string {
  if (hours === undefined || minutes === undefined || zone === undefined || Number(hours) > 23) return day
  const offset = /^(?:Z|UTC|GMT)$/iu.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds ?? '00'}${offset}`
}

function monthNumber(name: string): string | undefined {
  return MONTH_NAMES.get(name.toLowerCase())?.toString()
}

function fullYear(year: string): string {
  return year.length === 4 ? year : `${Number(year) >= CENTURY_PIVOT ? 19 : 20}${year}`
}

/** The calendar day, checked against the calendar; null when there is no such day between 1900 and 2100. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null
  if (Number(year) < 1900 || Number(year) > 2100) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  return date.toISOString().slice(0, 10)
}
