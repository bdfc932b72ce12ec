import { CONFLICT_STEMS } from '../../../data/words/conflict-words.ts'
import type { Sentence } from '../text/sentence.ts'
import { tabulate } from '../text/word-table.ts'

/** Stems are looked up by this many first letters. */
const KEY_UNITS = 3
const STEMS = byFirstLetters(CONFLICT_STEMS)

const isOfConflict = tabulate((lower) =>
  Number(STEMS.get(lower.slice(0, KEY_UNITS))?.some((stem) => matches(lower, stem)) ?? false),
)

/** Whether any word of the sentence belongs to the vocabulary of conflict. */
export function mentionsConflict(sentence: Sentence): boolean {
  return sentence.tokens.some((token) => isOfConflict(token) !== 0)
}

function matches(word: string, stem: string): boolean {
  return stem.endsWith('=') ? word === stem.slice(0, -1) : word.startsWith(stem)
}

function byFirstLetters(stems: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const stem of stems) {
    const key = stem.slice(0, KEY_UNITS)
    const list = map.get(key)
    if (list === undefined) map.set(key, [stem])
    else list.push(stem)
  }
  return map
}
