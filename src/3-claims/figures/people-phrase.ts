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
