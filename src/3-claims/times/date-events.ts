import { ATTACK_NOUNS } from '../../../data/words/tense-cues.ts'
import { HARM_WORDS } from '../../../data/words/time-cues.ts'
import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { Reach } from '../reach.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { Day } from './calendar.ts'
import type { Anchors } from './find-anchors.ts'
import { type ResolvedMention, whenOfDays } from './find-mentions.ts'
import { type Carried, type Context, carryContext, pointsBack, tellsOfHappening } from './carry-context.ts'
import { nearestDate } from './nearest-date.ts'
import { type PlacedMention, placeMentions } from './place-mentions.ts'
import { isMereNaming, readTelling } from './read-telling.ts'
import { lowerAt } from './scene.ts'

/** Dates harms and events by the words around them; everything is resolved once for the document. */
export class EventDates {
  readonly #sentences: readonly Sentence[]
  readonly #placed: readonly (readonly PlacedMention[])[]
  readonly #contexts: readonly (Carried | null)[]
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

  /** When what is claimed at `span` happened, or null when the text does not tell (`TimeIndex.whenOf`). */
  whenOf(index: number, span: Span, reach: Reach): When | null {
    const sentence = this.#sentences[index]
    const placed = this.#placed[index]
    if (sentence === undefined || placed === undefined) return null
    const own = nearestDate(sentence, placed, { span, today: this.#anchorOf(sentence).day })
    const speech = placed.find(({ dates }) => dates === 'speech')
    if (reach === 'sentence') return own?.mention.when ?? null
    if (reach === 'incident' && isMereNaming(sentence, span)) return null
    const opening = own?.mention.relation === 'until' ? openingOf(placed, own) : own
    if (opening?.mention.relation === 'since')
      return sinceThen(opening, untilIn(placed, opening) ?? this.#toldOn(index))
    if (own !== null) return this.#exactDay(index, own) ?? toldThen(own, placed)
    // A date of the sentence that was not taken for this harm is not its.
    const context = standsAlone(sentence, span) ? null : this.#carried(index, span, reach)
    if (context !== null && (speech === undefined || context.interval.start <= speech.interval.end)) {
      return whenOfDays(context.interval, null, context.anchor)
    }
    // The day of the saying bounds what is said, but does not tell its day.
    return null
  }

  /** The date that the sentence takes from its story, where the harm or event is one that the story goes on with. */
  #carried(index: number, span: Span, reach: Reach): Context | null {
    const sentence = this.#sentences[index]
    const carried = this.#contexts[index]
    if (sentence === undefined || carried == null) return null
    const telling = readTelling(sentence, span)
    if (telling === 'timeless' || (telling === 'perfect' && !carried.isLead)) return null
    if (reach === 'story') return carried.context
    if (carried.source !== 'incident') return null
    return carried.isLead || carried.goesOn || takesUpAttack(sentence, span) ? carried.context : null
  }

  /** "died last week … The shooting happened on Friday": the one exact day told right after lies in the week. */
  #exactDay(index: number, { mention, interval }: PlacedMention): When | null {
    if (mention.rule !== 'times/calendar' || interval.end - interval.start > LONG_DAYS) return null
    const after = [1, 2, 3].filter((step) => {
      const sentence = this.#sentences[index + step]
      return sentence !== undefined && tellsOfHappening(sentence)
    })
    const days = after.flatMap((step) =>
      this.placedIn(index + step).filter(
        (near) =>
          near.dates === 'event' &&
          near.mention.relation === 'at' &&
          near.interval.start === near.interval.end &&
          near.interval.start >= interval.start &&
          near.interval.end <= interval.end,
      ),
    )
    const [first] = days
    const isOne = first !== undefined && days.every(({ interval: { start } }) => start === first.interval.start)
    return isOne ? whenOfDays(first.interval, null, 'text') : null
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

/** A week or month named in the lead may be narrowed by the day told after it; longer spans are not. */
const LONG_DAYS = 31

/** How far around a harm its own words can take it out of the story's time, in UTF-16 units. */
const OWN_WORDS = 60
const MODALS: ReadonlySet<string> = new Set(['may', 'might', 'could', 'would'])
const APART: ReadonlySet<string> = new Set(['earlier', 'previous', 'each', 'every', 'per', 'will', 'set', ...MODALS])

/** Whether the harm is one of another time, not dated here: "an earlier strike", "each day", "will be evacuated", "may flee". */
function standsAlone({ tokens }: Sentence, span: Span): boolean {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.start >= span.end + OWN_WORDS) return false
    if (token.end <= span.start - OWN_WORDS || !APART.has(token.lower)) continue
    const next = lowerAt(tokens, i + 1)
    if ((token.lower === 'earlier' || token.lower === 'previous') && HARM_WORDS.has(next)) return true
    if ((token.lower === 'each' || token.lower === 'every' || token.lower === 'per') && next === 'day') return true
    if (MODALS.has(token.lower) && token.text !== 'May' && next !== 'have' && isRightBehind(token, span)) return true
    if ((token.lower === 'will' || (token.lower === 'set' && /^(for|to)$/u.test(next))) && token.start >= span.end)
      return true
  }
  return false
}

/** How far behind a harm's words the modal of its own verb may stand, in UTF-16 units. */
const MODAL_UNITS = 12

function isRightBehind({ start }: Token, span: Span): boolean {
  return start >= span.end && start - span.end <= MODAL_UNITS
}

/** "the attack", "Monday's strike": the event is one that the text has told of. */
function takesUpAttack({ tokens }: Sentence, span: Span): boolean {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.end > span.end) return false
    if (token.start >= span.start && ATTACK_NOUNS.has(token.lower) && pointsBack(tokens, i)) return true
  }
  return false
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

/** "from 1 March to 8 April": what opens the period that `until` closes; itself where nothing does. */
function openingOf(placed: readonly PlacedMention[], until: PlacedMention): PlacedMention {
  const since = placed.findLast(({ from, mention }) => mention.relation === 'since' && from < until.from)
  return since ?? until
}

/** "from 1 March to 8 April": the last day of the later bound. */
function untilIn(placed: readonly PlacedMention[], { interval }: PlacedMention): Day | null {
  const until = placed.find((each) => each.mention.relation === 'until' && each.interval.end > interval.start)
  return until?.interval.end ?? null
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
