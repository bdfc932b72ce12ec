import { AUXILIARIES } from '../../../data/words/function-words.ts'
import { HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import { type HarmDraft, type ReadSentence, shareHarm } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'

const LINKS = new Set(['and', ',', 'while', ';', ':', '-', '–', '—'])
const PLACES = new Set(['in', 'at', 'near', 'outside', 'on'])

/** Adds the harms that a second place shares with the first without its verb: "Five died in Homs and three in Hama". */
export function withEllipses(sentence: ReadSentence, drafts: readonly HarmDraft[]): readonly HarmDraft[] {
  const added: HarmDraft[] = []
  for (const phrase of sentence.phrases) {
    const before = harmBefore(sentence, phrase, drafts)
    if (before !== undefined) added.push(shareHarm(before, phrase, 'ellipsis', 1))
  }
  return added.length === 0 ? drafts : [...drafts, ...added].sort((a, b) => a.phrase.tokenStart - b.phrase.tokenStart)
}

/** The harm that a placed count shares with a placed figure before it; undefined when it has a verb of its own or no place. */
function harmBefore(sentence: ReadSentence, phrase: PeoplePhrase, drafts: readonly HarmDraft[]): HarmDraft | undefined {
  const { tokens } = sentence
  if (phrase.kind !== 'counted' || phrase.high === null || !(phrase.isBare || phrase.isCertain)) return undefined
  if (!PLACES.has(tokens[phrase.tokenEnd]?.lower ?? '') || !LINKS.has(tokens[phrase.tokenStart - 1]?.lower ?? ''))
    return undefined
  if (drafts.some((draft) => draft.phrase.tokenStart === phrase.tokenStart)) return undefined
  const placed = tokens[phrase.tokenEnd + 1]
  const isPlace = /^\p{Lu}/u.test(placed?.text ?? '') || (placed?.lower === 'the' && !hasVerb(tokens, phrase.tokenEnd))
  if (!isPlace) return undefined
  const before = drafts.findLast((draft) => draft.phrase.tokenEnd < phrase.tokenStart && draft.rule !== 'part')
  if (before === undefined || phrase.tokenStart - before.phrase.tokenEnd > 16) return undefined
  return PLACES.has(placeWord(sentence, before, phrase.tokenStart)) ? before : undefined
}

/** Whether a verb follows in the same clause: then the phrase has a verb of its own. */
function hasVerb(tokens: ReadSentence['tokens'], from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 12; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct' || token.lower === 'and') return false
    if (AUXILIARIES.has(token.lower) || HARM_VERBS.has(token.lower) || HARM_ADJECTIVES.has(token.lower)) return true
    if (/(?:ed|ing)$/u.test(token.lower)) return true
  }
  return false
}

/** The preposition that places the first harm, or "". */
function placeWord({ tokens }: ReadSentence, before: HarmDraft, until: number): string {
  for (let i = Math.max(before.phrase.tokenEnd, before.triggerEnd); i < until; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (PLACES.has(lower)) return lower
  }
  return ''
}
