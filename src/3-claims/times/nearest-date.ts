import { AFTERMATH_WORDS, HARM_NOUNS, TIME_UNITS } from '../../../data/words/time-cues.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { Day } from './calendar.ts'
import { isFuture } from './is-future.ts'
import { isRemembrance } from './link-anniversaries.ts'
import type { PlacedMention } from './place-mentions.ts'
import { lowerAt } from './scene.ts'

/** Costs of reaching a date from a harm, in tokens. */
const FRONTED = 10
const CLAUSE = 6
const OTHER_CLAUSE = 15
const TOO_FAR = 60

/** The harm to be dated, and the day its sentence was written on (null when unknown). */
export interface Harm {
  readonly span: Span
  readonly today: Day | null
}

/** The event date of the sentence that the harm hangs on, or null. What has happened is never dated ahead of its telling. */
export function nearestDate(
  sentence: Sentence,
  placed: readonly PlacedMention[],
  { span, today }: Harm,
): PlacedMention | null {
  const near = around(placed, span)
  const remembered = near.find((each) => isRemembrance(each.mention) && remembers(sentence, each, span))
  if (remembered !== undefined) return remembered
  const candidates = near.filter(({ dates, mention }) => dates === 'event' && !isRemembrance(mention))
  if (candidates.length === 0) return null
  const mayLieAhead = today === null || isToCome(sentence, span)
  const nominal = aftermathNoun(sentence, span)
  let best: PlacedMention | null = null
  let bestCost = TOO_FAR
  for (const candidate of candidates) {
    if (
      !mayLieAhead &&
      today !== null &&
      (candidate.interval.start > today || candidate.mention.rule === 'times/window-ahead')
    )
      continue
    if (nominal !== null && !belongsToNoun(candidate, nominal, sentence, span)) continue
    const cost = costOf(sentence, candidate, span)
    if (cost < bestCost) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

/** Words that carry on behind a comma what is remembered: "the anniversary of the attack, in which nine died". */
const GOING_ON: ReadonlySet<string> = new Set(['in', 'which', 'that', 'when', 'who', 'where', 'whose'])

/** Whether the harm is in what the expression remembers: "the first anniversary of the raid that killed nine". */
function remembers({ tokens }: Sentence, { to, mention }: PlacedMention, span: Span): boolean {
  if (span.start < mention.end) return false
  for (let i = to; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.end > span.start) return true
    if (token.lower === ';') return false
    if (token.lower === ',' && !GOING_ON.has(lowerAt(tokens, i + 1))) return false
  }
  return false
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
  const { from, to, mention, opensClause, sideClauseAt } = candidate
  const bounded = mention.relation === 'since' || mention.relation === 'until' ? OTHER_CLAUSE : 0
  if (mention.start < span.end && mention.end > span.start) return bounded
  const isBefore = mention.end <= span.start
  if (isBefore ? leadsUpTo(tokens, to, span) : sideClauseAt !== null && span.end <= sideClauseAt) return TOO_FAR
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

/** "buried on Friday thirty years after they were killed": a length of time counted to or from the harm, which the date is not that of. */
function leadsUpTo(tokens: readonly Token[], to: number, span: Span): boolean {
  for (let i = to; i < tokens.length && i < to + COUNTED_REACH; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.start >= span.start) return false
    if (/^(?:before|after)$/u.test(token.lower) && i > to && TIME_UNITS.has(lowerAt(tokens, i - 1))) return true
  }
  return false
}

/** How far behind a date a length of time counted from it may stand, in tokens. */
const COUNTED_REACH = 14

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

/** Whether the clause of the harm speaks of what is to come. */
function isToCome({ tokens }: Sentence, span: Span): boolean {
  const from = tokens.findIndex((token) => token.end > span.start)
  const to = tokens.findIndex((token) => token.start >= span.end)
  if (from < 0) return false
  const end = to < 0 ? tokens.length : to
  // "30 people will be moved" is to come; "mourners for the five dead will gather" is not.
  const before = lowerAt(tokens, from - 1) === 'the' ? from - 2 : from - 1
  if (PREPOSITIONS.has(lowerAt(tokens, before))) return isFuture(tokens.slice(0, end), from, end)
  return (
    isFuture(tokens, from, end) || tokens.slice(end, end + 3).some(({ lower }) => lower === 'will' || lower === 'would')
  )
}

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'for of after with over by in to from about on against following'.split(' '),
)

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their'])

/** Where the harm stands as a mere noun behind words of its aftermath ("charged with the murder of five men"), or null. */
function aftermathNoun({ tokens }: Sentence, span: Span): number | null {
  const at = tokens.findIndex((token) => token.end > span.start)
  for (let i = at; i >= 0 && i >= at - 5; i -= 1) {
    if (!HARM_NOUNS.has(lowerAt(tokens, i))) continue
    const before = tokens.slice(Math.max(0, i - 9), i)
    return before.some(({ lower }) => AFTERMATH_WORDS.has(lower)) ? i : null
  }
  return null
}

/** "the 11 May shooting of", "the death of five men on Friday": the date stands with the noun or right behind the harm. */
function belongsToNoun(candidate: PlacedMention, noun: number, { tokens }: Sentence, span: Span): boolean {
  if (candidate.mention.start >= span.end) {
    const between = tokens.filter(({ start, end }) => start >= span.end && end <= candidate.mention.start)
    return between.length <= 4
  }
  const link = tokens.slice(candidate.to, noun)
  // "protested today the murder of", "today condemned the murder of": the date is that of the reaction.
  const isApart = link.some(({ lower }) => PREPOSITIONS.has(lower) || ARTICLES.has(lower) || AFTERMATH_WORDS.has(lower))
  return candidate.to <= noun && link.length <= 3 && !isApart
}
