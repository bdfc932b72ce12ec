import { LABEL_MONTHS } from '../../../data/words/incident-labels.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import { countryName } from '../country-name.ts'
import { foreign, type Part } from './digest-pages.ts'

/** Where something was, with words for how precisely that is known: "in or near Izium, Ukraine". */
export function wordPlace(place: Place | null): Part[] {
  if (place === null) return ['at a place that no report gives']
  const { name, asWritten, facility, country, admin1, wherePrec } = place
  if (name === null) return ['at "', foreign(asWritten), '", a place that was not found in the gazetteer']
  if (wherePrec === COUNTRY) return ['in ', foreign(name)]
  const inside: Part[] = facility === null || facility === name ? [] : ['at "', foreign(facility), '" ']
  const region: Part[] = admin1 === null || admin1 === name ? [] : [', ', foreign(admin1)]
  const state: Part[] = country === null ? [] : [`, ${countryName(country) ?? country}`]
  return [...inside, WHERE_WORDS[wherePrec ?? 1] ?? 'in ', foreign(name), ...region, ...state]
}

/** UCDP where_prec of a country. */
const COUNTRY = 6
const WHERE_WORDS: Readonly<Record<number, string>> = {
  1: 'in ',
  2: 'in or near ',
  3: 'in the area of ',
  4: 'in the region of ',
  5: 'in the area of ',
  7: 'in the waters or airspace of ',
}

/** When something was, with words for how precisely that is known: "in the week of 4 May 2022". */
export function wordWhen(when: When | null): string {
  if (when === null || (when.start === null && when.end === null)) return 'on a day that no report gives'
  const { start, end, datePrec } = when
  if (start === null) return `on or before ${wordDay(end)}`
  if (end === null) return `on or after ${wordDay(start)}`
  if (start === end) return `${datePrec === 1 || datePrec === null ? 'on' : 'on or about'} ${wordDay(start)}`
  if (isWhole(start, end, 'month')) return `in ${wordDay(start).replace(/^\d+ /u, '')}`
  if (isWhole(start, end, 'year')) return `in ${start.slice(0, 4)}`
  if (Date.parse(end) - Date.parse(start) === WEEK_MS) return `in the week of ${wordDay(start)}`
  return `between ${wordDay(start)} and ${wordDay(end)}`
}

/** From the first to the last day of a week. */
const WEEK_MS = 6 * 86_400_000

function isWhole(start: string, end: string, unit: 'month' | 'year'): boolean {
  const [year = 0, month = 0] = start.split('-').map(Number)
  if (unit === 'year') return start === `${start.slice(0, 4)}-01-01` && end === `${start.slice(0, 4)}-12-31`
  return start.endsWith('-01') && end === new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** "4 May 2022"; a time is told by its day. */
export function wordDay(day: string | null): string {
  if (day === null) return 'a day that is not given'
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  return `${Number(date)} ${LABEL_MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** "4 May 2022", or "4 to 9 May 2022" for a run of days. */
export function wordDays(first: string, last: string): string {
  if (first === last) return wordDay(first)
  return first.slice(0, 7) === last.slice(0, 7)
    ? `${Number(first.slice(8))} to ${wordDay(last)}`
    : `${wordDay(first)} to ${wordDay(last)}`
}
