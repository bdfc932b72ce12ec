import type { AcledSubEvent, ClaimKind, Figure, Stance } from './claim.ts'
import type { Grade, IncidentStatus, ReportRef } from './incident.ts'

/**
 * A claim by where its words stand: survives a new reading, which may give the claim another id. The words themselves are
 * not kept, as a redaction must not keep what it hides; their digest is the check.
 */
export interface ClaimAnchor {
  /** Digest of the document's text (`Document.id`). */
  readonly documentId: string
  readonly start: number
  readonly end: number
  readonly kind: ClaimKind
  /** SHA-256 of the evidence's exact words (UTF-8), hex. */
  readonly quoteSha256: string
}

/** An incident report by one of its claims: now the report that holds this claim, in every capture of the text. */
export type ReportAnchor = ClaimAnchor

/** An incident by the id it had when it was decided about, and by the report that it was named after. */
export interface IncidentAnchor {
  readonly id: string
  readonly founding: ReportAnchor
}

/** What a person may put right in a claim: only the fields given change. */
export interface ClaimCorrection {
  readonly figure?: Partial<Pick<Figure, 'measure' | 'low' | 'high' | 'approx' | 'vague' | 'who' | 'scope'>>
  readonly claimant?: string
  readonly stance?: Stance
  readonly subEvent?: AcledSubEvent
}

/** What a decision does and to what (codebook, "Decision"). */
export type DecisionAct =
  | { readonly action: 'accept' | 'reject' | 'redact'; readonly claim: ClaimAnchor }
  | { readonly action: 'correct'; readonly claim: ClaimAnchor; readonly correction: ClaimCorrection }
  | {
      readonly action: 'merge'
      /** Ids as they were. */
      readonly incidents: readonly string[]
      /** For each incident all its reports, the founding one first. */
      readonly reports: readonly (readonly ReportAnchor[])[]
    }
  | {
      readonly action: 'split'
      /** Id as it was. */
      readonly incident: string
      /** Each part is another incident, and so is the rest. */
      readonly parts: readonly (readonly ReportAnchor[])[]
      readonly rest: readonly ReportAnchor[]
    }
  | { readonly action: 'set-grade'; readonly incident: IncidentAnchor; readonly grade: Grade }
  | { readonly action: 'set-status'; readonly incident: IncidentAnchor; readonly status: IncidentStatus }
  | { readonly action: 'note'; readonly target: ClaimAnchor | IncidentAnchor; readonly text: string }
  | { readonly action: 'undo'; readonly decision: string }

/** What a person did to the record: append-only, with actor and reason. */
export type Decision = DecisionAct & {
  readonly id: string
  /** ISO 8601, UTC, with milliseconds; later than every decision before it. */
  readonly at: string
  readonly actor: string
  readonly reason: string
}

/** A person's word on two reports: the same incident, or two. What merges and splits come down to. */
export interface LinkDecision {
  readonly kind: 'together' | 'apart'
  readonly a: ReportRef
  readonly b: ReportRef
}

/** A decision as it lies in the workspace. */
export interface StoredDecision {
  readonly decision: Decision
  /** The line of the decisions file: exactly the bytes (UTF-8) that were hashed. */
  readonly json: string
  /** SHA-256 of `json`, hex: as in the custody log. */
  readonly sha256: string
  /** Byte behind its line in the decisions file, the line break included. */
  readonly fileEnd: number
  /** Position of its entry in the custody log. */
  readonly custodyIndex: number
}
