import type { Decision, DecisionAct } from '../../model/decision.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { spreadDecisions, textsOf } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { loadDocumentsOf } from '../incidents/load-documents.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { type DecidableRecord, incidentsNamed } from './find-target.ts'
import { capturesOfText } from './load-decided.ts'
import { loadDecisions } from './load-decisions.ts'
import type { DecisionRequest } from './plan-act.ts'

/** Of the record what a request can mean: claims and incidents that begin as it names them, with their documents. */
export async function gatherDecidable(
  workspace: Pick<Workspace, 'store'>,
  incidents: IncidentStore,
  request: DecisionRequest,
): Promise<DecidableRecord> {
  const { store } = workspace
  const captures = new Set<string>()
  const records = new Map<string, IncidentRecord>()
  for (const prefix of namesIn(request)) {
    for (const { captureId } of await store.claimsById(prefix)) captures.add(captureId)
    for (const record of await incidentsNamed(incidents, prefix)) {
      records.set(record.incident.id, record)
      for (const { captureId } of record.reports) captures.add(captureId)
    }
  }
  const producer = (await store.setting(PRODUCER_SETTING)) ?? ''
  const documents = await loadDocumentsOf(workspace, producer, captures)
  return { documents, records: [...records.values()], decisions: await loadDecisions(workspace) }
}

/** First characters of the claims and incidents that a request names. */
function namesIn(request: DecisionRequest): readonly string[] {
  if ('claim' in request) return [request.claim]
  if ('incidents' in request) return request.incidents
  if ('incident' in request) return [request.incident]
  return 'target' in request ? [request.target] : []
}

/** The records of the incidents that an act can change, as they stand now. */
export async function recordsTouchedBy(
  act: DecisionAct,
  decisions: readonly Decision[],
  { store, incidents }: Pick<Workspace, 'store'> & { readonly incidents: IncidentStore },
): Promise<readonly IncidentRecord[]> {
  const decision: Decision = { ...act, id: '', at: '', actor: '', reason: '' }
  const captures = new Set<string>()
  for (const text of textsOf(spreadDecisions([decision], [...decisions, decision])))
    for (const captureId of await capturesOfText({ store }, text)) captures.add(captureId)
  const reports = await incidents.reportsOfCaptures([...captures])
  const records: IncidentRecord[] = []
  for (const id of [...new Set(reports.map(({ incident }) => incident))].sort()) {
    const record = await incidents.incident(id)
    if (record !== null) records.push(record)
  }
  return records
}
