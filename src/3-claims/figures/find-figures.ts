import type { Sentence } from '../text/sentence.ts'
import type { FigureMention } from './figure-mention.ts'

/** Finds every casualty figure the sentences state, in reading order. */
export function findFigures(_sentences: readonly Sentence[]): FigureMention[] {
  return []
}
