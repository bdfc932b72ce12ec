import type { Token, TokenKind } from './token.ts'

const TOKEN =
  /(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|((?:\p{L}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*)|(['’](?:s|S|d|D|ll|LL|re|RE|ve|VE|m|M)(?![\p{L}\p{N}]))|(``|''|["“”„«»])|([^\s])/gu
const POSSESSIVE = /(['’][sS]|[nN]['’][tT])$/u
const APOSTROPHES = /[’ʼ‘`]/gu

/**
 * Cuts a stretch of text into tokens.
 *
 * @param text the sentence
 * @param offset position of `text` in the document, added to every span (UTF-16, half-open)
 * @returns tokens in reading order, not overlapping; white space is between them and in none
 */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = []
  let quoteOpen = false
  const push = (kind: TokenKind, start: number, piece: string): void => {
    tokens.push({
      kind,
      start: offset + start,
      end: offset + start + piece.length,
      text: piece,
      lower: piece.toLowerCase().replace(APOSTROPHES, "'"),
    })
  }
  for (const match of text.matchAll(TOKEN)) {
    const at = match.index
    const [piece, number, word, clitic, quote] = match
    if (number !== undefined) push('number', at, piece)
    else if (word !== undefined) {
      const tail = POSSESSIVE.exec(piece)
      if (tail !== null && tail.index > 0) {
        push('word', at, piece.slice(0, tail.index))
        push('clitic', at + tail.index, piece.slice(tail.index))
      } else push('word', at, piece)
    } else if (clitic !== undefined) push('clitic', at, piece)
    else if (quote !== undefined) {
      const opens: boolean =
        piece === '“' || piece === '„' || piece === '«' || piece === '``' || (piece === '"' && !quoteOpen)
      quoteOpen = opens
      push(opens ? 'open' : 'close', at, piece)
    } else push('punct', at, piece)
  }
  return tokens
}
