import type { Scope } from '../../model/claim.ts'
import type { Trace } from '../../model/trace.ts'
import type { When } from '../../model/when.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import type { TimeIndex } from '../times/time-index.ts'

export interface ScopedFigure {
  readonly scope: Scope
  /** Position of the whole in the list of mentions, or null. */
  readonly subsetOf: number | null
  readonly period: When | null
  readonly trace: readonly Trace[]
}

/** Says for each figure whether it counts one incident, a part of another figure, a total over a period, or none of these. */
export function assignScope(
  figures: readonly FigureMention[],
  _sentences: readonly Sentence[],
  _times: TimeIndex,
): ScopedFigure[] {
  return figures.map((figure) => ({
    scope: figure.partOf === null ? 'incident' : 'subset',
    subsetOf: figure.partOf,
    period: null,
    trace: [],
  }))
}
