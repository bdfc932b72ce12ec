import type { Group } from '../../model/claim.ts'
import type { Sentence } from '../text/sentence.ts'

/**
 * Whether a word names people ("soldiers", "villager", "troops", "son"), also as part of a hyphenated word.
 *
 * @param lower the word in lower case
 */
export function isPersonNoun(lower: string): boolean {
  return lower === 'people'
}

/**
 * Whom a noun phrase counts (codebook, "Figures: who").
 *
 * @param sentence where it stands
 * @param tokenStart first token of the phrase (quantity and modifiers included)
 * @param tokenEnd one past its last token
 * @returns at least one group; `people` when the words say nothing closer
 */
export function classifyPeople(_sentence: Sentence, _tokenStart: number, _tokenEnd: number): readonly Group[] {
  return ['people']
}
