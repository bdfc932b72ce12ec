import { FIRST_NAMES } from '../../../data/words/first-names.ts'
import type { EventMention } from '../events/event-mention.ts'

/** Whom a deed on persons was done to, as far as the words tell one victim from another. */
export interface Victim {
  /** `named`: "the cattleman Juan Perez"; `described`: "a judge". */
  readonly kind: 'named' | 'described'
  /** The words of the phrase in lower case, without articles. */
  readonly words: ReadonlySet<string>
}

/** Deeds that single persons out; what else kills or wounds may strike many at once. */
const SINGLING_RULE = /^events\/(?:murder|abduction)-verb$/u
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'another'])
const SMALL_WORDS: ReadonlySet<string> = new Set(['the', 'and', 'his', 'her', 'del', 'los', 'las', 'another'])
/** The longest phrase that is looked at, in UTF-16 units. */
const MAX_UNITS = 120

/** The victim of a murder or an abduction told by a verb; null when the phrase leaves open who it is ("the man", "them"). */
export function readVictim({ rule, target }: EventMention, text: string): Victim | null {
  if (target === null || target.end - target.start > MAX_UNITS || !SINGLING_RULE.test(rule)) return null
  const words = text
    .slice(target.start, target.end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const isNamed = words.some((word, i) => FIRST_NAMES.has(word) && i + 1 < words.length)
  if (!isNamed && !INDEFINITE.has(words[0] ?? '')) return null
  return {
    kind: isNamed ? 'named' : 'described',
    words: new Set(words.filter((word) => word.length > 2 && !SMALL_WORDS.has(word))),
  }
}

/** Whether two victims are told in the same way and share no word: two persons. */
export function areTwo(a: Victim, b: Victim): boolean {
  if (a.kind !== b.kind) return false
  for (const word of a.words) if (b.words.has(word)) return false
  return true
}
