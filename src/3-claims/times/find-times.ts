import type { Document } from '../../model/document.ts'
import type { Sentence } from '../text/sentence.ts'
import type { TimeIndex } from './time-index.ts'

/** Finds and normalises the time expressions of the document; news is about the past (codebook, "Where and when"). */
export function findTimes(_sentences: readonly Sentence[], _document: Document): TimeIndex {
  return { mentions: [], whenOf: () => null, periodOf: () => null }
}
