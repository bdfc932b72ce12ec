import type { ClaimAnchor, Decision } from '../model/decision.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { ExportSet } from './export-set.ts'
import { iriOf } from './iri-of.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'

/**
 * The decisions on exported incidents and claims as activities (PROV-O). Who decided, why, and what was written is told at the
 * full level only; what was done to what, and when, always.
 */
export function describeDecisions(records: readonly IncidentRecord[], { decisions, level }: ExportSet): JsonNode[] {
  const incidents = new Set(records.flatMap(({ incident }) => [incident.id, ...incident.previousIds]))
  const claims = records.flatMap((record) => record.claims)
  const told = new Set<string>()
  const findClaims = (anchor: ClaimAnchor): string[] => {
    const found = claims.filter(
      ({ entry: { claim, documentId } }) =>
        documentId === anchor.documentId &&
        claim.kind === anchor.kind &&
        claim.evidence.start === anchor.start &&
        claim.evidence.end === anchor.end,
    )
    return found.map(({ entry }) => iriOf('claim', entry.captureId, entry.claim.id))
  }
  const findTargets = (decision: Decision): string[] => {
    const named = (ids: readonly string[]): string[] =>
      ids.filter((id) => incidents.has(id)).map((id) => iriOf('incident', id))
    switch (decision.action) {
      case 'accept':
      case 'reject':
      case 'redact':
      case 'correct':
        return findClaims(decision.claim)
      case 'merge':
        return named(decision.incidents)
      case 'split':
        return named([decision.incident])
      case 'set-grade':
      case 'set-status':
        return named([decision.incident.id])
      case 'note':
        return 'founding' in decision.target ? named([decision.target.id]) : findClaims(decision.target)
      case 'undo':
        return told.has(decision.decision) ? [iriOf('decision', decision.decision)] : []
    }
  }
  return decisions.flatMap((decision): JsonNode[] => {
    const used = [...new Set(findTargets(decision))]
    if (used.length === 0) return []
    told.add(decision.id)
    const { id, action, at, actor, reason } = decision
    const node = { id: iriOf('decision', id), type: ['prov:Activity', 'Decision'], action, endedAt: at, used }
    if (level === 'public') return [node]
    const agent = iriOf('actor', actor)
    return [
      omitNulls({ ...node, reason, note: action === 'note' ? decision.text : null, wasAssociatedWith: agent }),
      { id: agent, type: ['prov:Agent', 'Actor'], label: actor },
    ]
  })
}
