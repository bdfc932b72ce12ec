import { AUXILIARIES } from '../../../data/words/function-words.ts'
import { ACT_NOUNS, HARM_ADJECTIVES, HARM_VERBS } from '../../../data/words/harm-words.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { findObject } from './find-object.ts'
import type { PeoplePhrase } from './people-phrase.ts'

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
  for (let at = 0; at < tokens.length; at++) if (tokens[at + 1]?.lower === 'of') readActOf(sentence, at, drafts)
  // each kind of verb after the other, in the order in which they win over one another
  for (const [verbs, read] of ACT_VERB_READERS)
    for (let at = 0; at < tokens.length; at++) if (verbs.has(tokens[at]?.lower ?? '')) read(sentence, at, drafts)
  return drafts
}

/** Adds what a harm verb or noun at token `at` tells. */
type ReadAct = (sentence: ReadSentence, at: number, drafts: HarmDraft[]) => void

/** "the death of four generals", "the lives of 12". */
function readActOf(sentence: ReadSentence, at: number, drafts: HarmDraft[]): void {
  const lower = sentence.tokens[at]?.lower ?? ''
  const measure = ACT_NOUNS.get(lower)
  if (measure === undefined) return
  if ((lower === 'lives' || lower === 'life') && !takesLives(sentence, at)) return
  const needsPeople = NEEDS_PEOPLE.has(lower)
  for (const phrase of findObject(sentence, at + 2, {
    allowsName: measure === 'killed' && !needsPeople,
    isOfAct: true,
  })) {
    if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.kind === 'none') continue
    if (!phrase.isCertain && !phrase.isBare && needsPeople) continue
    drafts.push(draftOf(phrase, measure, at, 'act-of', 2))
  }
}

function draftOf(
  phrase: PeoplePhrase,
  measure: HarmDraft['measure'],
  at: number,
  rule: string,
  strength: HarmDraft['strength'],
): HarmDraft {
  return { phrase, measure, triggerStart: at, triggerEnd: at + 1, mood: 'stated', rule, strength }
}

const CLAIMS = new Set(['claim', 'claims', 'claimed', 'claiming'])
/** How far behind the people a verb would make them the subject of something claimed, in tokens. */
const MAX_CLAUSE_GAP = 14

/** "Rocket fire claims nine villagers": people claimed by an attack, where nothing is said of them after. */
function readClaimedLives(sentence: ReadSentence, at: number, drafts: HarmDraft[]): void {
  const found = findObject(sentence, at + 1, { allowsName: false }).filter(
    (phrase) => phrase.kind === 'counted' && phrase.isCertain && phrase.tokenStart === at + 1,
  )
  const last = found.at(-1)
  if (last === undefined || hasVerbAfter(sentence, last.tokenEnd)) return
  for (const phrase of found) drafts.push(draftOf(phrase, 'killed', at, 'claimed', 1))
}

const LOSING = new Set(['lost', 'loses', 'losing', 'lose'])
const LOST_PEOPLE =
  /(?:soldiers?|troops|men|fighters|servicemen|personnel|officers|troopers|sons?|daughters?|brothers?|sisters?|children|relatives|policemen|medics|journalists|comrades|militants|recruits|rebels|militiamen|peacekeepers|people|civilians|colleagues|servicewomen|pilots|sailors|marines|crewmen)$/u

/** "The brigade lost 40 soldiers": people lost are people killed. */
function readLost(sentence: ReadSentence, at: number, drafts: HarmDraft[]): void {
  for (const phrase of findObject(sentence, at + 1, { allowsName: false }))
    if (phrase.kind === 'counted' && LOST_PEOPLE.test(sentence.tokens[phrase.tokenEnd - 1]?.lower ?? ''))
      drafts.push(draftOf(phrase, 'killed', at, 'lost', 1))
}

const TAKING = new Set(['took', 'taking', 'takes', 'take', 'taken'])

const PRISONERS = new Set(['prisoners', 'pows', 'captives'])

/** "took 56 prisoners": people taken prisoner. */
function readPrisonersTaken(sentence: ReadSentence, at: number, drafts: HarmDraft[]): void {
  for (const phrase of findObject(sentence, at + 1, { allowsName: false }))
    if (phrase.kind === 'counted' && PRISONERS.has(sentence.tokens[phrase.tokenEnd - 1]?.lower ?? ''))
      drafts.push(draftOf(phrase, 'detained', at, 'prisoners-taken', 2))
}

export const DRIVING: ReadonlySet<string> = new Set(['forced', 'forcing', 'driven', 'drove', 'driving'])
const AWAY = /^(?:from their|out of|to flee|to leave|to abandon|into exile|from the)$/u

/** "has driven 40,000 people from their homes", "forcing hundreds to flee". */
function readDriven(sentence: ReadSentence, at: number, drafts: HarmDraft[]): void {
  const { tokens } = sentence
  const [phrase] = findObject(sentence, at + 1, { allowsName: false })
  if (phrase?.kind !== 'counted' || !(phrase.isCertain || phrase.isBare)) return
  const next = `${tokens[phrase.tokenEnd]?.lower ?? ''} ${tokens[phrase.tokenEnd + 1]?.lower ?? ''}`
  if (AWAY.test(next)) drafts.push(draftOf(phrase, 'displaced', at, 'driven', 2))
}

const ACT_VERB_READERS: readonly (readonly [verbs: ReadonlySet<string>, read: ReadAct])[] = [
  [CLAIMS, readClaimedLives],
  [LOSING, readLost],
  [TAKING, readPrisonersTaken],
  [DRIVING, readDriven],
]

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
