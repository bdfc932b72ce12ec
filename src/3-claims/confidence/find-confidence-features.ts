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

/** Sentences longer than this (UTF-16 units) are read wrong more often. */
const LONG_UNITS = 260
const SHORT_UNITS = 60

/** The features of a claim that its confidence is weighed by, as `name=value` words; their weights are data/models/confidence.ts. */
export function findConfidenceFeatures(input: ConfidenceInput): string[] {
  const { kind, figure, event, attribution, place, when, trace, span, sentence } = input
  const length = sentence.end - sentence.start
  const features = [
    `sentence=${length > LONG_UNITS ? 'long' : length < SHORT_UNITS ? 'short' : 'middling'}`,
    `claimant=${attribution.claimant.kind}`,
    `stance=${attribution.stance}`,
    `cue=${attribution.cue !== null}`,
    `hedged=${attribution.hedges.length > 0}`,
    `relayed=${attribution.relay.length > 0}`,
    `place=${place === null ? 'none' : place.geonameId === null && place.lat === null ? 'unresolved' : 'resolved'}`,
    `when=${when === null ? 'none' : when.datePrec === 1 ? 'day' : 'interval'}`,
    ...trace.map(({ rule }) => `rule=${rule}`),
  ]
  if (figure !== null) {
    features.push(
      `measure=${figure.measure}`,
      `scope=${figure.scope}`,
      `who=${figure.who.join('+')}`,
      `form=${formOf(figure)}`,
      `attributed scope=${figure.scope} ${attribution.claimant.kind}`,
    )
  }
  if (event !== null)
    features.push(`type=${event.acled.subEvent}`, `words=${span.end - span.start > 12 ? 'several' : 'few'}`)
  if (kind === 'statement') features.push(`span=${span.end - span.start > 120 ? 'long' : 'short'}`)
  return features
}

/** How the number is written. */
function formOf(figure: NonNullable<Claim['figure']>): string {
  if (figure.vague !== null) return 'vague'
  if (/\d/u.test(figure.asWritten)) return figure.low === figure.high ? 'digits' : 'digits, bounded'
  if (figure.low === 1 && figure.high === 1) return 'one'
  return figure.low === figure.high ? 'words' : 'words, bounded'
}
