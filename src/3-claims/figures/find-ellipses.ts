import { AUXILIARIES } from '../../../data/words/function-words.ts'
import { HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'

const LINKS = new Set(['and', ',', 'while', ';', ':', '-', '–', '—'])
const PLACES = new Set(['in', 'at', 'near', 'outside', 'on'])

/** Adds the harms that a second place shares with the first without its verb: "Five died in Homs and three in Hama". */
export function withEllipses(sentence: ReadSentence, drafts: readonly HarmDraft[]): HarmDraft[] {
  const { tokens, phrases } = sentence
  const added = phrases.flatMap((phrase): HarmDraft[] => {
    if (phrase.kind !== 'counted' || phrase.high === null || !(phrase.isBare || phrase.isCertain)) return []
    if (drafts.some((draft) => draft.phrase.tokenStart === phrase.tokenStart)) return []
    const placed = tokens[phrase.tokenEnd + 1]
    const isPlace =
      PLACES.has(tokens[phrase.tokenEnd]?.lower ?? '') &&
      (/^\p{Lu}/u.test(placed?.text ?? '') || (placed?.lower === 'the' && !hasVerb(tokens, phrase.tokenEnd)))
    if (!isPlace || !LINKS.has(tokens[phrase.tokenStart - 1]?.lower ?? '')) return []
    const before = drafts.filter((draft) => draft.phrase.tokenEnd < phrase.tokenStart && draft.rule !== 'part').at(-1)
    if (before === undefined || phrase.tokenStart - before.phrase.tokenEnd > 16) return []
    return PLACES.has(placeWord(sentence, before, phrase.tokenStart))
      ? [{ ...before, phrase, rule: 'ellipsis', strength: 1 }]
      : []
  })
  return added.length === 0
    ? [...drafts]
    : [...drafts, ...added].sort((a, b) => a.phrase.tokenStart - b.phrase.tokenStart)
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
