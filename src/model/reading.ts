import type { AcledEvent, AcledSubEvent, Claim } from './claim.ts'
import type { Document } from './document.ts'
import type { Place } from './place.ts'
import type { When } from './when.ts'

export interface Actor {
  readonly role: 'perpetrator' | 'target'
  /** As written. */
  readonly name: string
  readonly kind: string
  /** How the document puts the actor's part: stated, blamed or denied. */
  readonly stance: 'asserted' | 'accused' | 'denied'
}

/** One document's account of one incident (codebook, "Incident report"). */
export interface IncidentReport {
  readonly id: string
  readonly type: { readonly event: AcledEvent; readonly subEvent: AcledSubEvent }
  readonly place: Place | null
  readonly when: When | null
  readonly actors: readonly Actor[]
  /** Ids of the claims that belong to it, in reading order. */
  readonly claims: readonly string[]
}

/** Whether the extractor covers the document's language; a document that is not covered has no claims and says so. */
export type Coverage = 'covered' | 'not-covered'

/** What one document claims (DESIGN, "Record contract"). */
export interface Reading {
  readonly schema: 'cairn/reading@1'
  readonly document: Document
  readonly coverage: Coverage
  readonly claims: readonly Claim[]
  readonly incidents: readonly IncidentReport[]
}
