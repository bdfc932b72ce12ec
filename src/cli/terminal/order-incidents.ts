import type { IncidentRecord } from '../../model/record.ts'

/** Incidents as people list them: by the first day, those without a date at the end. */
export function orderByDay(records: readonly IncidentRecord[]): readonly IncidentRecord[] {
  return records.toSorted(
    (a, b) => firstDay(a).localeCompare(firstDay(b)) || a.incident.id.localeCompare(b.incident.id),
  )
}

function firstDay({ incident: { when } }: IncidentRecord): string {
  return when?.start ?? when?.end ?? '9999'
}
