import { isFunctionWord, PREPOSITIONS } from '../../../data/words/function-words.ts'
import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { CALENDAR_WORDS, WEEKDAYS } from '../../../data/words/quantity-modifiers.ts'
import type { Token } from '../text/token.ts'
import type { ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'

const NAME_PARTICLES = new Set(['al', 'el', 'ibn', 'bin', 'van', 'von', 'de', 'da', 'der', 'abu', 'ben', 'ad', 'ash'])
const MAX_NAME_TOKENS = 6
/** Capitalised words that are no part of a person's name at a clause's edge. */
const NO_NAME = new Set([
  'i',
  'mr',
  'mrs',
  'another',
  'nothing',
  'everyone',
  'everybody',
  'someone',
  'somebody',
  'information',
  'number',
  'one',
])

/** The person's name that ends right before token `end`, or null. Capitals say nothing in upper-case text. */
export function readNameBefore(sentence: ReadSentence, end: number): PeoplePhrase | null {
  const { tokens } = sentence
  if (sentence.isUpperCase) return null
  let start = end
  while (start > 0 && end - start < MAX_NAME_TOKENS && isNamePart(tokens, start - 1, end)) start--
  while (start < end && !isCapital(tokens[start])) start++
  // "of Sana'a and Taiz lost", "the Alliance was": places and bodies, not a person
  const before = tokens[start - 1]?.lower ?? ''
  if (
    before === 'the' ||
    before === 'and' ||
    (PREPOSITIONS.has(before) && !/^(?:when|after|as|where|while|before|since|until)$/u.test(before))
  )
    return null
  return namePhrase(tokens, start, end, 1)
}

/** The person's name of two or more words that begins at token `start`, or null. */
export function readNameFrom(sentence: ReadSentence, start: number): PeoplePhrase | null {
  const { tokens } = sentence
  if (sentence.isUpperCase || sentence.isHeadline || !isCapital(tokens[start])) return null
  let end = start
  while (end < tokens.length && end - start < MAX_NAME_TOKENS && isNamePart(tokens, end, tokens.length)) end++
  while (end > start && !isCapital(tokens[end - 1])) end--
  const next = tokens[end]
  // "killed Islamic State fighters" goes on with a common noun; a name is followed by a mark or a closed-class word
  if (next !== undefined && next.kind === 'word' && !isFunctionWord(next.lower)) return null
  if (next?.kind === 'clitic') return null
  return namePhrase(tokens, start, end, 2)
}

function isNamePart(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.text === '-') return at + 1 < end
  if (token.text === '.')
    return (
      (tokens[at - 1]?.text.length ?? 9) <= 4 && isCapital(tokens[at - 1]) && at + 1 < end && isCapital(tokens[at + 1])
    )
  return isCapital(token) || NAME_PARTICLES.has(token.lower)
}

function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Lu}/u.test(token.text) &&
    !isFunctionWord(token.lower) &&
    !CALENDAR_WORDS.has(token.lower) &&
    !WEEKDAYS.has(token.lower) &&
    !REPORTING_VERBS.has(token.lower)
  )
}

function namePhrase(tokens: readonly Token[], start: number, end: number, leastWords: number): PeoplePhrase | null {
  const words = tokens.slice(start, end).filter((token) => token.kind === 'word')
  const last = words.at(-1)
  if (last === undefined || words.length < leastWords || NO_NAME.has(last.lower) || last.text.length < 3) return null
  if (/^\p{Lu}{2,}s?$/u.test(last.text)) return null
  return {
    kind: 'named',
    tokenStart: start,
    tokenEnd: end,
    quantityEnd: start,
    low: 1,
    high: 1,
    approx: false,
    vague: null,
    isCertain: true,
    isBare: false,
  }
}
