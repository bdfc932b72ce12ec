import type { Decision } from '../../model/decision.ts'
import type { Document } from '../../model/document.ts'
import { findHiddenSpans, hiddenIn, type HiddenWords, hideInClaim } from '../../model/hidden-words.ts'
import type { RecordClaim } from '../../model/record.ts'

/** What people hid, by the digest of the text. */
export type HiddenByText = ReadonlyMap<string, HiddenWords>

/**
 * What is hidden of the texts of these documents.
 *
 * @param active decisions in force; a redaction holds for its text also where no claim stands on its words any more
 */
export function findHidden(
  active: readonly Decision[],
  documents: readonly Pick<Document, 'id' | 'text'>[],
): HiddenByText {
  const spans = findHiddenSpans(active)
  if (spans.size === 0) return new Map()
  return new Map(
    documents.flatMap(({ id, text }) => (spans.has(id) ? [[id, hiddenIn(text, spans.get(id) ?? [])]] : [])),
  )
}

/**
 * Takes the words of redacted claims out of everything that quotes them: the claims themselves, and of other claims the
 * stretch that overlaps with them, in the quote or in its context. Numbers stay.
 */
export function redactClaims(entries: readonly RecordClaim[], hidden: HiddenByText): readonly RecordClaim[] {
  if (hidden.size === 0) return entries
  return entries.map((entry) => {
    const own = hidden.get(entry.documentId)
    return own === undefined ? entry : { ...entry, claim: hideInClaim(entry.claim, own) }
  })
}
