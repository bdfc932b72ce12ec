import {
  AFTERMATH_WORDS,
  COUNT_NOUNS,
  COUNT_VERBS,
  FUTURE_CUES,
  HARM_NOUNS,
  HARM_WORDS,
  REACTION_VERBS,
  SPEECH_FILLERS,
  SPEECH_VERBS,
  STATEMENT_NOUNS,
} from '../../../data/words/time-cues.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** What a word says of the times around it: a bit for each list it is in. */
export const SPEECH = 1
export const HARM = 2
export const HARM_NOUN = 4
export const FUTURE = 8
export const STATEMENT = 16
export const FILLER = 32
export const AFTERMATH = 64
/** Auxiliaries and verbs of what is past. */
export const PAST = 128
/** Verbs by which people answer a harm or remember it. */
export const REACTION = 256
export const COUNT_VERB = 512
export const COUNT_NOUN = 1024

const PAST_AUXILIARIES: ReadonlySet<string> = new Set(['was', 'were', 'had', 'did', "didn't", 'has', 'killed', 'died'])
const LISTS: readonly (readonly [words: ReadonlySet<string>, bit: number])[] = [
  [SPEECH_VERBS, SPEECH],
  [HARM_WORDS, HARM],
  [HARM_NOUNS, HARM_NOUN],
  [FUTURE_CUES, FUTURE],
  [STATEMENT_NOUNS, STATEMENT],
  [SPEECH_FILLERS, FILLER],
  [AFTERMATH_WORDS, AFTERMATH],
  [PAST_AUXILIARIES, PAST],
  [REACTION_VERBS, REACTION],
  [COUNT_VERBS, COUNT_VERB],
  [COUNT_NOUNS, COUNT_NOUN],
]

export const timeSigns = tabulate((lower) => {
  let signs = 0
  for (const [words, bit] of LISTS) if (words.has(lower)) signs |= bit
  return signs
})

/** The signs of the token at `i`, none beyond the sentence. */
export function signsAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i]
  return token === undefined ? 0 : timeSigns(token)
}
