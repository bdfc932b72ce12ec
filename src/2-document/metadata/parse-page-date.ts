import { MONTH_NAMES } from '../../../data/words/month-names.ts'

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/iu
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u
const WRITTEN_DAYS: readonly RegExp[] = [
  /(?<![\d\p{L}])(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.?[ -](?:de |of )?(?<name>\p{L}{3,12})\.?,?[ -](?:de )?(?<year>\d{4}|\d{2})(?![\d\p{L}:])/gu,
  /(?<!\p{L})(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?<year>\d{4})(?!\d)/gu,
  /(?<!\d)(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]/gu,
  /(?<![\d/-])(?<year>\d{4})[-/](?<month>\d{2})[-/](?<day>\d{2})(?![\d/-])/gu,
  /(?<![\d./-])(?<day>\d{1,2})(?<sign>[./-])(?<month>\d{1,2})\k<sign>(?<year>\d{4})(?![\d/-])/gu,
]
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
  const day = findWrittenDays(text)[0]?.day ?? null
  if (day === null) return null
  const clock = CLOCK_WITH_ZONE.exec(text)
  return clock === null ? day : withClock(day, clock.slice(1))
}

/** A whole date as it stands in running text. */
export interface WrittenDay {
  readonly start: number
  readonly end: number
  /** YYYY-MM-DD */
  readonly day: string
}

/**
 * The whole dates written anywhere in a text, in words or numbers, in order.
 *
 * Numbers with full stops are day, month, year; with slashes or hyphens only those whose order is beyond doubt count.
 */
export function findWrittenDays(text: string): WrittenDay[] {
  const found: WrittenDay[] = []
  for (const pattern of WRITTEN_DAYS) {
    for (const match of text.matchAll(pattern)) {
      const day = dayOfGroups(match.groups ?? {})
      if (day !== null) found.push({ start: match.index, end: match.index + match[0].length, day })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function dayOfGroups({ year, month, name, day, sign }: Readonly<Record<string, string | undefined>>): string | null {
  const full = year === undefined ? undefined : fullYear(year)
  if (name !== undefined) return dayOf(full, MONTH_NAMES.get(name.toLowerCase())?.toString(), day)
  if (sign === undefined || sign === '.') return dayOf(full, month, day)
  if (month === day) return dayOf(full, month, day)
  return Number(month) > 12 ? dayOf(full, day, month) : Number(day) > 12 ? dayOf(full, month, day) : null
}

function withClock(day: string, [hours, minutes, seconds, zone]: readonly (string | undefined)[]): string {
  if (hours === undefined || minutes === undefined || zone === undefined || Number(hours) > 23) return day
  const offset = /^(?:Z|UTC|GMT)$/iu.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds ?? '00'}${offset}`
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
