import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Anchors } from './find-anchors.ts'
import { type PlacedMention, tellsOfHarm } from './place-mentions.ts'
import type { Interval } from './scene.ts'

/** What the sentences before (or, for headline and lead, after) say of the time of the incident told. */
export interface Context {
  readonly interval: Interval
  readonly anchor: When['anchor']
}

/** A story's own date lies this near before the day it was written, in days. */
const STORY_DAYS = 14
/** How far from the top the story's date may stand, in sentences. */
const STORY_SENTENCES = 14
/** Where it is looked for when no sentence about violence names one. */
const LEAD_SENTENCES = 6
/** Another incident told in passing dates the next sentences of its own paragraph only, and at most so many. */
const ASIDE_SENTENCES = 1

interface Told {
  readonly sentence: Sentence
  readonly placed: readonly PlacedMention[]
  /** The date of the violence the sentence tells of, or null. */
  readonly main: Context | null
}

/**
 * For each sentence, the date that its harms take when it names none itself: that of an incident just told in passing, else that of
 * the story (of the post, in a live blog).
 */
export function carryContext(
  sentences: readonly Sentence[],
  placed: readonly (readonly PlacedMention[])[],
  anchorOf: Anchors['anchorOf'],
): (Context | null)[] {
  const told = sentences.map((sentence, i): Told => {
    const list = placed[i] ?? []
    const { day } = anchorOf(sentence)
    const past = list.filter((each) => (day === null || each.interval.start <= day) && !each.isBesideAftermath)
    return { sentence, placed: past, main: tellsOfHarm(sentence) ? firstEvent(past) : null }
  })
  return stories(told).flatMap((story) => carryStory(story, anchorOf))
}

/** The posts of a live blog are stories of their own. */
function stories(told: readonly Told[]): Told[][] {
  const all: Told[][] = []
  for (const each of told) {
    const last = all.at(-1)
    if (last === undefined || last[0]?.sentence.postedAt !== each.sentence.postedAt) all.push([each])
    else last.push(each)
  }
  return all
}

function carryStory(told: readonly Told[], anchorOf: Anchors['anchorOf']): (Context | null)[] {
  const story = storyDate(told, anchorOf)
  let aside: { readonly date: Context; readonly line: number; left: number } | null = null
  return told.map(({ sentence, placed, main }) => {
    if (aside !== null && (aside.line !== sentence.line || aside.left <= 0)) aside = null
    if (main !== null) {
      aside = main.interval === story?.interval ? null : { date: main, line: sentence.line, left: ASIDE_SENTENCES }
      return main
    }
    if (aside === null) return story
    aside.left -= 1
    // Who spoke on a day of this week speaks of the story, not of what was told in passing.
    return placed.some(({ dates }) => dates === 'speech') ? story : aside.date
  })
}

/** The date of the first incident told that lies near the day of writing; else of the first report of one; else the date line's. */
function storyDate(told: readonly Told[], anchorOf: Anchors['anchorOf']): Context | null {
  const isNear = ({ sentence }: Told, date: Context): boolean => {
    const { day } = anchorOf(sentence)
    const { start, end } = date.interval
    return day === null || (day - end <= STORY_DAYS && end - start <= STORY_DAYS)
  }
  for (const each of told.slice(0, STORY_SENTENCES)) if (each.main !== null && isNear(each, each.main)) return each.main
  for (const each of told.slice(0, LEAD_SENTENCES)) {
    const any = firstEvent(each.placed)
    if (any !== null && isNear(each, any)) return any
  }
  const happened = told
    .slice(0, STORY_SENTENCES)
    .find(({ sentence, main }) => main !== null && tellsOfHappening(sentence))
  if (happened !== undefined) return happened.main
  return firstReport(told) ?? datelineDay(told, anchorOf)
}

/** "The killings took place on 24 May": such a sentence dates the story itself, however long ago. */
export function tellsOfHappening({ tokens }: Sentence): boolean {
  return tokens.some(
    ({ lower }, i) =>
      lower === 'occurred' || lower === 'happened' || (lower === 'took' && tokens[i + 1]?.lower === 'place'),
  )
}

/** The first exact date or window that says when something happened, not one that opens or closes a period. */
function firstEvent(placed: readonly PlacedMention[]): Context | null {
  const first = placed.find(
    ({ dates, mention }) => dates === 'event' && (mention.relation === 'at' || mention.rule === 'times/window'),
  )
  return first === undefined ? null : { interval: first.interval, anchor: first.mention.when?.anchor ?? 'publication' }
}

/** The day violence was first reported on, and the day before. */
function firstReport(told: readonly Told[]): Context | null {
  for (const { sentence, placed } of told) {
    const speech = placed.find(({ dates, interval }) => dates === 'speech' && interval.start === interval.end)
    if (speech === undefined || !tellsOfHarm(sentence)) continue
    const { interval, mention } = speech
    return {
      interval: { start: interval.start - 1, end: interval.end },
      anchor: mention.when?.anchor ?? 'publication',
    }
  }
  return null
}

/** A report that opens with its own date and names no other tells of that day or the day before. */
function datelineDay(told: readonly Told[], anchorOf: Anchors['anchorOf']): Context | null {
  const first = told[0]
  if (first === undefined) return null
  const { day, kind } = anchorOf(first.sentence)
  return day === null || kind !== 'dateline' ? null : { interval: { start: day - 1, end: day }, anchor: 'dateline' }
}
