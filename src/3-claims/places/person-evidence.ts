import { FIRST_NAMES, TOWN_NAMES_GIVEN } from '../../../data/words/first-names.ts'
import { PERSON_TITLES } from '../../../data/words/person-modifiers.ts'
import { COMMON_WORDS, NEVER_PLACES } from '../../../data/words/not-places.ts'
import { PLACE_ADJECTIVES } from '../../../data/words/place-adjectives.ts'
import { ACTOR_HEADS, DIRECTIONS, LOCATIVES, ORGANISATION_HEADS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isName, isTitleCase } from './capital.ts'
import type { NameMention } from './name-mention.ts'

const TITLES: ReadonlySet<string> = new Set([
  ...PERSON_TITLES.keys(),
  ...`sir lord lady dame king queen prince princess pope saint sheikh imam mullah ayatollah general colonel major captain
  lieutenant sergeant admiral marshal commander secretary chancellor bishop archbishop cardinal congressman congresswoman
  representative councilman councilwoman attorney detective officer trooper coach deputy sheriff justice comrade brother
  sister uncle aunt mr mrs ms miss dr`.split(/\s+/u),
])

/** Surnames of the persons that the document names in full: a later bare one is the person. */
export function learnSurnames(sentences: readonly Sentence[]): ReadonlySet<string> {
  const surnames = new Set<string>()
  for (const { tokens, isUpperCase } of sentences) {
    if (isUpperCase) {
      learnInCapitals(tokens, surnames)
      continue
    }
    for (let i = 0; i < tokens.length - 1; i++) {
      const token = tokens[i]
      if (token === undefined || token.kind !== 'word' || !isName(token.text) || !FIRST_NAMES.has(token.lower)) continue
      const before = tokens[i - 1]?.lower ?? ''
      if (LOCATIVES.has(before)) continue
      let j = i + 1
      if (tokens[j]?.kind === 'word' && /^\p{Lu}$/u.test(tokens[j]?.text ?? ''))
        j += tokens[j + 1]?.text === '.' ? 2 : 1
      const surname = tokens[j]
      if (surname?.kind === 'word' && isName(surname.text) && !PLACE_TYPES.has(surname.lower))
        surnames.add(surname.lower)
    }
  }
  return surnames
}

/** The same where capitals say nothing: a given name, further ones, and up to two words that are no common ones. */
function learnInCapitals(tokens: readonly Token[], surnames: Set<string>): void {
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind !== 'word' || !FIRST_NAMES.has(token.lower)) continue
    const before = tokens[i - 1]?.lower ?? ''
    if (LOCATIVES.has(before) || SAINTS.has(before)) continue
    let j = i + 1
    while (FIRST_NAMES.has(tokens[j]?.lower ?? '')) j++
    for (const end = j + 2; j < end && isPlainName(tokens[j]); j++) surnames.add(tokens[j]?.lower ?? '')
    i = j - 1
  }
}

/** "San José" is a town, "El Salvador" a country. */
const SAINTS = new Set('san santa santo saint st el'.split(' '))

/** Whether a word in capitals may be a surname: no common word, no verb, nothing that says where. */
function isPlainName(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.lower.length < 3) return false
  const { lower } = token
  return !(
    COMMON_WORDS.has(lower) ||
    NEVER_PLACES.has(lower) ||
    PLACE_TYPES.has(lower) ||
    DIRECTIONS.has(lower) ||
    LOCATIVES.has(lower) ||
    PLACE_ADJECTIVES.has(lower) ||
    PERSON_VERBS.has(lower) ||
    /(?:ed|ing)$/u.test(lower)
  )
}

/** Whether the words around make a name in capitals a person's: "JUAN PEREZ", "COL PEREZ", "JUAN PEREZ SOTO", later "PEREZ". */
function isPersonInCapitals(
  { tokens }: Sentence,
  { first, last, key, candidates }: NameMention,
  surnames: ReadonlySet<string>,
): boolean {
  const token = tokens[first]
  const before = tokens[first - 1]
  if (token === undefined || first !== last) return false
  const beforeThat = tokens[first - 2]?.lower ?? ''
  const isLocated =
    before !== undefined && (LOCATIVES.has(before.lower) || PLACE_TYPES.has(tokens[last + 1]?.lower ?? ''))
  if (isLocated || (before?.lower === 'of' && PLACE_TYPES.has(beforeThat))) return false
  if (before !== undefined && before.kind === 'word') {
    if (FIRST_NAMES.has(before.lower) && !SAINTS.has(beforeThat)) return true
    if (TITLES.has(before.lower) && !COMMON_WORDS.has(before.lower)) return true
    if (FIRST_NAMES.has(beforeThat) && isPlainName(before)) return true
    if (isSecondSurname(tokens, first)) return true
  }
  return surnames.has(token.lower) && !candidates.some((entry) => isGreat(entry, key))
}

/** "RIVERA Y DAMAS", "Ortega y Gasset": Spanish joins a person's two surnames. */
function isSecondSurname(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2]
  return tokens[at - 1]?.lower === 'y' && before?.kind === 'word' && isName(before.text)
}

/** A country, or a town so great that it is spoken of more often than the persons who bear its name. */
function isGreat({ kind, name, population }: GazetteerEntry, key: string): boolean {
  return kind === 'country' || (kind === 'settlement' && population >= GREAT_TOWN && foldName(name) === key)
}
const GREAT_TOWN = 500_000

/** Whether the words around a gazetteer match make it a part of a person's name. */
export function isPartOfPersonName(sentence: Sentence, mention: NameMention, surnames: ReadonlySet<string>): boolean {
  const { tokens } = sentence
  const { first, last } = mention
  const token = tokens[first]
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  if (token === undefined) return false
  if (sentence.isUpperCase) return isPersonInCapitals(sentence, mention, surnames)
  if (isSecondSurname(tokens, first)) return true
  if (before !== undefined && isTitle(tokens, first - 1)) return true
  // "George W. Bush", "J. Lebanon"
  if (before?.text === '.' && /^\p{Lu}$/u.test(tokens[first - 2]?.text ?? '')) return true
  if (before?.kind === 'word' && isName(before.text) && FIRST_NAMES.has(before.lower)) return true
  if (first !== last)
    return (
      FIRST_NAMES.has(token.lower) &&
      mention.candidates.every((entry) => entry.population < 20_000 && entry.kind === 'settlement') &&
      !mention.isCued
    )
  const isSmall = mention.candidates.every(({ kind, population }) => kind === 'settlement' && population < 300_000)
  if (isSmall && !mention.isCued && PERSON_VERBS.has(after?.lower ?? '')) return true
  if (isSmall && before !== undefined && isOtherName(sentence, before, first - 1)) return true
  // "Colonel Getnet Adane"
  if (before !== undefined && isTitle(tokens, first - 2) && isOtherName(sentence, before, first - 1)) return true
  const goesOn = after?.kind === 'word' && isName(after.text) && !PLACE_TYPES.has(after.lower)
  if (goesOn && FIRST_NAMES.has(token.lower)) return true
  if (goesOn && TOWN_NAMES_GIVEN.has(token.lower) && !mention.isCued && !isBodyWord(after.lower)) return true
  // "Lebanon Jones" stays a place name; "Holly A. Smith" does not.
  if (FIRST_NAMES.has(token.lower) && /^\p{Lu}$/u.test(after?.text ?? '')) return true
  return surnames.has(token.lower) && !(mention.isCued && LOCATIVES.has(before?.lower ?? '')) && !isCountry(mention)
}

const PERSON_VERBS = new Set('said says told added explained noted recalled testified replied wrote'.split(' '))

/** Whether a word before is a name, too, and no part of a place's: "Darryl Turner". */
function isOtherName(sentence: Sentence, { kind, text, lower }: Token, at: number): boolean {
  if (kind !== 'word' || !isName(text) || isTitleCase(sentence)) return false
  if (at === 0 && COMMON_WORDS.has(lower)) return false
  return !(
    NEVER_PLACES.has(lower) ||
    PLACE_TYPES.has(lower) ||
    DIRECTIONS.has(lower) ||
    LOCATIVES.has(lower) ||
    PLACE_ADJECTIVES.has(lower)
  )
}

function isBodyWord(word: string): boolean {
  return ACTOR_HEADS.has(word) || ORGANISATION_HEADS.has(word) || NEVER_PLACES.has(word)
}

function isTitle(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  const word = token.text === '.' ? tokens[i - 1] : token
  if (word === undefined || !isName(word.text)) return false
  return TITLES.has(word.lower) && !(COMMON_WORDS.has(word.lower) && i === 0)
}

function isCountry(mention: NameMention): boolean {
  return mention.candidates.some((entry) => entry.kind === 'country')
}
