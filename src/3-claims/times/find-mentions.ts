import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import { type Day, isoOf, type Period } from './calendar.ts'
import { closesRange, linkMatches } from './link-matches.ts'
import { linkAnniversaries } from './link-anniversaries.ts'
import { matchExpression } from './match-expression.ts'
import { type Interval, lowerAt, type Scene, type TimeMatch } from './scene.ts'
import type { TimeMention } from './time-index.ts'

/** The days a sentence's expressions are counted from. */
export interface SentenceAnchor {
  readonly day: Day | null
  readonly kind: When['anchor']
}

/** A mention beside what the later steps need of it: its place among the tokens and its days as numbers. */
export interface ResolvedMention {
  readonly mention: TimeMention
  readonly from: number
  readonly to: number
  readonly interval: Interval | null
}

/**
 * Finds and resolves the time expressions of every sentence, in reading order; later ones lean on earlier ones ("the next day").
 *
 * @param anchorOf the day the sentence was written on, or null
 * @returns one list for each sentence
 */
export function findMentions(
  sentences: readonly Sentence[],
  anchorOf: (sentence: Sentence) => SentenceAnchor,
): ResolvedMention[][] {
  let reference: Period | null = null
  let referenceDay: Day | null = null
  return sentences.map((sentence) => {
    const dayBefore = referenceDay
    const { day, kind } = anchorOf(sentence)
    const matches: TimeMatch[] = []
    let scene: Scene = { anchor: day, anchorKind: kind, reference, referenceDay }
    for (let i = 0; i < sentence.tokens.length; i += 1) {
      const match = matchExpression(sentence, i, scene)
      if (match === null || !addMatch(matches, match)) continue
      i = Math.max(i, match.to - 1)
      if (match.period === null || COMPARISONS.has(match.rule)) continue
      reference = match.period
      if (match.period.grain === 'day') referenceDay = match.period.start
      scene = { anchor: day, anchorKind: kind, reference, referenceDay }
    }
    const steps = linkMatches(sentence, matches, dayBefore).filter(({ rule }) => rule !== AGE_RULE)
    const linked = linkAnniversaries(sentence.tokens, steps, scene)
    return linked.map((match, i) => resolved(sentence, match, linked[i - 1]))
  })
}

/** Adds the match; one that covers its forerunner replaces it, one that only overlaps it is left out. */
function addMatch(matches: TimeMatch[], match: TimeMatch): boolean {
  const last = matches.at(-1)
  if (last === undefined || match.from >= last.to) {
    matches.push(match)
    return true
  }
  if (match.from > last.from || match.to <= last.to) return false
  matches.pop()
  return addMatch(matches, match)
}

function resolved(sentence: Sentence, match: TimeMatch, previous: TimeMatch | undefined): ResolvedMention {
  const start = sentence.tokens[match.from]?.start ?? sentence.start
  const end = sentence.tokens[match.to - 1]?.end ?? sentence.end
  const asWritten = sentence.text.slice(start - sentence.start, end - sentence.start)
  const when = match.interval === null ? null : whenOfDays(match.interval, asWritten, match.anchor)
  const mention: TimeMention = {
    start,
    end,
    sentence: sentence.index,
    type: match.type,
    value: match.value,
    when,
    relation: isRange(match) ? 'at' : closesRange(sentence, match, previous) ? 'until' : relationOf(sentence, match),
    rule: match.rule,
  }
  return { mention, from: match.from, to: match.to, interval: match.interval }
}

/** Times that something is only compared with: later words do not lean on them. */
const COMPARISONS: ReadonlySet<string> = new Set(['times/offset-same-grain', 'times/year-ago'])
/** How old somebody is is no time of the text. */
const AGE_RULE = 'times/age'
/** "1 to 15 May" holds both its ends, whatever stands before it. */
function isRange({ period }: TimeMatch): boolean {
  return period?.grain === 'day' && period.end > period.start
}

/** How far "since" may stand before the date it opens ("since the conflict began in March 2011"). */
const SINCE_REACH = 12
/** What opens a period, and what parts it from the date: there the search ends. */
const RELATION_WORDS: ReadonlySet<string> = new Set(['since', 'from', ',', ';', 'said', 'and', 'when'])

function relationOf(sentence: Sentence, match: TimeMatch): TimeMention['relation'] {
  const { tokens } = sentence
  const before = lowerAt(tokens, match.from - 1)
  if (before === 'between') return 'since'
  if (before === 'until' || before === 'till' || before === 'through' || before === 'by') return 'until'
  for (let i = match.from - 1; i >= 0 && i >= match.from - SINCE_REACH; i -= 1) {
    const word = lowerAt(tokens, i)
    if (!RELATION_WORDS.has(word)) continue
    if (
      word === 'since' ||
      (word === 'from' &&
        (i === match.from - 1 || lowerAt(tokens, i + 2) === 'beginning' || lowerAt(tokens, i + 2) === 'start'))
    )
      return 'since'
    if (word !== 'from') break
  }
  return match.type === 'DURATION' ? 'span' : 'at'
}

/** Days as a `When`: precision follows from how many days are meant (UCDP date_prec, ACLED time_precision). */
export function whenOfDays(interval: Interval, asWritten: string | null, anchor: When['anchor']): When {
  const days = interval.end - interval.start + 1
  return {
    asWritten,
    start: isoOf(interval.start),
    end: isoOf(interval.end),
    datePrec: days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : days <= 366 ? 5 : null,
    timePrecision: days <= 1 ? 1 : days <= 7 ? 2 : days <= 31 ? 3 : null,
    anchor,
  }
}
