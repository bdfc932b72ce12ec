import { FIRST_NAMES } from '../../../data/words/first-names.ts'
import { PERSON_TITLES } from '../../../data/words/person-modifiers.ts'
import { COMMON_WORDS } from '../../../data/words/not-places.ts'
import { LOCATIVES, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isName } from './capital.ts'
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
    if (isUpperCase) continue
    for (let i = 0; i < tokens.length - 1; i++) {
      const token = tokens[i]
      if (token === undefined || token.kind !== 'word' || !isName(token.text)) continue
      const before = tokens[i - 1]?.lower ?? ''
      if (!FIRST_NAMES.has(token.lower) || LOCATIVES.has(before)) continue
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

/** Whether the words around a gazetteer match make it a part of a person's name. */
export function isPartOfPersonName(sentence: Sentence, mention: NameMention, surnames: ReadonlySet<string>): boolean {
  const { tokens } = sentence
  const { first, last } = mention
  const token = tokens[first]
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  if (token === undefined || sentence.isUpperCase) return false
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
  const goesOn = after?.kind === 'word' && isName(after.text) && !PLACE_TYPES.has(after.lower)
  if (goesOn && FIRST_NAMES.has(token.lower)) return true
  // "Lebanon Jones" stays a place name; "Holly A. Smith" does not.
  if (FIRST_NAMES.has(token.lower) && /^\p{Lu}$/u.test(after?.text ?? '')) return true
  return surnames.has(token.lower) && !(mention.isCued && LOCATIVES.has(before?.lower ?? '')) && !isCountry(mention)
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
