import { displayWidth, splitGraphemes } from './display-width.ts'
import { paint, type Screen, type Style } from './screen.ts'

/** A stretch of text in one style. */
export interface Piece {
  readonly text: string
  readonly styles: readonly Style[]
}

/**
 * Pieces set as lines of at most `width` columns: broken at blanks, and inside a word only where the word alone is
 * wider than a line.
 */
export function wrapPieces(pieces: readonly Piece[], width: number, screen: Screen): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  let blank = ''
  const endLine = (): void => {
    lines.push(line)
    line = ''
    used = 0
    blank = ''
  }
  for (const word of splitWords(pieces)) {
    const size = word.reduce((sum, piece) => sum + displayWidth(piece.text), 0)
    const space = used === 0 ? '' : blank
    if (used > 0 && used + displayWidth(space) + size > width) endLine()
    for (const part of size > width ? word.flatMap(cutPiece) : word) {
      const partSize = displayWidth(part.text)
      if (used > 0 && used + partSize > width) endLine()
      if (used > 0 && blank !== '') {
        line += ' '
        used += 1
      }
      blank = ''
      line += paint(screen, part.styles, part.text)
      used += partSize
    }
    blank = ' '
  }
  if (used > 0) endLine()
  return lines
}

/** Plain text set as lines. */
export function wrapText(text: string, width: number): string[] {
  return wrapPieces([{ text, styles: [] }], width, { width, hasColour: false })
}

/** Runs of pieces without a blank between them. */
function splitWords(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  let word: Piece[] = []
  for (const { text, styles } of pieces) {
    text.split(/[ \t\n]+/u).forEach((part, i) => {
      if (i > 0 && word.length > 0) {
        words.push(word)
        word = []
      }
      if (part !== '') word.push({ text: part, styles })
    })
  }
  if (word.length > 0) words.push(word)
  return words
}

function cutPiece({ text, styles }: Piece): Piece[] {
  return splitGraphemes(text).map((grapheme) => ({ text: grapheme, styles }))
}
