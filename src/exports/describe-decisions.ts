import type { ClaimAnchor, Decision } from '../model/decision.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { ExportLevel } from './export-set.ts'
import { iriOf } from './iri-of.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'

/** Finds what decisions are about among exported incidents and their claims, which it is given one after the other. */
export class DecisionTargets {
  readonly #decisions: readonly Decision[]
  /** IRIs of claims by what decisions hold on to; of no others. */
  readonly #claims: ReadonlyMap<string, string[]>
  readonly #incidents = new Set<string>()

  /** @param decisions in the order in which they were taken */
  constructor(decisions: readonly Decision[]) {
    this.#decisions = decisions
    this.#claims = new Map(decisions.flatMap(claimOf).map((anchor) => [anchorKey(anchor), []]))
  }

  add({ incident, claims }: IncidentRecord): void {
    for (const id of [incident.id, ...incident.previousIds]) this.#incidents.add(id)
    if (this.#claims.size === 0) return
    for (const { entry } of claims) {
      const { kind, evidence, id } = entry.claim
      this.#claims
        .get(anchorKey({ ...evidence, kind, documentId: entry.documentId }))
        ?.push(iriOf('claim', entry.captureId, id))
    }
  }

  /** The decisions on them, each with the IRIs of what it is about; an undoing is about a decision that is among them. */
  found(): ReadonlyMap<Decision, readonly string[]> {
    const found = new Map<Decision, readonly string[]>()
    const told = new Set<string>()
    for (const decision of this.#decisions) {
      const used = [...new Set(this.#targetsOf(decision, told))]
      if (used.length === 0) continue
      told.add(decision.id)
      found.set(decision, used)
    }
    return found
  }

  #targetsOf(decision: Decision, told: ReadonlySet<string>): readonly string[] {
    const named = (ids: readonly string[]): string[] =>
      ids.filter((id) => this.#incidents.has(id)).map((id) => iriOf('incident', id))
    switch (decision.action) {
      case 'accept':
      case 'reject':
      case 'redact':
      case 'correct':
        return this.#claims.get(anchorKey(decision.claim)) ?? []
      case 'merge':
        return named(decision.incidents)
      case 'split':
        return named([decision.incident])
      case 'set-grade':
      case 'set-status':
        return named([decision.incident.id])
      case 'note':
        return 'founding' in decision.target
          ? named([decision.target.id])
          : (this.#claims.get(anchorKey(decision.target)) ?? [])
      case 'undo':
        return told.has(decision.decision) ? [iriOf('decision', decision.decision)] : []
    }
  }
}

/** The claim that a decision is about, or none. */
function claimOf(decision: Decision): readonly ClaimAnchor[] {
  if ('claim' in decision) return [decision.claim]
  return decision.action === 'note' && !('founding' in decision.target) ? [decision.target] : []
}

/**
 * The decisions on exported incidents and claims as activities (PROV-O). Who decided, why, and what was written is told at the
 * full level only; what was done to what, and when, always.
 */
export function describeDecisions(targets: DecisionTargets, level: ExportLevel): JsonNode[] {
  const nodes = new Map<string, JsonNode>()
  for (const [decision, used] of targets.found()) {
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
