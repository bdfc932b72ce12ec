import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { AUXILIARIES, POSSESSIVES, PREPOSITIONS } from '../../../data/words/function-words.ts'
import { CALENDAR_WORDS } from '../../../data/words/quantity-modifiers.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Token } from '../text/token.ts'
import { isPlural } from './find-people-phrases.ts'
import type { ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { isNameWord, readPersonName } from './read-person-name.ts'
import { isHarmWord } from './victim-words.ts'

/** How far a roll may stretch, in tokens, and the most people it may name. */
const MAX_ROLL_TOKENS = 160
const MAX_ENTRIES = 40
/** Longest office and name together. */
const MAX_NAME_TOKENS = 14
/** Longest aside behind a name, in tokens ("A BAKER WHO WAS PASSING BY"). */
const MAX_ASIDE_TOKENS = 24
const RELATIVES = new Set(['who', 'whose', 'whom', 'which', 'where'])
/** Words a clause begins behind. */
const CLAUSE_OPENERS = new Set([
  'that',
  'when',
  'where',
  'while',
  'after',
  'before',
  'because',
  'since',
  'whether',
  'which',
  'although',
  'as',
])

interface Segment {
  readonly start: number
  readonly end: number
  /** Whether "and" or "as well as" brings it in. */
  readonly isJoined: boolean
}

interface Entry {
  readonly phrase: PeoplePhrase
  readonly isName: boolean
  /** Whether more than unknown words tells that it is a person. */
  readonly isSure: boolean
}

/**
 * The people that text in capitals lists by name right before token `end`, where a verb says what happened to them:
 * "JUDGE ANA ROJAS, 34, A NATIVE OF CUZCO, AND HER DRIVER", "IVAN LUNA, PEDRO SOTO, AND TWO GUARDS".
 *
 * @param isSingular whether the verb is ("WAS"), null when its form does not tell: then exactly one person, whatever is
 *   said of him in between
 * @returns nothing when no name is among them, or when the words before `end` are no such list
 */
export function readRollBefore(
  sentence: ReadSentence,
  end: number,
  isSingular: boolean | null,
): readonly PeoplePhrase[] {
  const { tokens } = sentence
  // "THE POST OF IVAN SOTO, WHO WAS MURDERED": what "who" says is said of the one named before it
  if (tokens[end - 1]?.lower === 'who') {
    const name = readNameEndingAt(tokens, tokens[end - 2]?.text === ',' ? end - 2 : end - 1)
    if (name !== null && isSingular !== false) return [name]
  }
  const last = tokens[end - 1]?.text === ',' ? end - 1 : end
  for (let start = clauseStart(tokens, last); start < last; start++) {
    if (!isBoundary(tokens[start - 1]) || PREPOSITIONS.has(tokens[start]?.lower ?? '')) continue
    const entries = readClosedRoll(sentence, start, last)
    if (entries === null) continue
    if (!entries.some(({ isName, isSure }) => isName && isSure)) continue
    if (isSingular !== null && (entries.length === 1) !== isSingular) continue
    return entries.map(({ phrase }) => phrase)
  }
  return []
}

/** The person named in full, or by office and name, right before token `end`; null when nobody is. */
export function readNameEndingAt(tokens: readonly Token[], end: number): PeoplePhrase | null {
  for (let start = Math.max(0, end - MAX_NAME_TOKENS); start < end; start++) {
    const name = readPersonName(tokens, start, true)
    if (name?.end === end && name.sign !== 'unknown') return namedPhrase(start, end)
  }
  return null
}

/**
 * The people that text in capitals lists from token `start` on, the first by name: what "MURDERED", "THE DEATH OF" or
 * "INCLUDING" governs.
 */
export function readRollFrom(sentence: ReadSentence, start: number): readonly PeoplePhrase[] {
  const first = readEntry(sentence, { start, end: sentence.tokens.length, isJoined: false })
  if (first === null || !first.isName) return []
  const entries = [first]
  if (!first.isSure) return []
  const next = sentence.tokens[first.phrase.tokenEnd]
  if (next?.kind === 'word' && next.lower !== 'and' && next.lower !== 'as' && !RELATIVES.has(next.lower))
    return [first.phrase]
  let isClosed = false
  const pending: Entry[] = []
  for (const segment of segmentsFrom(sentence.tokens, first.phrase.tokenEnd)) {
    const entry = readEntry(sentence, segment)
    if (entry === null || isSubject(sentence.tokens, entry.phrase.tokenEnd)) {
      if (isClosed || !isAside(sentence.tokens, segment)) break
      continue
    }
    if (!segment.isJoined && isApposition(sentence.tokens, segment)) continue
    if (isClosed && !segment.isJoined) break
    pending.push(entry)
    if (!segment.isJoined) continue
    entries.push(...pending.splice(0))
    isClosed = true
  }
  return entries.slice(0, MAX_ENTRIES).map(({ phrase }) => phrase)
}

/** The entries of a roll that fills the tokens from `start` to `end`; null when something there belongs to no list. */
function readClosedRoll(sentence: ReadSentence, start: number, end: number): readonly Entry[] | null {
  const { tokens } = sentence
  const entries: Entry[] = []
  let isClosed = false
  let isRelative = false
  for (const segment of segments(tokens, start, end)) {
    const entry = readEntry(sentence, segment)
    const isFirst = entries.length === 0
    if (isFirst && (entry === null || !endsWell(tokens, entry.phrase.tokenEnd, segment.end))) return null
    const isNew =
      entry !== null &&
      (isFirst || segment.isJoined || (!isClosed && !isApposition(tokens, segment))) &&
      endsWell(tokens, entry.phrase.tokenEnd, segment.end)
    if (entry !== null && isNew) {
      entries.push(entry)
      isClosed ||= segment.isJoined
      isRelative = false
    }
    const from = entry !== null && isNew ? entry.phrase.tokenEnd : segment.start
    isRelative ||= RELATIVES.has(tokens[from]?.lower ?? '')
    if (!isRelative && hasFiniteVerb(tokens, from, segment.end)) return null
  }
  return entries.length > 1 && !isClosed ? null : entries
}

/** A person named or described, or a counted group, at the start of a segment. */
function readEntry(sentence: ReadSentence, { start, end }: Segment): Entry | null {
  const { tokens, phrases, startingAt } = sentence
  const at = /^(?:an?|the|by|also)$/u.test(tokens[start]?.lower ?? '') ? start + 1 : start
  const index = startingAt[start]
  const phrase = index === undefined ? undefined : phrases[index]
  const office = pluralOfficeEnd(tokens, at)
  const name = readPersonName(tokens, office)
  if (name !== null && name.end <= end && (name.sign !== 'unknown' || at === start))
    return {
      phrase: namedPhrase(office === at ? start : office, name.end),
      isName: true,
      isSure: name.sign !== 'unknown',
    }
  if (phrase === undefined || (phrase.kind !== 'one' && phrase.kind !== 'counted') || phrase.tokenEnd > end) return null
  if (phrase.kind === 'one' && isNameWord(tokens[phrase.tokenEnd])) {
    const own = readPersonName(tokens, phrase.tokenEnd - 1)
    if (own !== null && own.end <= end) return { phrase: { ...phrase, tokenEnd: own.end }, isName: true, isSure: true }
  }
  return { phrase, isName: false, isSure: true }
}

/** One past "JESUITS", "REPORTERS" before a name that begins a list of them; `at` when no such office stands there. */
function pluralOfficeEnd(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 4; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (isPersonNoun(lower) && isPlural(lower)) return isNameWord(tokens[i + 1]) ? i + 1 : at
    if (tokens[i]?.kind !== 'word' || AUXILIARIES.has(lower) || PREPOSITIONS.has(lower)) return at
  }
  return at
}

function namedPhrase(tokenStart: number, tokenEnd: number): PeoplePhrase {
  const count = { low: 1, high: 1, approx: false, vague: null } as const
  return { kind: 'named', tokenStart, tokenEnd, quantityEnd: tokenStart, ...count, isCertain: true, isBare: false }
}

/** Whether what follows a name in its segment is said of it: nothing, a bracket, or a word that leads an addition. */
function endsWell(tokens: readonly Token[], from: number, end: number): boolean {
  const next = tokens[from]
  if (from >= end || next === undefined) return true
  return (
    /^[([]$/u.test(next.text) ||
    RELATIVES.has(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    /^(?:known|identified|called|himself|herself)$/u.test(next.lower)
  )
}

/** ", A BAKER", ", THE RECTOR": said of the one named before it. */
function isApposition(tokens: readonly Token[], { start }: Segment): boolean {
  const lower = tokens[start]?.lower ?? ''
  return /^(?:an?|the|one|aged)$/u.test(lower) || (isPersonNoun(lower) && readPersonName(tokens, start) === null)
}

function isAside(tokens: readonly Token[], { start, end }: Segment): boolean {
  if (end - start > MAX_ASIDE_TOKENS) return false
  return RELATIVES.has(tokens[start]?.lower ?? '') || !hasFiniteVerb(tokens, start, end)
}

function isSubject(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return AUXILIARIES.has(lower) || REPORTING_VERBS.has(lower) || isHarmWord(lower)
}

function hasFiniteVerb(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (RELATIVES.has(lower)) return false
    if (AUXILIARIES.has(lower) || REPORTING_VERBS.has(lower)) return true
  }
  return false
}

/** Where the clause that ends before `end` may begin at the earliest. */
function clauseStart(tokens: readonly Token[], end: number): number {
  for (let i = end; i > 0 && i > end - MAX_ROLL_TOKENS; i--) if (tokens[i - 1]?.text === ':') return i
  return Math.max(0, end - MAX_ROLL_TOKENS)
}

function isBoundary(before: Token | undefined): boolean {
  if (before === undefined) return true
  return before.kind !== 'word'
    ? before.kind !== 'clitic' && before.text !== '-'
    : CLAUSE_OPENERS.has(before.lower) || CALENDAR_WORDS.has(before.lower)
}

/** What stands between the commas and the joining words of a list; names and brackets are not cut. */
function* segments(tokens: readonly Token[], start: number, end: number): Generator<Segment> {
  let from = start
  let isJoined = false
  let depth = 0
  let nameEnd = readPersonName(tokens, start)?.end ?? start
  for (let i = start; i <= end; i++) {
    const token = i === end ? undefined : tokens[i]
    const text = token?.text ?? ''
    if (text === '(' || text === '[') depth++
    else if ((text === ')' || text === ']') && depth > 0) depth--
    const width = (depth > 0 || i < nameEnd) && i < end ? 0 : separatorAt(tokens, i, end)
    if (width === 0) continue
    if (i > from) yield { start: from, end: i, isJoined }
    isJoined = i > from ? isJoining(token) : isJoined || isJoining(token)
    from = i + width
    nameEnd = readPersonName(tokens, from)?.end ?? from
    i = from - 1
  }
}

function* segmentsFrom(tokens: readonly Token[], start: number): Generator<Segment> {
  const end = Math.min(tokens.length, start + MAX_ROLL_TOKENS)
  for (const segment of segments(tokens, start, end)) if (segment.start > start) yield segment
}

function separatorAt(tokens: readonly Token[], at: number, end: number): number {
  if (at >= end) return 1
  const token = tokens[at]
  if (token?.text === ',' || token?.text === ';' || token?.text === '--') return 1
  if (token?.lower === 'and' && !POSSESSIVES.has(tokens[at - 1]?.lower ?? '')) return 1
  return token?.lower === 'as' && tokens[at + 1]?.lower === 'well' && tokens[at + 2]?.lower === 'as' ? 3 : 0
}

function isJoining(token: Token | undefined): boolean {
  return token?.lower === 'and' || token?.lower === 'as'
}
