import { isCapitalLetter, isDigit, isLetter, isSmallLetter } from './ascii.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** Line breaks inside a hard-wrapped line end no sentence. */
const LINE_BREAK = /[\r\n]/gu
/** Longer stretches are handed to the segmenter in parts: its cost grows faster than their length. */
export const MAX_LINE_UNITS = 20_000
/** ASCII but control characters, dashes and curly quotes: what the plain rules know. */
const KNOWN = /^[ -~–—‘’“”]*$/u

/**
 * Ends of the sentences of a line by Unicode's rules (UAX #29), as Intl.Segmenter gives them.
 *
 * Most lines hold ASCII and curly quotes alone; for these the few rules that apply are followed here, since a segmenter
 * costs more than everything else that is done with its sentences.
 *
 * @returns positions in UTF-16 units, rising; the last is the length of the text
 */
export function findBoundaries(text: string): number[] {
  const plain = KNOWN.test(text) ? findPlainBoundaries(text) : null
  if (plain !== null) return plain
  const even = text.replace(LINE_BREAK, ' ')
  const ends: number[] = []
  for (const { index, segment } of segmenter.segment(even)) ends.push(index + segment.length)
  return ends
}

/** Follows rules SB6 to SB11, which are named in brackets; null where versions of Unicode differ (a semicolon after a stop). */
function findPlainBoundaries(text: string): number[] | null {
  const ends: number[] = []
  for (let i = 0; i < text.length; i++) {
    const mark = text.charCodeAt(i)
    if (!isTerminator(mark)) continue
    let next = i + 1
    while (isClosing(text.charCodeAt(next))) next++
    while (text.charCodeAt(next) === SPACE) next++
    if (next >= text.length) break
    const after = text.charCodeAt(next)
    if (after === SEMICOLON) return null
    if (isTerminator(after) || isContinuing(after)) continue // [SB8a]
    if (mark === STOP) {
      if (next === i + 1 && isDigit(after)) continue // [SB6]
      if (next === i + 1 && isCapitalLetter(after) && isLetter(text.charCodeAt(i - 1))) continue // [SB7]
      if (goesOnSmall(text, next)) continue // [SB8]
    }
    ends.push(next) // [SB11]
  }
  if (text.length > 0) ends.push(text.length)
  return ends
}

const SPACE = 32
const STOP = 46
const SEMICOLON = 59
const codesOf = (signs: string): ReadonlySet<number> => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
const CLOSING = codesOf(`"'()[]{}‘’“”`)
const CONTINUING = codesOf(',-:–—')

function isTerminator(code: number): boolean {
  return code === STOP || code === 33 || code === 63
}

function isClosing(code: number): boolean {
  return !isLetter(code) && CLOSING.has(code)
}

function isContinuing(code: number): boolean {
  return !isLetter(code) && CONTINUING.has(code)
}

/** Whether the first letter from here on, before any mark that ends a sentence, is a small one. */
function goesOnSmall(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isLetter(code)) return isSmallLetter(code)
    if (isTerminator(code)) return false
  }
  return false
}
