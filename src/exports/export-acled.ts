import { ACLED_COLUMNS, ACLED_INTER } from '../../data/words/export-columns.ts'
import type { Actor } from '../model/reading.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { When } from '../model/when.ts'
import { countryName } from './country-name.ts'
import { evidenceOfIncident, tollOf } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { nameActor, protectPlace } from './protect-record.ts'
import type { Cell, Column, Table } from './table.ts'

const DAY_MS = 86_400_000

/** Columns whose cells are numbers or days; the others are text. */
const INTEGERS: ReadonlySet<string> = new Set(['year', 'time_precision', 'geo_precision', 'fatalities', 'timestamp'])
const NUMBERS: ReadonlySet<string> = new Set(['latitude', 'longitude'])

const COLUMNS: readonly Column[] = ACLED_COLUMNS.map((name) => ({
  name,
  type: INTEGERS.has(name) ? 'integer' : NUMBERS.has(name) ? 'number' : name === 'event_date' ? 'day' : 'text',
  about: `as in the ACLED codebook`,
}))

/**
 * Incidents in the columns of ACLED's event data, one row each.
 *
 * Fatalities are ACLED's lowest number with its words for numbers, 0 where nobody counts the dead. `notes` gives the range,
 * the grade and the provenance; `tags` the claims and captures behind the row. What we do not know (iso, region, admin2,
 * associated actors, source scale) stays empty. An event that is known to a week or a month is put at its middle.
 */
export function exportAcled(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const rows = selectRecords(set).map((record) => {
    const values = acledValues(record, set, provenance)
    return ACLED_COLUMNS.map((column): Cell => values[column] ?? null)
  })
  return { name: 'acled', columns: COLUMNS, rows }
}

function acledValues(record: IncidentRecord, set: ExportSet, provenance: string): Readonly<Record<string, Cell>> {
  const { incident } = record
  const { type, when, documents } = incident
  const { level } = set
  const place = protectPlace(incident.place, level)
  const country = countryName(place?.country ?? null)
  const first = record.actors.find((actor) => actor.role === 'perpetrator' && isTold(actor)) ?? null
  const second = record.actors.find((actor) => actor.role === 'target' && isTold(actor)) ?? null
  const inter1 = first === null ? 'Political militia' : first.kind
  const inter2 = second === null ? null : second.kind
  const date = middleOf(when)
  const last = incident.history.at(-1)
  const inCountry = country ?? 'country not known'
  return {
    event_id_cnty: incident.id,
    event_date: date,
    year: date === null ? null : Number(date.slice(0, 4)),
    time_precision: when?.timePrecision ?? null,
    disorder_type: disorderOf(record),
    event_type: type.event,
    sub_event_type: type.subEvent,
    actor1: first === null ? `Unidentified Armed Group (${inCountry})` : nameOf(first, level, inCountry),
    inter1,
    actor2: second === null ? null : nameOf(second, level, inCountry),
    inter2,
    interaction: interactionOf(inter1, inter2),
    civilian_targeting: inter2 === 'Civilians' ? 'Civilians targeted' : null,
    country,
    admin1: place?.admin1 ?? null,
    location: place?.name ?? place?.asWritten ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place?.geoPrecision ?? null,
    source: [...new Set(documents.map(({ outlet }) => outlet ?? 'not known'))].join('; '),
    notes: describeNotes(record, provenance),
    fatalities: fatalitiesOf(record),
    tags: describeTags(record, set),
    timestamp: last === undefined ? null : Math.floor(Date.parse(last.at) / 1000),
  }
}

/** An actor that ACLED has a kind for and whose part nobody but itself tells otherwise. */
function isTold({ kind, stance }: Actor): boolean {
  return ACLED_INTER.has(kind) && stance !== 'denied'
}

/** Civilians, protesters and rioters go by their country, as ACLED writes them. */
function nameOf(actor: Actor, level: ExportSet['level'], country: string): string {
  const name = nameActor(actor, level) ?? actor.kind
  return name === actor.kind ? `${name} (${country})` : name
}

/** Both kinds in the order of ACLED's codes; one alone is "only". */
function interactionOf(inter1: string, inter2: string | null): string {
  if (inter2 === null) return `${inter1} only`
  const order = [...ACLED_INTER]
  return [inter1, inter2].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('-')
}

function fatalitiesOf({ incident, choices }: IncidentRecord): number {
  const at = tollOf(incident, 'killed')
  const lowest = at === null ? undefined : choices[at]?.find(({ policy }) => policy === 'acled')
  return lowest?.best ?? 0
}

function describeNotes({ incident, label }: IncidentRecord, provenance: string): string {
  const at = tollOf(incident, 'killed')
  const toll = at === null ? undefined : incident.figures[at]
  const range =
    toll === undefined ? 'no count of killed' : `killed: ${toll.low ?? 'not known'} to ${toll.high ?? 'open'} claimed`
  return `${label}. ${range}. Grade: ${incident.grade.value}; status: ${incident.status}. ${provenance}.`
}

function describeTags(record: IncidentRecord, { captures }: ExportSet): string {
  const evidence = evidenceOfIncident(record, captures)
  return `claims: ${evidence.claims.join(' ')}; captures: ${evidence.captures.join(' ')}; digests: ${evidence.digests.join(' ')}`
}

function disorderOf({ incident: { type } }: IncidentRecord): string {
  if (type.event === 'Strategic developments') return 'Strategic developments'
  if (type.subEvent === 'Excessive force against protesters') return 'Political violence; Demonstrations'
  const isDemonstration = type.event === 'Protests' || type.subEvent === 'Violent demonstration'
  return isDemonstration ? 'Demonstrations' : 'Political violence'
}

/** The day in the middle of an interval; the only day that is known of an open one. */
function middleOf(when: When | null): string | null {
  const start = when?.start ?? when?.end ?? null
  const end = when?.end ?? start
  if (start === null || end === null) return null
  const days = Math.floor((Date.parse(end) - Date.parse(start)) / DAY_MS / 2)
  return new Date(Date.parse(start) + days * DAY_MS).toISOString().slice(0, 10)
}
