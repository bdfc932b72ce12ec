import { ACLED_NUMBERS, ACLED_PLURAL } from '../../data/words/acled-numbers.ts'

/**
 * The number that ACLED codes for a vague word: "dozens" 12, "hundreds" 100, "tens of thousands" 10,000, "several" 3 or 10.
 *
 * @param vague the words as written
 * @param isLarge whether another figure of the incident counts ten people or more
 */
export function numberForWords(vague: string, isLarge: boolean): number {
  let number = 1
  let isNamed = false
  for (const word of vague.toLowerCase().split(/[^a-z]+/u)) {
    const times = ACLED_NUMBERS.get(word)
    if (times === undefined) continue
    number *= times
    isNamed = true
  }
  if (isNamed) return number
  return isLarge ? ACLED_PLURAL.large : ACLED_PLURAL.small
}
