import { NUMERALS, ORDINALS, VAGUE_COUNTS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { isDash, lowerAt, touches } from './scene.ts'

/** How many units of time, in the tokens from `from` up to the unit; null when the word is vague ("several"). */
export interface Count {
  readonly from: number
  readonly count: number | null
}

const ORDINAL_TAILS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])
/** Words that may stand between the count and the unit. */
const BETWEEN: ReadonlySet<string> = new Set(
  'more consecutive straight full whole trading working business further additional long successive other calendar'.split(
    ' ',
  ),
)

/** Digits as an integer; null for anything else, decimals included. */
export function integerAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i]
  return token !== undefined && token.kind === 'number' && /^\d{1,7}$/u.test(token.text) ? Number(token.text) : null
}

/** A calendar year in four digits; null otherwise. */
export function yearAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i]
  if (token === undefined || token.kind !== 'number' || token.text.length !== 4) return null
  const year = integerAt(tokens, i)
  return year !== null && year >= 1700 && year <= 2099 ? year : null
}

/** A day of the month at `i`, in digits with or without an ending or as an ordinal word, and the token after it. */
export function monthDayAt(tokens: readonly Token[], i: number): { readonly day: number; readonly to: number } | null {
  const number = integerAt(tokens, i)
  if (number !== null) {
    if (number < 1 || number > 31 || (tokens[i]?.text.length ?? 0) > 2) return null
    return { day: number, to: touches(tokens, i) && ORDINAL_TAILS.has(lowerAt(tokens, i + 1)) ? i + 2 : i + 1 }
  }
  const ordinal = ORDINALS.get(lowerAt(tokens, i))
  return ordinal === undefined ? null : { day: ordinal, to: i + 1 }
}

/** The day of the month that ends right before `i`. */
export function monthDayBefore(
  tokens: readonly Token[],
  i: number,
): { readonly day: number; readonly from: number } | null {
  for (const from of [i - 2, i - 1]) {
    const read = from >= 0 ? monthDayAt(tokens, from) : null
    if (read !== null && read.to === i) return { day: read.day, from }
  }
  return null
}

/** The count that ends right before the unit at `i` ("three", "two to four", "twenty four", "the past few"), or null. */
export function countBefore(tokens: readonly Token[], i: number): Count | null {
  let at = i
  if (BETWEEN.has(lowerAt(tokens, at - 1))) at -= 1
  const direct = simpleCount(tokens, at)
  if (direct === null) return null
  const joint = lowerAt(tokens, direct.from - 1)
  if (joint === 'to' || joint === 'or' || isDash(joint)) {
    const lower = simpleCount(tokens, direct.from - 1)
    if (lower !== null && lower.count !== null) return lower
  }
  return direct
}

function simpleCount(tokens: readonly Token[], i: number): Count | null {
  const word = lowerAt(tokens, i - 1)
  const token = tokens[i - 1]
  if (token === undefined) return null
  if (token.kind === 'number') {
    const value = Number(token.text.replaceAll(',', ''))
    if (lowerAt(tokens, i - 2) === '/' && integerAt(tokens, i - 3) === 1 && value > 0 && value < 10) {
      const whole = integerAt(tokens, i - 4)
      return { from: whole === null ? i - 3 : i - 4, count: (whole ?? 0) + 1 / value }
    }
    return Number.isFinite(value) ? { from: i - 1, count: value } : null
  }
  if (VAGUE_COUNTS.has(word)) return { from: lowerAt(tokens, i - 2) === 'a' ? i - 2 : i - 1, count: null }
  if (word === 'of' && lowerAt(tokens, i - 2) === 'couple') return coupleBefore(tokens, i - 2)
  if (word === 'couple') return coupleBefore(tokens, i - 1)
  if (word === 'of' && (lowerAt(tokens, i - 2) === 'number' || lowerAt(tokens, i - 2) === 'matter')) {
    return { from: lowerAt(tokens, i - 3) === 'a' ? i - 3 : i - 2, count: null }
  }
  if (word === 'a' || word === 'an') return { from: i - 1, count: 1 }
  if (word === 'half' && /^an?$/u.test(lowerAt(tokens, i - 2))) return { from: i - 2, count: 0.5 }
  return wordCount(tokens, i)
}

function coupleBefore(tokens: readonly Token[], i: number): Count {
  return { from: lowerAt(tokens, i - 1) === 'a' ? i - 1 : i, count: 2 }
}

/** "twenty four", "sixty", "a hundred", "two thousand". */
function wordCount(tokens: readonly Token[], i: number): Count | null {
  const word = lowerAt(tokens, i - 1)
  if (word === 'hundred' || word === 'thousand') {
    const factor = word === 'hundred' ? 100 : 1000
    const before = lowerAt(tokens, i - 2)
    const times = before === 'a' ? 1 : NUMERALS.get(before)
    return times === undefined ? null : { from: i - 2, count: times * factor }
  }
  const ones = NUMERALS.get(word)
  if (ones === undefined) return null
  const tens = NUMERALS.get(lowerAt(tokens, i - 2))
  return tens !== undefined && tens >= 20 && tens % 10 === 0 && ones < 10
    ? { from: i - 2, count: tens + ones }
    : { from: i - 1, count: ones }
}

/** A spoken year: "nineteen ninety-six", "two thousand four", "two thousand"; and the token after it. */
export function spokenYearAt(
  tokens: readonly Token[],
  i: number,
): { readonly year: number; readonly to: number } | null {
  const first = lowerAt(tokens, i)
  if (first === 'two' && lowerAt(tokens, i + 1) === 'thousand') {
    const ones = NUMERALS.get(lowerAt(tokens, i + 2))
    return ones === undefined ? { year: 2000, to: i + 2 } : { year: 2000 + ones, to: i + 3 }
  }
  const century = first === 'nineteen' ? 1900 : first === 'eighteen' ? 1800 : first === 'twenty' ? 2000 : null
  const rest = NUMERALS.get(lowerAt(tokens, i + 1))
  if (century === null || rest === undefined || rest < 10) return null
  const ones = rest % 10 === 0 ? NUMERALS.get(lowerAt(tokens, i + 2)) : undefined
  return ones !== undefined && ones > 0 && ones < 10
    ? { year: century + rest + ones, to: i + 3 }
    : { year: century + rest, to: i + 2 }
}
