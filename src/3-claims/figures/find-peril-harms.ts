import { AUXILIARIES, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import { CONTESTED, ENDANGERING, PERILS, STAYING } from '../../../data/words/peril-words.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** Fewer people than this who stay somewhere are a household or a crew, no besieged population. */
const LEAST_POPULATION = 500
const LARGE = /(?:thousands?|millions?)/u
/** How many words may stand between the people and what is said of them ("of the city's residents are still"). */
const MAX_PERIL_GAP = 6
const NO_CIVILIANS =
  /(?:soldiers?|troops|fighters?|servicemen|personnel|militants?|rebels?|forces|police|policemen|officers|insurgents|terrorists|men|prisoners|detainees)$/u

/** What people in need are sent. */
export const AID_WORDS: ReadonlySet<string> = new Set(
  'aid supplies food relief rations medicine medicines assistance'.split(' '),
)

/** People in harm's way: besieged, cut off, in need, or staying in a place under siege or attack. */
export function findPerilHarms(sentence: ReadSentence): HarmDraft[] {
  const { tokens, phrases } = sentence
  const isContested = tokens.some((token) => CONTESTED.has(token.lower))
  return phrases.flatMap((phrase): HarmDraft[] => {
    if (phrase.kind !== 'counted' || !phrase.isCertain || !isLarge(phrase)) return []
    if (NO_CIVILIANS.test(tokens[phrase.tokenEnd - 1]?.lower ?? '')) return []
    const at = perilAfter(sentence, phrase, isContested) ?? perilBefore(sentence, phrase, isContested)
    if (at === null) return []
    return [
      {
        phrase,
        measure: 'other_people',
        triggerStart: at,
        triggerEnd: at + 1,
        mood: 'stated',
        rule: 'peril',
        strength: 1,
      },
    ]
  })
}

function isLarge(phrase: PeoplePhrase): boolean {
  const count = phrase.low ?? phrase.high
  return count === null ? phrase.vague !== null && LARGE.test(phrase.vague) : count >= LEAST_POPULATION
}

/** Token position of what is said after the people, or null. */
function perilAfter({ tokens }: ReadSentence, phrase: PeoplePhrase, isContested: boolean): number | null {
  for (let i = phrase.tokenEnd; i < tokens.length && i < phrase.tokenEnd + MAX_PERIL_GAP; i++) {
    const token = tokens[i]
    if (token === undefined || (token.kind === 'punct' && token.text !== ',')) return null
    if (PERILS.some((words) => words.every((word, j) => tokens[i + j]?.lower === word))) return i
    if (STAYING.has(token.lower)) return isStay(tokens, i, phrase, isContested) ? i : null
    const isBetween = AUXILIARIES.has(token.lower) || VERB_GROUP_ADVERBS.has(token.lower)
    if (!isBetween && i > phrase.tokenEnd && token.kind === 'word' && token.lower.endsWith('ed')) return null
  }
  return null
}

/** "remain in the city", "are still living in rebel-held districts"; "remain in hospital" and "left the city" are no stays. */
function isStay(tokens: ReadSentence['tokens'], at: number, phrase: PeoplePhrase, isContested: boolean): boolean {
  const lower = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]?.lower ?? ''
  // "the ruined port, where 40,000 people hold out, most of them old"
  if (isContested && lower.startsWith('remain') && (tokens[at + 1]?.kind ?? 'punct') === 'punct') return true
  if (!/^(?:in|inside|at|there|behind|within|under|the|around|near)$/u.test(next)) return false
  if (lower === 'left' && next !== 'in' && next !== 'inside' && next !== 'behind') return false
  for (let i = at + 1; i < at + 6; i++)
    if (
      /^(?:hospitals?|custody|detention|prisons?|jail|camps?|care|critical|office|exile)$/u.test(tokens[i]?.lower ?? '')
    )
      return false
  const isRemaining = lower.startsWith('remain') || lower.startsWith('stay') || lower === 'inside'
  return isContested || (isRemaining && phrase.tokenEnd < at + 1)
}

/** "home to some 60,000 people", "the siege threatens 300,000 civilians", "aid for 40,000 people". */
function perilBefore({ tokens }: ReadSentence, phrase: PeoplePhrase, isContested: boolean): number | null {
  const [before, second] = [tokens[phrase.tokenStart - 1]?.lower ?? '', tokens[phrase.tokenStart - 2]?.lower ?? '']
  if (ENDANGERING.has(before)) return phrase.tokenStart - 1
  if (before === 'to' && second === 'home') return isContested ? phrase.tokenStart - 2 : null
  if (before === 'for' && isAid(tokens, phrase.tokenStart - 1)) return isContested ? phrase.tokenStart - 1 : null
  return null
}

function isAid(tokens: ReadSentence['tokens'], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 5; i--) if (AID_WORDS.has(tokens[i]?.lower ?? '')) return true
  return false
}
