import { DETERMINERS } from '../../../data/words/grammar-words.ts'
import { ORGANISATION_NAME_WORDS, ROLE_NOUNS, STATE_NAMES, TITLES } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import { isCapital, isTimeWord } from './classify-word.ts'

/** The fuller forms of the names in a document. */
export interface NameIndex {
  /** The first fuller form of a person's name ("Olena Kravets" for "Kravets"); null when the text holds none. */
  fullNameOf(name: string): string | null
  /** "Northern Relief Network (NRN)" for "NRN", when the text spells it out so; null otherwise. */
  spelledOut(name: string): string | null
  /** Whether the last word of the name also stands without the words before it, as family names do and names of towns do not. */
  standsAlone(name: string): boolean
}

const MAX_NAME_WORDS = 5
const MAX_NAME_UNITS = 60
const ACRONYM = /^[A-Z][A-Za-z]{1,7}$/u

/** Reads the document's names once, when first asked; looking one up costs the same in a long document as in a short one. */
export function indexNames(sentences: readonly Sentence[], text: string): NameIndex {
  let names: Names | null = null
  const read = (): Names => (names ??= readNames(sentences, text))
  return {
    standsAlone: (name) => read().alone.has(lastWord(name)),
    fullNameOf: (name) =>
      read()
        .byLastWord.get(lastWord(name))
        ?.find((full) => full.length > name.length && full.length < MAX_NAME_UNITS) ?? null,
    spelledOut: (name) => (isAcronym(name) ? (read().byAcronym.get(name) ?? null) : null),
  }
}

interface Names {
  readonly byLastWord: ReadonlyMap<string, readonly string[]>
  readonly alone: ReadonlySet<string>
  readonly byAcronym: ReadonlyMap<string, string>
}

function readNames(sentences: readonly Sentence[], text: string): Names {
  const byLastWord = new Map<string, string[]>()
  const alone = new Set<string>()
  const byAcronym = new Map<string, string>()
  for (const sentence of sentences) {
    for (let at = 1; at < sentence.tokens.length; at++) {
      const token = sentence.tokens[at]
      if (token === undefined) break
      const previous = sentence.tokens[at - 1]
      if (previous?.text === '(' && sentence.tokens[at + 1]?.text === ')' && isAcronym(token.text)) {
        const full = nameBeforeBracket(sentence, at, text)
        if (full !== null && !byAcronym.has(token.text)) byAcronym.set(token.text, full)
      }
      if (!isCapital(sentence, at)) continue
      if (!isCapital(sentence, at - 1) || ALONE_AFTER.has(previous?.lower ?? '')) alone.add(token.lower)
      if (!isGivenName(sentence, at - 1)) continue
      let first = at - 1
      while (first > 0 && at - first < MAX_NAME_WORDS && isGivenName(sentence, first - 1)) first--
      const name = text.slice(sentence.tokens[first]?.start, token.end).replace(/\s+/gu, ' ')
      const known = byLastWord.get(token.lower)
      if (known === undefined) byLastWord.set(token.lower, [name])
      else if (!known.includes(name) && known.length < MAX_NAMES) known.push(name)
    }
  }
  return { byLastWord, alone, byAcronym }
}

const ALONE_AFTER: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'president', 'general', 'minister'])

function lastWord(name: string): string {
  return (
    name
      .toLowerCase()
      .split(/[\s.]+/u)
      .at(-1) ?? ''
  )
}

/** More people of one family name than this cannot be told apart anyway. */
const MAX_NAMES = 12

function isAcronym(word: string): boolean {
  return ACRONYM.test(word) && word.slice(1) !== word.slice(1).toLowerCase()
}

function isGivenName(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.kind !== 'word' || !isCapital(sentence, at) || isTimeWord(sentence, at)) return false
  const { lower } = token
  const isOther =
    TITLES.has(lower) ||
    ROLE_NOUNS.has(lower) ||
    ORGANISATION_NAME_WORDS.has(lower) ||
    STATE_NAMES.has(lower) ||
    /(?:ian|ish|ese)$/u.test(lower)
  return !isOther
}

function nameBeforeBracket(sentence: Sentence, acronym: number, text: string): string | null {
  let first = acronym - 2
  while (first > 0 && belongsToName(sentence, first - 1)) first--
  while (first < acronym - 2 && !isCapital(sentence, first)) first++
  if (!isCapital(sentence, first)) return null
  return text.slice(sentence.tokens[first]?.start, sentence.tokens[acronym + 1]?.end)
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
