import type { ClaimFilter, DocumentFilter } from '../../src/ports/record-store.ts'

/** Filters that keep everything. */
export const ALL_CLAIMS: ClaimFilter = {
  kind: null,
  measure: null,
  who: null,
  stance: null,
  scope: null,
  claimant: null,
  place: null,
  country: null,
  from: null,
  to: null,
  outlet: null,
  text: null,
  document: null,
}
export const ALL_DOCUMENTS: DocumentFilter = { outlet: null, language: null, from: null, to: null, text: null }
