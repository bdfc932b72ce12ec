import { cleanText } from './clean-text.ts'
import { splitGraphemes } from './display-width.ts'
import { keepDirection } from './keep-direction.ts'

/** Longer names and titles are cut: nobody is called so, and the cut says how much there is. */
const MAX_UNITS = 240
/** Marks on one letter; more of them are drawn over the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/**
 * Text of a document as it may stand in a line or a cell of a table: without control characters, line breaks, marks piled
 * up over other lines and changes of direction, and cut where it is longer than any name or title.
 */
export function cleanCell(text: string): string {
  const cut = text.length > MAX_UNITS ? cutText(text) : text
  return keepDirection(cleanText(cut).replace(/\s+/gu, ' ').replace(STACKED, '$1'))
}

function cutText(text: string): string {
  const whole = splitGraphemes(text.slice(0, MAX_UNITS)).slice(0, -1).join('')
  return `${whole}… (${text.length.toLocaleString('en-GB')} characters)`
}
