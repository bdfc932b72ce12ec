import type { RecordChange } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { fallsIn } from './choose-incidents.ts'
import { describeRow, type DigestContext } from './describe-incident.ts'
import type { ChangeFact, DigestRequest, IncidentRow } from './digest-facts.ts'

/** A field of the history: what is published, and its end or best. */
const FIELD = /^(.*) (low|high|best)$/u

/**
 * Published values that changed in the period, after the incident was first captured: one fact for what one claim or
 * decision changed at one moment.
 */
export function findChanges(
  records: readonly IncidentRecord[],
  request: DigestRequest,
  context: DigestContext,
): ChangeFact[] {
  return records
    .flatMap((record) => changesOf(record, request, context))
    .sort((a, b) => (a.at === b.at ? (a.incident.id < b.incident.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

function changesOf(record: IncidentRecord, request: DigestRequest, context: DigestContext): ChangeFact[] {
  const row = describeRow(record, context)
  const groups = new Map<string, RecordChange[]>()
  for (const change of record.incident.history) {
    if (change.at <= row.firstCapture || !fallsIn(change.at, request) || change.field === 'notes') continue
    const key = [change.at, change.cause, FIELD.exec(change.field)?.[1] ?? change.field].join('\n')
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [change])
    else known.push(change)
  }
  return [...groups.values()].flatMap((changes) => describeChange(changes, record, row, context) ?? [])
}

function describeChange(
  changes: readonly RecordChange[],
  record: IncidentRecord,
  row: IncidentRow,
  { index }: DigestContext,
): ChangeFact | null {
  const [first] = changes
  if (first === undefined) return null
  const { at, field, cause } = first
  const what = FIELD.exec(field)?.[1] ?? field
  const claim = cause === null ? null : index.tell(record, cause)
  const standing = record.claims.find(
    ({ entry, state }) => state === 'current' && what.startsWith(`${entry.claim.figure?.measure} `),
  )
  const given = claim ?? (standing === undefined ? null : index.tell(record, standing.entry.claim.id))
  const claims = given === null ? row.claims : [given]
  return {
    at,
    incident: row,
    what: what.replaceAll('_', ' '),
    values: changes.map((change) => ({
      name: FIELD.exec(change.field)?.[2] ?? '',
      before: change.before,
      after: change.after,
    })),
    decision: claim === null ? cause : null,
    claims,
  }
}
