import type { ClaimAnchor, Decision } from '../model/decision.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { ExportSet } from './export-set.ts'
import { iriOf } from './iri-of.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'

/**
 * The decisions on incidents and their claims, each with the IRIs of what it is about; an undoing is about a decision that is
 * among them.
 */
export function findDecisionsOn(
  records: readonly IncidentRecord[],
  decisions: readonly Decision[],
): ReadonlyMap<Decision, readonly string[]> {
  const incidents = new Set(records.flatMap(({ incident }) => [incident.id, ...incident.previousIds]))
  const claims = new Map<string, string[]>()
  for (const { entry } of records.flatMap((record) => record.claims)) {
    const { kind, evidence, id } = entry.claim
    const key = anchorKey({ ...evidence, kind, documentId: entry.documentId })
    claims.set(key, [...(claims.get(key) ?? []), iriOf('claim', entry.captureId, id)])
  }
  const told = new Set<string>()
  const findClaims = (anchor: ClaimAnchor): readonly string[] => claims.get(anchorKey(anchor)) ?? []
  const findTargets = (decision: Decision): readonly string[] => {
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
  const found = new Map<Decision, readonly string[]>()
  for (const decision of decisions) {
    const used = [...new Set(findTargets(decision))]
    if (used.length === 0) continue
    told.add(decision.id)
    found.set(decision, used)
  }
  return found
}

/**
 * The decisions on exported incidents and claims as activities (PROV-O). Who decided, why, and what was written is told at the
 * full level only; what was done to what, and when, always.
 */
export function describeDecisions(records: readonly IncidentRecord[], { decisions, level }: ExportSet): JsonNode[] {
  const nodes = new Map<string, JsonNode>()
  for (const [decision, used] of findDecisionsOn(records, decisions)) {
    const { id, action, at, actor, reason } = decision
    const node = { id: iriOf('decision', id), type: ['prov:Activity', 'Decision'], action, endedAt: at, used }
    if (level === 'public') {
      nodes.set(node.id, node)
      continue
    }
    const agent = iriOf('actor', actor)
    const note = action === 'note' ? decision.text : null
    nodes.set(node.id, omitNulls({ ...node, reason, note, wasAssociatedWith: agent }))
    nodes.set(agent, { id: agent, type: ['prov:Agent', 'Actor'], label: actor })
  }
  return [...nodes.values()]
}

function anchorKey({ documentId, kind, start, end }: Omit<ClaimAnchor, 'quoteSha256'>): string {
  return `${documentId} ${kind} ${start} ${end}`
}
