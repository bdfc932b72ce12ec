import { AUXILIARIES, POSSESSIVES } from '../../../data/words/function-words.ts'
import { HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import { type HarmDraft, type ReadSentence, shareHarm } from './harm-draft.ts'
import { findObject } from './find-object.ts'

/** How far "along with" may stand behind the harm word, in tokens. */
const MAX_COMPANION_GAP = 16
const COMPANION_MARKERS: readonly (readonly string[])[] = [
  ['along', 'with'],
  ['together', 'with'],
  ['as', 'well', 'as'],
  ['alongside'],
]

const MARKER_WORDS = new Set(['along', 'together', 'well', 'alongside', 'with'])

/** People said to share the harm of those before them: "was killed in the blast along with three guards", "died with her son". */
export function findCompanions(sentence: ReadSentence, drafts: readonly HarmDraft[]): HarmDraft[] {
  if (!sentence.tokens.some((token) => MARKER_WORDS.has(token.lower))) return []
  const added: HarmDraft[] = []
  for (const draft of drafts) {
    if (draft.strength < 2 || draft.phrase.kind === 'none' || draft.rule === 'among') continue
    const end = markerEnd(sentence, Math.max(draft.triggerEnd, draft.phrase.tokenEnd))
    if (end < 0) continue
    for (const phrase of findObject(sentence, end, { allowsName: draft.measure === 'killed' })) {
      if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.kind === 'none') continue
      if (!phrase.isCertain && !phrase.isBare) continue
      // "along with 119 who were kidnapped", "along with 119 were kidnapped": these have a verb of their own
      if (hasOwnVerb(sentence.tokens[phrase.tokenEnd]?.lower ?? '')) continue
      const isSame = (known: HarmDraft): boolean => known.phrase.tokenStart === phrase.tokenStart
      const isKnown = drafts.some(isSame) || added.some(isSame)
      if (!isKnown) added.push(shareHarm(draft, phrase, 'companion', 2))
    }
  }
  return added
}

function hasOwnVerb(lower: string): boolean {
  return AUXILIARIES.has(lower) || HARM_VERBS.has(lower) || lower === 'who'
}

/** One past the words that bring in companions, when nothing but an adverbial stands before them; else -1. */
function markerEnd({ tokens }: ReadSentence, from: number): number {
  for (let i = from; i < tokens.length && i < from + MAX_COMPANION_GAP; i++) {
    const token = tokens[i]
    if (token === undefined || (token.kind === 'punct' && token.text !== ',') || token.kind === 'open') return -1
    for (const marker of COMPANION_MARKERS)
      if (marker.every((word, j) => tokens[i + j]?.lower === word)) return i + marker.length
    if (i === from && token.lower === 'with' && POSSESSIVES.has(tokens[i + 1]?.lower ?? '')) return i + 1
    if (AUXILIARIES.has(token.lower) || HARM_VERBS.has(token.lower) || HARM_ADJECTIVES.has(token.lower)) return -1
  }
  return -1
}
