import type { Attribution } from '../model/claim.ts'
import type { Span } from '../model/span.ts'
import type { Trace } from '../model/trace.ts'
import type { AttributionIndex } from './attribution/attribution-index.ts'
import type { Candidate } from './candidate.ts'
import { scoreConfidence } from './confidence/score-confidence.ts'
import type { EventMention } from './events/event-mention.ts'
import type { FigureMention } from './figures/figure-mention.ts'
import type { PlaceFinding, PlaceIndex } from './places/place-index.ts'
import type { ScopedFigure } from './scope/assign-scope.ts'
import type { StatementMention } from './statements/find-statements.ts'
import type { Sentence } from './text/sentence.ts'
import type { TimeIndex } from './times/time-index.ts'

/** Everything the steps found in one document. */
export interface Findings {
  readonly sentences: readonly Sentence[]
  readonly attributions: AttributionIndex
  readonly places: PlaceIndex
  readonly times: TimeIndex
  readonly figures: readonly FigureMention[]
  /** One for each of `figures`, in the same order. */
  readonly scopes: readonly ScopedFigure[]
  readonly events: readonly EventMention[]
  readonly statements: readonly StatementMention[]
}

type Producer = Candidate['producer']

/** The candidate of each figure, in the order of `findings.figures`. */
export function proposeFigures(findings: Findings, producer: Producer): Candidate[] {
  const { attributions, places, times } = findings
  return findings.figures.map((mention, i) => {
    const scoped = findings.scopes[i]
    const attribution = withMood(attributions.attributionOf(mention.sentence, mention.trigger), mention.mood)
    const figure = {
      measure: mention.measure,
      low: mention.low,
      high: mention.high,
      approx: mention.approx,
      vague: mention.vague,
      asWritten: mention.asWritten,
      who: mention.who,
      scope: scoped?.scope ?? 'incident',
      subsetOf: null,
      period: scoped?.period ?? null,
    }
    const when = scoped?.scope === 'cumulative' ? scoped.period : times.whenOf(mention.sentence, mention.span, 'story')
    const located = places.placeOf(mention.sentence, mention.span, 'story')
    const place = located?.place ?? null
    return scored({
      kind: 'figure',
      span: mention.span,
      sentence: sentenceSpan(findings, mention.sentence),
      attribution,
      figure,
      event: null,
      place,
      when,
      producer,
      trace: tracesOf(mention.trace, scoped?.trace ?? [], located),
    })
  })
}

/** The candidate of each event, in reading order. */
export function proposeEvents(findings: Findings, producer: Producer): Candidate[] {
  return findings.events.map((mention) => {
    const attribution = withMood(findings.attributions.attributionOf(mention.sentence, mention.trigger), mention.mood)
    const located = findings.places.placeOf(mention.sentence, mention.trigger, 'incident')
    const place = located?.place ?? null
    const when = findings.times.whenOf(mention.sentence, mention.trigger, 'incident')
    return scored({
      kind: 'event',
      span: mention.trigger,
      sentence: sentenceSpan(findings, mention.sentence),
      attribution,
      figure: null,
      event: mention.type,
      place,
      when,
      producer,
      trace: tracesOf(mention.trace, [], located),
    })
  })
}

/** The candidate of each statement, in reading order. */
export function proposeStatements(findings: Findings, producer: Producer): Candidate[] {
  return findings.statements.map((mention) => {
    const { claimant, stance, hedges, relay } = mention.frame
    const attribution: Attribution = { claimant, cue: mention.cue, stance, hedges, relay }
    const located = findings.places.placeOf(mention.sentence, mention.span, 'sentence')
    const place = located?.place ?? null
    const when = findings.times.whenOf(mention.sentence, mention.span, 'sentence')
    return scored({
      kind: 'statement',
      span: mention.span,
      sentence: sentenceSpan(findings, mention.sentence),
      attribution,
      figure: null,
      event: null,
      place,
      when,
      producer,
      trace: tracesOf(mention.trace, [], located),
    })
  })
}

/** The candidate with the confidence that all its other fields earn it, written key by key: all candidates are of one shape. */
function scored(candidate: Omit<Candidate, 'confidence'>): Candidate {
  return {
    kind: candidate.kind,
    span: candidate.span,
    sentence: candidate.sentence,
    attribution: candidate.attribution,
    figure: candidate.figure,
    event: candidate.event,
    place: candidate.place,
    when: candidate.when,
    confidence: scoreConfidence(candidate),
    producer: candidate.producer,
    trace: candidate.trace,
  }
}

/** The traces of a mention, of its scope and of its place, in this order. */
function tracesOf(own: readonly Trace[], scope: readonly Trace[], located: PlaceFinding | null): readonly Trace[] {
  const traces = own.concat(scope)
  if (located !== null) traces.push(located.trace)
  return traces
}

function sentenceSpan(findings: Findings, index: number): Span {
  const sentence = findings.sentences[index]
  return sentence === undefined ? { start: 0, end: 0 } : { start: sentence.start, end: sentence.end }
}

/** A denial or a hypothesis in the harm's own verb phrase wins over what the attribution alone would say. */
function withMood(attribution: Attribution, mood: EventMention['mood']): Attribution {
  // Scare quotes are the outlet's distance; where a speaker is named, the words are that speaker's own.
  const isOwnWord = mood === 'accused' && attribution.claimant.kind !== 'outlet'
  if (mood === 'stated' || isOwnWord) return attribution
  const { claimant, cue, hedges, relay } = attribution
  return { claimant, cue, stance: mood, hedges, relay }
}
