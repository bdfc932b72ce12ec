import type { Document } from '../../model/document.ts'
import type { Sentence } from '../text/sentence.ts'
import type { AttributionIndex } from './attribution-index.ts'

/** Finds who says what in the document, resolving pronouns, short forms and quotations that run over sentences. */
export function findAttributions(_sentences: readonly Sentence[], _document: Document): AttributionIndex {
  return {
    frames: [],
    attributionOf: () => ({
      claimant: { kind: 'outlet', name: 'outlet', role: null, affiliation: null },
      cue: null,
      stance: 'asserted',
      hedges: [],
      relay: [],
    }),
  }
}
