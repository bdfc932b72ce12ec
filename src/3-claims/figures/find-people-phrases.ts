import { DETERMINERS, isFunctionWord } from '../../../data/words/function-words.ts'
import { VAGUE_SIZES } from '../../../data/words/number-words.ts'
import { COLLECTIVES, COUNTING_WORDS, NOT_ONE_PERSON, ODD_PLURALS } from '../../../data/words/people-collectives.ts'
import { VICTIM_NOUNS } from '../../../data/words/harm-words.ts'
import { isPersonNoun, PEOPLE_WORDS } from '../people/classify-people.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { QUANTITY_OPENERS, readQuantity } from '../quantities/read-quantity.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import {
  countedPhrase,
  nobodyPhrase,
  type PeoplePhrase,
  personPhrase,
  plainPhrase,
  surePhrase,
  vaguePhrase,
} from './people-phrase.ts'
import { readHead } from './read-head.ts'

const PARTITIVES = new Set(['them', 'whom', 'us', 'these', 'those', 'you'])
const AFTER_COUNT = new Set(['more', 'others', 'other', 'additional', 'further'])
const NOBODY = new Set(['nobody', 'none', 'no-one'])
const HARMED = new Set([
  'dead',
  'wounded',
  'injured',
  'killed',
  'missing',
  'displaced',
  'slain',
  'fallen',
  'hurt',
  'deceased',
])

/**
 * Finds the noun phrases that name or count people, and counts of things that a harm verb might be taken to count.
 *
 * @returns phrases in reading order, not overlapping
 */
export function findPeoplePhrases(tokens: readonly Token[]): PeoplePhrase[] {
  const phrases: PeoplePhrase[] = []
  let i = 0
  while (i < tokens.length) {
    const phrase = readPhrase(tokens, i)
    if (phrase === null) i++
    else {
      phrases.push(phrase)
      i = Math.max(phrase.tokenEnd, i + 1)
    }
  }
  return phrases
}

function readPhrase(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const token = tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return null
  const opens = token.kind === 'number' ? opensOf(token) | OPENS.counted : opensOf(token)
  if (opens === 0) return null
  return (
    ((opens & OPENS.nobody) === 0 ? null : readNobody(tokens, at)) ??
    ((opens & OPENS.counting) === 0 ? null : readCountingWord(tokens, at)) ??
    ((opens & OPENS.counted) === 0 ? null : readCountedPhrase(tokens, at)) ??
    ((opens & OPENS.sized) === 0 ? null : readSized(tokens, at)) ??
    ((opens & OPENS.determined) === 0 ? null : readDetermined(tokens, at)) ??
    ((opens & OPENS.plain) === 0 ? null : readPlain(tokens, at))
  )
}

/** Kinds of phrases by what they begin with: bits of one number. */
const OPENS = { nobody: 1, counting: 2, counted: 4, sized: 8, determined: 16, plain: 32 } as const

/** Every word without a hyphen that a people phrase can begin with, and the kinds of phrases it can begin. */
const OPENERS: ReadonlyMap<string, number> = buildOpeners()
/** A word with a hyphen may be a number or end in a people noun. */
const opensOf = tabulate((lower) => (OPENERS.get(lower) ?? 0) | (lower.includes('-') ? OPENS.counted | OPENS.plain : 0))

function buildOpeners(): Map<string, number> {
  const openers = new Map<string, number>()
  const mark = (words: Iterable<string>, kind: number): void => {
    for (const word of words) openers.set(word, (openers.get(word) ?? 0) | kind)
  }
  mark([...NOBODY, 'no', 'zero', 'any', 'without'], OPENS.nobody)
  mark(COUNTING_WORDS.keys(), OPENS.counting)
  mark(QUANTITY_OPENERS, OPENS.counted)
  mark(VAGUE_SIZES, OPENS.sized)
  mark(DETERMINERS, OPENS.counting | OPENS.determined)
  mark([...PEOPLE_WORDS, 'others'], OPENS.plain)
  return openers
}

const NO_VICTIMS = /^(?:casualties|injuries|fatalities|deaths|victims)$/u
/** Words that may stand between "not" and "any casualties". */
const BRINGING =
  /^(?:caus(?:e|ed|ing)|result(?:ed|ing)?|in|lea(?:ve|ving)|report(?:ed|ing)?|produc(?:e|ed|ing)|bring|inflict(?:ing)?|suffer(?:ed|ing)?|have|been|were|was|there|yet|claim)$/u

/** "no one", "nobody", "none of the crew", "no Russian servicemen". */
function readNobody(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (first === undefined) return null
  if (NOBODY.has(first.lower)) return nobodyPhrase(at, at + 1, at + 1)
  if (first.lower === 'any' || first.lower === 'without') return readNotAny(tokens, at)
  if (first.lower !== 'no' && first.lower !== 'zero') return null
  if (second?.lower === 'one') return nobodyPhrase(at, at + 2, at + 2)
  // "no injuries", "no immediate deaths": the victims' own noun
  const isNext = VICTIM_NOUNS.has(tokens[at + 1]?.lower ?? '') || tokens[at + 1]?.lower === 'victims'
  const victim = isNext ? at + 2 : at + 3
  if (NO_VICTIMS.test(tokens[victim - 1]?.lower ?? ''))
    return /^['’]/u.test(tokens[victim]?.text ?? '') ? null : nobodyPhrase(at, victim, at + 1)
  const head = readHead(tokens, at + 1)
  return head.kind === 'person' ? nobodyPhrase(at, head.end, at + 1) : null
}

/** "did not cause any casualties", "without injuries", "without causing any deaths". */
function readNotAny(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const isWithout = tokens[at]?.lower === 'without'
  if (isWithout && tokens[at + 1]?.lower === 'any') return null
  const noun = NO_VICTIMS.test(tokens[at + 1]?.lower ?? '') ? at + 1 : at + 2
  if (!NO_VICTIMS.test(tokens[noun]?.lower ?? '') || isFunctionWord(tokens[at + 1]?.lower ?? '')) return null
  const start = isWithout ? at : negationBefore(tokens, at)
  return start === null ? null : nobodyPhrase(start, noun + 1, at + 1)
}

/** The token that denies what "any" stands in, when nothing but a verb of bringing about stands between them. */
function negationBefore(tokens: readonly Token[], at: number): number | null {
  let i = at - 1
  while (i > at - 6 && BRINGING.test(tokens[i]?.lower ?? '')) i--
  return /^(?:not|n't|without|never|neither|nor)$/u.test(tokens[i]?.lower ?? '') ? i : null
}

/** "both men", "the couple", "the pair", "the trio". */
function readCountingWord(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const start = DETERMINERS.has(tokens[at]?.lower ?? '') ? at + 1 : at
  const lower = tokens[start]?.lower ?? ''
  const count = COUNTING_WORDS.get(lower)
  const next = tokens[start + 1]?.lower ?? ''
  if (
    count === undefined ||
    next === 'of' ||
    (lower === 'both' && (next === 'sides' || next === 'in' || next === 'the'))
  )
    return null
  if (lower === 'both') {
    const head = readHead(tokens, start + 1)
    if (head.kind !== 'person' && head.kind !== 'bare') return null
    return countedBy(count, at, head.end, head.kind === 'bare')
  }
  return start === at && lower !== 'twins' && lower !== 'triplets' ? null : countedBy(count, at, start + 1, false)
}

/** A word that is a number and its noun in one ("the pair"); bare before no noun ("both"), else it is certain to count people. */
function countedBy(count: number, start: number, end: number, isBare: boolean): PeoplePhrase {
  return {
    kind: 'counted',
    tokenStart: start,
    tokenEnd: end,
    quantityEnd: end,
    low: count,
    high: count,
    approx: false,
    vague: null,
    isCertain: !isBare,
    isBare,
  }
}

/** A quantity and what it counts. */
function readCountedPhrase(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const quantity = readQuantity(tokens, at)
  if (quantity === null) return null
  let next = quantity.tokenEnd
  let isOthers = false
  while (AFTER_COUNT.has(tokens[next]?.lower ?? '') || tokens[next]?.kind === 'close') {
    isOthers ||= tokens[next]?.kind === 'word'
    next++
  }
  if (!isOthers) next = quantity.tokenEnd
  if (tokens[next]?.lower === 'of') {
    const partitive = readPartitive(tokens, next, quantity)
    if (partitive !== null) return partitive
    // "one of the most difficult times"
    if (/^(?:the|a|an|its|their|his|her|these|those|my|our)$/u.test(tokens[next + 1]?.lower ?? ''))
      return countedPhrase(quantity, next, 'thing')
  }
  const head = readHead(tokens, next)
  const end = head.kind === 'bare' ? next : head.end
  const households = head.kind === 'person' ? householdsOf(tokens, quantity, end) : null
  if (households !== null) return households
  return countedPhrase(quantity, end, head.kind)
}

/** "50 families": so many households, and nobody says how many people. */
function householdsOf(tokens: readonly Token[], quantity: Quantity, end: number): PeoplePhrase | null {
  if (!/^(?:families|households)$/u.test(tokens[end - 1]?.lower ?? '')) return null
  const words = tokens.slice(quantity.tokenStart, end).map((token) => token.text)
  return vaguePhrase(words.join(' '), quantity.tokenStart, end, quantity.tokenEnd)
}

/** "dozens of civilians", "three of his sons", "five of them", "15 of the dead", "hundreds of others". */
function readPartitive(tokens: readonly Token[], of: number, quantity: Quantity): PeoplePhrase | null {
  let next = of + 1
  const isPointing = /^(?:these|those)$/u.test(tokens[next]?.lower ?? '')
  if (PARTITIVES.has(tokens[next]?.lower ?? '') && !(isPointing && readHead(tokens, next + 1).kind === 'person'))
    return countedPhrase(quantity, next + 1, 'person')
  if (tokens[next]?.lower === 'all') next++
  const inner = readQuantity(tokens, next)
  if (inner !== null && inner.vague === null) next = inner.tokenEnd
  else while (DETERMINERS.has(tokens[next]?.lower ?? '')) next++
  while (AFTER_COUNT.has(tokens[next]?.lower ?? '')) next++
  const head = readHead(tokens, next)
  if (head.kind === 'bare') {
    const isHarmed = HARMED.has(tokens[next]?.lower ?? '')
    const end = isHarmed ? next + 1 : next
    if (!isHarmed && tokens[next - 1]?.lower !== 'others') return null
    return countedPhrase(quantity, end, 'person')
  }
  return countedPhrase(quantity, head.end, head.kind)
}

/** "a soldier", "his wife", "another militant", "a family of five", "the rebels". */
function readDetermined(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const determiner = tokens[at]?.lower ?? ''
  if (!DETERMINERS.has(determiner)) return null
  if (determiner === 'the' && tokens[at + 1]?.lower === 'head' && tokens[at + 2]?.lower === 'of')
    return determinedPhrase('head', at, at + 2)
  const collective = readCollective(tokens, at)
  if (collective !== null) return collective
  const head = readHead(tokens, at + 1)
  if (head.kind !== 'person') return null
  const noun = tokens[head.end - 1]?.lower ?? ''
  // "any foreigner", "every soldier" name nobody
  if (/^(?:any|every|each|either|neither)$/u.test(determiner)) return plainPhrase(at, head.end)
  return determinedPhrase(noun, at, head.end)
}

function determinedPhrase(noun: string, start: number, end: number): PeoplePhrase {
  const count = COUNTING_WORDS.get(noun)
  if (count !== undefined) return countedBy(count, start, end, false)
  if (noun === 'family') return vaguePhrase('family', start, end, start)
  return isPlural(noun) || NOT_ONE_PERSON.has(noun) ? plainPhrase(start, end) : personPhrase(start, end)
}

/** "a family of five", "the group of 12 pilgrims", "an entire family of six", with the determiner at `at`. */
function readCollective(tokens: readonly Token[], at: number): PeoplePhrase | null {
  for (let i = at + 1; i < at + 4; i++) {
    if (!COLLECTIVES.has(tokens[i]?.lower ?? '')) continue
    if (tokens[i + 1]?.lower !== 'of') return null
    const inner = readCountedPhrase(tokens, i + 2)
    return inner === null || inner.kind === 'thing' ? null : surePhrase(inner, at)
  }
  return null
}

const SIZED_NOUNS = new Set(['casualties', 'fatalities'])

/** "heavy casualties", "massive civilian losses", "a heavy death toll": how many without a number. */
function readSized(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const vague = tokens[at]?.lower ?? ''
  if (!VAGUE_SIZES.has(vague)) return null
  for (let i = at + 1; i < at + 4; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (tokens[i]?.kind !== 'word' || isFunctionWord(lower)) return null
    if (SIZED_NOUNS.has(lower) || (lower === 'toll' && tokens[i - 1]?.lower === 'death')) {
      return vaguePhrase(vague, at, i + 1, at + 1)
    }
  }
  return null
}

/** "rebels", "others", headline style "soldier". */
function readPlain(tokens: readonly Token[], at: number): PeoplePhrase | null {
  const lower = tokens[at]?.lower ?? ''
  if (lower === 'others') return vaguePhrase('others', at, at + 1, at + 1)
  if (!isPersonNoun(lower)) return null
  const head = readHead(tokens, at)
  if (head.kind !== 'person') return null
  // "the mayor's driver": one person by the owner before it
  const noun = tokens[head.end - 1]?.lower ?? ''
  const isOwned = tokens[at - 1]?.kind === 'clitic' && tokens[at - 1]?.lower === "'s"
  if (isOwned && !isPlural(noun) && !NOT_ONE_PERSON.has(noun)) return personPhrase(at, head.end)
  return plainPhrase(at, head.end)
}

/** Whether a people noun is plural. */
export function isPlural(lower: string): boolean {
  return (
    ODD_PLURALS.has(lower) ||
    (lower.endsWith('s') && !/(?:ss|us|is)$/u.test(lower)) ||
    lower.endsWith('men') ||
    lower.endsWith('-olds')
  )
}
