import { isFunctionWord, PREPOSITIONS, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { CALENDAR_WORDS, WEEKDAYS } from '../../../data/words/quantity-modifiers.ts'
import { SMALL_NUMBERS, VAGUE_COUNTS } from '../../../data/words/number-words.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import { isPlural } from './find-people-phrases.ts'
import type { Token } from '../text/token.ts'
import type { ReadSentence } from './harm-draft.ts'
import { type PeoplePhrase, personPhrase } from './people-phrase.ts'
import { hasOtherUse, isNameWord } from './read-person-name.ts'

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
  if (sentence.isUpperCase) return readUpperNameBefore(tokens, end)
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
  if (sentence.isUpperCase) return readUpperNameFrom(tokens, start)
  if (sentence.isHeadline || !isCapital(tokens[start])) return null
  let end = start
  while (end < tokens.length && end - start < MAX_NAME_TOKENS && isNamePart(tokens, end, tokens.length)) end++
  while (end > start && !isCapital(tokens[end - 1])) end--
  const next = tokens[end]
  // "killed Islamic State fighters" goes on with a common noun; a name is followed by a mark or a closed-class word
  if (next !== undefined && next.kind === 'word' && !isFunctionWord(next.lower) && next.lower !== 'one') return null
  if (next?.kind === 'clitic') return null
  return namePhrase(tokens, start, end, 1)
}

/** The persons named in the list that ends right before token `end` ("Omar Diallo, 34, and Musa Keita, 29,"); none for fewer than two. */
export function readNamesBefore(sentence: ReadSentence, end: number): PeoplePhrase[] {
  const { tokens } = sentence
  if (sentence.isUpperCase) return []
  const names: PeoplePhrase[] = []
  let e = end
  for (;;) {
    e = beforeAge(tokens, e)
    let start = e
    while (start > 0 && e - start < MAX_NAME_TOKENS && isNamePart(tokens, start - 1, e)) start--
    while (start < e && !isCapital(tokens[start])) start++
    const name = namePhrase(tokens, start, e, 2)
    if (name === null) return []
    names.unshift(name)
    const before = tokens[start - 1]
    if (before?.lower === 'and' && names.length === 1) e = start - 1
    else if (before?.text === ',' && names.length > 1 && isCapital(tokens[beforeAge(tokens, start) - 1])) e = start - 1
    else return names.length > 1 && !PREPOSITIONS.has(before?.lower ?? '') ? names : []
  }
}

/** Where a name ends when ", 34," or "," follows it. */
function beforeAge(tokens: readonly Token[], end: number): number {
  let e = tokens[end - 1]?.text === ',' ? end - 1 : end
  if (tokens[e - 1]?.kind === 'number' && tokens[e - 2]?.text === ',') e -= 2
  return e
}

/** Longest name with its titles in upper-case text. */
const MAX_UPPER_TOKENS = 9

/** In upper-case text a name is what is left: words that are no people in the plural, no things and no closed-class words. */
function readUpperNameBefore(tokens: readonly Token[], end: number): PeoplePhrase | null {
  let start = end
  while (start > 0 && end - start < MAX_UPPER_TOKENS && isUpperNameWord(tokens[start - 1])) start--
  const before = tokens[start - 1]
  if (before?.kind === 'word' && !/^(?:that|when|after|and|while|since|because|whether|where)$/u.test(before.lower))
    return null
  if (before?.kind === 'number' || before?.kind === 'clitic') return null
  return upperPhrase(tokens, start, end)
}

function readUpperNameFrom(tokens: readonly Token[], start: number): PeoplePhrase | null {
  let end = start
  while (end < tokens.length && end - start < MAX_UPPER_TOKENS && isUpperNameWord(tokens[end])) end++
  const next = tokens[end]
  if (
    next?.kind === 'clitic' ||
    (next?.kind === 'word' &&
      !isFunctionWord(next.lower) &&
      !WEEKDAYS.has(next.lower) &&
      !CALENDAR_WORDS.has(next.lower) &&
      !VERB_GROUP_ADVERBS.has(next.lower) &&
      !REPORTING_VERBS.has(next.lower))
  )
    return null
  return upperPhrase(tokens, start, end)
}

function upperPhrase(tokens: readonly Token[], start: number, end: number): PeoplePhrase | null {
  const last = tokens[end - 1]
  if (end <= start || last === undefined || !isNameWord(last)) return null
  if (tokens.slice(start, end).some((token) => isPersonNoun(token.lower) && isPlural(token.lower))) return null
  return namePhrase(tokens, start, end, 1, true)
}

function isUpperNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { lower } = token
  return !hasOtherUse(lower) && lower !== 'last' && !/(?:ed|ing|ly|tion|ment|ness)$/u.test(lower)
}

function isNamePart(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.text === '-') return at + 1 < end
  if (token.text === '.')
    return (
      /^[JS]r$/u.test(tokens[at - 1]?.text ?? '') ||
      ((tokens[at - 1]?.text.length ?? 9) <= 4 &&
        isCapital(tokens[at - 1]) &&
        at + 1 < end &&
        isCapital(tokens[at + 1]))
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

function namePhrase(
  tokens: readonly Token[],
  start: number,
  end: number,
  leastWords: number,
  isUpperCase = false,
): PeoplePhrase | null {
  const words = tokens.slice(start, end).filter((token) => token.kind === 'word')
  const last = words.at(-1)
  if (words.some((word) => VAGUE_COUNTS.has(word.lower) || SMALL_NUMBERS.has(word.lower))) return null
  if (last === undefined || words.length < leastWords || NO_NAME.has(last.lower) || last.text.length < 3) return null
  if (!isUpperCase && /^\p{Lu}{2,}s?$/u.test(last.text)) return null
  return personPhrase(start, end, 'named')
}
