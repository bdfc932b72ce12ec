import { ACLED_COLUMNS, ACLED_INTER } from '../../data/words/export-columns.ts'
import type { Actor } from '../model/reading.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { When } from '../model/when.ts'
import { countryName } from './country-name.ts'
import { evidenceOfIncident, tollOf } from './evidence-of.ts'
import { CAVEAT, describeProvenance, type ExportLevel, type ExportSet, selectRecords } from './export-set.ts'
import { protectPlace } from './protect-record.ts'
import { type Cell, writeCsv } from './write-csv.ts'

const DAY_MS = 86_400_000

/**
 * Incidents in the columns of ACLED's event data, one row each.
 *
 * Fatalities are ACLED's lowest number with its words for numbers, 0 where nobody counts the dead. `notes` gives the range,
 * the grade and what the number is not; `tags` the claims and captures behind the row. What we do not know (iso, region,
 * admin2, associated actors, source scale) stays empty. An event that is known to a week or a month is put at its middle.
 */
export function exportAcled(set: ExportSet): string {
  const rows = selectRecords(set).map((record) => {
    const values = acledValues(record, set.level)
    return ACLED_COLUMNS.map((column): Cell => values[column] ?? null)
  })
  return writeCsv({ columns: ACLED_COLUMNS, rows }, describeProvenance(set))
}

function acledValues(record: IncidentRecord, level: ExportLevel): Readonly<Record<string, Cell>> {
  const { incident } = record
  const { type, when, documents } = incident
  const place = protectPlace(incident.place, level)
  const country = countryName(place?.country ?? null)
  const first = record.actors.find(({ role, stance }) => role === 'perpetrator' && stance !== 'denied') ?? null
  const second = record.actors.find(({ role }) => role === 'target') ?? null
  const inter1 = first === null ? 'Political militia' : interOf(first)
  const inter2 = second === null ? '' : interOf(second)
  const date = middleOf(when)
  const last = incident.history.at(-1)
  return {
    event_id_cnty: incident.id,
    event_date: date,
    year: date === null ? null : Number(date.slice(0, 4)),
    time_precision: when?.timePrecision ?? null,
    disorder_type: disorderOf(record),
    event_type: type.event,
    sub_event_type: type.subEvent,
    actor1: first === null ? `Unidentified Armed Group (${country ?? 'country not known'})` : first.name,
    inter1,
    actor2:
      second === null ? null : inter2 === 'Civilians' ? `Civilians (${country ?? 'country not known'})` : second.name,
    inter2,
    interaction: [inter1, inter2].filter((inter) => inter !== '').join('-'),
    civilian_targeting: inter2 === 'Civilians' ? 'Civilians targeted' : null,
    country,
    admin1: place?.admin1 ?? null,
    location: place?.name ?? place?.asWritten ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place?.geoPrecision ?? null,
    source: [...new Set(documents.map(({ outlet }) => outlet ?? 'not known'))].join('; '),
    notes: describeNotes(record),
    fatalities: fatalitiesOf(record),
    tags: describeTags(record),
    timestamp: last === undefined ? null : Math.floor(Date.parse(last.at) / 1000),
  }
}

function fatalitiesOf({ incident, choices }: IncidentRecord): number {
  const at = tollOf(incident, 'killed')
  const lowest = at === null ? undefined : choices[at]?.find(({ policy }) => policy === 'acled')
  return lowest?.best ?? 0
}

function describeNotes({ incident, label }: IncidentRecord): string {
  const at = tollOf(incident, 'killed')
  const toll = at === null ? undefined : incident.figures[at]
  const range =
    toll === undefined ? 'no count of killed' : `killed: ${toll.low ?? 'not known'} to ${toll.high ?? 'open'} claimed`
  return `${label}. ${range}. Grade: ${incident.grade.value}; status: ${incident.status}. ${CAVEAT}.`
}

function describeTags(record: IncidentRecord): string {
  const { claims, captures } = evidenceOfIncident(record)
  return `claims: ${claims}; captures: ${captures}`
}

function interOf({ kind }: Actor): string {
  return ACLED_INTER.has(kind) ? kind : ''
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
