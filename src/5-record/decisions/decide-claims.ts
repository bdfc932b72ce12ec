import type { Decision } from '../../model/decision.ts'
import type { Document } from '../../model/document.ts'
import type { RecordClaim } from '../../model/record.ts'
import { applyToClaims, onSameWords } from './apply-to-claims.ts'
import { findActive } from './find-active.ts'
import { findHidden, redactClaims } from './redact-claims.ts'

/** Claims that are in no incident as people decided about them: without the rejected, corrected, words hidden. */
export function decideClaims(
  entries: readonly RecordClaim[],
  decisions: readonly Decision[],
  documents: readonly Pick<Document, 'id' | 'text'>[],
): readonly RecordClaim[] {
  const inForce = findActive(decisions)
  return redactClaims(applyToClaims(entries, onSameWords(entries, inForce)).entries, findHidden(inForce, documents))
}
