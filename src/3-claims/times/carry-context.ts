import { ATTACK_NOUNS, type AttackKind, ELSEWHERE_WORDS, OLD_NEWS_WORDS } from '../../../data/words/tense-cues.ts'
import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { Anchors } from './find-anchors.ts'
import { type PlacedMention, tellsOfHarm } from './place-mentions.ts'
import type { Interval } from './scene.ts'

/** What the sentences before (or, for headline and lead, after) say of the time of the incident told. */
export interface Context {
  readonly interval: Interval
  readonly anchor: When['anchor']
}

/** The time that a sentence takes from its story, and how closely it goes on with what that time dates. */
export interface Carried {
  readonly context: Context
  /** Headline or lead: it tells the story's own incident. */
  readonly isLead: boolean
  /** The words it rests on: a dated incident, or only the text's own date line. */
  readonly source: 'incident' | 'dateline'
  /** Whether the telling has not left the dated incident since: same paragraph or next sentences, no other time or place. */
  readonly goesOn: boolean
}

/** A story's own date lies this near before the day it was written, in days. */
const STORY_DAYS = 14
/** How far from the top the story's date may stand, in sentences. */
const STORY_SENTENCES = 14
/** Sentences of the text that make its lead, headlines not counted. */
const LEAD_SENTENCES = 3
/** Another incident told in passing dates the next sentences of its own paragraph only, and at most so many. */
const ASIDE_SENTENCES = 1
/** So near the top the incident of the story is still being told. */
const TELLING_SENTENCES = 4
/** The longest time, in days, that a sentence may hand to the next. */
const LONG_DAYS = 31
/** Paragraphs over which an account goes on without taking up its incident by name. */
const PARAGRAPHS_ON = 3
/** How far before its noun the word may stand that points back ("the deadly missile strike"), in tokens. */
const POINTER_REACH = 4

interface Told {
  readonly sentence: Sentence
  readonly placed: readonly PlacedMention[]
  /** The date of the violence the sentence tells of, or null. */
  readonly main: Context | null
  /** Sentences of the text up to this one, headlines and captions not counted. */
  readonly rank: number
  readonly isLead: boolean
}

/**
 * For each sentence, the date that its harms may take when it names none itself: that of an incident just told in passing,
 * else that of the story (of the post, in a live blog); null where neither tells. A time named in passing dates nothing
 * before it.
 */
export function carryContext(
  sentences: readonly Sentence[],
  placed: readonly (readonly PlacedMention[])[],
  anchorOf: Anchors['anchorOf'],
): (Carried | null)[] {
  let rank = 0
  const told = sentences.map((sentence, i): Told => {
    const list = placed[i] ?? []
    const { day } = anchorOf(sentence)
    const past = list.filter((each) => (day === null || each.interval.start <= day) && !each.isBesideAftermath)
    if (i > 0 && sentences[i - 1]?.postedAt !== sentence.postedAt) rank = 0
    if (sentence.role !== 'headline' && sentence.role !== 'caption') rank += 1
    const event = firstEvent(past)
    return {
      sentence,
      placed: past,
      main: event !== null && tellsOfHarm(sentence) ? event : null,
      rank,
      isLead: rank <= LEAD_SENTENCES,
    }
  })
  const carried: (Carried | null)[] = []
  for (const story of stories(told)) for (const each of carryStory(story, anchorOf)) carried.push(each)
  return carried
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

function carryStory(told: readonly Told[], anchorOf: Anchors['anchorOf']): (Carried | null)[] {
  const story = storyDate(told, anchorOf)
  const day = story === null ? datelineDay(told, anchorOf) : null
  let aside: { readonly date: Context | null; readonly line: number; left: number } | null = null
  let line = -1
  let paragraphs = 0
  return told.map(({ sentence, placed, main, isLead }, i) => {
    const below = headedBy(told[i + 1], sentence)
    if (main === null && below !== null) return { context: below, source: 'incident', isLead, goesOn: true }
    if (sentence.line !== line) paragraphs += 1
    line = sentence.line
    if (aside !== null && (aside.line !== line || aside.left <= 0)) aside = null
    if (main !== null) {
      const isStory = isSame(main, story)
      aside = isStory ? null : { date: isLong(main) ? null : main, line, left: ASIDE_SENTENCES }
      paragraphs = isStory ? 0 : PARAGRAPHS_ON + 1
      return null
    }
    if (isLead) paragraphs = 0
    else if (turnsElsewhere(sentence)) paragraphs = PARAGRAPHS_ON + 1
    // Who spoke on a day of this week speaks of the story, not of what was told in passing.
    if (aside !== null && !placed.some(({ dates }) => dates === 'speech')) {
      aside.left -= 1
      return aside.date && { context: aside.date, source: 'incident', isLead: false, goesOn: true }
    }
    if (story !== null) return { context: story, source: 'incident', isLead, goesOn: paragraphs <= PARAGRAPHS_ON }
    return day === null || !isLead ? null : { context: day, source: 'dateline', isLead, goesOn: false }
  })
}

/** A heading tells what the paragraph under it tells: the date of that, where the line is one. */
function headedBy(next: Told | undefined, heading: Sentence): Context | null {
  if (next === undefined || next.main === null || next.sentence.role !== 'body') return null
  const isHeading = heading.role === 'heading' || heading.role === 'bullet'
  return isHeading && !/[.!?…"”]$/u.test(heading.text) && tellsOfHarm(heading) ? next.main : null
}

/** A year or a war told in passing dates its own sentence only. */
function isLong({ interval }: Context): boolean {
  return interval.end - interval.start > LONG_DAYS
}

function isSame(a: Context, b: Context | null): boolean {
  return b !== null && a.interval.start === b.interval.start && a.interval.end === b.interval.end
}

/** "Meanwhile, in the south …", "Elsewhere, …". */
function turnsElsewhere({ tokens }: Sentence): boolean {
  for (let i = 0; i < 6; i += 1) if (ELSEWHERE_WORDS.has(tokens[i]?.lower ?? '')) return true
  return false
}

/**
 * The date of the first incident told near the day of writing: one that the headline or lead dates, or one told later that takes
 * up the incident of the lead ("the attack on Monday"); else one that is said to have "happened" on a day.
 */
function storyDate(told: readonly Told[], anchorOf: Anchors['anchorOf']): Context | null {
  const isNear = ({ sentence }: Told, date: Context): boolean => {
    const { day } = anchorOf(sentence)
    const { start, end } = date.interval
    return day === null || (day - end <= STORY_DAYS && end - start <= STORY_DAYS)
  }
  let lead: ReadonlySet<AttackKind> | null = null
  const isOfStory = (each: Told): boolean =>
    each.isLead ||
    (each.rank <= TELLING_SENTENCES && !turnsElsewhere(each.sentence)) ||
    takesUp(each.sentence, (lead ??= leadKinds(told)))
  for (const each of told.slice(0, STORY_SENTENCES))
    if (each.main !== null && isNear(each, each.main) && isOfStory(each)) return each.main
  const happened = told
    .slice(0, STORY_SENTENCES)
    .find(({ sentence, main }) => main !== null && tellsOfHappening(sentence))
  return happened?.main ?? null
}

/** The kinds of attack that the nouns of headline and lead name. */
function leadKinds(told: readonly Told[]): ReadonlySet<AttackKind> {
  const kinds = new Set<AttackKind>()
  for (const { isLead, sentence } of told)
    if (isLead)
      for (const { lower } of sentence.tokens) {
        const kind = ATTACK_NOUNS.get(lower)
        if (kind !== undefined) kinds.add(kind)
      }
  return kinds
}

/** Whether the sentence takes up an attack of one of these kinds as one already told of: "the attack", "Monday's strike". */
function takesUp({ tokens }: Sentence, kinds: ReadonlySet<AttackKind>): boolean {
  if (kinds.size === 0) return false
  return tokens.some(({ lower }, i) => {
    const kind = ATTACK_NOUNS.get(lower)
    if (kind === undefined) return false
    return (kind === 'any' || kinds.has(kind) || kinds.has('any')) && pointsBack(tokens, i)
  })
}

/** Whether words right before token `i` point back to something told: "the", "this", "Monday's". */
export function pointsBack(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - POINTER_REACH; at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return false
    if (POINTERS.has(token.lower)) return true
    if (token.lower === 'a' || token.lower === 'an' || token.lower === 'another') return false
  }
  return false
}

const POINTERS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', "'s"])

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
    ({ dates, mention, sideClauseAt }) =>
      dates === 'event' && sideClauseAt === null && (mention.relation === 'at' || mention.rule === 'times/window'),
  )
  return first === undefined ? null : { interval: first.interval, anchor: first.mention.when?.anchor ?? 'publication' }
}

/**
 * The lead of a dated report that names no day tells of that day or the day before it; not where it takes up an incident already
 * known ("the bombing", "the toll has risen"), or says on which day somebody spoke of it.
 */
function datelineDay(told: readonly Told[], anchorOf: Anchors['anchorOf']): Context | null {
  const [first] = told
  if (first === undefined) return null
  const { day, kind } = anchorOf(first.sentence)
  if (day === null || kind !== 'dateline') return null
  const lead = told.filter(({ isLead }) => isLead)
  const isKnown = lead.some(
    ({ sentence, placed }) => takesUp(sentence, ANY_ATTACK) || tellsOfOldNews(sentence) || placed.length > 0,
  )
  return isKnown ? null : { interval: { start: day - 1, end: day }, anchor: 'dateline' }
}

const ANY_ATTACK: ReadonlySet<AttackKind> = new Set(['any'])

function tellsOfOldNews({ tokens }: Sentence): boolean {
  return tokens.some(({ lower }) => OLD_NEWS_WORDS.has(lower))
}
