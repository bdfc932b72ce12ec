import type { ReadDocument, RecordChange } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { findIncident, isRefusal } from '../../workspace/decisions/find-target.ts'
import { loadHidden, type WorkspaceHiding } from '../../workspace/decisions/load-hidden.ts'
import { loadDocumentsOf } from '../../workspace/incidents/load-documents.ts'
import { recordsBy } from '../../workspace/incidents/record-of.ts'
import { PRODUCER_SETTING } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { HistoryOptions } from '../program/add-decision-commands.ts'
import { typedWords } from '../terminal/clean-text.ts'
import { type ExplainedChange, showChanges } from '../terminal/show-changes.ts'
import { openRecord } from './open-record.ts'
import { printList } from './print-list.ts'
import { tellRefusal } from './refusal.ts'

/** `cairn history`: every change of an incident's published values, with the words or the decision that caused it. */
export async function runHistory(prefix: string, options: HistoryOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  try {
    const kept = await findIncident(record.incidents, prefix)
    if (isRefusal(kept)) return tellRefusal(kept)
    const found = await (await recordsBy(record.workspace, record.incidents, options.policy))(kept)
    const wanted = typedWords(options.field)?.toLowerCase() ?? ''
    const since = options.since ?? ''
    const changes = found.incident.history.filter(
      ({ at, field }) => at >= since && field.toLowerCase().includes(wanted),
    )
    const producer = (await record.workspace.store.setting(PRODUCER_SETTING)) ?? ''
    const captures = new Set(found.incident.documents.map(({ captureId }) => captureId))
    const documents = await loadDocumentsOf(record.workspace, producer, captures)
    const hiding = await loadHidden(record.workspace)
    const explained = await Promise.all(changes.map((change) => explainChange(change, found, documents, hiding)))
    const count = await printList(explained, options, { toJson: (change) => change, show: showChanges })
    if (count > 0) return EXIT.ok
  } finally {
    await record.close()
  }
  process.stderr.write('cairn: no change matches.\n')
  return EXIT.notFound
}

/** A change with the claim or the decision that caused it. */
async function explainChange(
  change: RecordChange,
  { decisions }: IncidentRecord,
  documents: readonly ReadDocument[],
  hiding: WorkspaceHiding,
): Promise<ExplainedChange> {
  const { cause } = change
  const taken = decisions.find(({ decision }) => decision.id === cause)
  const decision = taken === undefined ? null : { id: taken.decision.id, action: taken.decision.action }
  const isClaim = decision === null && cause !== null
  return { ...change, claim: isClaim ? await findCause(cause, documents, hiding) : null, decision }
}

async function findCause(
  id: string,
  documents: readonly ReadDocument[],
  hiding: WorkspaceHiding,
): Promise<ExplainedChange['claim']> {
  for (const { captureId, reading } of documents) {
    const claim = reading.claims.find((one) => one.id === id)
    if (claim === undefined) continue
    const { exact } = claim.evidence
    const shown = await hiding.claim(claim, { captureId, documentId: reading.document.id })
    const { claimant } = claim.attribution
    const { outlet } = reading.document
    return {
      id,
      quote: shown.evidence.exact === exact ? exact : null,
      claimant: claimant.kind === 'outlet' ? (outlet ?? 'the outlet itself') : claimant.name,
      outlet,
      captureId,
    }
  }
  return null
}
