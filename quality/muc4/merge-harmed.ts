import { GIVEN_NAMES } from '../../data/words/given-names.ts'
import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { mayBeName } from '../../src/3-claims/figures/read-person-name.ts'
import { contentWords, shareWord } from './content-words.ts'
import type { Harmed } from './template.ts'

/** Each person and group once, under the closest words: repeats of a count, and of a person, are one. */
export function mergeHarmed(people: readonly Harmed[]): Harmed[] {
  const groups: Harmed[] = []
  for (const one of people) {
    const at = groups.findIndex(
      (group) => (group.effect === one.effect || one.effect === null) && isSameGroup(group, one),
    )
    const known = groups[at]
    if (known === undefined) groups.push(one)
    else if (nameWords(known.words).length < nameWords(one.words).length) groups[at] = { ...known, words: one.words }
  }
  return groups
}

/**
 * Whether two phrases of one incident speak of the same people: persons by their names, groups by their number, people
 * without a name or number by what they are called.
 */
export function isSameGroup(a: Harmed, b: Harmed): boolean {
  const [isOneA, isOneB] = [isOne(a), isOne(b)]
  if (isOneA && isOneB) return isSamePerson(a.words, b.words)
  if (a.low === b.low && a.high === b.high && a.low !== null) return true
  if (isOneA || isOneB) return false
  const isCounted = (group: Harmed): boolean => group.low !== null || group.high !== null
  if (isCounted(a) && isCounted(b)) return headOf(a.words) === headOf(b.words)
  return shareWord(a.words, b.words)
}

/** The noun that ends a description; a bare number has none. */
function headOf(words: string): string {
  return (
    contentWords(words)
      .filter((word) => !/\d/u.test(word) && !SMALL_NUMBERS.has(word))
      .at(-1) ?? ''
  )
}

function isOne({ low, high }: Harmed): boolean {
  return low === 1 && high === 1
}

const ANEW = /^(?:another|a second|the other|one other)\s/iu

/** Names tell persons apart, where both are named; else the noun that ends the description must be found in the other. */
function isSamePerson(a: string, b: string): boolean {
  const [namesA, namesB] = [nameWords(a), nameWords(b)]
  if (namesA.length > 0 && namesB.length > 0) {
    const shared = namesA.filter((word) => namesB.includes(word))
    if (shared.length === Math.min(namesA.length, namesB.length)) return true
    return shared.length > 1 && shared.some((word) => !GIVEN_NAMES.has(word))
  }
  if (ANEW.test(b)) return false
  const [wordsA, wordsB] = [contentWords(a), contentWords(b)]
  if (namesA.length > 0) return wordsA.includes(headOf(b))
  if (namesB.length > 0) return wordsB.includes(headOf(a))
  return headOf(a) === headOf(b)
}

/** The words of a phrase that no dictionary knows: a person's names. */
export function nameWords(words: string): string[] {
  return contentWords(words).filter((word) => !/\d/u.test(word) && mayBeName(word))
}
