import type { Span } from '../../model/span.ts'

/** How many, as written (codebook, "Figures: low / high"). The span covers number and modifiers ("at least 21,000"). */
export interface Quantity extends Span {
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly vague: string | null
  /** Token positions in the sentence, half-open. */
  readonly tokenStart: number
  readonly tokenEnd: number
}
