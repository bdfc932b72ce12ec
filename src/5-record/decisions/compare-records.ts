import type { IncidentRecord } from '../../model/record.ts'
import { figurePath } from '../publish-values.ts'

/** A published value that is another one than before. */
export interface ValueChange {
  readonly incident: string
  readonly label: string
  /** As in the history; "incident" when there is one more, or one less: then its id, and the one that it went into. */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two states of the record, by incident and field, in the order of the record. */
export function compareRecords(
  before: readonly IncidentRecord[],
  after: readonly IncidentRecord[],
): readonly ValueChange[] {
  const was = new Map(before.map((record) => [record.incident.id, record]))
  const now = new Map(after.map((record) => [record.incident.id, record]))
  const gone = before.filter(({ incident }) => !now.has(incident.id))
  return [
    ...after.flatMap((record) => compareOne(was.get(record.incident.id) ?? null, record)),
    ...gone.map(({ incident: { id }, label }) => {
      const successor = after.find(({ incident }) => incident.previousIds.includes(id))?.incident.id ?? null
      return { incident: id, label, field: 'incident', before: id, after: successor }
    }),
  ]
}

function compareOne(before: IncidentRecord | null, after: IncidentRecord): ValueChange[] {
  const { incident, label } = after
  const change = { incident: incident.id, label }
  if (before === null)
    return [{ ...change, field: 'incident', before: null, after: incident.id }, ...compareValues(new Map(), after)]
  return compareValues(valuesOf(before), after)
}

function compareValues(old: ReadonlyMap<string, string>, record: IncidentRecord): ValueChange[] {
  const values = valuesOf(record)
  return [...new Set([...values.keys(), ...old.keys()])].flatMap((field) => {
    const [before, after] = [old.get(field) ?? null, values.get(field) ?? null]
    return before === after ? [] : [{ incident: record.incident.id, label: record.label, field, before, after }]
  })
}

function valuesOf({ incident, reports, label }: IncidentRecord): Map<string, string> {
  const { figures, grade, status, previousIds } = incident
  const values = new Map<string, string>()
  figures.forEach((figure, i) => {
    const path = figurePath(figure, figure.scope === 'incident' && figures[i - 1]?.measure !== figure.measure)
    const { low, high, best, highClaim } = figure
    if (low !== null) values.set(`${path} low`, String(low))
    if (high !== null || highClaim !== null) values.set(`${path} high`, high === null ? 'open' : String(high))
    if (best !== null) values.set(`${path} best`, String(best))
  })
  values.set('grade', grade.value)
  values.set('status', status)
  values.set('label', label)
  values.set('reports', String(reports.length))
  if (previousIds.length > 0) values.set('previous ids', previousIds.join(' '))
  return values
}
