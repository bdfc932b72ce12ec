import { ABBREVIATIONS } from '../../../data/words/abbreviations.ts'
import { PREPOSITIONS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { TITLES } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isCapital, WORD, wordOf } from './classify-word.ts'

/** A run of tokens, both ends included. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** Prepositions that may stand inside the phrase for a source ("residents of", "a source at the police command"). */
export const INNER_PREPOSITIONS: ReadonlySet<string> = new Set([
  'of',
  'for',
  'in',
  'at',
  'from',
  'on',
  'with',
  'to',
  'near',
])
/** Words before a subject that look like prepositions and open its clause. */
const OPENS_SUBJECT: ReadonlySet<string> = new Set([
  'after',
  'before',
  'since',
  'until',
  'as',
  'than',
  'except',
  'with',
  'despite',
  'amid',
  'like',
])
/** Participles that stand before a noun like an adjective. */
export const ADJECTIVAL: ReadonlySet<string> = new Set(
  'armed united unnamed unidentified retired informed appointed elected occupied besieged exiled ousted detained displaced wounded injured jailed unconfirmed unverified allied respected convicted trusted advanced'.split(
    ' ',
  ),
)
export const MAX_PHRASE_TOKENS = 24
export const MAX_UNKNOWN_WORDS = 3
export const MAX_APPOSITION_TOKENS = 30

/** Whether the phrase is headed by somebody who can speak: a name, a pronoun or a source noun. */
export function isStrongSource(sentence: Sentence, range: TokenRange): boolean {
  const head = sentence.tokens[range.last]
  if (head === undefined) return false
  if (SUBJECT_PRONOUNS.has(head.lower)) return true
  return rangeSome(
    sentence.tokens,
    range,
    (token, at) =>
      (wordOf(token) & WORD.sourceNoun) !== 0 || (isCapital(sentence, at) && (wordOf(token) & WORD.function) === 0),
  )
}

/** A preposition that cannot stand right before the subject of a clause. */
export function isPreposition(token: Token): boolean {
  return PREPOSITIONS.has(token.lower) && !OPENS_SUBJECT.has(token.lower)
}

export function isComma(token: Token | undefined): boolean {
  return token?.text === ','
}

/** Punctuation or a quotation mark. */
export function isBreak(token: Token): boolean {
  return token.kind === 'punct' || token.kind === 'open' || token.kind === 'close'
}

/** Whether the full stop between the two belongs to an initial, a title or another abbreviation. */
export function isAbbreviated(before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined || before.kind !== 'word') return false
  return before.text.length === 1 || ABBREVIATIONS.has(before.lower) || TITLES.has(before.lower)
}

/** Index of the bracket that opens the one closed at `close`, or -1. */
export function bracketBefore(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at >= 0 && close - at < 8; at--) if (tokens[at]?.text === '(') return at
  return -1
}

/** Index of the bracket that closes the one opened at `open`, or -1. */
export function bracketAfter(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < tokens.length && at - open < 10; at++) if (tokens[at]?.text === ')') return at
  return -1
}

/** Whether any token of the range is so. */
export function rangeSome(
  tokens: readonly Token[],
  range: TokenRange,
  holds: (token: Token, index: number) => boolean,
): boolean {
  for (let at = range.first; at <= range.last; at++) {
    const token = tokens[at]
    if (token !== undefined && holds(token, at)) return true
  }
  return false
}
