import type { Quantity } from '../quantities/quantity.ts'
import type { Head } from './read-head.ts'

/**
 * What a noun phrase says about how many people it names. `counted` has a quantity; `one` is a single person ("a soldier",
 * "his wife"); `named` a person's name; `none` nobody ("no one"); `plain` people without a number ("the rebels");
 * `thing` a count of something that is no people.
 */
export type PhraseKind = 'counted' | 'one' | 'named' | 'none' | 'plain' | 'thing'

/** A noun phrase that names people, with what it says of their number. */
export interface PeoplePhrase {
  readonly kind: PhraseKind
  /** Token positions in the sentence, half-open; modifiers of the number included. */
  readonly tokenStart: number
  readonly tokenEnd: number
  /** One past the last token of the quantity; equals `tokenStart` where there is none. */
  readonly quantityEnd: number
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly vague: string | null
  /** Whether a word of the phrase names people; false for a bare number and for nouns we do not know. */
  readonly isCertain: boolean
  /** Whether it is a number without a noun ("13", "five more"). */
  readonly isBare: boolean
}

// Every phrase is made by one of the functions below, key by key in one order: objects of one shape are read fastest.

/** A quantity and the head it counts ("12 soldiers", "five more", "30 houses"). */
export function countedPhrase(quantity: Quantity, end: number, head: Head['kind']): PeoplePhrase {
  return {
    kind: head === 'thing' ? 'thing' : 'counted',
    tokenStart: quantity.tokenStart,
    tokenEnd: end,
    quantityEnd: quantity.tokenEnd,
    low: quantity.low,
    high: quantity.high,
    approx: quantity.approx,
    vague: quantity.vague,
    isCertain: head === 'person',
    isBare: head === 'bare',
  }
}

/** People whose number only a word tells ("50 families", "heavy casualties", "others"). */
export function vaguePhrase(vague: string, start: number, end: number, quantityEnd: number): PeoplePhrase {
  return {
    kind: 'counted',
    tokenStart: start,
    tokenEnd: end,
    quantityEnd,
    low: null,
    high: null,
    approx: false,
    vague,
    isCertain: true,
    isBare: false,
  }
}

/** Nobody ("no one", "no injuries"). */
export function nobodyPhrase(start: number, end: number, quantityEnd: number): PeoplePhrase {
  return {
    kind: 'none',
    tokenStart: start,
    tokenEnd: end,
    quantityEnd,
    low: 0,
    high: 0,
    approx: false,
    vague: null,
    isCertain: true,
    isBare: false,
  }
}

/** One person without a number ("a soldier", "his wife"), or by name. */
export function personPhrase(start: number, end: number, kind: 'one' | 'named' = 'one'): PeoplePhrase {
  return {
    kind,
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

/** People without a number ("the rebels"). */
export function plainPhrase(start: number, end: number): PeoplePhrase {
  return {
    kind: 'plain',
    tokenStart: start,
    tokenEnd: end,
    quantityEnd: start,
    low: null,
    high: null,
    approx: false,
    vague: null,
    isCertain: true,
    isBare: false,
  }
}

/** The same phrase from another start, certain to count people ("a family of five"). */
export function surePhrase(phrase: PeoplePhrase, start: number): PeoplePhrase {
  return {
    kind: phrase.kind,
    tokenStart: start,
    tokenEnd: phrase.tokenEnd,
    quantityEnd: phrase.quantityEnd,
    low: phrase.low,
    high: phrase.high,
    approx: phrase.approx,
    vague: phrase.vague,
    isCertain: true,
    isBare: false,
  }
}

/** The same phrase read as one person ("Soldier killed in ambush"). */
export function asOnePerson(phrase: PeoplePhrase): PeoplePhrase {
  return {
    kind: 'one',
    tokenStart: phrase.tokenStart,
    tokenEnd: phrase.tokenEnd,
    quantityEnd: phrase.quantityEnd,
    low: 1,
    high: 1,
    approx: phrase.approx,
    vague: phrase.vague,
    isCertain: phrase.isCertain,
    isBare: phrase.isBare,
  }
}
