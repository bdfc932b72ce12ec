import { reviewDecisions, type ReviewedDecision } from '../../pipeline.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { findIncident, isRefusal } from '../../workspace/decisions/find-target.ts'
import { type DecidedDocuments, loadDecided } from '../../workspace/decisions/load-decided.ts'
import { PRODUCER_SETTING } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { DecisionListOptions } from '../program/add-decision-commands.ts'
import { showDecisions } from '../terminal/show-decisions.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { printList } from './print-list.ts'
import { tellRefusal } from './refusal.ts'

/** `cairn decisions`: what people decided, whether it is in force, and whether it still holds on to something. */
export async function runDecisions(options: DecisionListOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  try {
    const producer = (await record.workspace.store.setting(PRODUCER_SETTING)) ?? ''
    const decided = await loadDecided(record.workspace, producer)
    const { incident: prefix, claim } = options
    const incident = prefix === undefined ? null : await findIncident(record.incidents, prefix)
    if (incident !== null && isRefusal(incident)) return tellRefusal(incident)
    const reviewed = (await review(record, decided)).filter(
      (one) =>
        (incident === null || concerns(one, incident)) &&
        (claim === undefined || one.claims.some((own) => own.startsWith(claim))) &&
        (options.conflicts !== true || one.conflicts.length > 0),
    )
    const count = await printList(reviewed, options, { toJson: decisionToJson, show: showDecisions })
    if (count > 0) return EXIT.ok
  } finally {
    await record.close()
  }
  process.stderr.write('cairn: no decision matches.\n')
  return EXIT.notFound
}

async function review(
  { incidents }: OpenRecord,
  { decisions, prepared }: DecidedDocuments,
): Promise<readonly ReviewedDecision[]> {
  const known = new Set<string>()
  for (const id of new Set(decisions.flatMap(incidentsNamed)))
    if ((await incidents.incident(id)) !== null) known.add(id)
  return reviewDecisions(decisions, prepared.anchors, (id) => known.has(id))
}

function incidentsNamed(decision: DecidedDocuments['decisions'][number]): readonly string[] {
  if (decision.action === 'set-grade' || decision.action === 'set-status') return [decision.incident.id]
  return decision.action === 'note' && 'founding' in decision.target ? [decision.target.id] : []
}

/** About the incident or its claims, or lost on the way to one of them. */
function concerns({ decision, conflicts }: ReviewedDecision, { decisions, findings }: IncidentRecord): boolean {
  const shown = new Set(findings.map(({ message }) => message))
  return (
    decisions.some((taken) => taken.decision.id === decision.id) || conflicts.some(({ message }) => shown.has(message))
  )
}

function decisionToJson({ decision, isInForce, claims, conflicts }: ReviewedDecision): object {
  return { schema: 'cairn/decision@1', ...decision, isInForce, claims, conflicts }
}
