import type { Policy } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { type PreparedDecisions, type PreparedRegistry, prepareRegistry, recordIncident } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { loadDecided } from '../decisions/load-decided.ts'
import { loadRegistry } from '../registry.ts'
import { loadDocumentsOf } from './load-documents.ts'

/** Policy of the records that are kept; by another they are made when they are asked for. */
export const KEPT_POLICY: Policy = 'cairn'

/** Gives records by a policy for those that are kept. What it takes to make them anew is loaded once, where they have to be. */
export async function recordsBy(
  workspace: Pick<Workspace, 'store'>,
  incidents: IncidentStore,
  policy: Policy,
): Promise<(kept: IncidentRecord) => Promise<IncidentRecord>> {
  const producer = policy === KEPT_POLICY ? null : await workspace.store.setting(PRODUCER_SETTING)
  if (producer === null) return (kept) => Promise.resolve(kept)
  const decided = (await loadDecided(workspace, producer)).prepared
  const registry = prepareRegistry(await loadRegistry(workspace))
  const parts = { workspace, incidents, producer, decided, registry }
  return ({ incident }) => makeRecord(parts, incident.id, policy)
}

const PAGE = 100

/** The records of all incidents by a policy, in the order of their ids. */
export async function* allRecords(
  workspace: Pick<Workspace, 'store'>,
  incidents: IncidentStore,
  policy: Policy,
): AsyncGenerator<IncidentRecord> {
  const recordBy = await recordsBy(workspace, incidents, policy)
  for (let after: string | null = null; ;) {
    const page: readonly IncidentRecord[] = await incidents.records(after, PAGE)
    for (const record of page) yield await recordBy(record)
    const last = page.at(-1)
    if (last === undefined) return
    after = last.incident.id
  }
}

/** What a record is made from. */
interface RecordParts {
  readonly workspace: Pick<Workspace, 'store'>
  readonly incidents: IncidentStore
  readonly producer: string
  readonly decided: PreparedDecisions
  readonly registry: PreparedRegistry
}

/** Makes the record of an incident from its reports as they stand, and from what people decided. */
export async function makeRecord(
  { workspace, incidents, producer, decided, registry }: RecordParts,
  id: string,
  policy: Policy,
): Promise<IncidentRecord> {
  const reports = await incidents.reportsOf(id)
  const documents = await loadDocumentsOf(workspace, producer, new Set(reports.map(({ captureId }) => captureId)))
  const previousIds = (await incidents.formerIds([id])).get(id) ?? []
  return recordIncident({ id, previousIds, reports, documents }, decided, { policy, registry })
}
