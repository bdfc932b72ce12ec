import { DETERMINERS, isFunctionWord, PASSIVE_AUXILIARIES } from '../../../data/words/function-words.ts'
import { HARM_PHRASES } from '../../../data/words/harm-phrases.ts'
import { HARM_VERBS, type HarmVerb } from '../../../data/words/harm-words.ts'
import type { Measure } from '../../model/claim.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { type Fate, readFate } from './read-fate.ts'

/** A harm verb of one or more words in a sentence. */
export interface HarmReading extends HarmVerb {
  /** One past its last token, coordinated verbs included ("killed or injured"). */
  readonly end: number
  /** Whether it is coordinated with another harm verb without words between them. */
  readonly isJoined: boolean
}

const SUFFERING: ReadonlyMap<string, HarmVerb['form']> = new Map([
  ...['suffered', 'sustained', 'received', 'incurred'].map((word) => [word, 'past-or-participle'] as const),
  ...['suffering', 'sustaining', 'receiving', 'incurring'].map((word) => [word, 'gerund'] as const),
  ...['suffer', 'sustain', 'receive'].map((word) => [word, 'base'] as const),
])
const WOUNDS = new Set(
  'injuries injury wounds wound burns concussion concussions fractures treatment bruises suffocation inhalation poisoning breathing respiratory'.split(
    ' ',
  ),
)
const SHOOTING = new Set(['shot', 'shooting', 'shoot', 'shoots'])
/** "shot down a drone", "shooting at the crowd", "shooting victims": nobody is said to be hit. */
const NOT_AT_PEOPLE = new Set(['down', 'at', 'up', 'back', 'into', 'toward', 'towards', 'off', 'out'])
const ELIMINATED = /^(?:eliminated|liquidated)$/u
const FATALLY = new Set(['fatally', 'mortally'])
const JOINERS = new Set(['and', 'or', 'and/or', ',', '/'])
const CAPTURE = new Set(['captured', 'capturing', 'capture', 'missing', 'detained'])

const BROUGHT = new Set(
  'remain remains remained taken rushed airlifted transported admitted brought sent flown evacuated transferred moved carried ferried treated'.split(
    ' ',
  ),
)
/** Every word that a harm verb can begin with. */
export const VERB_TRIGGERS: ReadonlySet<string> = new Set([
  ...HARM_PHRASES.keys(),
  ...SUFFERING.keys(),
  ...BROUGHT,
  ...HARM_VERBS.keys(),
])

const opensHarm = tabulate((lower) => Number(VERB_TRIGGERS.has(lower)))

/** The harm verb that begins at a token, with the harm verbs joined to it; null when there is none. */
export function readHarm(tokens: readonly Token[], at: number): HarmReading | null {
  const first = readOne(tokens, at)
  if (first === null) return null
  let { end } = first
  const measures = new Set<Measure>([first.measure])
  for (;;) {
    let next = end
    while (JOINERS.has(tokens[next]?.lower ?? '') && next < end + 3) next++
    if (next === end) break
    if (
      tokens[next]?.lower === 'otherwise' ||
      tokens[next]?.lower === 'seriously' ||
      tokens[next]?.lower === 'severely'
    )
      next++
    const more = readOne(tokens, next)
    if (more === null || !isSameKind(first, more)) break
    if (SHOOTING.has(tokens[at]?.lower ?? '') && more.measure === 'killed') measures.delete('injured')
    measures.add(CAPTURE.has(tokens[next]?.lower ?? '') && measures.has('killed') ? 'injured' : more.measure)
    end = more.end
  }
  const { seat, form, peopleOnly } = first
  return { measure: joined(measures, first.measure), seat, form, peopleOnly, end, isJoined: measures.size > 1 }
}

function joined(measures: ReadonlySet<Measure>, first: Measure): Measure {
  const [only] = measures
  if (measures.size === 1 && only !== undefined) return only
  if (measures.has('killed') && measures.has('injured')) return 'killed_or_injured'
  return measures.has('killed') ? 'killed' : first
}

function isSameKind(a: HarmVerb, b: HarmVerb): boolean {
  if (a.seat !== b.seat) return false
  const plain = (form: string): string => (form === 'past' || form === 'participle' ? 'past-or-participle' : form)
  return plain(a.form) === plain(b.form)
}

/** "suffered severe injuries", "sustaining shrapnel wounds", "received treatment". */
function readWounds(tokens: readonly Token[], at: number): (HarmVerb & { readonly end: number }) | null {
  const form = SUFFERING.get(tokens[at]?.lower ?? '')
  if (form === undefined) return null
  for (let i = at + 1; i < at + 5; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct') return null
    if (WOUNDS.has(token.lower)) return { measure: 'injured', seat: 'subject', form, peopleOnly: true, end: i + 1 }
  }
  return null
}

const WARDS = /^(?:hospitals?|clinics?|infirmary|emergency|intensive|trauma|dressing)$/u
const MAX_WAY = 7

/** "were taken by ambulance to a local hospital", "are being treated in hospital", "was moved to intensive care". */
function readHospital(tokens: readonly Token[], at: number): (HarmVerb & { readonly end: number }) | null {
  if (!BROUGHT.has(tokens[at]?.lower ?? '')) return null
  for (let i = at + 1; i < at + MAX_WAY; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct') return null
    if (WARDS.test(token.lower) && /^(?:to|at|in|into)$/u.test(leadWord(tokens, i)))
      return tokens[at]?.lower.startsWith('remain') === true
        ? { measure: 'injured', seat: 'subject', form: 'past-or-participle', peopleOnly: true, end: i + 1 }
        : readBrought(readFate(tokens, i + 1), i + 1)
  }
  return null
}

function readBrought(fate: Fate, end: number): (HarmVerb & { readonly end: number }) | null {
  if (fate === 'told') return null
  return { measure: fate === 'died' ? 'killed' : 'injured', seat: 'object', form: 'participle', peopleOnly: true, end }
}

/** The nearest preposition before a noun and its adjectives, or "". */
function leadWord(tokens: readonly Token[], at: number): string {
  for (let i = at - 1; i > at - 5; i--) {
    const lower = tokens[i]?.lower ?? ''
    if (isFunctionWord(lower) && !DETERMINERS.has(lower)) return lower
  }
  return ''
}

/** "shot at the crowd" hits nobody; "were shot at a checkpoint" tells where. */
function isMissed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? ''
  if (!NOT_AT_PEOPLE.has(next)) return false
  const placed = tokens[at + 2]
  const isPlaced = placed !== undefined && (/^(?:a|an|the)$/u.test(placed.lower) || /^\p{Lu}/u.test(placed.text))
  return !(next === 'at' && isPlaced && PASSIVE_AUXILIARIES.has(tokens[at - 1]?.lower ?? ''))
}

const FIRING = /^(?:fir(?:e|es|ed|ing)|hear(?:d|s|ing)?)$/u

/** "fired one shot", "one shot was heard": a round, and nobody that was hit. */
function isRound(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'shot' || !/^(?:one|single)$/u.test(tokens[at - 1]?.lower ?? '')) return false
  const around = [tokens[at - 2], tokens[at - 3], tokens[at + 1], tokens[at + 2]]
  return around.some((token) => FIRING.test(token?.lower ?? ''))
}

function readOne(tokens: readonly Token[], at: number): (HarmVerb & { readonly end: number }) | null {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  if (opensHarm(token) === 0) return null
  for (const phrase of HARM_PHRASES.get(token.lower) ?? []) {
    if (phrase.words.every((word, j) => tokens[at + j]?.lower === word)) {
      const { seat, form, peopleOnly } = phrase
      const end = at + phrase.words.length
      const fate = BROUGHT.has(token.lower) && phrase.measure === 'injured' ? readFate(tokens, end) : 'open'
      return fate === 'told'
        ? null
        : { measure: fate === 'died' ? 'killed' : phrase.measure, seat, form, peopleOnly, end }
    }
  }
  const wounds = readWounds(tokens, at) ?? readHospital(tokens, at)
  if (wounds !== null) return wounds
  const verb = HARM_VERBS.get(token.lower)
  if (verb === undefined || (SHOOTING.has(token.lower) && (isMissed(tokens, at) || isRound(tokens, at)))) return null
  const { seat, form, peopleOnly } = verb
  return { measure: measureAt(tokens, at, verb), seat, form, peopleOnly, end: at + 1 }
}

/** The measure of a harm verb with the word before it. */
function measureAt(tokens: readonly Token[], at: number, { measure }: HarmVerb): HarmVerb['measure'] {
  const before = tokens[at - 1]
  // a party's word in its own quotation marks counts the dead and the wounded together
  if (before?.kind === 'open' && ELIMINATED.test(tokens[at]?.lower ?? '')) return 'killed_or_injured'
  return measure === 'injured' && FATALLY.has(before?.lower ?? '') ? 'killed' : measure
}
