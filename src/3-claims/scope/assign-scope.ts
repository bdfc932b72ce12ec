import { SCOPE_MODEL } from '../../../data/models/scope.ts'
import { type Scope, SCOPES } from '../../model/claim.ts'
import type { Trace } from '../../model/trace.ts'
import type { When } from '../../model/when.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import { judge } from '../scoring/linear-model.ts'
import type { Sentence } from '../text/sentence.ts'
import type { TimeIndex } from '../times/time-index.ts'
import { findScopeFeatures, type ReadFigure } from './find-scope-features.ts'
import { findWhole } from './find-whole.ts'

export interface ScopedFigure {
  readonly scope: Scope
  /** Position of the whole in the list of mentions, or null. */
  readonly subsetOf: number | null
  readonly period: When | null
  readonly trace: readonly Trace[]
}

/**
 * Says for each figure whether it counts one incident, a part of another figure, a total over a period, or none of
 * these. Words that leave no doubt decide ("including", "since", "so far"); a small linear model weighs the rest.
 *
 * @param figures mentions in reading order
 * @returns one for each of `figures`, in the same order; `period` only for totals, null where the text does not say
 * @see docs/codebook.md "Figures: scope"
 */
export function assignScope(
  figures: readonly FigureMention[],
  sentences: readonly Sentence[],
  times: TimeIndex,
): ScopedFigure[] {
  const read = findScopeFeatures(figures, sentences)
  const scopes = read.map((one) => decide(one))
  return read.map(({ figure }, i) => {
    const { scope, trace } = scopes[i] ?? INCIDENT
    return {
      scope,
      subsetOf: scope === 'subset' ? findWhole(i, figures, (j) => scopes[j]?.scope ?? 'incident') : null,
      period: scope === 'cumulative' ? times.periodOf(figure.sentence, figure.span) : null,
      trace: [trace],
    }
  })
}

interface Decision {
  readonly scope: Scope
  readonly trace: Trace
}

const INCIDENT: Decision = { scope: 'incident', trace: { rule: 'scope/default', quote: '', reason: 'nothing read' } }

function decide({ features, decision }: ReadFigure): Decision {
  if (decision !== null)
    return {
      scope: decision.scope,
      trace: {
        rule: decision.rule,
        quote: features.get(decision.rule) ?? '',
        reason: `words that mean ${decision.scope}`,
      },
    }
  const { label, probability, strongest } = judge(SCOPE_MODEL, features.keys())
  const scope = SCOPES.find((one) => one === label) ?? 'incident'
  const quote = strongest === null ? '' : (features.get(strongest) ?? '')
  const reason = `weighed ${probability.toFixed(2)}, most for it: ${strongest ?? 'nothing known'}`
  return { scope, trace: { rule: 'scope/weighed', quote, reason } }
}
