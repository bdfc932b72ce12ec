import type { AcledSubEvent, ClaimKind, Figure } from './claim.ts'
import type { Grade, IncidentStatus, ReportRef } from './incident.ts'

/** A claim by its words: survives a new reading, which may give the claim another id. The quote is the check. */
export interface ClaimAnchor {
  /** Digest of the document's text (`Document.id`). */
  readonly documentId: string
  readonly start: number
  readonly end: number
  readonly kind: ClaimKind
  /** The evidence's exact words. */
  readonly quote: string
}

/** What a person may put right in a claim: only the fields given change. */
export interface ClaimCorrection {
  readonly figure?: Partial<Pick<Figure, 'measure' | 'low' | 'high' | 'approx' | 'vague' | 'who' | 'scope'>>
  readonly claimant?: string
  readonly stance?: 'asserted' | 'accused' | 'denied' | 'conditional'
  readonly subEvent?: AcledSubEvent
}

/** What a decision does and to what (codebook, "Decision"). */
export type DecisionAct =
  | { readonly action: 'accept' | 'reject' | 'redact'; readonly claim: ClaimAnchor }
  | { readonly action: 'correct'; readonly claim: ClaimAnchor; readonly correction: ClaimCorrection }
  /** The first incident keeps its id; the others' ids become previous ids of it. */
  | { readonly action: 'merge'; readonly incidents: readonly string[] }
  /** Each part becomes an incident of its own; reports of no part stay with the incident's id. */
  | { readonly action: 'split'; readonly incident: string; readonly parts: readonly (readonly ReportRef[])[] }
  | { readonly action: 'set-grade'; readonly incident: string; readonly grade: Grade }
  | { readonly action: 'set-status'; readonly incident: string; readonly status: IncidentStatus }
  | { readonly action: 'note'; readonly target: ClaimAnchor | string; readonly text: string }
  | { readonly action: 'undo'; readonly decision: string }

/** What a person did to the record: append-only, with actor and reason. */
export type Decision = DecisionAct & {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly actor: string
  readonly reason: string
}
