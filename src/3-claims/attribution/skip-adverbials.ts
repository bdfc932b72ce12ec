import { DETERMINERS, PREPOSITIONS } from '../../../data/words/grammar-words.ts'
import { DOCUMENT_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import { isAdverb, isCapital, isTimeWord } from './classify-word.ts'

/** Where or by what means something is said, besides documents ("by phone", "at a briefing", "on Telegram"). */
const MEANS: ReadonlySet<string> = new Set(
  `phone telephone telegram facebook twitter instagram x youtube whatsapp skype email internet conference conferences news-conference
  briefing broadcast television tv radio channel speech address interview meeting summit session debate rally hearing reporters journalists
  court writing newspaper programme program website page platform event appearance condition visit trip ceremony video-link videolink podcast exchange`.split(
    /\s+/u,
  ),
)
const OPENS_ADVERBIAL: ReadonlySet<string> = new Set(
  'in on at by via during through over from to after before late early last this earlier later under of about with'.split(
    ' ',
  ),
)
/** What may tie a further part to such a phrase ("an interview with the channel", "a post on its page"). */
const INSIDE_MEANS: ReadonlySet<string> = new Set([
  'of',
  'to',
  'with',
  'in',
  'on',
  'for',
  'the',
  'a',
  'its',
  'his',
  'her',
  'their',
])
const MAX_UNKNOWN_WORDS = 3
const MAX_ADVERBIAL_TOKENS = 14

/**
 * Passes over adverbials of time, means and place after a reporting verb ("on Thursday", "in a statement", "to reporters in Kyiv").
 *
 * @returns index of the first token that belongs to none
 */
export function skipAdverbials(sentence: Sentence, from: number): number {
  let at = from
  for (;;) {
    const next = skipOne(sentence, at)
    if (next === at) return at
    at = next
  }
}

function skipOne(sentence: Sentence, at: number): number {
  const { tokens } = sentence
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return at
  if (isTimeWord(sentence, at)) return skipTime(sentence, at)
  if (isAdverb(token)) return at + 1
  if (token.lower === 'out') return at + 1
  if (!OPENS_ADVERBIAL.has(token.lower)) return at
  return skipPhrase(sentence, at)
}

function skipTime(sentence: Sentence, from: number): number {
  let at = from
  while (
    isTimeWord(sentence, at) ||
    (sentence.tokens[at]?.kind === 'number' && at > from) ||
    sentence.tokens[at]?.lower === "'s"
  )
    at++
  return at
}

/** A prepositional phrase of time, means or (a capitalised) place. */
function skipPhrase(sentence: Sentence, from: number): number {
  const { tokens } = sentence
  let at = from + 1
  while (DETERMINERS.has(tokens[at]?.lower ?? '')) at++
  let end = from
  let unknown = 0
  for (; at < tokens.length && at - from < MAX_ADVERBIAL_TOKENS; at++) {
    const token = tokens[at]
    if (token === undefined || token.lower === 'that' || token.kind === 'open') break
    if (token.kind === 'punct' && token.text !== '-') break
    const { lower } = token
    if (isTimeWord(sentence, at) || (token.kind === 'number' && isTimeWord(sentence, at - 1))) end = at + 1
    else if (DOCUMENT_NOUNS.has(lower) || MEANS.has(lower)) end = at + 1
    else if (
      isCapital(sentence, at) &&
      (end === at || at === from + 1 || isCapital(sentence, at - 1)) &&
      tokens[from]?.lower !== 'of'
    ) {
      end = endsHere(sentence, at + 1) ? at + 1 : end
    } else if (end > from && !INSIDE_MEANS.has(lower)) break
    else if (end === from && ((PREPOSITIONS.has(lower) && lower !== 'of') || ++unknown > MAX_UNKNOWN_WORDS)) break
  }
  return end
}

/** Whether the attribution ends at the token: punctuation, end of sentence, "that" or an opening quotation. */
function endsHere(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.kind === 'punct' || token.kind === 'open' || token.kind === 'close') return true
  return (
    token.lower === 'that' || isTimeWord(sentence, at) || ['on', 'in', 'at', 'after', 'during'].includes(token.lower)
  )
}
