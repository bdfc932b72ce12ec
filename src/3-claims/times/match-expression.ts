import {
  DAY_PARTS,
  FEASTS,
  FREQUENCIES,
  MONTHS,
  REFERENCES,
  SEASONS,
  UNITS,
  WEEKDAYS,
} from '../../../data/words/time-words.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { matchAnniversary } from './link-anniversaries.ts'
import { matchClock, matchDayPart, withPartOfDay } from './match-clock.ts'
import { matchMonth } from './match-dates.ts'
import { matchNumericDate } from './match-numeric-date.ts'
import { matchUnit } from './match-units.ts'
import { matchWeekday } from './match-weekdays.ts'
import { matchCompound, matchFeast, matchNamedDay, matchReference } from './match-words.ts'
import {
  matchCentury,
  matchDecadeWord,
  matchPartOfYear,
  matchSeason,
  matchSpokenYear,
  matchYear,
} from './match-years.ts'
import { withModifier } from './modify-match.ts'
import { lowerAt, type Scene, type TimeMatch } from './scene.ts'

type Matcher = (tokens: readonly Token[], i: number, scene: Scene) => TimeMatch | null

/** The words around which time expressions stand, each with the rules that read it, tried in order. */
const CORES: ReadonlyMap<string, readonly Matcher[]> = coreTable()
const CORE = 1
const HYPHENED = 2
/** Whether a word is a core, or one to be taken apart at its hyphens; most are neither. */
const coreOf = tabulate((lower) => (CORES.has(lower) ? CORE : lower.includes('-') ? HYPHENED : 0))
const PREFIXED = /^(mid|early|late|post|pre)-(.+)$/u

function coreTable(): Map<string, readonly Matcher[]> {
  const table = new Map<string, Matcher[]>()
  const add = (words: Iterable<string>, matcher: Matcher): void => {
    for (const word of words) table.set(word, [...(table.get(word) ?? []), matcher])
  }
  add(MONTHS.keys(), matchMonth)
  add(WEEKDAYS.keys(), matchWeekday)
  add(['quarter', 'half', 'q1', 'q2', 'q3', 'q4'], matchPartOfYear)
  add(['century'], matchCentury)
  add(['anniversary', 'anniversaries'], matchAnniversary)
  add(UNITS.keys(), matchUnit)
  add(SEASONS.keys(), matchSeason)
  add([...DAY_PARTS.keys(), 'overnight'], matchDayPart)
  add(['today', 'tonight', 'yesterday', 'tomorrow'], matchNamedDay)
  add([...REFERENCES.keys(), ...FREQUENCIES.keys()], matchReference)
  add(
    Array.from(FEASTS.keys(), (name) => name.split(/[ ']/u)[0] ?? name),
    matchFeast,
  )
  add(['nineteen', 'eighteen', 'twenty', 'two'], matchSpokenYear)
  add(['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'], matchDecadeWord)
  return table
}

/** The time expression whose core word is token `i` of the sentence, resolved in the scene; null when there is none. */
export function matchExpression(sentence: Sentence, i: number, scene: Scene): TimeMatch | null {
  const { tokens } = sentence
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'number') return matchNumber(sentence, i, scene)
  if (token.kind !== 'word') return null
  const core = coreOf(token)
  if (core !== CORE) return core === HYPHENED ? matchHyphened(sentence, i, scene) : null
  for (const matcher of CORES.get(token.lower) ?? []) {
    const match = matcher(tokens, i, scene)
    if (match !== null) return withModifier(tokens, withPartOfDay(tokens, match), scene)
  }
  return null
}

function matchNumber(sentence: Sentence, i: number, scene: Scene): TimeMatch | null {
  const { tokens } = sentence
  const next = lowerAt(tokens, i + 1)
  if (/^[-/.]$/u.test(next) || tokens[i]?.text.includes('.') === true) {
    const numeric = matchNumericDate(tokens, i, scene, sentence)
    if (numeric !== null) return withPartOfDay(tokens, numeric)
  }
  const clock = matchClock(tokens, i, scene)
  if (clock !== null) return clock
  const year = matchYear(tokens, i)
  return year === null ? null : withModifier(tokens, year, scene)
}

/** "mid-November", "post-1959", "two-year", "third-quarter": the parts of a hyphened word are read as words of their own. */
function matchHyphened(sentence: Sentence, i: number, scene: Scene): TimeMatch | null {
  const { tokens } = sentence
  const token = tokens[i]
  if (token === undefined) return null
  const prefixed = PREFIXED.exec(token.lower)
  if (prefixed === null) return matchCompound(tokens, i, scene) ?? quarterWord(tokens, i, scene)
  const [, prefix = '', rest = ''] = prefixed
  const isYear = /^\d{4}s?$/u.test(rest)
  if (!isYear && !CORES.has(rest)) return null
  const cut = token.text.length - rest.length
  const word: Token = {
    kind: 'word',
    start: token.start,
    end: token.start + cut - 1,
    text: prefix,
    lower: prefix,
    spelling: 0,
  }
  const parts: readonly Token[] = isYear
    ? [
        {
          kind: 'number',
          start: token.start + cut,
          end: token.start + cut + 4,
          text: rest.slice(0, 4),
          lower: rest.slice(0, 4),
          spelling: 0,
        },
        ...(rest.length > 4
          ? [{ kind: 'word' as const, start: token.end - 1, end: token.end, text: 's', lower: 's', spelling: 0 }]
          : []),
      ]
    : [
        {
          kind: 'word',
          start: token.start + cut,
          end: token.end,
          text: token.text.slice(cut),
          lower: rest,
          spelling: 0,
        },
      ]
  const opened = [...tokens.slice(0, i), word, ...parts, ...tokens.slice(i + 1)]
  const match = matchExpression({ ...sentence, tokens: opened }, i + 1, scene)
  if (match === null) return null
  return { ...match, from: Math.min(match.from, i), to: Math.max(i + 1, match.to - parts.length) }
}

function quarterWord(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  return /-(quarter|half)$/u.test(lowerAt(tokens, i)) ? matchPartOfYear(tokens, i, scene) : null
}
