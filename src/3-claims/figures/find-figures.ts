import type { Sentence } from '../text/sentence.ts'
import type { FigureMention } from './figure-mention.ts'
import { readFigures } from './read-figures.ts'

/** Finds every casualty figure the sentences state, in reading order. */
export function findFigures(sentences: readonly Sentence[]): FigureMention[] {
  const mentions: FigureMention[] = []
  for (const sentence of sentences) mentions.push(...readFigures(sentence, mentions))
  return mentions
}
