import { createHash } from 'node:crypto'

import type { ClaimantKind } from '../model/claim.ts'
import type { IncidentRecord, RecordClaim } from '../model/record.ts'
import type { ExportLevel } from './export-set.ts'
import { iriOf } from './iri-of.ts'
import { protectClaimant } from './protect-record.ts'

/** Somebody who says something, as an agent of the graph. */
export interface Agent {
  readonly id: string
  readonly label: string
  readonly kind: ClaimantKind
  readonly party: string | null
}

/**
 * The agents behind the claims of an incident, by the record's names of the claimants.
 *
 * Who leaves by name has one IRI in every incident. Whose name is held back has one for each incident, by a number: it keeps two
 * governors apart and leads nobody to their names, as a digest of the name would.
 */
export function nameAgents({ incident, claims }: IncidentRecord, level: ExportLevel): ReadonlyMap<string, Agent> {
  const agents = new Map<string, Agent>()
  for (const { entry } of claims) {
    if (agents.has(entry.claimant)) continue
    const label = protectClaimant(entry, level)
    const isNamed = label === entry.claimant
    const digest = createHash('sha256').update(label).digest('hex').slice(0, 16)
    const id = isNamed ? iriOf('claimant', digest) : iriOf('claimant', incident.id, String(agents.size + 1))
    agents.set(entry.claimant, { id, label, kind: kindOf(entry), party: entry.party })
  }
  return agents
}

function kindOf({ claim }: RecordClaim): ClaimantKind {
  return claim.attribution.claimant.kind
}
