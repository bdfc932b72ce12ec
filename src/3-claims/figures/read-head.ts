import { isFunctionWord } from '../../../data/words/function-words.ts'
import { HARM_ADJECTIVES, HARM_VERBS, THING_NOUNS } from '../../../data/words/harm-words.ts'
import { CALENDAR_WORDS, WEEKDAYS } from '../../../data/words/quantity-modifiers.ts'
import { SMALL_NUMBERS, VAGUE_COUNTS } from '../../../data/words/number-words.ts'
import { PART_MARKERS, REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** How far the words of a noun phrase are followed. */
const MAX_HEAD_TOKENS = 10
/** Longest bracket inside a noun phrase ("35 Daesh (outlawed in Russia) militants"). */
const MAX_BRACKET_TOKENS = 7

/** "19 others, all of them hurt": what counts anew ends the phrase. */
const QUANTIFIERS = new Set(['all', 'each', 'both', 'most', 'some', 'half', 'many', 'no'])
/** Words that no noun phrase goes on with: counts, days, verbs of saying and what brings in a part. */
const CLOSERS: ReadonlySet<string> = new Set([
  ...QUANTIFIERS,
  ...PART_MARKERS,
  ...SMALL_NUMBERS.keys(),
  ...VAGUE_COUNTS,
  ...WEEKDAYS,
  ...REPORTING_VERBS,
])
/** People nouns that before another noun only describe it ("the local clinic", "civilian deaths"). */
const ALSO_ADJECTIVES = new Set(
  'local civilian military rebel militant elderly human general private national female male native foreign human expert relative patient individual mobile minor'.split(
    ' ',
  ),
)

/** The noun phrase body after a quantity or determiner. */
export interface Head {
  /** One past the last token; the start when there is no noun. */
  readonly end: number
  readonly kind: 'person' | 'unknown' | 'thing' | 'bare'
}

/** What a word is inside a noun phrase: bits of one number. */
const WORD = {
  closes: 1,
  function: 2,
  calendar: 4,
  harm: 8,
  adjective: 16,
  person: 32,
  harmVerb: 64,
  thing: 128,
} as const
const wordOf = tabulate(
  (lower) =>
    (CLOSERS.has(lower) ? WORD.closes : 0) |
    (isFunctionWord(lower) ? WORD.function : 0) |
    (CALENDAR_WORDS.has(lower) ? WORD.calendar : 0) |
    (isHarm(lower) ? WORD.harm : 0) |
    (ALSO_ADJECTIVES.has(lower) ? WORD.adjective : 0) |
    (isPersonNoun(lower) ? WORD.person : 0) |
    (HARM_VERBS.has(lower) ? WORD.harmVerb : 0) |
    (THING_NOUNS.has(lower) ? WORD.thing : 0),
)

/** Reads adjectives and nouns from `at`, up to and with the last noun that names people. */
export function readHead(tokens: readonly Token[], at: number): Head {
  let personEnd = -1
  let contentEnd = at
  let hasThing = false
  for (let i = at; i < tokens.length && i < at + MAX_HEAD_TOKENS; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const { lower } = token
    if (token.kind === 'open' || token.kind === 'close') {
      if (tokens[i + 1]?.kind === 'word' && token.kind === 'open' && !isHarm(tokens[i + 1]?.lower ?? '')) continue
      if (token.kind === 'close' && personEnd < 0) continue
      break
    }
    if (lower === '(' || lower === '[') {
      const close = closingBracket(tokens, i)
      if (close < 0 || personEnd >= 0 || tokens[close + 1]?.kind !== 'word') break
      i = close
      continue
    }
    if (lower === '-' && i > at && tokens[i + 1]?.kind === 'word' && tokens[i - 1]?.end === token.start) continue
    if (token.kind === 'number') {
      const age = ageEnd(tokens, i)
      if (age < 0) break
      if (personEnd >= 0 && tokens[i - 1]?.text !== ',') break
      personEnd = age
      contentEnd = age
      i = age - 1
      continue
    }
    if (token.kind === 'clitic') {
      if (lower !== "'s" && lower !== "'") break
      if (personEnd === i) personEnd = -1
      continue
    }
    if (token.kind !== 'word' || lower === 'remain') break
    const word = wordOf(token)
    if ((word & WORD.closes) !== 0 || ((word & WORD.function) !== 0 && !isAcronym(tokens, i))) break
    if ((word & WORD.calendar) !== 0 && /^\p{Lu}/u.test(token.text)) break
    if ((word & WORD.harm) !== 0 && !(isAttributive(tokens, at, i) && leadsToPerson(tokens, i + 1))) break
    if ((word & WORD.adjective) !== 0 && describesNext(tokens, i)) {
      if (personEnd < 0) contentEnd = i + 1
      continue
    }
    if ((word & WORD.person) !== 0) {
      if (personEnd >= 0 && lower === 'remains') break
      personEnd = i + 1
      contentEnd = i + 1
      continue
    }
    if (personEnd >= 0) {
      if ((word & WORD.harmVerb) !== 0) break
      if ((word & WORD.thing) !== 0 && personEnd === i && !/^\p{Lu}/u.test(tokens[i - 1]?.text ?? ''))
        return { end: i + 1, kind: 'thing' }
      if (!(leadsToPerson(tokens, i + 1, 1) && !/(?:ed|ing)$/u.test(lower))) break
      continue
    }
    if (/(?:ed|en|ly)$/u.test(lower) && !leadsToPerson(tokens, i + 1)) break
    if (lower.endsWith('ing') && (contentEnd > at || !leadsToPerson(tokens, i + 1))) break
    if ((word & WORD.thing) !== 0) hasThing = true
    contentEnd = i + 1
  }
  if (personEnd >= 0) return { end: personEnd, kind: 'person' }
  if (contentEnd === at) return { end: at, kind: 'bare' }
  return { end: contentEnd, kind: hasThing ? 'thing' : 'unknown' }
}

/** "IS" and "US" in mixed-case text are names, not words. */
function isAcronym(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  return text.length === 2 && text === text.toUpperCase() && /\p{Ll}/u.test(tokens[at + 1]?.text ?? '')
}

function isHarm(lower: string): boolean {
  const verb = HARM_VERBS.get(lower)
  return (verb !== undefined && (verb.form !== 'base' || verb.seat === 'subject')) || HARM_ADJECTIVES.has(lower)
}

/** "three wounded soldiers", "the seriously wounded men": a participle is an adjective only at the head of the phrase. */
function isAttributive(tokens: readonly Token[], start: number, at: number): boolean {
  return at === start || (at === start + 1 && (tokens[start]?.lower ?? '').endsWith('ly'))
}

/** Whether a common noun that names no people follows, so that the word before it is an adjective. */
function describesNext(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined || next.kind !== 'word' || !/^\p{Ll}/u.test(next.text)) return false
  if (isPersonNoun(next.lower) || isFunctionWord(next.lower) || isHarm(next.lower) || REPORTING_VERBS.has(next.lower))
    return false
  return !WEEKDAYS.has(next.lower) && !/(?:ed|ly|ing)$/u.test(next.lower) && !HARM_VERBS.has(next.lower)
}

/** Whether a word that names people stands within the next few words of the same phrase. */
function leadsToPerson(tokens: readonly Token[], at: number, reach = 4): boolean {
  for (let i = at; i < at + reach && i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || (token.kind !== 'word' && token.text !== '-')) return false
    const word = wordOf(token)
    if ((word & WORD.person) !== 0) return true
    if ((word & (WORD.closes | WORD.function)) !== 0) return false
  }
  return false
}

/** One past "53-year-old" or "12-year-olds" when the tokens at `at` are an age; else -1. */
function ageEnd(tokens: readonly Token[], at: number): number {
  const [dash, word] = [tokens[at + 1], tokens[at + 2]]
  const ages = /^(?:year|month|week|day)s?-olds?$/u
  if (dash?.text === '-' && word !== undefined && ages.test(word.lower)) return at + 3
  if (dash !== undefined && ages.test(dash.lower)) return at + 2
  return -1
}

function closingBracket(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < tokens.length && i <= at + MAX_BRACKET_TOKENS; i++)
    if (tokens[i]?.text === ')' || tokens[i]?.text === ']') return i
  return -1
}
