import { NATION_WORDS } from '../../../data/claimants/nations.ts'
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  HAVE_FORMS,
  MODALS,
  PASSIVE_AUXILIARIES,
  PREPOSITIONS,
} from '../../../data/words/function-words.ts'

const WORD = /[\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu
const AGE = /\b(\d{1,3})[- ]years?[- ]old\b|, (\d{1,3})(?=[,.])/gu
const PRONOUNS: ReadonlySet<string> = new Set(
  'i me he him she it they them we us you who not no said says say told also'.split(' '),
)
const CLOSED: readonly ReadonlySet<string>[] = [
  PREPOSITIONS,
  DETERMINERS,
  CONJUNCTIONS,
  AUXILIARIES,
  PASSIVE_AUXILIARIES,
  HAVE_FORMS,
  MODALS,
  PRONOUNS,
]

/** One word of a text in the form in which words are compared. */
export interface TextWord {
  readonly word: string
  /** Offset in the text, UTF-16. */
  readonly start: number
  readonly end: number
  readonly isCapitalised: boolean
}

/** The words of a text that say what it is about, in reading order; words of the closed classes and single letters are left out. */
export function readWords(text: string, offset = 0): TextWord[] {
  const words: TextWord[] = []
  for (const match of text.matchAll(WORD)) {
    const [written] = match
    const lower = fold(written)
    if (lower.length < 2 || CLOSED.some((set) => set.has(lower))) continue
    const start = offset + match.index
    const isCapitalised = written[0] !== lower[0] && /^\p{Lu}/u.test(written)
    words.push({ word: withoutPlural(lower), start, end: start + written.length, isCapitalised })
  }
  return words
}

/** The set of a phrase's words. */
export function wordSet(text: string): Set<string> {
  return new Set(readWords(text).map(({ word }) => word))
}

/** Names of states in two words, and of the body that all of them form, as `readWords` gives them. */
const STATES: ReadonlySet<string> = new Set(
  [...NATION_WORDS.keys(), 'united nations']
    .filter((name) => /^[^ ]+ [^ ]+$/u.test(name))
    .map((name) => name.split(' ').map(withoutPlural).join(' ')),
)

/**
 * Two capitalised words with nothing but a space or a middle initial between them: names of persons, streets and units.
 * A state's name is left out: it tells no story from another.
 * Text all in capitals or with every word capitalised has none that can be told from others.
 */
export function readNames(text: string, words: readonly TextWord[]): Set<string> {
  const names = new Set<string>()
  if (words.length > 0 && words.filter(({ isCapitalised }) => isCapitalised).length > words.length * 0.6) return names
  for (let i = 1; i < words.length; i++) {
    const [before, word] = [words[i - 1], words[i]]
    if (before === undefined || word === undefined || !before.isCapitalised || !word.isCapitalised) continue
    const gap = text.slice(before.end, word.start)
    if (gap !== ' ' && !/^ \p{Lu}\.? $/u.test(gap)) continue
    const name = `${before.word} ${word.word}`
    if (!STATES.has(name)) names.add(name)
  }
  return names
}

/** Ages of persons: "a 24-year-old man", "Jan Novak, 24, was". */
export function readAges(text: string): Set<number> {
  const ages = new Set<number>()
  for (const [, old, between] of text.matchAll(AGE)) {
    const age = Number(old ?? between)
    if (age > 0 && age < 115) ages.add(age)
  }
  return ages
}

function fold(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z0-9]+$/u.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '')
}

/** "strikes" and "strike" are one word; "ss" is no plural. */
function withoutPlural(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
