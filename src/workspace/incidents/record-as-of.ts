import type { Decision } from '../../model/decision.ts'
import type { Policy, ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { findActive, prepareRegistry, recordIncidents } from '../../pipeline.ts'
import { loadDecisions } from '../decisions/load-decisions.ts'
import { loadRegistry } from '../registry.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { readCaptures } from './load-documents.ts'

/**
 * The record as it could be known at a time: merged and counted from what was received and decided until then, and nothing
 * else. What was redacted since stays hidden.
 *
 * @param until ISO 8601, UTC; included
 */
export async function recordAsOf(
  workspace: Pick<Workspace, 'store'>,
  until: string,
  policy: Policy,
): Promise<IncidentRecord[]> {
  const documents: ReadDocument[] = []
  const producer = (await workspace.store.setting(PRODUCER_SETTING)) ?? ''
  // One by one, so that what came in later is not held.
  for await (const page of readCaptures(workspace, producer, null))
    for (const { document } of page) if (document !== null && document.receivedAt <= until) documents.push(document)
  return recordIncidents(documents, {
    policy,
    decisions: knownThen(await loadDecisions(workspace), until),
    registry: prepareRegistry(await loadRegistry(workspace)),
  })
}

/** What was decided until then, and what hides words today: what was taken out stays out, whenever it is looked at. */
function knownThen(decisions: readonly Decision[], until: string): readonly Decision[] {
  const hiding = new Set(findActive(decisions).filter(({ action }) => action === 'redact'))
  return decisions.filter((decision) => decision.at <= until || hiding.has(decision))
}
