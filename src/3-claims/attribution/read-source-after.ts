import { AUXILIARIES, FINITE_VERBS, DETERMINERS, PREPOSITIONS } from '../../../data/words/grammar-words.ts'
import { BARE_SOURCES } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isCapital, isSourceModifier, isSourceNoun, isTimeWord, WORD, wordOf } from './classify-word.ts'
import {
  ADJECTIVAL,
  bracketAfter,
  INNER_PREPOSITIONS,
  isAbbreviated,
  isComma,
  MAX_APPOSITION_TOKENS,
  MAX_PHRASE_TOKENS,
  MAX_UNKNOWN_WORDS,
  type TokenRange,
} from './source-phrase.ts'

/**
 * The phrase of the source that stands after a reporting verb ("said the governor") or "according to", going right from `first`.
 *
 * @returns null when what stands there cannot be a source
 */
export function readSourceAfter(sentence: Sentence, first: number): TokenRange | null {
  const { tokens } = sentence
  if (sentence.tokens[first]?.lower === 'that') return null
  let last = -1
  let seenName = false
  let seenHead = false
  let unknown = 0
  let at = first
  for (; at < tokens.length && at - first < MAX_PHRASE_TOKENS; at++) {
    const token = tokens[at]
    if (token === undefined) break
    const { lower } = token
    const begins = at === first || last === at - 1
    const word = wordOf(token)
    if ((word & WORD.pronoun) !== 0) return at === first ? { first, last: at } : finish()
    if (token.kind === 'clitic') {
      if (lower !== "'s") break
      seenHead = false
      seenName = false
      continue
    }
    if (token.text === '.' && isAbbreviated(tokens[at - 1], tokens[at + 1])) continue
    if (token.text === '(') {
      const close = bracketAfter(tokens, at)
      if (close === -1 || close - at > 6) break
      last = close
      at = close
      continue
    }
    if (
      (token.text === "'" || token.text === '’') &&
      tokens[at - 1]?.end === token.start &&
      tokens[at + 1]?.kind === 'word'
    )
      continue
    if (token.kind === 'number') {
      if (at !== first) break
      continue
    }
    if (token.text === '-' && tokens[at + 1]?.start === token.end && at > first) continue
    if (token.kind === 'word' && isTimeWord(sentence, at) && at > first && isSourceNoun(tokens[at + 1]?.lower ?? ''))
      continue
    if (token.kind !== 'word' || isTimeWord(sentence, at)) break
    if ((word & WORD.determiner) !== 0) {
      if (at !== first) break
      continue
    }
    if ((word & WORD.preposition) !== 0) {
      if (!begins || at === first || !INNER_PREPOSITIONS.has(lower)) break
      const next = tokens[at + 1]
      if (next === undefined || isTimeWord(sentence, at + 1)) break
      const previous = tokens[at - 1]?.lower ?? ''
      const ties = lower === 'of' || isSourceNoun(previous) || (lower === 'for' && seenName)
      if (!ties || (isTimeWord(sentence, at + 2) && DETERMINERS.has(next.lower))) break
      if (DETERMINERS.has(next.lower)) at++
      seenHead = false
      seenName = false
      unknown = 0
      continue
    }
    if (lower === 'and' || lower === '&') {
      const next = tokens[at + 1]?.lower ?? ''
      if (!begins || !(isCapital(sentence, at + 1) || isSourceModifier(next) || DETERMINERS.has(next))) break
      if (
        DETERMINERS.has(next) &&
        !isSourceNoun(tokens[at + 2]?.lower ?? '') &&
        !isSourceNoun(tokens[at + 3]?.lower ?? '')
      )
        break
      if (DETERMINERS.has(next)) at++
      continue
    }
    if ((word & WORD.endsPhrase) !== 0 && lower !== 'may') break
    if (isCapital(sentence, at)) {
      if (
        seenName
          ? !isCapital(sentence, at - 1) && tokens[at - 1]?.kind === 'word' && last !== at - 1 && !seenHead
          : seenHead && !isSourceNoun(tokens[at - 1]?.lower ?? '')
      )
        break
      if (unknown > 0 && !DETERMINERS.has(tokens[first]?.lower ?? '')) break
      seenName = true
      last = at
      continue
    }
    if ((word & WORD.adverb) !== 0) break
    if ((word & WORD.sourceModifier) !== 0) {
      const isNoun = (word & WORD.sourceNoun) !== 0
      if (seenName && !isNoun) break
      if (isNoun) {
        last = at
        seenHead = true
      }
      continue
    }
    const isParticiple = (lower.endsWith('ed') && !ADJECTIVAL.has(lower)) || lower.endsWith('ing')
    if ((seenHead || seenName || isParticiple) && !(seenName && !seenHead && headFollows(sentence, first, at))) break
    if (++unknown > MAX_UNKNOWN_WORDS) break
    if (sentence.isUpperCase) last = at
  }
  return finish()

  function finish(): TokenRange | null {
    return last === -1 ? null : { first, last: withAppositionAfter(sentence, last) }
  }
}

/** "the Northport county coroner's office": common words between the name and the head of the phrase. */
function headFollows(sentence: Sentence, first: number, at: number): boolean {
  if (isSourceNoun(sentence.tokens[at + 1]?.lower ?? '')) return true
  if (!DETERMINERS.has(sentence.tokens[first]?.lower ?? '')) return false
  for (let next = at + 1; next <= at + MAX_UNKNOWN_WORDS; next++) {
    const token = sentence.tokens[next]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'clitic')) return false
    if (isSourceNoun(token.lower)) return true
    if (isCapital(sentence, next) || isFinite(token) || PREPOSITIONS.has(token.lower)) return false
  }
  return false
}

function isFinite(token: Token): boolean {
  const { lower } = token
  return (
    AUXILIARIES.has(lower) ||
    FINITE_VERBS.has(lower) ||
    (lower.endsWith('ed') && !ADJECTIVAL.has(lower) && token.kind === 'word' && !lower.includes('-'))
  )
}

/** ", an adviser to the mayor" after a name: up to the comma or end that closes it. */
function withAppositionAfter(sentence: Sentence, last: number): number {
  const { tokens } = sentence
  const next = tokens[last + 2]
  if (!isComma(tokens[last + 1]) || next === undefined) return last
  const opens =
    DETERMINERS.has(next.lower) ||
    next.lower === 'who' ||
    (isSourceModifier(next.lower) && !BARE_SOURCES.has(next.lower)) ||
    (next.kind === 'number' && isComma(tokens[last + 3]))
  if (!opens) return last
  let hasHead = next.lower === 'who' || next.kind === 'number'
  for (let at = last + 2; at < tokens.length && at - last < MAX_APPOSITION_TOKENS; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (isSourceNoun(token.lower) || isCapital(sentence, at)) hasHead = true
    if (token.text === ',' || (token.text === '.' && at === tokens.length - 1) || token.kind === 'open')
      return hasHead ? at - 1 : last
    if (next.lower !== 'who' && isFinite(token)) return last
  }
  return last
}
