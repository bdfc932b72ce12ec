import type { Span } from '../../model/span.ts'
import { type Quotation, quotationAt } from './find-quotations.ts'

/**
 * Widens what is said to the whole quotation it touches: a quotation that begins or ends in the sentence of its attribution may run over
 * sentences before or after it. A quotation that holds the attribution itself widens nothing.
 */
export function widenToQuotations(
  content: readonly Span[],
  cue: Span,
  quotations: readonly Quotation[],
): readonly Span[] {
  if (quotations.length === 0) return content
  const around = quotationAt(quotations, cue.start)
  const at = (position: number): Quotation | null => {
    const quotation = quotationAt(quotations, position)
    return quotation === around ? null : quotation
  }
  return content.map(({ start, end }) => {
    const first = at(start)
    const last = at(end - 1)
    return {
      start: first === null ? start : Math.min(start, first.start),
      end: last === null ? end : Math.max(end, last.end),
    }
  })
}
