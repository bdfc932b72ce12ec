import type { Measure } from '../model/claim.ts'
import type { Grade, IncidentStatus } from '../model/incident.ts'
import type { IncidentRecord } from '../model/record.ts'

/** Narrows an export; every condition that is not null must hold. */
export interface ExportFilter {
  /** Intervals that touch [from, to], both inclusive, YYYY-MM-DD; incidents without any date do not. */
  readonly from: string | null
  readonly to: string | null
  /** Words in the name of the place, the place as written or its first-order division: any case, without accents. */
  readonly place: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly status: IncidentStatus | null
  readonly grade: Grade | null
  /** Incidents of which such a harm is claimed; tables of figures and claims hold only these. */
  readonly measure: Measure | null
  /** One incident by its id. */
  readonly incident: string | null
}

export const NO_FILTER: ExportFilter = {
  from: null,
  to: null,
  place: null,
  country: null,
  status: null,
  grade: null,
  measure: null,
  incident: null,
}

/** Whether an incident is asked for. */
export function matchesFilter({ incident, claims }: IncidentRecord, filter: ExportFilter): boolean {
  const { when, place } = incident
  const { from, to, country, status, grade, measure } = filter
  const isDated = when !== null && (when.start !== null || when.end !== null)
  if (from !== null && (!isDated || (when.end ?? '9999') < from)) return false
  if (to !== null && (!isDated || (when.start ?? '0000') > to)) return false
  if (country !== null && place?.country !== country) return false
  if (status !== null && incident.status !== status) return false
  if (grade !== null && incident.grade.value !== grade) return false
  if (measure !== null && !claims.some(({ entry }) => entry.claim.figure?.measure === measure)) return false
  if (filter.incident !== null && incident.id !== filter.incident) return false
  if (filter.place === null) return true
  const wanted = fold(filter.place)
  return [place?.name, place?.asWritten, place?.admin1].some((name) => fold(name ?? '').includes(wanted))
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
