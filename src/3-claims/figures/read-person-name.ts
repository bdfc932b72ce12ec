import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { isFunctionWord, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import { GIVEN_NAMES } from '../../../data/words/given-names.ts'
import { HARM_VERBS, THING_NOUNS } from '../../../data/words/harm-words.ts'
import { SMALL_NUMBERS, VAGUE_COUNTS } from '../../../data/words/number-words.ts'
import { PERSON_TITLES } from '../../../data/words/person-modifiers.ts'
import { PLAIN_WORDS } from '../../../data/words/plain-words.ts'
import { CALENDAR_WORDS, WEEKDAYS } from '../../../data/words/quantity-modifiers.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Token } from '../text/token.ts'
import { isPlural } from './find-people-phrases.ts'

/** A person named in text that is all capitals. */
export interface PersonName {
  /** One past the last token of the name. */
  readonly end: number
  /** What tells that it is a person's: an office or age before it, a given name in it, or only that its words are unknown. */
  readonly sign: 'title' | 'given' | 'unknown'
}

/** Longest office before a name and longest name, in tokens. */
const MAX_TITLE_TOKENS = 12
const MAX_NAME_WORDS = 6
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'los',
  'las',
  'y',
  'da',
  'dos',
  'do',
  'di',
  'van',
  'von',
  'der',
  'al',
  'el',
  'bin',
  'ibn',
  'abu',
])
const MORE_TITLES = new Set([
  'msgr',
  'monsignor',
  'sister',
  'brother',
  'brothers',
  'comrade',
  'don',
  'dona',
  'doña',
  'engineer',
  'hopeful',
  'attorney',
  'archbishop',
  'bishop',
])
/** Words that begin the names of towns, not of people. */
const TOWN_OPENERS = new Set([
  'san',
  'santa',
  'santo',
  'sao',
  'puerto',
  'villa',
  'rio',
  'ciudad',
  'new',
  'port',
  'el',
  'la',
  'los',
  'las',
  'saint',
  'st',
  'nueva',
  'nuevo',
])

/**
 * The person's name, with age and office before it, that begins at token `at` of text in capitals; null when there is none.
 *
 * @param isOwner whether a name that owns something ("ANA LUNA'S") counts too
 */
export function readPersonName(tokens: readonly Token[], at: number, isOwner = false): PersonName | null {
  const afterAge = ageEnd(tokens, at)
  const title = titleEnd(tokens, afterAge)
  let end = title
  let words = 0
  let isGiven = false
  for (let i = title; i < tokens.length && words < MAX_NAME_WORDS; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (token.text === '.' && tokens[i - 1]?.text.length === 1 && isNameWord(tokens[i + 1])) continue
    if (
      words > 0 &&
      PARTICLES.has(token.lower) &&
      (isNameWord(tokens[i + 1]) || PARTICLES.has(tokens[i + 1]?.lower ?? ''))
    )
      continue
    if (!isNameWord(token)) break
    words++
    isGiven ||= GIVEN_NAMES.has(token.lower) && isNameWord(tokens[i + 1])
    end = i + 1
  }
  if (words === 0 || (tokens[end]?.kind === 'clitic' && !isOwner)) return null
  const isTown = TOWN_OPENERS.has(tokens[title]?.lower ?? '')
  if (title > at) return isTown && title === afterAge ? null : { end, sign: 'title' }
  if (words < 2 || isTown) return null
  return { end, sign: isGiven ? 'given' : 'unknown' }
}

/** Whether a word may be part of a person's name: no closed-class word, and none that English has another use for. */
export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && mayBeName(token.lower)
}

/** The same of a word in lower case. */
export function mayBeName(lower: string): boolean {
  return (
    GIVEN_NAMES.has(lower) ||
    (!hasOtherUse(lower) &&
      !PLAIN_WORDS.has(lower) &&
      !(lower.endsWith('s') && PLAIN_WORDS.has(lower.slice(0, -1))) &&
      !isPersonNoun(lower) &&
      !PERSON_TITLES.has(lower) &&
      !/(?:ed|ing|ly|tion|sion|ment|ness|ity|ive|ous|ism|ists?|ical|(?:al|or|ian|ant|ent|ation|ment|ing)s)$/u.test(
        lower,
      ))
  )
}

/** Whether a word (lower case) has another use than in names: of a closed class, of harm, saying, time, number or things. */
export function hasOtherUse(lower: string): boolean {
  return (
    isFunctionWord(lower) ||
    REPORTING_VERBS.has(lower) ||
    CALENDAR_WORDS.has(lower) ||
    WEEKDAYS.has(lower) ||
    THING_NOUNS.has(lower) ||
    HARM_VERBS.has(lower) ||
    SMALL_NUMBERS.has(lower) ||
    VAGUE_COUNTS.has(lower) ||
    VERB_GROUP_ADVERBS.has(lower)
  )
}

/** One past "19-YEAR-OLD"; `at` when no age stands there. */
function ageEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.text === '-' && isAged(tokens[at + 2])) return at + 3
  return isAged(tokens[at]) ? at + 1 : at
}

function isAged(token: Token | undefined): boolean {
  return token !== undefined && /(?:year|month)s?-old$/u.test(token.lower)
}

/** One past the last title of the office that begins at `at` ("ANTIOQUIA POLICE COMMANDER COLONEL"); `at` when there is none. */
function titleEnd(tokens: readonly Token[], at: number): number {
  let end = at
  for (let i = at; i < tokens.length && i < at + MAX_TITLE_TOKENS; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (token.text === '.' && i === end && end > at) {
      end = i + 1
      continue
    }
    if (token.text === '-') continue
    if (token.kind !== 'word') break
    const { lower } = token
    if (isTitle(lower)) end = i + 1
    else if (lower === 'and' && end === i && end > at) continue
    else if (
      isFunctionWord(lower) ||
      CALENDAR_WORDS.has(lower) ||
      WEEKDAYS.has(lower) ||
      SMALL_NUMBERS.has(lower) ||
      VAGUE_COUNTS.has(lower) ||
      HARM_VERBS.has(lower) ||
      REPORTING_VERBS.has(lower)
    )
      break
    else if (end > at && !PLAIN_WORDS.has(lower) && !/(?:al|ist|an|ese|ic)$/u.test(lower)) break
  }
  return end
}

function isTitle(lower: string): boolean {
  return PERSON_TITLES.has(lower) || MORE_TITLES.has(lower) || (isPersonNoun(lower) && !isPlural(lower))
}
