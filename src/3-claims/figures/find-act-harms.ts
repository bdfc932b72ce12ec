import { ACT_NOUNS } from '../../../data/words/harm-words.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { findObject } from './victim-search.ts'

const TAKES_LIVES = /^(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|took|takes|taking|taken|loss|end(?:ed|ing)?|lost)$/u
const NEEDS_PEOPLE = new Set([
  'loss',
  'capture',
  'surrender',
  'evacuation',
  'arrest',
  'arrests',
  'detention',
  'injury',
  'elimination',
  'expulsion',
  'exodus',
  'life',
  'lives',
])

/** Victims after the noun of an act: "the death of four generals", "claimed the lives of 12", "the bodies of 200 people". */
export function findActHarms(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  const drafts: HarmDraft[] = []
  tokens.forEach((token, at) => {
    const measure = ACT_NOUNS.get(token.lower)
    if (measure === undefined || tokens[at + 1]?.lower !== 'of') return
    if ((token.lower === 'lives' || token.lower === 'life') && !takesLives(sentence, at)) return
    for (const phrase of findObject(sentence, at + 2, { allowsName: measure === 'killed' })) {
      if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.kind === 'none') continue
      if (!phrase.isCertain && !phrase.isBare && NEEDS_PEOPLE.has(token.lower)) continue
      drafts.push({
        phrase,
        measure,
        triggerStart: at,
        triggerEnd: at + 1,
        mood: 'stated',
        rule: 'act-of',
        strength: 2,
      })
    }
  })
  return drafts
}

function takesLives({ tokens }: ReadSentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (TAKES_LIVES.test(tokens[i]?.lower ?? '')) return true
  return false
}
