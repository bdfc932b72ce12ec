import { DETERMINERS } from '../../../data/words/grammar-words.ts'
import { ORGANISATION_NAME_WORDS, ROLE_NOUNS, STATE_NAMES, TITLES } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import { isCapital, isTimeWord } from './classify-word.ts'

const MAX_NAME_WORDS = 5

/**
 * The fullest form of a person's name in the document: other capitalised words right before an occurrence of it.
 *
 * @returns null when the text holds no fuller form
 */
export function fullNameOf(name: string, sentences: readonly Sentence[], text: string): string | null {
  const words = name.toLowerCase().split(/[\s.]+/u)
  const last = words.at(-1)
  let best: string | null = null
  for (const sentence of sentences) {
    const { tokens } = sentence
    for (let at = 1; at < tokens.length; at++) {
      if (tokens[at]?.lower !== last || !isCapital(sentence, at)) continue
      let first = at
      while (first > 0 && at - first < MAX_NAME_WORDS && isGivenName(sentence, first - 1)) first--
      if (at - first + 1 <= words.length) continue
      const found = text.slice(tokens[first]?.start, tokens[at]?.end)
      if (found.length > (best?.length ?? name.length) && found.length < 60) best ??= found
    }
    if (best !== null) return best
  }
  return best
}

function isGivenName(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.kind !== 'word' || !isCapital(sentence, at) || isTimeWord(sentence, at)) return false
  const { lower } = token
  return !(
    TITLES.has(lower) ||
    ROLE_NOUNS.has(lower) ||
    ORGANISATION_NAME_WORDS.has(lower) ||
    STATE_NAMES.has(lower) ||
    /(?:ian|ish|ese)$/u.test(lower)
  )
}

/** "Syrian Democratic Forces (SDF)" for "SDF", when the text spells it out so; null otherwise. */
export function spelledOut(name: string, sentences: readonly Sentence[], text: string): string | null {
  if (!/^[A-Z][A-Za-z]{1,7}$/u.test(name) || name.slice(1) === name.slice(1).toLowerCase()) return null
  for (const sentence of sentences) {
    const { tokens } = sentence
    for (let at = 2; at < tokens.length - 1; at++) {
      if (tokens[at]?.text !== name || tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ')') continue
      let first = at - 2
      while (first > 0 && belongsToName(sentence, first - 1)) first--
      while (first < at - 2 && !isCapital(sentence, first)) first++
      if (!isCapital(sentence, first)) continue
      return text.slice(tokens[first]?.start, tokens[at + 1]?.end)
    }
  }
  return null
}

function belongsToName(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.kind !== 'word' || isTimeWord(sentence, at)) return false
  return (
    isCapital(sentence, at) ||
    ['of', 'for', 'and', 'the'].includes(token.lower) ||
    (!DETERMINERS.has(token.lower) && isCapital(sentence, at - 1) && isCapital(sentence, at + 1))
  )
}
