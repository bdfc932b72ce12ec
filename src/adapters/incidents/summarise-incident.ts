import type { Measure } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { ClaimedRange, IncidentSummary } from '../../ports/incident-store.ts'

/** A row of `incident_records` without its number. */
export interface IncidentRow {
  readonly id: string
  /** JSON. */
  readonly previous_ids: string
  readonly label: string
  readonly event: string
  readonly sub_event: string
  readonly place: string | null
  readonly country: string | null
  readonly admin1: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly start_day: string | null
  readonly end_day: string | null
  readonly status: string
  readonly grade: string
  /** JSON. */
  readonly killed: string | null
  readonly injured: string | null
  readonly documents: number
  readonly origins: number
  readonly claims: number
  readonly findings: number
  /** What dates are ordered by; empty when there is none. */
  readonly first_day: string
  /** The highest bound claimed; -1 when there is none. */
  readonly most_killed: number
}

export function incidentRow(record: IncidentRecord): IncidentRow {
  const { incident, label } = record
  const { place, when } = incident
  const [killed, injured] = [rangeOf(record, 'killed'), rangeOf(record, 'injured')]
  return {
    id: incident.id,
    previous_ids: JSON.stringify(incident.previousIds),
    label,
    event: incident.type.event,
    sub_event: incident.type.subEvent,
    place: place === null ? null : (place.name ?? place.asWritten),
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    start_day: when?.start ?? null,
    end_day: when?.end ?? null,
    status: incident.status,
    grade: incident.grade.value,
    killed: killed === null ? null : JSON.stringify(killed),
    injured: injured === null ? null : JSON.stringify(injured),
    documents: incident.documents.length,
    origins: incident.origins.length,
    claims: record.claims.length,
    findings: record.findings.length,
    first_day: when?.start ?? when?.end ?? '',
    most_killed: Math.max(killed?.low ?? -1, killed?.high ?? -1),
  }
}

/** The summary that a row was made from. */
export function readSummary(row: IncidentRow): IncidentSummary {
  return {
    id: row.id,
    previousIds: JSON.parse(row.previous_ids) as readonly string[],
    label: row.label,
    event: row.event,
    subEvent: row.sub_event,
    place: row.place,
    country: row.country,
    admin1: row.admin1,
    lat: row.lat,
    lon: row.lon,
    start: row.start_day,
    end: row.end_day,
    status: row.status as IncidentSummary['status'],
    grade: row.grade as IncidentSummary['grade'],
    killed: readRange(row.killed),
    injured: readRange(row.injured),
    documents: row.documents,
    origins: row.origins,
    claims: row.claims,
    findings: row.findings,
  }
}

/** Words that an incident is found by: its label and its place. */
export function wordsOf({ label, incident: { place } }: IncidentRecord): string {
  return [label, place?.name ?? '', place?.asWritten ?? ''].join('\n')
}

function rangeOf({ incident }: IncidentRecord, measure: Measure): ClaimedRange | null {
  const figure = incident.figures.find((one) => one.measure === measure && one.scope === 'incident')
  return figure === undefined ? null : { low: figure.low, high: figure.high }
}

function readRange(text: string | null): ClaimedRange | null {
  return text === null ? null : (JSON.parse(text) as ClaimedRange)
}
