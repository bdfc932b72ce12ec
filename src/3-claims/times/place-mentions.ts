import { PICTURE_WORDS, TIME_UNITS } from '../../../data/words/time-cues.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { Day } from './calendar.ts'
import { datesTelling } from './dates-telling.ts'
import { type ResolvedMention, whenOfDays } from './find-mentions.ts'
import { isRemembrance } from './link-anniversaries.ts'
import { isEnd } from './match-offset.ts'
import { type Interval, lowerAt } from './scene.ts'
import { AFTERMATH, HARM, signsAt, SPEECH, timeSigns } from './time-signs.ts'

/** A dated time expression and what it dates: what happened, or (`speech`) the telling, answering or counting of it. */
export interface PlacedMention extends ResolvedMention {
  readonly interval: Interval
  readonly dates: 'event' | 'speech'
  /** Opens the sentence or a clause, so that it governs what follows ("On Friday, …", "and on Monday four died"). */
  readonly opensClause: boolean
  /**
   * Where the clause begins that tells the time of something named beside the harm (", the city that the army took last week"), in
   * UTF-16 units; null for a time of the sentence's own clauses.
   */
  readonly sideClauseAt: number | null
  /** Stands beside a verb of what follows a harm ("was charged on Tuesday"), so that it does not date the story. */
  readonly isBesideAftermath: boolean
}

/** "In March, the press reported that 40 died" long after March dates the deaths; on Monday's news it dates the report. */
const NEWS_DAYS = 10

/** Sorts the dated expressions of a sentence by what they date. */
export function placeMentions(
  sentence: Sentence,
  anchor: Day | null,
  mentions: readonly ResolvedMention[],
): PlacedMention[] {
  const placed: PlacedMention[] = []
  for (const resolved of mentions) {
    const { mention, from, to, interval } = resolved
    if (interval === null || datesPicture(sentence.tokens, resolved) || leadsUpToEvent(sentence.tokens, resolved))
      continue
    const isNews = anchor === null || anchor - interval.end <= NEWS_DAYS
    const isApart = !isRemembrance(mention) && datesTelling(sentence.tokens, resolved, isNews)
    const dates = isApart ? 'speech' : 'event'
    const isBesideAftermath = besideAftermath(sentence.tokens, resolved)
    const sideClauseAt = sideClause(sentence.tokens, resolved)
    const opens = opensClause(sentence.tokens, resolved)
    placed.push({ mention, from, to, interval, dates, opensClause: opens, sideClauseAt, isBesideAftermath })
  }
  return beforeTold(sentence.tokens, placed)
}

/** "announced Friday that five were killed on Wednesday": the weekday before that Friday, whenever it is written. */
function beforeTold(tokens: readonly Token[], placed: PlacedMention[]): PlacedMention[] {
  const told = placed.find(({ dates, interval }) => dates === 'speech' && interval.start === interval.end)
  if (told === undefined) return placed
  const { start: day } = told.interval
  return placed.map((each) => {
    const { dates, mention, interval } = each
    if (dates !== 'event' || mention.rule !== 'times/weekday' || interval.start <= day || mention.when === null)
      return each
    // "reported late Saturday and early Sunday": one clause, two days.
    const between = tokens.slice(Math.min(told.to, each.to), Math.max(told.from, each.from))
    if (!between.some((token) => (timeSigns(token) & (HARM | SPEECH)) !== 0)) return each
    const then = { start: interval.start - 7, end: interval.end - 7 }
    const when = whenOfDays(then, mention.when.asWritten, mention.when.anchor)
    return { ...each, interval: then, mention: { ...mention, when } }
  })
}

/** An arrest is a harm of its own in reports of war, and "Tuesday's suspected attack" is one; other words of aftermath are not. */
const ALSO_OF_HARM: ReadonlySet<string> = new Set(['arrested', 'suspected'])
const BEFORE_TIME: ReadonlySet<string> = new Set(['on', 'in', 'late', 'early', 'earlier'])

function besideAftermath(tokens: readonly Token[], { from, to }: ResolvedMention): boolean {
  const at = BEFORE_TIME.has(lowerAt(tokens, from - 1)) ? from - 2 : from - 1
  return (
    isAftermath(tokens, at) || isAftermath(tokens, at - 1) || isAftermath(tokens, to) || isAftermath(tokens, to + 1)
  )
}

function isAftermath(tokens: readonly Token[], i: number): boolean {
  return (signsAt(tokens, i) & AFTERMATH) !== 0 && !ALSO_OF_HARM.has(lowerAt(tokens, i))
}

/** "the week before the strike": the time before what is told, not its own. */
function leadsUpToEvent(tokens: readonly Token[], { to }: ResolvedMention): boolean {
  const last = lowerAt(tokens, to - 1)
  if (last === 'before')
    return TIME_UNITS.has(lowerAt(tokens, to - 2)) && /^(?:the|a|an|his|her|their|its)$/u.test(lowerAt(tokens, to))
  return TIME_UNITS.has(last) && lowerAt(tokens, to) === 'before' && !isEnd(lowerAt(tokens, to + 1))
}

/** How far before a time the pronoun may stand that opens its clause, and before that the comma of the noun it speaks of, in tokens. */
const CLAUSE_REACH = 14
const NOUN_REACH = 6
const HAPPENING: ReadonlySet<string> = new Set('happened occurred took came began started'.split(' '))
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'where', 'whose', 'who'])

/** The offset of "that" in ", the city that the army took last week", or null. */
function sideClause(tokens: readonly Token[], { from }: ResolvedMention): number | null {
  for (let i = from - 1; i > 0 && i >= from - CLAUSE_REACH; i -= 1) {
    const token = tokens[i]
    if (token === undefined || token.lower === ';') return null
    if (!RELATIVES.has(token.lower)) continue
    if (HAPPENING.has(lowerAt(tokens, i + 1))) return null
    if ((signsAt(tokens, i - 1) & SPEECH) !== 0) return null
    const isSetOff = tokens.slice(Math.max(0, i - NOUN_REACH), i).some(({ lower }) => lower === ',')
    return isSetOff ? token.start : null
  }
  return null
}

/** Whether the sentence tells of violence or its harm. */
export function tellsOfHarm(sentence: Sentence): boolean {
  for (const token of sentence.tokens) if ((timeSigns(token) & HARM) !== 0) return true
  return false
}

/** "A picture taken on 29 July 2016 shows", "Aleppo, 9 July 2016 (Photo Example)": a full date near the words for a picture. */
function datesPicture(tokens: readonly Token[], { from, to, mention }: ResolvedMention): boolean {
  if (!FULL_DATES.has(mention.rule)) return false
  if (tokens.slice(Math.max(0, from - 5), from).some(({ lower }) => PICTURE_WORDS.has(lower))) return true
  const isBracketed = lowerAt(tokens, to) === '(' || lowerAt(tokens, to + 1) === '('
  return (
    isBracketed &&
    (tokens.slice(to, to + 6).some(({ lower }) => PICTURE_WORDS.has(lower)) || lowerAt(tokens, to) === '.')
  )
}

const FULL_DATES: ReadonlySet<string> = new Set(['times/date', 'times/iso-date', 'times/numeric-date'])

const LEADING_TO_TIME: ReadonlySet<string> = new Set('in on at during by over the late early earlier later'.split(' '))
const CLAUSE_JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'while', ';', 'meanwhile', 'also', 'that'])
const CLAUSE_ENDS: ReadonlySet<string> = new Set(['', '.', ',', ';', ':', ')'])

function opensClause(tokens: readonly Token[], { from, to }: ResolvedMention): boolean {
  let at = from - 1
  if (LEADING_TO_TIME.has(lowerAt(tokens, at))) at -= 1
  const before = lowerAt(tokens, at)
  const after = lowerAt(tokens, to)
  const endsClause = CLAUSE_ENDS.has(after)
  if (at < 0) return true
  if (tokens[at]?.kind === 'open') return true
  if (CLAUSE_JOINTS.has(before)) return !endsClause || after === ','
  return before === ',' && !endsClause
}
