import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Day } from './calendar.ts'
import type { Anchors } from './find-anchors.ts'
import { type ResolvedMention, type SentenceAnchor, whenOfDays } from './find-mentions.ts'
import { type PlacedMention, placeMentions, tellsOfHarm } from './place-mentions.ts'
import type { Interval } from './scene.ts'

/** What the sentences before (or, for headline and lead, after) say of the time of the incident told. */
interface Context {
  readonly interval: Interval
  readonly anchor: When['anchor']
}

/** A story's own date lies this near before the day it was written, in days. */
const STORY_DAYS = 14
/** Background told in passing dates the next sentences of its own paragraph only, and at most so many. */
const BACKGROUND_SENTENCES = 3
/** Where the story's date is looked for when no sentence about violence names one. */
const LEAD_SENTENCES = 6

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
    const context = this.#contexts[index] ?? null
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
  for (const candidate of placed) {
    if (candidate.dates === 'speech') continue
    const cost = costOf(sentence, candidate, span)
    if (cost < bestCost) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

function costOf(sentence: Sentence, candidate: PlacedMention, span: Span): number {
  const { tokens } = sentence
  const { from, to, mention, opensClause } = candidate
  const bounded = mention.relation === 'since' || mention.relation === 'until' ? OTHER_CLAUSE : 0
  if (mention.start < span.end && mention.end > span.start) return bounded
  const isBefore = mention.end <= span.start
  let cost = 0
  for (let i = isBefore ? to : from - 1; i >= 0 && i < tokens.length; i += isBefore ? 1 : -1) {
    const token = tokens[i]
    if (token === undefined || (isBefore ? token.start >= span.start : token.end <= span.end)) break
    cost += BOUNDARIES.get(token.lower) ?? 1
  }
  if (isBefore && /^(when|in|where)$/u.test(tokens[to]?.lower ?? '') && tokens[to]?.lower === 'when') return bounded + 1
  if (isBefore && opensClause) return bounded + Math.min(cost, FRONTED)
  // A date that opens the next clause does not date what stands before it.
  if (!isBefore && opensClause) return bounded + cost + OTHER_CLAUSE
  return bounded + cost
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

/** For each sentence, the date that its harms take when it names none itself. */
function carryContext(
  sentences: readonly Sentence[],
  placed: readonly (readonly PlacedMention[])[],
  anchorOf: (sentence: Sentence) => SentenceAnchor,
): (Context | null)[] {
  const mains = sentences.map((sentence, i) => mainDate(sentence, placed[i] ?? []))
  const isBackground = (sentence: Sentence, date: Context): boolean => {
    const { day } = anchorOf(sentence)
    return (
      day !== null && (day - date.interval.end > STORY_DAYS || date.interval.end - date.interval.start > STORY_DAYS)
    )
  }
  const anyDates = placed.map((list) => firstEvent(list))
  const story =
    storyDate(sentences, mains, isBackground) ??
    storyDate(sentences.slice(0, LEAD_SENTENCES), anyDates, isBackground) ??
    firstSpeech(sentences, placed) ??
    datelineDay(sentences, anchorOf)
  let current = story
  let background: { readonly date: Context; readonly line: number; left: number } | null = null
  return sentences.map((sentence, i) => {
    const main = mains[i] ?? null
    if (background !== null && (background.line !== sentence.line || background.left <= 0)) background = null
    if (main !== null) {
      if (isBackground(sentence, main)) background = { date: main, line: sentence.line, left: BACKGROUND_SENTENCES }
      else {
        current = main
        background = null
      }
      return current
    }
    if (background === null) return current
    background.left -= 1
    // Who spoke on a day of this week speaks of the story, not of the background just told.
    return placed[i]?.some(({ dates }) => dates === 'speech') === true ? current : background.date
  })
}

/** The date of the first incident told that lies near the day of writing. */
function storyDate(
  sentences: readonly Sentence[],
  mains: readonly (Context | null)[],
  isBackground: (sentence: Sentence, date: Context) => boolean,
): Context | null {
  for (const [i, date] of mains.entries()) {
    const sentence = sentences[i]
    if (date !== null && sentence !== undefined && !isBackground(sentence, date)) return date
  }
  return null
}

/** A report that opens with its own date and names no other tells of that day or the day before. */
function datelineDay(sentences: readonly Sentence[], anchorOf: Anchors['anchorOf']): Context | null {
  const first = sentences[0]
  if (first === undefined) return null
  const { day, kind } = anchorOf(first)
  return day === null || kind !== 'dateline' ? null : { interval: { start: day - 1, end: day }, anchor: 'dateline' }
}

function firstSpeech(sentences: readonly Sentence[], placed: readonly (readonly PlacedMention[])[]): Context | null {
  for (const [i, list] of placed.entries()) {
    const sentence = sentences[i]
    const speech = list.find(({ dates, interval }) => dates === 'speech' && interval.start === interval.end)
    if (speech === undefined || sentence === undefined || !tellsOfHarm(sentence)) continue
    const { interval, mention } = speech
    return { interval: { start: interval.start - 1, end: interval.end }, anchor: mention.when?.anchor ?? 'publication' }
  }
  return null
}

/** The date of what a sentence about violence mainly tells: its first exact one, not one that opens or closes a period. */
function mainDate(sentence: Sentence, placed: readonly PlacedMention[]): Context | null {
  return tellsOfHarm(sentence) ? firstEvent(placed) : null
}

function firstEvent(placed: readonly PlacedMention[]): Context | null {
  const first = placed.find(({ dates, mention }) => dates === 'event' && mention.relation === 'at')
  if (first === undefined) return null
  return { interval: first.interval, anchor: first.mention.when?.anchor ?? 'publication' }
}
