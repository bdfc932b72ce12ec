import { isDigit, isLetter, isLetterOrDigit } from './ascii.ts'
import { noteMarkEnd } from './note-mark.ts'
import { spellingOf } from './spellings.ts'
import type { Token, TokenKind } from './token.ts'

/** Every token there is; `tokenize` asks it wherever a look at ASCII letters alone does not settle where the token ends. */
const TOKEN =
  /(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|((?:\p{L}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*)|(['’](?:s|S|d|D|ll|LL|re|RE|ve|VE|m|M)(?![\p{L}\p{N}]))|(``|''|["“”„«»])|([^\s])/uy
const POSSESSIVE = /(['’][sS]|[nN]['’][tT])$/u
const SPACE = 32
const QUOTE = 34
const APOSTROPHE = 39
const COMMA = 44
const HYPHEN = 45
const STOP = 46
const BACKTICK = 96
const BRACKET = 91
const ASCII_END = 128

/**
 * Cuts a stretch of text into tokens.
 *
 * @param text the sentence
 * @param offset position of `text` in the document, added to every span (UTF-16, half-open)
 * @returns tokens in reading order, not overlapping; white space and note marks ("[2]") are between them and in none
 */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = []
  let quoteOpen = false
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === SPACE) {
      at++
      continue
    }
    if (code === BRACKET) {
      const behind = noteMarkEnd(text, at)
      if (behind > 0) {
        at = behind
        continue
      }
    }
    const end = plainEnd(text, at, code)
    if (end > 0) {
      const kind = isLetter(code) ? 'word' : isDigit(code) ? 'number' : 'punct'
      push(tokens, kind, offset + at, text.slice(at, end))
      at = end
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (match === null) {
      at++ // White space.
      continue
    }
    const [piece, number, word, clitic, quote] = match
    if (number !== undefined) push(tokens, 'number', offset + at, piece)
    else if (word !== undefined) pushWord(tokens, offset + at, piece)
    else if (clitic !== undefined) push(tokens, 'clitic', offset + at, piece)
    else if (quote !== undefined) {
      quoteOpen = piece === '“' || piece === '„' || piece === '«' || piece === '``' || (piece === '"' && !quoteOpen)
      push(tokens, quoteOpen ? 'open' : 'close', offset + at, piece)
    } else push(tokens, 'punct', offset + at, piece)
    at += piece.length
  }
  return tokens
}

/**
 * End of a token of ASCII alone that nothing behind it can lengthen: a word without apostrophe, digits without
 * separators, a sign that is no quotation mark.
 *
 * @returns -1 where that is not sure
 */
function plainEnd(text: string, at: number, code: number): number {
  if (isLetter(code)) return plainWordEnd(text, at)
  if (isDigit(code)) {
    let end = at + 1
    while (isDigit(text.charCodeAt(end))) end++
    const next = text.charCodeAt(end)
    return next === COMMA || next === STOP || next >= ASCII_END ? -1 : end
  }
  const isSign = code > SPACE && code < ASCII_END && code !== QUOTE && code !== APOSTROPHE && code !== BACKTICK
  return isSign ? at + 1 : -1
}

function plainWordEnd(text: string, at: number): number {
  let end = at + 1
  for (;;) {
    const code = text.charCodeAt(end)
    if (isLetterOrDigit(code)) end++
    else if (code === HYPHEN) {
      const next = text.charCodeAt(end + 1)
      if (next >= ASCII_END) return -1
      if (!isLetterOrDigit(next)) return end
      end += 2
    } else if (code === APOSTROPHE || code >= ASCII_END) return -1
    // "U.S.": letters with stops.
    else return code === STOP && end === at + 1 ? -1 : end
  }
}

/** A word, and its "'s" or "n't" as a token of its own. */
function pushWord(tokens: Token[], start: number, piece: string): void {
  const tail = POSSESSIVE.exec(piece)
  if (tail !== null && tail.index > 0) {
    push(tokens, 'word', start, piece.slice(0, tail.index))
    push(tokens, 'clitic', start + tail.index, piece.slice(tail.index))
  } else push(tokens, 'word', start, piece)
}

function push(tokens: Token[], kind: TokenKind, start: number, text: string): void {
  const end = start + text.length
  // Numbers are too many to be remembered.
  if (kind === 'number') tokens.push({ kind, start, end, text, lower: text, spelling: 0 })
  else {
    const spelling = spellingOf(text)
    tokens.push({ kind, start, end, text: spelling.text, lower: spelling.lower, spelling: spelling.number })
  }
}
