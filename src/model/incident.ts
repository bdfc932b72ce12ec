import type { AcledEvent, AcledSubEvent, Group, Measure, Scope } from './claim.ts'
import type { Place } from './place.ts'
import type { Reading } from './reading.ts'
import type { Trace } from './trace.ts'
import type { When } from './when.ts'

/** A reading with where and when its document came in: what the later stages work on. */
export interface ReadDocument {
  readonly captureId: string
  /** When its capture was received: ISO 8601, UTC. The record as of a date knows what was received until then. */
  readonly receivedAt: string
  readonly reading: Reading
}

/** One incident report of one document, by their ids. */
export interface ReportRef {
  readonly captureId: string
  readonly reportId: string
}

/** One claim of one document, by their ids: two captures of the same text have claims of the same ids. */
export interface ClaimRef {
  readonly captureId: string
  readonly claimId: string
}

/** How a document's text comes from another's (codebook, "Origin"). */
export interface LineageLink {
  /** Capture of the later document. */
  readonly captureId: string
  /** Capture of the document it comes from. */
  readonly from: string
  /** `exact`: the same text; `copy`: cut or edited; `rewrite`: told anew with the same facts; `citation`: names the other as its source. */
  readonly kind: 'exact' | 'copy' | 'rewrite' | 'citation'
  /** Share of the shorter text that stands in the other, 0 to 1; null for a citation. */
  readonly containment: number | null
  readonly trace: readonly Trace[]
}

/** An independent root of information on one matter: claims of one claimant, or of one text and its copies (codebook, "Origin"). */
export interface Origin {
  readonly id: string
  /** The claimant by the registry's name, or as written where the registry has none; an outlet by its own name. */
  readonly claimant: string
  /** Side of the conflict that the claimant is a party to, or null. */
  readonly party: string | null
  /** Captures whose claims come from it, in the order of publication. */
  readonly documents: readonly string[]
  readonly claims: readonly string[]
  /** Why these are one. */
  readonly trace: readonly Trace[]
}

/** Rule by which one number is chosen where several are claimed (codebook, "One incident from many documents"). */
export type Policy = 'cairn' | 'acled' | 'airwars' | 'ucdp'

/** What is claimed of one harm to one group in an incident. */
export interface IncidentFigure {
  readonly measure: Measure
  readonly who: readonly Group[]
  readonly scope: Scope
  /** Smallest current lower bound; null when none is claimed. */
  readonly low: number | null
  /** Largest current upper bound; null when none is claimed or it is open. */
  readonly high: number | null
  readonly best: number | null
  readonly policy: Policy
  readonly lowClaim: string | null
  readonly highClaim: string | null
  readonly bestClaim: string | null
}

/** A change of a published value (codebook, "Record change"). */
export interface RecordChange {
  /** When it could be known: ISO 8601, UTC. */
  readonly at: string
  /** Path of the value, for example "killed people high" or "grade". */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  /** Claim or decision that caused it. */
  readonly cause: string | null
  /** Rule or person. */
  readonly by: string
  readonly reason: string
}

/** How well an incident is attested (codebook, "Grade"). */
export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted'
export type IncidentStatus = 'machine' | 'in_review' | 'reviewed' | 'finalised' | 'rejected'

export interface IncidentDocument {
  readonly id: string
  readonly captureId: string
  readonly sourceId: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  /** Capture of the document it was copied from, or null. */
  readonly copyOf: string | null
}

/** The record's belief about one moment in place and time (DESIGN, "Record contract"). */
export interface Incident {
  readonly schema: 'cairn/incident@1'
  readonly id: string
  readonly previousIds: readonly string[]
  readonly type: { readonly event: AcledEvent; readonly subEvent: AcledSubEvent }
  readonly place: Place | null
  readonly when: When | null
  readonly status: IncidentStatus
  readonly grade: { readonly value: Grade; readonly rules: readonly string[] }
  readonly figures: readonly IncidentFigure[]
  readonly origins: readonly Origin[]
  readonly documents: readonly IncidentDocument[]
  readonly history: readonly RecordChange[]
}
