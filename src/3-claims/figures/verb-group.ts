import { HAVE_FORMS, MODALS, PASSIVE_AUXILIARIES, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import type { Token } from '../text/token.ts'
import type { Mood } from './harm-draft.ts'

/** The auxiliaries and adverbs before a verb form, and what they make of it. */
export interface VerbGroup {
  /** Token position where the group begins; the verb's own where it stands alone. */
  readonly start: number
  readonly voice: 'passive' | 'perfect' | 'bare' | 'infinitive'
  readonly mood: Mood
  readonly isNegated: boolean
  /** Whether an auxiliary says that the subject is one person or thing. */
  readonly isSingular: boolean
}

const SINGULAR = new Set(['was', 'is', 'has', "'s"])
const HYPOTHETICAL = new Set(['may', 'might', 'could', 'would', 'should', 'can', 'will', 'must', 'shall', 'feared'])
const COMPELLED = new Set(['forced', 'compelled', 'obliged', 'driven'])
/** Longest verb group that is followed to the left. */
const MAX_GROUP = 9
/** Participles that stand before "and killed" in one verb group ("were tied up and killed"). */
const JOINED_PARTICIPLE = /(?:ed|shot|beaten|hit|struck|taken|bound|caught|stabbed|hanged|thrown|burnt|found)$/u

/** Reads the verb group that ends with the verb form at token `at`. */
export function readVerbGroup(tokens: readonly Token[], at: number): VerbGroup {
  let start = at
  let voice: VerbGroup['voice'] = 'bare'
  let mood: Mood = 'stated'
  let isNegated = false
  let isSingular = false
  let i = at - 1
  if (joinsParticiple(tokens, at)) i = at - 3
  for (; i >= 0 && i >= at - MAX_GROUP; i--) {
    const token = tokens[i]
    if (token === undefined) break
    const { lower } = token
    if (token.kind === 'open' && i === at - 1) continue
    if (lower === "n't" || lower === 'not' || lower === 'never') {
      isNegated = true
      start = i
    } else if (PASSIVE_AUXILIARIES.has(lower)) {
      if (voice === 'bare' || voice === 'infinitive') voice = 'passive'
      isSingular ||= SINGULAR.has(lower)
      start = i
    } else if (HAVE_FORMS.has(lower)) {
      if (voice === 'bare') voice = 'perfect'
      isSingular ||= lower === 'has'
      start = i
    } else if (lower === 'may' && token.text === 'May' && i > 0) {
      break
    } else if (MODALS.has(lower)) {
      if (HYPOTHETICAL.has(lower)) mood = 'conditional'
      if (voice === 'bare') voice = 'infinitive'
      start = i
    } else if (lower === 'did' || lower === 'do' || lower === 'does') {
      if (voice === 'bare') voice = 'infinitive'
      start = i
    } else if (lower === 'to') {
      if (voice === 'bare') voice = 'infinitive'
      start = i
      // "have been forced to flee"
      if (COMPELLED.has(tokens[i - 1]?.lower ?? '') && isGroupWord(tokens[i - 2])) i--
    } else if (VERB_GROUP_ADVERBS.has(lower) || (lower.endsWith('ly') && token.kind === 'word' && lower !== 'family')) {
      if (lower === 'feared') mood = 'conditional'
      if (voice !== 'bare' || tokens[i - 1] === undefined) continue
    } else break
  }
  return { start, voice, mood: isNegated ? 'denied' : mood, isNegated, isSingular }
}

function joinsParticiple(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.lower === 'and' &&
    JOINED_PARTICIPLE.test(tokens[at - 2]?.lower ?? '') &&
    tokens[at - 2]?.kind === 'word' &&
    isGroupWord(tokens[at - 3])
  )
}

function isGroupWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (PASSIVE_AUXILIARIES.has(token.lower) ||
      VERB_GROUP_ADVERBS.has(token.lower) ||
      token.lower.endsWith('ly') ||
      HAVE_FORMS.has(token.lower))
  )
}
