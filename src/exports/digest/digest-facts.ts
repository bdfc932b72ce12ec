import type { Claim } from '../../model/claim.ts'
import type { Unreadable } from '../../model/document.ts'
import type { ClaimRef, Grade, IncidentStatus, ReadDocument } from '../../model/incident.ts'
import type { CumulativeSeries, IncidentRecord, Position } from '../../model/record.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import type { ExportLevel } from '../export-set.ts'

/** What a digest is asked for. */
export interface DigestRequest {
  /** First and last day, both included: YYYY-MM-DD. */
  readonly since: string
  readonly until: string
  /** Words in the name of a place, or null for everywhere. */
  readonly place: string | null
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null
}

/** A capture that no text could be read from. */
export interface UnreadCapture {
  readonly captureId: string
  readonly receivedAt: string
  readonly reason: Unreadable['reason']
}

/** What a digest is made of. */
export interface DigestSources {
  readonly records: readonly IncidentRecord[]
  readonly series: readonly CumulativeSeries[]
  readonly documents: readonly ReadDocument[]
  readonly unread: readonly UnreadCapture[]
  readonly level: ExportLevel
  /** Takes incidents along that nobody has reviewed, marked as such; else only reviewed and finalised ones. */
  readonly withUnreviewed: boolean
  readonly provenance: DigestProvenance
}

/** What a digest says about how it was made. */
export interface DigestProvenance {
  readonly codebook: string
  readonly extractor: string
  readonly policy: string
  /** ISO 639-1 codes of what is read. */
  readonly languages: readonly string[]
  /** When the last document was captured: ISO 8601, UTC; null when there is none. */
  readonly asOf: string | null
}

/** A claim as the digest may tell it: its claimant by role at the public level, its words at the full level only. */
export interface ToldClaim extends ClaimRef, Pick<Claim, 'kind' | 'figure'> {
  readonly claimant: string
  /** The carrier speaks in its own voice. */
  readonly isOwnVoice: boolean
  readonly party: string | null
  readonly stance: Claim['attribution']['stance']
  readonly hedges: readonly string[]
  /** When it was said: a day or a time; null when the source does not say. */
  readonly saidAt: string | null
  readonly receivedAt: string
  /** Of the capture it stands in: `sha256:` and hex. */
  readonly digest: string
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  /** UTF-16 units in the document's text, half-open. */
  readonly start: number
  readonly end: number
  readonly title: string | null
  readonly quote: string | null
  /** What stands before and after the words in their sentence; null below the full level. */
  readonly context: readonly [before: string, after: string] | null
}

/** One end of a range: one claim, or several of one claimant that the record adds up. */
export interface BoundFact {
  /** The sum that the record makes of the claims; null when there is one claim. */
  readonly sum: number | null
  readonly claims: readonly ToldClaim[]
}

/** What is claimed of one harm as a whole. */
export interface TollFact {
  readonly lowest: BoundFact | null
  readonly highest: BoundFact | null
  /** Current counts besides these, vague words among them. */
  readonly others: readonly ToldClaim[]
  /** What the policy chooses, when there is something to choose between. */
  readonly best: { readonly value: number; readonly policy: string; readonly claim: ToldClaim } | null
}

/** Counts that a claimant has since revised, and the one that stands. */
export interface RevisionFact {
  readonly earlier: readonly ToldClaim[]
  readonly now: ToldClaim
}

export interface PositionFact {
  readonly kind: Position['kind']
  readonly blamed: string | null
  readonly claim: ToldClaim
}

/** What was reported to have happened; a part that no claim supports is null. */
export interface SceneFact {
  readonly noun: string
  readonly place: Place | null
  readonly when: When | null
  readonly claims: readonly ToldClaim[]
}

export interface GradeFact {
  readonly value: Grade
  /** Rule id without what it found. */
  readonly rule: string
  /** How many independent origins the rule found; null for other rules. */
  readonly found: string | null
  readonly claims: readonly ToldClaim[]
}

/** How widely an incident was told: documents against independent origins. */
export interface SpreadFact {
  readonly documents: number
  readonly outlets: number
  readonly copies: number
  readonly origins: number
  /** The first claim of each origin. */
  readonly claims: readonly ToldClaim[]
}

/** One incident in a table. */
export interface IncidentRow {
  readonly id: string
  readonly label: string
  readonly status: IncidentStatus
  readonly isReviewed: boolean
  readonly grade: Grade
  readonly documents: number
  readonly origins: number
  /** When its first document was captured: ISO 8601, UTC. */
  readonly firstCapture: string
  readonly claims: readonly ToldClaim[]
}

/** One incident told in a paragraph. */
export interface DevelopmentFact extends IncidentRow {
  readonly scene: SceneFact
  readonly spread: SpreadFact
  readonly tolls: readonly TollFact[]
  readonly parts: readonly ToldClaim[]
  readonly revisions: readonly RevisionFact[]
  /** Denied and conditional counts. */
  readonly notCounted: readonly ToldClaim[]
  readonly positions: readonly PositionFact[]
  readonly graded: GradeFact
}

/** Published values that one claim or decision changed at one moment. */
export interface ChangeFact {
  readonly at: string
  readonly incident: IncidentRow
  /** "killed people", "grade". */
  readonly what: string
  /** Each with its name ("low") or "" and the values; null for none. */
  readonly values: readonly { readonly name: string; readonly before: string | null; readonly after: string | null }[]
  /** Id of the decision when a person caused it. */
  readonly decision: string | null
  readonly claims: readonly ToldClaim[]
}

/** Why something is disputed, and the claims that stand against each other. */
export interface DisputeFact {
  readonly incident: IncidentRow
  readonly rule: 'contested' | 'positions' | 'range' | 'finding'
  /** Rule id of a finding; null for the others. */
  readonly finding: string | null
  readonly positions: readonly PositionFact[]
  readonly claims: readonly ToldClaim[]
}

/** A series of totals with the points that are new in the period. */
export interface TotalFact {
  readonly place: Place | null
  readonly since: string | null
  readonly claims: readonly ToldClaim[]
}

/** What the digest does not know. */
export interface GapFacts {
  readonly days: number
  /** Runs of days without a document. */
  readonly emptyDays: readonly (readonly [first: string, last: string])[]
  readonly unread: readonly (readonly [reason: string, count: number])[]
  readonly documents: number
  /** Codes of languages that are not covered, with documents. */
  readonly uncovered: readonly (readonly [language: string | null, count: number])[]
  readonly oneOriginPlaces: readonly string[]
  readonly oneOriginOutlets: readonly string[]
  readonly undated: readonly IncidentRow[]
  readonly unplaced: readonly IncidentRow[]
  readonly partyOnly: readonly (IncidentRow & { readonly party: string })[]
}

/** What the digest is made of. */
export interface HeadFacts {
  readonly request: DigestRequest
  readonly level: ExportLevel
  readonly withUnreviewed: boolean
  readonly provenance: DigestProvenance
  readonly documents: number
  readonly outlets: number
  readonly origins: number
  readonly languages: readonly (readonly [language: string | null, count: number])[]
  readonly reviewed: number
  readonly unreviewed: number
}

/** All that a digest tells, each fact with its claims. */
export interface DigestFacts {
  readonly head: HeadFacts
  readonly developments: readonly DevelopmentFact[]
  readonly otherIncidents: readonly IncidentRow[]
  /** Incidents whose dates touch the period and reach beyond it. */
  readonly beyond: readonly IncidentRow[]
  readonly newIncidents: readonly IncidentRow[]
  /** Incidents of the period whose first document was captured after it. */
  readonly capturedLater: number
  readonly changes: readonly ChangeFact[]
  readonly revisions: readonly (RevisionFact & { readonly incident: IncidentRow })[]
  readonly disputes: readonly DisputeFact[]
  readonly totals: readonly TotalFact[]
  readonly gaps: GapFacts
}
