import { AUXILIARIES } from '../../../data/words/function-words.ts'
import { ACT_NOUNS, HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { findObject } from './find-object.ts'

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
    for (const phrase of findObject(sentence, at + 2, {
      allowsName: measure === 'killed' && !NEEDS_PEOPLE.has(token.lower),
      isOfAct: true,
    })) {
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
  return [
    ...drafts,
    ...findClaimedLives(sentence),
    ...findLost(sentence),
    ...findPrisonersTaken(sentence),
    ...findDriven(sentence),
  ]
}

const CLAIMS = new Set(['claim', 'claims', 'claimed', 'claiming'])
/** How far behind the people a verb would make them the subject of something claimed, in tokens. */
const MAX_CLAUSE_GAP = 14

/** "Rocket fire claims nine villagers": people claimed by an attack, where nothing is said of them after. */
function findClaimedLives(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  return tokens.flatMap((token, at): HarmDraft[] => {
    if (!CLAIMS.has(token.lower)) return []
    const found = findObject(sentence, at + 1, { allowsName: false }).filter(
      (phrase) => phrase.kind === 'counted' && phrase.isCertain && phrase.tokenStart === at + 1,
    )
    const last = found.at(-1)
    if (last === undefined || hasVerbAfter(sentence, last.tokenEnd)) return []
    return found.map((phrase) => ({
      phrase,
      measure: 'killed',
      triggerStart: at,
      triggerEnd: at + 1,
      mood: 'stated',
      rule: 'claimed',
      strength: 1,
    }))
  })
}

const LOSING = new Set(['lost', 'loses', 'losing', 'lose'])
const LOST_PEOPLE =
  /(?:soldiers?|troops|men|fighters|servicemen|personnel|officers|troopers|sons?|daughters?|brothers?|sisters?|children|relatives|policemen|medics|journalists|comrades|militants|recruits|rebels|militiamen|peacekeepers|people|civilians|colleagues|servicewomen|pilots|sailors|marines|crewmen)$/u

/** "The brigade lost 40 soldiers": people lost are people killed. */
function findLost(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  return tokens.flatMap((token, at): HarmDraft[] => {
    if (!LOSING.has(token.lower)) return []
    const found = findObject(sentence, at + 1, { allowsName: false }).filter(
      (phrase) => phrase.kind === 'counted' && LOST_PEOPLE.test(tokens[phrase.tokenEnd - 1]?.lower ?? ''),
    )
    return found.map((phrase) => ({
      phrase,
      measure: 'killed',
      triggerStart: at,
      triggerEnd: at + 1,
      mood: 'stated',
      rule: 'lost',
      strength: 1,
    }))
  })
}

const TAKING = new Set(['took', 'taking', 'takes', 'take', 'taken'])

/** "took 56 prisoners": people taken prisoner. */
function findPrisonersTaken(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  return tokens.flatMap((token, at): HarmDraft[] => {
    if (!TAKING.has(token.lower)) return []
    const found = findObject(sentence, at + 1, { allowsName: false }).filter(
      (phrase) =>
        phrase.kind === 'counted' && /^(?:prisoners|pows|captives)$/u.test(tokens[phrase.tokenEnd - 1]?.lower ?? ''),
    )
    return found.map((phrase) => ({
      phrase,
      measure: 'detained',
      triggerStart: at,
      triggerEnd: at + 1,
      mood: 'stated',
      rule: 'prisoners-taken',
      strength: 2,
    }))
  })
}

export const DRIVING: ReadonlySet<string> = new Set(['forced', 'forcing', 'driven', 'drove', 'driving'])
const AWAY = /^(?:from their|out of|to flee|to leave|to abandon|into exile|from the)$/u

/** "has driven 40,000 people from their homes", "forcing hundreds to flee". */
function findDriven(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  return tokens.flatMap((token, at): HarmDraft[] => {
    if (!DRIVING.has(token.lower)) return []
    const [phrase] = findObject(sentence, at + 1, { allowsName: false })
    if (phrase?.kind !== 'counted' || !(phrase.isCertain || phrase.isBare)) return []
    const next = `${tokens[phrase.tokenEnd]?.lower ?? ''} ${tokens[phrase.tokenEnd + 1]?.lower ?? ''}`
    if (!AWAY.test(next)) return []
    const shared = { phrase, triggerStart: at, triggerEnd: at + 1, mood: 'stated', strength: 2 } as const
    return [{ ...shared, measure: 'displaced', rule: 'driven' }]
  })
}

/** The verbs that tell of an act without "of". */
export const ACT_VERBS: ReadonlySet<string> = new Set([...CLAIMS, ...LOSING, ...TAKING, ...DRIVING])
/** Every word that tells of an act. */
export const ACT_TRIGGERS: ReadonlySet<string> = new Set([...ACT_NOUNS.keys(), ...ACT_VERBS])

function hasVerbAfter({ tokens }: ReadSentence, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + MAX_CLAUSE_GAP; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (AUXILIARIES.has(lower) || HARM_VERBS.has(lower) || HARM_ADJECTIVES.has(lower)) return true
  }
  return false
}

function takesLives({ tokens }: ReadSentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (TAKES_LIVES.test(tokens[i]?.lower ?? '')) return true
  return false
}
