import type { Claim } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'

/** What the confidence of a claim may look at: the claim itself, before it has one. */
export interface ConfidenceInput extends Pick<
  Claim,
  'kind' | 'figure' | 'event' | 'attribution' | 'place' | 'when' | 'trace'
> {
  readonly span: Span
  readonly sentence: Span
}

/** Takes one feature: `name` and `value`, written `name=value` in the models. */
export type TakeFeature = (name: string, value: string) => void

/** Sentences longer than this (UTF-16 units) are read wrong more often. */
const LONG_UNITS = 260
const SHORT_UNITS = 60

/** The features of a claim that its confidence is weighed by, as `name=value` words; their weights are data/models/confidence.ts. */
export function findConfidenceFeatures(input: ConfidenceInput): string[] {
  const features: string[] = []
  tellConfidenceFeatures(input, (name, value) => features.push(`${name}=${value}`))
  return features
}

/** Hands the features of a claim to `take`, one after the other, without writing them out as words. */
export function tellConfidenceFeatures(input: ConfidenceInput, take: TakeFeature): void {
  const { kind, figure, event, attribution, place, when, trace, span, sentence } = input
  take('claimant', attribution.claimant.kind)
  take('stance', attribution.stance)
  take('hedged', attribution.hedges.length > 0 ? 'true' : 'false')
  for (const { rule } of trace) take('rule', rule)
  if (figure !== null) {
    take('measure', figure.measure)
    take('scope', figure.scope)
    take('form', formOf(figure))
    // For figures the words below only fitted the sets they were trained on: held-out claims came out surer than right.
    return
  }
  const length = sentence.end - sentence.start
  take('sentence', length > LONG_UNITS ? 'long' : length < SHORT_UNITS ? 'short' : 'middling')
  take('cue', attribution.cue === null ? 'false' : 'true')
  take('relayed', attribution.relay.length > 0 ? 'true' : 'false')
  take('place', place === null ? 'none' : place.geonameId === null && place.lat === null ? 'unresolved' : 'resolved')
  take('when', when === null ? 'none' : when.datePrec === 1 ? 'day' : 'interval')
  if (event !== null) {
    take('type', event.acled.subEvent)
    take('words', span.end - span.start > 12 ? 'several' : 'few')
  }
  if (kind === 'statement') take('span', span.end - span.start > 120 ? 'long' : 'short')
}

/** How the number is written. */
function formOf(figure: NonNullable<Claim['figure']>): string {
  if (figure.vague !== null) return 'vague'
  if (/\d/u.test(figure.asWritten)) return figure.low === figure.high ? 'digits' : 'digits, bounded'
  if (figure.low === 1 && figure.high === 1) return 'one'
  return figure.low === figure.high ? 'words' : 'words, bounded'
}
