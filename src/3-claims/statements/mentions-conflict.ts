import { CONFLICT_STEMS } from '../../../data/words/conflict-words.ts'
import type { Sentence } from '../text/sentence.ts'

/** Stems by their first three letters: no stem is shorter. */
const STEMS = byFirstLetters(CONFLICT_STEMS)

/** Whether any word of the sentence belongs to the vocabulary of conflict. */
export function mentionsConflict(sentence: Sentence): boolean {
  for (const { kind, lower } of sentence.tokens) {
    if (kind !== 'word') continue
    const stems = STEMS.get(keyOf(lower))
    if (stems !== undefined && stems.some((stem) => matches(lower, stem))) return true
  }
  return false
}

/** The first three letters as one number: no piece need be cut off the word to look it up. */
function keyOf(word: string): number {
  return (word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)) * 0x10000 + word.charCodeAt(2)
}

function matches(word: string, stem: string): boolean {
  return stem.endsWith('=') ? word === stem.slice(0, -1) : word.startsWith(stem)
}

function byFirstLetters(stems: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>()
  for (const stem of stems) {
    const key = keyOf(stem)
    const list = map.get(key)
    if (list === undefined) map.set(key, [stem])
    else list.push(stem)
  }
  return map
}
