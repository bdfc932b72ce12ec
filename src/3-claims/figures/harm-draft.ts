import type { Measure } from '../../model/claim.ts'
import type { Token } from '../text/token.ts'
import type { PhraseLink } from './link-phrases.ts'
import type { PeoplePhrase } from './people-phrase.ts'

export type Mood = 'stated' | 'conditional' | 'denied'

/** A sentence made ready for the frames: its tokens, people phrases, and how these hang together. */
export interface ReadSentence {
  readonly tokens: readonly Token[]
  readonly phrases: readonly PeoplePhrase[]
  readonly links: readonly (PhraseLink | null)[]
  /** For each token position the phrase that begins there, or undefined. */
  readonly startingAt: readonly (number | undefined)[]
  /** For each token position the phrase that ends before it, or undefined. */
  readonly endingAt: readonly (number | undefined)[]
  readonly isUpperCase: boolean
  readonly isHeadline: boolean
}

/** What a frame says: the people of a phrase suffered a harm. */
export interface HarmDraft {
  readonly phrase: PeoplePhrase
  readonly measure: Measure
  /** Token positions of the harm words, half-open. */
  readonly triggerStart: number
  readonly triggerEnd: number
  readonly mood: Mood
  readonly rule: string
  /** The stronger reading of a phrase wins: 3 by the grammar of a verb, 2 by what stands beside it, 1 by a noun or a guess. */
  readonly strength: 1 | 2 | 3
}

/** The harm of one phrase said of another too: of a part, a companion, a second place. */
export function shareHarm(
  { measure, triggerStart, triggerEnd, mood }: HarmDraft,
  phrase: PeoplePhrase,
  rule: string,
  strength: HarmDraft['strength'],
): HarmDraft {
  return { phrase, measure, triggerStart, triggerEnd, mood, rule, strength }
}
