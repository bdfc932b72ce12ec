import {
  GROUP_NOUNS,
  HARM_WORDS,
  LOWER_WORDS,
  NEAR_WORDS,
  UPPER_WORDS,
  VAGUE_WITH_OF,
} from '../../../data/words/digest-words.ts'
import type { Figure } from '../../model/claim.ts'
import { foreign, type Part } from './digest-pages.ts'

/**
 * A count in words, as claimed: "at least 58 civilians killed", "“dozens” of people injured". Vague words stay words, and a
 * bound that the source leaves open stays open.
 */
export function wordCount(figure: Figure): Part[] {
  const { low, high, vague } = figure
  const number = wordNumber(figure)
  if (number !== null) {
    const isOne = low === 1 && high === 1
    return [`${number} ${nounsOf(figure, isOne)}`]
  }
  if (vague !== null) {
    const of = VAGUE_WITH_OF.includes(vague.toLowerCase().split(' ').at(-1) ?? '') ? ' of' : ''
    return ['"', foreign(vague.toLowerCase()), `"${of} ${nounsOf(figure, false)}`]
  }
  return [`${nounsOf(figure, false)}, without a number`]
}

/** The number with the word that says which bound it is; null when there is none. */
export function wordNumber({ low, high, approx, asWritten }: Figure): string | null {
  const said = asWritten.toLowerCase()
  const saidFirst = (words: readonly string[], fallback: string): string =>
    words.find((word) => said.startsWith(`${word} `)) ?? fallback
  if (low === null && high === null) return null
  if (low === null) return `${saidFirst(UPPER_WORDS, 'up to')} ${grouped(high)}`
  if (high === null) return `${saidFirst(LOWER_WORDS, 'at least')} ${grouped(low)}`
  const near = approx ? `${saidFirst(NEAR_WORDS, 'about')} ` : ''
  if (low === high) return low === 0 ? 'no' : `${near}${grouped(low)}`
  return `${near}${grouped(low)} to ${grouped(high)}`
}

function nounsOf({ measure, who }: Figure, isOne: boolean): string {
  const at = isOne ? 0 : 1
  if (measure === 'bodies_found') {
    const whose = who.includes('people') ? '' : ` (${who.map((group) => GROUP_NOUNS[group][1]).join(' and ')})`
    return `${isOne ? 'body' : 'bodies'} ${HARM_WORDS.bodies_found}${whose}`
  }
  return `${who.map((group) => GROUP_NOUNS[group][at]).join(' and ')} ${HARM_WORDS[measure]}`
}

function grouped(value: number | null): string {
  return (value ?? 0).toLocaleString('en-GB')
}
