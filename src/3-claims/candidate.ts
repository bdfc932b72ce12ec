import type { Attribution, ClaimKind, EventType, Figure } from '../model/claim.ts'
import type { Place } from '../model/place.ts'
import type { Span } from '../model/span.ts'
import type { Trace } from '../model/trace.ts'
import type { When } from '../model/when.ts'

/** A claim that a producer proposes. Only `verifyClaim` turns it into a `Claim`. */
export interface Candidate {
  readonly kind: ClaimKind
  readonly span: Span
  readonly sentence: Span
  readonly attribution: Attribution
  /** `subsetOf` stays null here: it is set once the whole has an id. */
  readonly figure: Figure | null
  readonly event: EventType | null
  readonly place: Place | null
  readonly when: When | null
  readonly confidence: number
  readonly producer: { readonly name: string; readonly version: string }
  readonly trace: readonly Trace[]
}

/** A candidate that broke a promise every claim must keep. */
export interface Rejection {
  readonly rejected: Candidate
  readonly reason:
    | 'span-outside-text'
    | 'empty-span'
    | 'number-not-in-quote'
    | 'claimant-not-in-text'
    | 'kind-mismatch'
    | 'bad-interval'
}
