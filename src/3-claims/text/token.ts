import type { Span } from '../../model/span.ts'

/**
 * `number`: digits with their separators ("2,500", "3.5"). `word`: letters, with inner hyphens, apostrophes and digits
 * ("air-strike", "Su-25", "U.S."). `clitic`: "'s", "n't" and their like, cut off the word. `open` and `close`:
 * double quotation marks by direction; `punct`: everything else.
 */
export type TokenKind = 'word' | 'number' | 'clitic' | 'open' | 'close' | 'punct'

export interface Token extends Span {
  readonly kind: TokenKind
  readonly text: string
  /** Lower case, apostrophes folded to "'". */
  readonly lower: string
  /** Number of its spelling, by which tables of words find it (word-table.ts); 0 where it has none. */
  readonly spelling: number
}
