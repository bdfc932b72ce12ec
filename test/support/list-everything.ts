import type { DocumentFilter } from '../../src/ports/record-store.ts'

/** Keeps every document. */
export const ALL_DOCUMENTS: DocumentFilter = { outlet: null, language: null, from: null, to: null, text: null }
