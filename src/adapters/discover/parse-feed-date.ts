const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zone names of RFC 822 and UTC's own, in hours. Other names mean several zones and say nothing. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...(['gmt', 'ut', 'utc', 'z'] as const).map((name) => [name, 0] as const),
  ...([
    ['est', -5],
    ['edt', -4],
    ['cst', -6],
    ['cdt', -5],
    ['mst', -7],
    ['mdt', -6],
    ['pst', -8],
    ['pdt', -7],
  ] as const),
])
const RFC_822 =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})[ -](\p{L}{3})\p{L}{0,6}\.?[ -](\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})(?:\s*\([^)]{0,40}\))?$/iu
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)$/iu
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u
/** Two-digit years below this are of the 21st century (RFC 2822, section 4.3). */
const CENTURY_PIVOT = 50

/**
 * Reads a date of a feed or sitemap: the forms of RFC 822 and ISO 8601.
 *
 * @returns the moment in UTC (YYYY-MM-DDTHH:MM:SSZ), or the calendar day (YYYY-MM-DD) where that is all; null when anything is
 *   unclear: no zone, a zone name that means several, no such day
 */
export function parseFeedDate(raw: string): string | null {
  const text = raw.trim()
  if (text.length > 100) return null
  const day = DAY.exec(text)
  if (day !== null) return isDay(Number(day[1]), Number(day[2]), Number(day[3])) ? text : null
  const iso = ISO.exec(text)
  if (iso !== null) {
    const [, year, month, date, hours, minutes, seconds, zone = ''] = iso
    return moment([Number(year), Number(month), Number(date)], [hours, minutes, seconds], zone)
  }
  const written = RFC_822.exec(text)
  if (written === null) return null
  const [, date, month = '', year = '', hours, minutes, seconds, zone = ''] = written
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < CENTURY_PIVOT ? 2000 : 1900)
  return moment([full, MONTHS.indexOf(month.toLowerCase()) + 1, Number(date)], [hours, minutes, seconds], zone)
}

function moment(
  [year, month, day]: readonly [number, number, number],
  clock: readonly (string | undefined)[],
  zone: string,
): string | null {
  const [hours = 0, minutes = 0, seconds = 0] = clock.map((part) => Number(part ?? 0))
  const offset = readOffset(zone)
  if (offset === null || !isDay(year, month, day) || hours > 23 || minutes > 59 || seconds > 60) return null
  const at = Date.UTC(year, month - 1, day, hours, minutes, Math.min(seconds, 59)) - offset * 60_000
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** Minutes east of UTC, or null. */
function readOffset(zone: string): number | null {
  const named = ZONES.get(zone.toLowerCase())
  if (named !== undefined) return named * 60
  const numbers = /^([+-])(\d{2}):?(\d{2})?$/u.exec(zone)
  if (numbers === null) return null
  const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0)
  return minutes > 14 * 60 ? null : minutes * (numbers[1] === '-' ? -1 : 1)
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1970 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
