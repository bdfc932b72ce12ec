import { PASSIVE_AUXILIARIES } from '../../../data/words/function-words.ts'
import { type HarmDraft, type ReadSentence, shareHarm } from './harm-draft.ts'
import { isShare } from './link-phrases.ts'
import type { PeoplePhrase } from './people-phrase.ts'

const BETWEEN = new Set([
  'mostly',
  'mainly',
  'also',
  'said',
  'reported',
  'believed',
  'thought',
  'to',
  'be',
  'reportedly',
  'still',
])

/** A share of people with the harm it is a share of. */
export interface ShareHarm {
  readonly draft: HarmDraft
  readonly whole: HarmDraft
}

/**
 * Shares that say only who they are: "234 of them were children", "many of whom were civilians", "some of them children".
 * They share the harm of the figure before them, or of the next one where there is none.
 */
export function findShareHarms(sentence: ReadSentence, drafts: readonly HarmDraft[]): ShareHarm[] {
  const { tokens, phrases } = sentence
  const found: ShareHarm[] = []
  for (const phrase of phrases) {
    if (!isShare(tokens, phrase) || drafts.some((draft) => draft.phrase === phrase)) continue
    const people = peopleAfter(sentence, phrase)
    const whole = people === null ? undefined : wholeOf(drafts, phrase)
    if (people === null || whole === undefined) continue
    const share = { ...phrase, tokenEnd: people.tokenEnd }
    found.push({ draft: shareHarm(whole, share, 'share', 2), whole })
    for (const next of countedAfter(sentence, drafts, people.tokenEnd))
      found.push({ draft: shareHarm(whole, next, 'share', 2), whole })
  }
  return found
}

/** The people noun that says who the share is: "children" in "some of them were children". */
function peopleAfter({ tokens, phrases, startingAt }: ReadSentence, phrase: PeoplePhrase): PeoplePhrase | null {
  for (let i = phrase.tokenEnd; i < phrase.tokenEnd + 5; i++) {
    const index = startingAt[i]
    const found = index === undefined ? undefined : phrases[index]
    if (found !== undefined)
      return found.kind === 'plain' || found.kind === 'one' ? withList({ tokens, phrases, startingAt }, found) : null
    const lower = tokens[i]?.lower ?? ''
    if (lower === 'from' && i === phrase.tokenEnd) return { ...phrase, tokenEnd: i }
    if (!PASSIVE_AUXILIARIES.has(lower) && !BETWEEN.has(lower)) return null
  }
  return null
}

/** "children and women": a list of plain nouns is taken whole. */
function withList(
  { tokens, phrases, startingAt }: Pick<ReadSentence, 'tokens' | 'phrases' | 'startingAt'>,
  found: PeoplePhrase,
): PeoplePhrase {
  const next = tokens[found.tokenEnd]?.lower === 'and' ? startingAt[found.tokenEnd + 1] : undefined
  const second = next === undefined ? undefined : phrases[next]
  return second?.kind === 'plain' ? { ...found, tokenEnd: second.tokenEnd } : found
}

/** "30 of them children, 20 women and two nurses": the further counts of the list, where they have no harm of their own. */
function countedAfter(
  { tokens, phrases, startingAt }: ReadSentence,
  drafts: readonly HarmDraft[],
  from: number,
): PeoplePhrase[] {
  const found: PeoplePhrase[] = []
  let at = from
  for (;;) {
    const lower = tokens[at]?.lower ?? ''
    if (lower !== 'and' && lower !== ',') return found
    const index =
      startingAt[at + 1] ?? (lower === ',' && tokens[at + 1]?.lower === 'and' ? startingAt[at + 2] : undefined)
    const phrase = index === undefined ? undefined : phrases[index]
    if (phrase?.kind !== 'counted' || !phrase.isCertain || phrase.vague !== null) return found
    if (drafts.some((draft) => draft.phrase.tokenStart === phrase.tokenStart)) return found
    const next = tokens[phrase.tokenEnd]
    if (next !== undefined && next.kind !== 'punct' && next.kind !== 'close' && next.lower !== 'and') return found
    found.push(phrase)
    at = phrase.tokenEnd
  }
}

function wholeOf(drafts: readonly HarmDraft[], phrase: PeoplePhrase): HarmDraft | undefined {
  const before = drafts.filter((draft) => draft.phrase.tokenEnd <= phrase.tokenStart)
  return before.at(-1) ?? drafts.find((draft) => draft.phrase.tokenStart >= phrase.tokenEnd)
}
