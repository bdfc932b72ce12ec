import { SCALES, SMALL_NUMBERS } from '../../../data/words/number-words.ts'
import type { Token } from '../text/token.ts'

/** A number read off the tokens: its value and one past its last token. */
export interface ReadNumber {
  readonly value: number
  readonly end: number
}

const DIGITS = /^\d+(?:\.\d+)?$/u
const GROUP_SPACES = /[,\u00a0\u202f]/gu

/**
 * Reads the number that begins at a token: digits ("2,500", "473 400"), digits with a scale ("2.5 million"), words
 * ("twenty-one", "a hundred and seventy", "half a million", "two dozen", "a couple").
 *
 * @returns null when no number begins there
 */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'number') return readDigits(tokens, at)
  if (token.kind !== 'word') return null
  return readHalf(tokens, at) ?? readQuarter(tokens, at) ?? readCouple(tokens, at) ?? readWords(tokens, at)
}

function readDigits(tokens: readonly Token[], at: number): ReadNumber | null {
  const plain = (tokens[at]?.text ?? '').replace(GROUP_SPACES, '')
  if (!DIGITS.test(plain) || (plain.length > 1 && plain.startsWith('0'))) return null
  let value = Number(plain)
  let end = at + 1
  // "473 400": a space for the thousands, only where nothing but whole groups of three follows.
  if (plain.length <= 3 && !plain.includes('.') && value > 0) {
    let next = tokens[end]
    while (
      end < at + 4 &&
      next?.kind === 'number' &&
      /^\d{3}$/u.test(next.text) &&
      next.start === (tokens[end - 1]?.end ?? 0) + 1
    ) {
      value = value * 1000 + Number(next.text)
      end++
      next = tokens[end]
    }
  }
  const scaled = readScales(tokens, end, value)
  if (scaled !== null) return scaled
  return Number.isInteger(value) ? { value, end } : null
}

/** "a quarter of a million", "three quarters of a million". */
function readQuarter(tokens: readonly Token[], at: number): ReadNumber | null {
  const count = tokens[at]?.lower === 'a' ? 1 : tokens[at]?.lower === 'three' ? 3 : 0
  const noun = tokens[at + 1]?.lower
  if (count === 0 || (noun !== 'quarter' && noun !== 'quarters')) return null
  const scale = SCALES.get(tokens[at + 4]?.lower ?? '')
  const isOfA = tokens[at + 2]?.lower === 'of' && tokens[at + 3]?.lower === 'a'
  return !isOfA || scale === undefined ? null : { value: (scale * count) / 4, end: at + 5 }
}

/** "half a million", "half a dozen", "half-a-dozen". */
function readHalf(tokens: readonly Token[], at: number): ReadNumber | null {
  const lower = tokens[at]?.lower
  if (lower === 'half-a-dozen' || lower === 'half-dozen') return { value: 6, end: at + 1 }
  if (lower !== 'half' && !(lower === 'a' && tokens[at + 1]?.lower === 'half')) return null
  let i = lower === 'half' ? at + 1 : at + 2
  if (tokens[i]?.lower === 'a') i++
  const scale = SCALES.get(tokens[i]?.lower ?? '')
  return scale === undefined ? null : { value: scale / 2, end: i + 1 }
}

/** "a couple", "a couple of". */
function readCouple(tokens: readonly Token[], at: number): ReadNumber | null {
  const start = tokens[at]?.lower === 'a' ? at + 1 : at
  if (tokens[start]?.lower !== 'couple') return null
  if (tokens[start + 1]?.lower === 'of') return { value: 2, end: start + 1 }
  return null
}

function readWords(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = tokens[at]?.lower ?? ''
  if (first === 'a' || first === 'an') {
    const scale = SCALES.get(tokens[at + 1]?.lower ?? '')
    return scale === undefined || scale === 1e9 ? null : readScales(tokens, at + 1, 1)
  }
  const small = smallNumber(first)
  if (small === null) return null
  let value = small
  let end = at + 1
  if (value >= 20 && value % 10 === 0) {
    const hasDash = tokens[end]?.text === '-'
    const unit = SMALL_NUMBERS.get(tokens[hasDash ? end + 1 : end]?.lower ?? '')
    if (unit !== undefined && unit < 10) {
      value += unit
      end += hasDash ? 2 : 1
    }
  }
  return readScales(tokens, end, value) ?? { value, end }
}

/** "twenty" or "twenty-one"; null for any other word. */
function smallNumber(lower: string): number | null {
  const whole = SMALL_NUMBERS.get(lower)
  if (whole !== undefined) return whole
  const dash = lower.indexOf('-')
  if (dash < 0) return null
  const tens = SMALL_NUMBERS.get(lower.slice(0, dash))
  const units = SMALL_NUMBERS.get(lower.slice(dash + 1))
  return tens !== undefined && units !== undefined && tens >= 20 && units < 10 ? tens + units : null
}

/** Scales after a number, and what is added after them: "two hundred and fifty thousand". Null when no scale follows. */
function readScales(tokens: readonly Token[], at: number, head: number): ReadNumber | null {
  let i = tokens[at]?.text === '-' && SCALES.has(tokens[at + 1]?.lower ?? '') ? at + 1 : at
  let scale = SCALES.get(tokens[i]?.lower ?? '')
  if (scale === undefined) return null
  let total = 0
  let group = head
  while (scale !== undefined) {
    if (scale >= 1000) {
      total += group * scale
      group = 0
    } else group = (group === 0 ? 1 : group) * scale
    i++
    const added = readAddend(tokens, i, scale)
    if (added !== null) {
      group += added.value
      i = added.end
    }
    scale = SCALES.get(tokens[i]?.lower ?? '')
  }
  const value = Math.round(total + group)
  return { value, end: i }
}

/** "and seventy" after a hundred, "five hundred" after a thousand. */
function readAddend(tokens: readonly Token[], at: number, scale: number): ReadNumber | null {
  const joined = tokens[at]?.lower === 'and'
  const i = joined ? at + 1 : at
  const small = smallNumber(tokens[i]?.lower ?? '')
  if (small === null || small >= scale) return null
  let value = small
  let end = i + 1
  const unit = SMALL_NUMBERS.get(tokens[end]?.lower ?? '')
  if (value >= 20 && value % 10 === 0 && unit !== undefined && unit < 10) {
    value += unit
    end++
  }
  // "a thousand and two wounded" is one number; "a dozen and two wounded" are two.
  if (joined && scale === 12) return null
  return { value, end }
}
