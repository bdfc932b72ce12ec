import { HARM_WORDS } from '../../../data/words/time-cues.ts'
import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Day } from './calendar.ts'
import type { Anchors } from './find-anchors.ts'
import { type ResolvedMention, whenOfDays } from './find-mentions.ts'
import { type Context, carryContext } from './carry-context.ts'
import { type PlacedMention, placeMentions } from './place-mentions.ts'
import { lowerAt } from './scene.ts'

/** Dates harms and events by the words around them; everything is resolved once for the document. */
export class EventDates {
  readonly #sentences: readonly Sentence[]
  readonly #placed: readonly (readonly PlacedMention[])[]
  readonly #contexts: readonly (Context | null)[]
  readonly #anchorOf: Anchors['anchorOf']

  constructor(
    sentences: readonly Sentence[],
    mentions: readonly (readonly ResolvedMention[])[],
    { anchorOf, datelineAt }: Anchors,
  ) {
    this.#sentences = sentences
    this.#anchorOf = anchorOf
    this.#placed = sentences.map((sentence, i) =>
      placeMentions(
        sentence,
        anchorOf(sentence).day,
        (mentions[i] ?? []).filter(
          ({ mention }) => datelineAt === null || mention.start > datelineAt || mention.end <= datelineAt,
        ),
      ),
    )
    this.#contexts = carryContext(sentences, this.#placed, anchorOf)
  }

  /** When the harm or event at `span` happened, or null when the text does not tell. */
  whenOf(index: number, span: Span): When | null {
    const sentence = this.#sentences[index]
    const placed = this.#placed[index]
    if (sentence === undefined || placed === undefined) return null
    const own = nearest(sentence, placed, span)
    if (own !== null)
      return own.mention.relation === 'since' ? sinceThen(own, this.#toldOn(index)) : toldThen(own, placed)
    const speech = placed.find(({ dates }) => dates === 'speech')
    const context = standsAlone(sentence, span) ? null : (this.#contexts[index] ?? null)
    if (context !== null && (speech === undefined || context.interval.start <= speech.interval.end)) {
      return whenOfDays(context.interval, null, context.anchor)
    }
    return speech === undefined ? null : reportedDay(speech)
  }

  /** The day the sentence's news is told: that of the saying, else the day of writing; null when neither is known. */
  #toldOn(index: number): Day | null {
    const sentence = this.#sentences[index]
    const speech = this.#placed[index]?.find(({ dates }) => dates === 'speech')
    return speech?.interval.end ?? (sentence === undefined ? null : this.#anchorOf(sentence).day)
  }

  /** The dated expressions of a sentence by what they date. */
  placedIn(index: number): readonly PlacedMention[] {
    return this.#placed[index] ?? []
  }
}

/** How far around a harm its own words can take it out of the story's time, in UTF-16 units. */
const OWN_WORDS = 60

/** Whether the harm is one of another time, not dated here: "an earlier strike", "each day", "will be evacuated". */
function standsAlone({ tokens }: Sentence, span: Span): boolean {
  return tokens.some((token, i) => {
    const next = lowerAt(tokens, i + 1)
    const nearBy = token.end > span.start - OWN_WORDS && token.start < span.end + OWN_WORDS
    if (!nearBy) return false
    if ((token.lower === 'earlier' || token.lower === 'previous') && HARM_WORDS.has(next)) return true
    if ((token.lower === 'each' || token.lower === 'every' || token.lower === 'per') && next === 'day') return true
    return (token.lower === 'will' || (token.lower === 'set' && /^(for|to)$/u.test(next))) && token.start >= span.end
  })
}

/** News of a day tells of that day or the night before it: two days, and the precision says so. */
function reportedDay({ interval, mention }: PlacedMention): When | null {
  if (interval.start !== interval.end) return mention.when
  return whenOfDays(
    { start: interval.start - 1, end: interval.end },
    mention.when?.asWritten ?? null,
    mention.when?.anchor ?? 'publication',
  )
}

/** A window that ends with the saying ("said on Saturday that 60 died in the past 24 hours") ends on that day. */
export function toldThen(own: PlacedMention, placed: readonly PlacedMention[]): When | null {
  const { interval, mention } = own
  const told = placed.find(({ dates }) => dates === 'speech')
  if (mention.rule !== 'times/window' || told === undefined || told.interval.end >= interval.end) return mention.when
  const days = interval.end - told.interval.end
  return whenOfDays(
    { start: interval.start - days, end: told.interval.end },
    mention.when?.asWritten ?? null,
    mention.when?.anchor ?? 'publication',
  )
}

/** An event dated only by "since": from then to the day it is told. */
function sinceThen({ interval, mention }: PlacedMention, told: Day | null): When | null {
  if (told === null || told < interval.start) return mention.when
  return whenOfDays(
    { start: interval.start, end: told },
    mention.when?.asWritten ?? null,
    mention.when?.anchor ?? 'publication',
  )
}

/** Costs of reaching a date from a harm, in tokens. */
const FRONTED = 10
const CLAUSE = 6
const OTHER_CLAUSE = 15
const TOO_FAR = 60

/** The event date of the sentence that the harm at `span` hangs on, or null. */
export function nearest(sentence: Sentence, placed: readonly PlacedMention[], span: Span): PlacedMention | null {
  let best: PlacedMention | null = null
  let bestCost = TOO_FAR
  for (const candidate of around(placed, span)) {
    if (candidate.dates === 'speech') continue
    const cost = costOf(sentence, candidate, span)
    if (cost < bestCost) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

/** At most so many dates on either side of a harm are weighed: a sentence with more is a list. */
const WEIGHED = 8

/** The dates nearest to the span in reading order, and the one that opens the sentence. */
function around(placed: readonly PlacedMention[], span: Span): readonly PlacedMention[] {
  if (placed.length <= 2 * WEIGHED) return placed
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.mention.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  return [...placed.slice(0, 1), ...placed.slice(Math.max(1, low - WEIGHED), low + WEIGHED)]
}

function costOf(sentence: Sentence, candidate: PlacedMention, span: Span): number {
  const { tokens } = sentence
  const { from, to, mention, opensClause } = candidate
  const bounded = mention.relation === 'since' || mention.relation === 'until' ? OTHER_CLAUSE : 0
  if (mention.start < span.end && mention.end > span.start) return bounded
  const isBefore = mention.end <= span.start
  let cost = 0
  for (let i = isBefore ? to : from - 1; i >= 0 && i < tokens.length && cost < TOO_FAR; i += isBefore ? 1 : -1) {
    const token = tokens[i]
    if (token === undefined || (isBefore ? token.start >= span.start : token.end <= span.end)) break
    cost += BOUNDARIES.get(token.lower) ?? 1
  }
  const after = tokens[to]?.lower ?? ''
  if (isBefore && after === 'when') return bounded + 1
  if (isBefore && opensClause) return bounded + Math.min(cost, FRONTED)
  // A date that opens the next clause does not date what stands before it.
  if (!isBefore && opensClause) return bounded + cost + OTHER_CLAUSE
  // A date that closes its clause does not date the next one: "nine on Monday and four on Sunday".
  return bounded + cost + (isBefore && /^(and|but|,|;)$/u.test(after) ? CLAUSE : 0)
}

const BOUNDARIES: ReadonlyMap<string, number> = new Map([
  [';', OTHER_CLAUSE],
  [':', CLAUSE],
  [',', 2],
  ['and', 2],
  ['but', CLAUSE],
  ['while', CLAUSE],
  ['when', CLAUSE],
  ['after', CLAUSE],
  ['before', CLAUSE],
  ['since', CLAUSE],
  ['following', CLAUSE],
  ['which', CLAUSE],
  ['who', CLAUSE],
  ['where', CLAUSE],
  ['whose', CLAUSE],
  ['that', CLAUSE],
])
