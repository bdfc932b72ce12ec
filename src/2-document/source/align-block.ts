import { decodeEntities } from '../html/decode-entities.ts'

/** Equal characters of a block's text and of the page's source. */
export interface AlignedRun {
  /** Offset in the block's text. */
  readonly textStart: number
  /** UTF-16 offset in the decoded source. */
  readonly sourceStart: number
  readonly length: number
}

/** So much of the source is looked through for one character of text: markup inside a block. */
const MAX_MARKUP_UNITS = 4000
const MAX_REFERENCE_UNITS = 34
const REFERENCE = /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iu
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/u
/** So many units of text are searched for again where text and source part, so far ahead, and so often in one block. */
const SEARCH_UNITS = 16
const MIN_SEARCH_UNITS = 8
const MAX_SEARCH_UNITS = 6000
const MAX_RESTARTS = 40
/** So much of the text is passed over at most to find its next words. */
const MAX_SKIPPED_UNITS = 120

/**
 * Finds the stretches of a block's text that stand unchanged in the page's source behind the start tag of the block:
 * broken by markup, character references and collapsed white space.
 *
 * @param from offset in the source behind the start tag
 */
export function alignBlock(text: string, source: string, from: number): AlignedRun[] {
  const runs: AlignedRun[] = []
  let state: Position = { text: 0, source: from }
  for (let tries = 0; tries <= MAX_RESTARTS && state.text < text.length; tries++) {
    state = align(text, source, state, runs)
    const next = findAgain(text, source, state)
    if (next === null) break
    state = next
  }
  return runs
}

interface Position {
  readonly text: number
  readonly source: number
}

/** After markup whose content is no text: the next words of the text that stand in the source ahead. */
function findAgain(text: string, source: string, { text: i, source: at }: Position): Position | null {
  const ahead = source.slice(at, at + MAX_SEARCH_UNITS)
  for (let skip = i; skip < text.length && skip < i + MAX_SKIPPED_UNITS; skip = nextWord(text, skip)) {
    const words = text.slice(skip, skip + SEARCH_UNITS)
    if (words.length < MIN_SEARCH_UNITS) return null
    const found = ahead.indexOf(words)
    if (found !== -1) return { text: skip, source: at + found }
  }
  return null
}

function nextWord(text: string, from: number): number {
  const space = text.indexOf(' ', from + 1)
  return space === -1 ? text.length : space + 1
}

/** Aligns from a position on until text and source differ; adds the equal stretches to `runs`. */
function align(text: string, source: string, from: Position, runs: AlignedRun[]): Position {
  let run: { textStart: number; sourceStart: number; length: number } | null = null
  const close = (): void => {
    if (run !== null) runs.push(run)
    run = null
  }
  let { text: i, source: at } = from
  let limit = at + MAX_MARKUP_UNITS
  while (i < text.length && at < source.length && at < limit) {
    const char = source[at] ?? ''
    if (char === text[i] && !(char === '&' && REFERENCE.test(source.slice(at, at + MAX_REFERENCE_UNITS)))) {
      run ??= { textStart: i, sourceStart: at, length: 0 }
      run.length++
      at++
      i++
      limit = at + MAX_MARKUP_UNITS
    } else if (char === '<') {
      close()
      const isComment = source.startsWith('<!--', at)
      const end = source.indexOf(isComment ? '-->' : '>', at)
      if (end === -1) break
      at = end + (isComment ? 3 : 1)
    } else if (char === '&') {
      close()
      const end = source.indexOf(';', at)
      if (end === -1 || end - at > MAX_REFERENCE_UNITS) break
      const decoded = decodeEntities(source.slice(at, end + 1))
        .replace(/\s/gu, ' ')
        .replace(INVISIBLE, '')
      at = end + 1
      if (text.startsWith(decoded, i)) i += decoded.length
      else if (decoded !== ' ') break
    } else if (/\s/u.test(char)) {
      close()
      while (/\s/u.test(source[at] ?? '')) at++
      if (text[i] === ' ') i++
    } else if (INVISIBLE.test(char)) {
      close()
      at++
    } else if (text[i] === ' ') {
      close()
      i++
    } else {
      break
    }
  }
  close()
  return { text: i, source: at }
}
