import { DETERMINERS, NUMBER_WORDS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { BARE_SOURCES } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import { isCapital, isSourceModifier, isSourceNoun, isTimeWord, WORD, wordOf } from './classify-word.ts'
import {
  ADJECTIVAL,
  bracketBefore,
  INNER_PREPOSITIONS,
  isAbbreviated,
  isBreak,
  MAX_PHRASE_TOKENS,
  MAX_UNKNOWN_WORDS,
  type TokenRange,
} from './source-phrase.ts'

/** One noun phrase, going left from its last token. */
export function phraseBack(sentence: Sentence, last: number, floor: number): TokenRange | null {
  const { tokens } = sentence
  const head = tokens[last]
  if (head === undefined || last < floor) return null
  if (SUBJECT_PRONOUNS.has(head.lower)) return { first: last, last }
  if (isBreak(head) && head.text !== ')') return null
  const isBare = BARE_SOURCES.has(head.lower)
  let first = -1
  let unknown = 0
  let at = last
  while (at >= floor && last - at < MAX_PHRASE_TOKENS) {
    const token = tokens[at]
    if (token === undefined) break
    const { lower } = token
    if (token.text === ')') {
      const open = bracketBefore(tokens, at)
      if (open < floor) break
      if (first === -1) first = open
      at = open - 1
      continue
    }
    if (token.text === '-' && tokens[at - 1]?.kind === 'number' && tokens[at - 1]?.end === token.start) {
      at -= 2
      continue
    }
    if (token.text === '.' && isAbbreviated(tokens[at - 1], tokens[at + 1])) {
      at--
      continue
    }
    if (token.kind === 'clitic' && lower === "'s") {
      unknown = 0
      at--
      continue
    }
    if (token.text === "'" || token.text === '’') {
      if (tokens[at - 1]?.end !== token.start) break
      at--
      continue
    }
    if (token.kind === 'number' && tokens[at + 1]?.start === token.end && tokens[at + 1]?.kind === 'word') {
      at--
      continue
    }
    if (token.kind === 'number') {
      if (at < last && isBare && first === at + 1 && !isCapital(sentence, at + 1)) first = at
      break
    }
    if (token.kind !== 'word') break
    if (isTimeWord(sentence, at)) break
    if (lower === 'that') break
    const word = wordOf(token)
    if ((word & WORD.determiner) !== 0) {
      if (at === last) return null
      first = at
      const crossing = crossPreposition(sentence, at - 1, floor)
      if (crossing === -1) break
      at = crossing
      unknown = 0
      continue
    }
    if ((word & WORD.preposition) !== 0) {
      if (at === last) return null
      const crossing = first === at + 1 ? crossPreposition(sentence, at, floor) : -1
      if (crossing === -1) break
      at = crossing
      unknown = 0
      continue
    }
    if (lower === 'and' || lower === 'or') {
      if (first !== at + 1 || !joinsSources(sentence, at)) break
      at--
      continue
    }
    if ((word & WORD.endsPhrase) !== 0 && !(lower === 'may' && isCapital(sentence, at))) break
    if ((word & WORD.pronoun) !== 0) break
    if (isCapital(sentence, at)) {
      first = at
      unknown = 0
    } else {
      if ((word & WORD.adverb) !== 0) break
      const known = (word & WORD.sourceModifier) !== 0
      if (isCapital(sentence, at + 1) && first === at + 1) {
        if (!known) break
        first = at
      } else if (known) {
        if (NUMBER_WORDS.has(lower)) {
          first = at
          const crossing = crossPreposition(sentence, at - 1, floor)
          if (crossing === -1) break
          at = crossing
          continue
        }
        if (at === last ? (word & WORD.sourceNoun) !== 0 : first === at + 1) first = at
      } else {
        if (isBare || ++unknown > MAX_UNKNOWN_WORDS) break
        if (lower.endsWith('ed') && !ADJECTIVAL.has(lower) && !DETERMINERS.has(tokens[at - 1]?.lower ?? '')) break
        if (sentence.isUpperCase && unknown <= 2) first = at
      }
    }
    at--
  }
  return first === -1 ? null : { first, last }
}

/** Whether the preposition at `at` ties what follows to a source noun before it; returns the index of that noun or -1. */
function crossPreposition(sentence: Sentence, at: number, floor: number): number {
  const preposition = sentence.tokens[at]
  const before = sentence.tokens[at - 1]
  if (preposition === undefined || before === undefined || at - 1 < floor) return -1
  if (!INNER_PREPOSITIONS.has(preposition.lower)) return -1
  if (before.kind === 'clitic' || before.kind === 'punct') return -1
  if (isTimeWord(sentence, at - 1)) return -1
  const isName = isCapital(sentence, at - 1)
  if ((wordOf(before) & WORD.sourceNoun) !== 0) return at - 1
  if (preposition.lower === 'of' && (isName || NUMBER_WORDS.has(before.lower))) return at - 1
  return isName &&
    (preposition.lower === 'for' || preposition.lower === 'in') &&
    sourceStandsBefore(sentence, at - 1, floor)
    ? at - 1
    : -1
}

/** Whether going on left over names and prepositions reaches a source noun ("activists in the port district of Northport", "Watch for Rights"). */
function sourceStandsBefore(sentence: Sentence, from: number, floor: number): boolean {
  for (let at = from; at >= Math.max(floor, from - 8); at--) {
    const token = sentence.tokens[at]
    if (token === undefined || token.kind !== 'word' || isTimeWord(sentence, at)) return false
    if ((wordOf(token) & WORD.sourceNoun) !== 0) return true
    if (
      !isCapital(sentence, at) &&
      !DETERMINERS.has(token.lower) &&
      !INNER_PREPOSITIONS.has(token.lower) &&
      !PLACE_NOUNS.has(token.lower)
    )
      return false
  }
  return false
}

const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'district neighbourhood neighborhood suburb area camp village outskirts countryside province city town region north south east west'.split(
    ' ',
  ),
)

/** Whether "and" at `at` joins two sources and not two clauses. */
function joinsSources(sentence: Sentence, at: number): boolean {
  const before = sentence.tokens[at - 1]
  if (before === undefined || before.kind !== 'word' || isTimeWord(sentence, at - 1)) return false
  if (isSourceNoun(before.lower)) return true
  if (isCapital(sentence, at - 1)) return isCapital(sentence, at + 1)
  return isSourceModifier(before.lower) && isSourceModifier(sentence.tokens[at + 1]?.lower ?? '')
}
