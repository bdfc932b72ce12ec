import type { Decision } from '../../model/decision.ts'
import type { RecordClaim } from '../../model/record.ts'
import { applyToClaims, onSameWords } from './apply-to-claims.ts'
import { findActive } from './find-active.ts'
import { redactClaims } from './redact-claims.ts'

/** Claims that are in no incident as people decided about them: without the rejected, corrected, words hidden. */
export function decideClaims(entries: readonly RecordClaim[], decisions: readonly Decision[]): readonly RecordClaim[] {
  const active = onSameWords(entries, findActive(decisions))
  return redactClaims(applyToClaims(entries, active).entries, active)
}
