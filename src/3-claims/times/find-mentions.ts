import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import { type Day, isoOf, type Period } from './calendar.ts'
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
    for (let i = 0; i < sentence.tokens.length; i += 1) {
      const scene: Scene = { anchor: day, anchorKind: kind, reference, referenceDay }
      const match = matchExpression(sentence, i, scene)
      if (match === null || !addMatch(matches, match)) continue
      i = Math.max(i, match.to - 1)
      if (match.period === null || COMPARISONS.has(match.rule)) continue
      reference = match.period
      if (match.period.grain === 'day') referenceDay = match.period.start
    }
    return linkOffsets(sentence, matches, dayBefore)
      .filter(({ rule }) => rule !== AGE_RULE)
      .map((match) => resolved(sentence, match))
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

/**
 * "two days after Monday's attack" moves the date that follows; "Tuesday's blasts came a week after shells hit the port" dates what
 * follows by the day named before.
 */
function linkOffsets(sentence: Sentence, matches: readonly TimeMatch[], dayBefore: Day | null): TimeMatch[] {
  return matches.map((match, i) => {
    const word = lowerAt(sentence.tokens, match.to)
    const length = /^P(\d+)([DW])$/u.exec(match.value ?? '')
    if (length === null || match.type !== 'DURATION' || (word !== 'after' && word !== 'before')) return match
    const days = Number(length[1]) * (length[2] === 'W' ? 7 : 1) * (word === 'after' ? 1 : -1)
    const next = matches[i + 1]
    if (next?.interval != null && next.period?.grain === 'day' && next.from - match.to <= 6) {
      const interval = { start: next.interval.start + days, end: next.interval.end + days }
      return { ...match, interval, anchor: 'text', rule: 'times/offset-from-date' }
    }
    const before = matches.slice(0, i).findLast(({ period }) => period?.grain === 'day')
    const told = before?.period?.start ?? dayBefore
    if (
      told === null ||
      !CLAUSE_VERB.test(
        sentence.tokens
          .slice(match.to, match.to + 12)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return match
    return {
      ...match,
      interval: { start: told - days, end: told - days },
      anchor: 'text',
      rule: 'times/offset-to-clause',
    }
  })
}

/** A finite verb of harm behind "a week after": the words date a clause of its own. */
const CLAUSE_VERB = /\b(?:was|were|had|killed|hit|struck|left|bombed|died|attacked|shelled|fired|seized|captured)\b/u

function resolved(sentence: Sentence, match: TimeMatch): ResolvedMention {
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
    relation: relationOf(sentence, match),
    rule: match.rule,
  }
  return { mention, from: match.from, to: match.to, interval: match.interval }
}

/** Times that something is only compared with: later words do not lean on them. */
const COMPARISONS: ReadonlySet<string> = new Set(['times/offset-same-grain', 'times/year-ago'])
/** How old somebody is is no time of the text. */
const AGE_RULE = 'times/age'
/** How far "since" may stand before the date it opens ("since the conflict began in March 2011"). */
const SINCE_REACH = 12

function relationOf(sentence: Sentence, match: TimeMatch): TimeMention['relation'] {
  const { tokens } = sentence
  const before = lowerAt(tokens, match.from - 1)
  if (before === 'until' || before === 'till' || before === 'through' || before === 'by') return 'until'
  for (let i = match.from - 1; i >= 0 && i >= match.from - SINCE_REACH; i -= 1) {
    const word = lowerAt(tokens, i)
    if (
      word === 'since' ||
      (word === 'from' &&
        (i === match.from - 1 || lowerAt(tokens, i + 2) === 'beginning' || lowerAt(tokens, i + 2) === 'start'))
    )
      return 'since'
    if (word === ',' || word === ';' || word === 'said' || word === 'and' || word === 'when') break
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
