import type { Measure } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import type { DigestRequest } from './digest-facts.ts'

/** Harms by which incidents are compared, the gravest first. */
const RANKED: readonly Measure[] = ['killed', 'bodies_found', 'killed_or_injured', 'injured']
/** So many are told for their counts, and so many of the others for their origins. */
export const MOST_HARM = 10
export const MOST_ORIGINS = 5

/** Whether an interval of days touches the period. */
export function touches(when: Pick<When, 'start' | 'end'> | null, { since, until }: DigestRequest): boolean {
  if (when === null || (when.start === null && when.end === null)) return false
  return (when.start ?? '0000') <= until && (when.end ?? '9999') >= since
}

/** An interval of so many days that touches the period belongs to it; a longer one has to lie in it. */
export const SPAN_DAYS = 7

/** Whether an interval of days belongs to the period. */
export function liesIn(when: Pick<When, 'start' | 'end'> | null, request: DigestRequest): boolean {
  if (when === null || when.start === null || when.end === null || !touches(when, request)) return false
  const days = Math.round((Date.parse(when.end) - Date.parse(when.start)) / 86_400_000) + 1
  return days <= SPAN_DAYS || (when.start >= request.since && when.end <= request.until)
}

/** Whether a day or a time falls in the period, by the day as it is written. */
export function fallsIn(at: string | null, { since, until }: DigestRequest): boolean {
  return at !== null && at.slice(0, 10) >= since && at.slice(0, 10) <= until
}

export function isReviewed({ status }: Pick<Incident, 'status'>): boolean {
  return status === 'reviewed' || status === 'finalised'
}

/** Whether a place is what was asked for: its name holds the words, and it lies in the country. */
export function isAskedFor(place: Place | null, { place: words, country }: DigestRequest): boolean {
  if (country !== null && place?.country !== country) return false
  if (words === null) return true
  const wanted = fold(words)
  return [place?.name, place?.asWritten, place?.facility, place?.admin1].some((name) => fold(name).includes(wanted))
}

function fold(name: string | null | undefined): string {
  return (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The highest number that anybody currently claims of a harm as a whole; null when nobody gives one. */
export function highestCount({ claims }: IncidentRecord, measure: Measure): number | null {
  const numbers = claims.flatMap(({ entry, state }) => {
    const { figure } = entry.claim
    if (state !== 'current' || figure?.measure !== measure || figure.scope !== 'incident') return []
    const number = figure.high ?? figure.low
    return number === null ? [] : [number]
  })
  return numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b))
}

/** The gravest first: by the highest counts, then by independent origins, then by day and id. */
export function compareGravity(a: IncidentRecord, b: IncidentRecord): number {
  for (const measure of RANKED) {
    const difference = (highestCount(b, measure) ?? -1) - (highestCount(a, measure) ?? -1)
    if (difference !== 0) return difference
  }
  return b.incident.origins.length - a.incident.origins.length || compareDays(a, b)
}

function compareDays({ incident: a }: IncidentRecord, { incident: b }: IncidentRecord): number {
  const keyOf = ({ when, id }: Incident): string => `${when?.start ?? when?.end ?? '9999'} ${id}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}

/**
 * The incidents that are told in a paragraph: those with the highest counts, and of the others those with the most
 * independent origins, two at least. The rest goes into a table.
 */
export function chooseDevelopments(records: readonly IncidentRecord[]): {
  readonly told: readonly IncidentRecord[]
  readonly others: readonly IncidentRecord[]
} {
  const ordered = [...records].sort(compareGravity)
  const counted = ordered.filter((record) => RANKED.some((measure) => (highestCount(record, measure) ?? 0) > 0))
  const chosen = new Set(counted.slice(0, MOST_HARM))
  const spread = ordered
    .filter((record) => !chosen.has(record) && record.incident.origins.length > 1)
    .sort((a, b) => b.incident.origins.length - a.incident.origins.length || compareGravity(a, b))
  for (const record of spread.slice(0, MOST_ORIGINS)) chosen.add(record)
  return {
    told: ordered.filter((record) => chosen.has(record)),
    others: ordered.filter((record) => !chosen.has(record)),
  }
}
