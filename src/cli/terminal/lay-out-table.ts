import { displayWidth } from './display-width.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

const GAP = 2
/** Narrower than this a column is not made, whatever the width. */
const MIN_COLUMN = 5
/** A word longer than this (a hash, a URL) is broken before another column has to give way for it. */
const MAX_WORD = 24

/**
 * A table as lines no wider than the screen: headings, then rows whose cells are wrapped inside their columns.
 *
 * The widest column gives way first, down to its longest word where that is possible.
 */
export function layOutTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string[] {
  const all = [headings, ...rows]
  const widest = headings.map((_, i) =>
    Math.min(
      screen.width,
      largest(all, (row) => displayWidth(row[i] ?? '')),
    ),
  )
  const longestWord = headings.map((_, i) =>
    Math.min(
      MAX_WORD,
      largest(all, (row) => Math.max(1, largest((row[i] ?? '').split(' '), displayWidth))),
    ),
  )
  const widths = fitWidths(widest, longestWord, screen.width)
  return [
    ...layOutRow(headings, widths).map((line) => paint(screen, ['bold'], line)),
    ...rows.flatMap((row) => layOutRow(row, widths)),
  ]
}

function fitWidths(widest: readonly number[], longestWord: readonly number[], screenWidth: number): number[] {
  const widths = [...widest]
  const excess = (): number => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1) - screenWidth
  for (const floor of [longestWord, widths.map(() => MIN_COLUMN)]) {
    while (excess() > 0) {
      const at = widths.reduce(
        (best, width, i) => (width > (floor[i] ?? 0) && width > (widths[best] ?? 0) ? i : best),
        -1,
      )
      if (at === -1) break
      widths[at] = (widths[at] ?? 0) - 1
    }
  }
  return widths
}

function layOutRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((width, i) => wrapText(row[i] ?? '', width))
  const height = Math.max(1, ...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, y) =>
    widths
      .map((width, i) => {
        const text = cells[i]?.[y] ?? ''
        return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** A table can have more cells than a call can have arguments. */
function largest<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, size(item)), 0)
}
