import { SCOPE_MODEL } from '../../../data/models/scope.ts'
import { type Measure, type Scope, SCOPES } from '../../model/claim.ts'
import type { Trace } from '../../model/trace.ts'
import type { When } from '../../model/when.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import { judge } from '../scoring/linear-model.ts'
import type { Sentence } from '../text/sentence.ts'
import { isRememberedRoughly, type TimeIndex, type TimeMention } from '../times/time-index.ts'
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
  const stretches = findStretches(times)
  const scopes = inHeadlines(
    read.map((one) => ofThePast(overStretch(decide(one), one.figure, stretches), one.figure, times)),
    figures,
    sentences,
  )
  return read.map(({ figure }, i) => {
    const { scope, trace } = scopes[i] ?? INCIDENT
    return {
      scope,
      subsetOf: scope === 'subset' ? findWhole(i, figures, (j) => scopes[j]?.scope ?? 'incident') : null,
      period: scope === 'cumulative' ? periodOf(figure, times) : null,
      trace: [trace],
    }
  })
}

/** A longer stretch from one day to another is no single incident's. */
const STRETCH_DAYS = 7
const DAY_MS = 86_400_000

/** Sentences that name a stretch of time by its first and its last day ("from 24 February to 8 January"), with the words for its start. */
function findStretches({ mentions }: TimeIndex): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let since: TimeMention | null = null
  for (const mention of mentions) {
    if (mention.relation === 'since') since = mention
    else if (mention.relation === 'until' && since?.sentence === mention.sentence) {
      const first = since.when?.start ?? null
      const last = mention.when?.end ?? null
      if (first !== null && last !== null && Date.parse(last) - Date.parse(first) >= STRETCH_DAYS * DAY_MS)
        found.set(mention.sentence, since.when?.asWritten ?? '')
    }
  }
  return found
}

/** What is counted from one day to another, weeks later, is a total. */
function overStretch(decision: Decision, figure: FigureMention, stretches: ReadonlyMap<number, string>): Decision {
  const words = stretches.get(figure.sentence)
  if (decision.scope !== 'incident' || words === undefined || figure.measure === 'other_people') return decision
  return {
    scope: 'cumulative',
    trace: { rule: 'scope/from-day-to-day', quote: words, reason: 'counted from one day to another' },
  }
}

/** So many dead or missing of a month or a year long past are the count of a chapter, persons. */
const CHAPTER = 1000

/** "More than 4,000 men were killed in March 1991", in a text of remembrance: the total of those weeks, no one moment's toll. */
function ofThePast(decision: Decision, figure: FigureMention, times: TimeIndex): Decision {
  if (times.rememberedUntil === null || decision.scope !== 'incident' || figure.measure === 'other_people')
    return decision
  const isMany = (figure.low ?? figure.high ?? 0) >= CHAPTER
  const when = isMany ? times.whenOf(figure.sentence, figure.span, 'story') : null
  if (!isRememberedRoughly(times, when)) return decision
  return {
    scope: 'cumulative',
    trace: { rule: 'scope/remembered', quote: when?.asWritten ?? '', reason: 'the total of a time long past' },
  }
}

/** The period of a total; of one remembered, the time that the story gives it. */
function periodOf({ sentence, span, low, high }: FigureMention, times: TimeIndex): When | null {
  const period = times.periodOf(sentence, span)
  if (period !== null || times.rememberedUntil === null || (low ?? high ?? 0) < CHAPTER) return period
  const when = times.whenOf(sentence, span, 'story')
  return isRememberedRoughly(times, when) ? when : null
}

/**
 * A headline counts what its text counts: where that is nothing but totals, it is one too; where the text has none of its measure
 * and counts one incident, a total that the headline's few words only suggested is none.
 */
function inHeadlines(
  decisions: readonly Decision[],
  figures: readonly FigureMention[],
  sentences: readonly Sentence[],
): readonly Decision[] {
  const isHeadline = ({ sentence }: FigureMention): boolean => sentences[sentence]?.role === 'headline'
  const told = new Map<Measure, Set<Scope>>()
  let isTotals = true
  let isTold = false
  decisions.forEach(({ scope }, i) => {
    const figure = figures[i]
    if (figure === undefined || isHeadline(figure) || figure.measure === 'other_people') return
    if (scope === 'subset' || scope === 'other') return
    isTold = true
    if (scope !== 'cumulative') isTotals = false
    const scopes = told.get(figure.measure)
    if (scopes === undefined) told.set(figure.measure, new Set([scope]))
    else scopes.add(scope)
  })
  if (!isTold) return decisions
  return decisions.map((decision, i) => {
    const figure = figures[i]
    if (figure === undefined || !isHeadline(figure)) return decision
    const quote = figure.asWritten
    if (isTotals && decision.scope === 'incident')
      return {
        scope: 'cumulative',
        trace: { rule: 'scope/headline-of-totals', quote, reason: 'the text counts totals only' },
      }
    const isOfIncident = told.get(figure.measure)?.has('incident') === true && told.get(figure.measure)?.size === 1
    if (decision.scope !== 'cumulative' || decision.trace.rule !== WEIGHED || !isOfIncident) return decision
    return {
      scope: 'incident',
      trace: { rule: 'scope/headline-of-incident', quote, reason: 'the text counts one incident only' },
    }
  })
}

interface Decision {
  readonly scope: Scope
  readonly trace: Trace
}

const WEIGHED = 'scope/weighed'
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
  return { scope, trace: { rule: WEIGHED, quote, reason } }
}
