import {
  ADVERBS,
  AUXILIARIES,
  CLAUSE_OPENERS,
  DETERMINERS,
  FINITE_VERBS,
  LY_NOUNS,
  NUMBER_WORDS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  TIME_WORDS,
} from '../../../data/words/grammar-words.ts'
import {
  BARE_SOURCES,
  DOCUMENT_NOUNS,
  ORGANISATION_NOUNS,
  ROLE_NOUNS,
  SOURCE_MODIFIERS,
  STATE_NAMES,
  TITLES,
} from '../../../data/words/source-nouns.ts'
import { REPORTING_VERBS } from '../../../data/words/reporting-verbs.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** Month names that are also family names or verbs; right before a verb they are a name. */
const NAMES_LIKE_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'april',
  'june',
  'august',
  'mar',
  'sun',
  'sat',
  'jan',
  'dec',
])

/** What the lists say of a word in the phrase of a source: bits of one number. */
export const WORD = {
  time: 1,
  function: 2,
  listedAdverb: 4,
  adverb: 8,
  sourceNoun: 16,
  sourceModifier: 32,
  determiner: 64,
  preposition: 128,
  /** Opens a clause or is an auxiliary ("may" may be a name too). */
  endsPhrase: 256,
  pronoun: 512,
} as const

export const wordOf = tabulate(
  (lower) =>
    (TIME_WORDS.has(lower) ? WORD.time : 0) |
    (isFunctionWord(lower) ? WORD.function : 0) |
    (ADVERBS.has(lower) ? WORD.listedAdverb | WORD.adverb : 0) |
    (lower.endsWith('ly') && !LY_NOUNS.has(lower) && lower.length > 4 ? WORD.adverb : 0) |
    (isSourceNoun(lower) ? WORD.sourceNoun : 0) |
    (isSourceModifier(lower) ? WORD.sourceModifier : 0) |
    (DETERMINERS.has(lower) ? WORD.determiner : 0) |
    (PREPOSITIONS.has(lower) ? WORD.preposition : 0) |
    (CLAUSE_OPENERS.has(lower) || AUXILIARIES.has(lower) ? WORD.endsPhrase : 0) |
    (SUBJECT_PRONOUNS.has(lower) ? WORD.pronoun : 0),
)

/**
 * Whether the token is written like a name: with a capital, and no function word. In an upper-case sentence capitals say nothing, and
 * every word that no list knows as a common word counts as one.
 */
export function isCapital(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index]
  if (token === undefined || token.kind !== 'word') return false
  if (sentence.isUpperCase) return mayBeName(token)
  const first = token.text.charCodeAt(0)
  const isUpper = first < 128 ? first >= 65 && first <= 90 : token.text.charAt(0) !== token.lower.charAt(0)
  if (!isUpper && !/^[a-z]{1,2}-\p{Lu}/u.test(token.text)) return false
  const word = wordOf(token)
  if ((word & WORD.function) !== 0) return false
  return (word & WORD.listedAdverb) === 0 || !startsSentence(sentence, index)
}

function mayBeName(token: Token): boolean {
  const { lower } = token
  if (STATE_NAMES.has(lower)) return true
  const isCommon =
    isFunctionWord(lower) ||
    TIME_WORDS.has(lower) ||
    isAdverb(token) ||
    isSourceModifier(lower) ||
    REPORTING_VERBS.has(lower) ||
    FINITE_VERBS.has(lower) ||
    lower.endsWith('ed') ||
    lower.endsWith('ing')
  return !isCommon && lower.length > 1
}

/** Day, month or other word of time; "May said" is a name. */
export function isTimeWord(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index]
  if (token === undefined || (wordOf(token) & WORD.time) === 0) return false
  if (!NAMES_LIKE_MONTHS.has(token.lower)) return true
  const next = sentence.tokens[index + 1]
  return (
    next?.kind === 'number' ||
    sentence.tokens[index - 1]?.kind === 'number' ||
    PREPOSITIONS.has(sentence.tokens[index - 1]?.lower ?? '')
  )
}

export function isFunctionWord(lower: string): boolean {
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    CLAUSE_OPENERS.has(lower) ||
    (AUXILIARIES.has(lower) && lower !== 'may') ||
    SUBJECT_PRONOUNS.has(lower)
  )
}

export function isAdverb(token: Token): boolean {
  return (wordOf(token) & WORD.adverb) !== 0
}

/** Whether a noun can head the phrase for somebody who speaks. */
export function isSourceNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower) || ORGANISATION_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower) || BARE_SOURCES.has(lower))
    return true
  const hyphen = lower.lastIndexOf('-')
  return hyphen > 0 && ROLE_NOUNS.has(lower.slice(hyphen + 1))
}

/** Whether a word may stand before the head of such a phrase without an article. */
export function isSourceModifier(lower: string): boolean {
  return (
    SOURCE_MODIFIERS.has(lower) ||
    TITLES.has(lower) ||
    isSourceNoun(lower) ||
    lower.includes('-') ||
    NUMBER_WORDS.has(lower)
  )
}

/** Whether nothing but opening punctuation stands before the token. */
export function startsSentence(sentence: Sentence, index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const kind = sentence.tokens[i]?.kind
    if (kind === 'word' || kind === 'number') return false
  }
  return true
}
