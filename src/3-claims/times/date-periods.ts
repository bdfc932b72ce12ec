import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Day } from './calendar.ts'
import { toldThen } from './date-events.ts'
import { type ResolvedMention, type SentenceAnchor, whenOfDays } from './find-mentions.ts'
import { nearestDate } from './nearest-date.ts'
import { type PlacedMention, tellsOfHarm } from './place-mentions.ts'
import { type Interval, lowerAt } from './scene.ts'

/** Long-running things whose beginning a text may date once and lean on later ("since the war began"). */
const RUNNING: ReadonlySet<string> = new Set(
  `war conflict invasion uprising revolution offensive siege battle campaign fighting aggression insurgency crisis intervention operation
  assault unrest protests violence hostilities`.split(/\s+/u),
)
const BEGINNING: ReadonlySet<string> = new Set(
  `began begun begin started starts start erupted broke launched launching beginning onset outbreak invaded intervened commenced`.split(
    /\s+/u,
  ),
)

/** What a cumulative figure's period is worked out from. */
export interface PeriodSources {
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly (readonly ResolvedMention[])[]
  readonly placedIn: (index: number) => readonly PlacedMention[]
  readonly anchorOf: (sentence: Sentence) => SentenceAnchor
}

/** How far around a sentence without a time of its own the total's period is looked for. */
const SENTENCES_BACK = 4
const LEAD_SENTENCES = 3
const SENTENCES_ON = 8

/**
 * The period that the total at `span` covers: "since February" to the day it is told, "in the past week", "in 2014", "from March to
 * June"; else the one that the sentence before (or, for headline and lead, after) gives a total; where only "since the war began" is
 * said, from the beginning that the document dates elsewhere. Null when nothing tells.
 */
export function periodOf(sources: PeriodSources, index: number, span: Span): When | null {
  const sentence = sources.sentences[index]
  if (sentence === undefined) return null
  const placed = sources.placedIn(index)
  const open = placed.filter(({ mention }) => mention.relation !== 'until' && !pointsAhead(mention.rule))
  const own = nearestDate(sentence, open, { span, today: sources.anchorOf(sentence).day })
  const isLeaning = leansOnBeginning(sentence, span, own)
  if (own !== null && !isLeaning)
    return own.mention.relation === 'since'
      ? sinceUntil(sources, sentence, own)
      : (untilThen(own, placed) ?? toldThen(own, placed))
  const told = toldOn(sources, sentence, placed)
  const start = lastBefore(sources, sentence) ?? (isLeaning ? beginningIn(sources) : null)
  if (start !== null && told !== null && start.start <= told)
    return whenOfDays({ start: start.start, end: told }, null, 'text')
  const until = placed.find(({ mention }) => mention.relation === 'until')
  if (until !== undefined) return until.mention.when
  return isPossible(sentence, span) ? null : periodAround(sources, index)
}

/** "Up to 900 people may flee": what has not happened has no period of what has. */
function isPossible({ tokens }: Sentence, span: Span): boolean {
  const at = tokens.findIndex(({ start }) => start >= span.end)
  return at >= 0 && tokens.slice(at, at + 3).some(({ lower, text }) => MODALS.has(lower) && text !== 'May')
}

const MODALS: ReadonlySet<string> = new Set('may might could would will can'.split(' '))

function pointsAhead(rule: string): boolean {
  return rule.endsWith('-ahead')
}

function sinceUntil(sources: PeriodSources, sentence: Sentence, since: PlacedMention): When | null {
  const placed = sources.placedIn(sentence.index)
  const told = toldOn(sources, sentence, placed)
  const until = placed.find(
    ({ mention, interval }) => mention.relation === 'until' && interval.end > since.interval.start,
  )
  const end = until?.interval.end ?? told
  return end === null || end < since.interval.start
    ? openEnded(since)
    : periodWhen({ start: since.interval.start, end }, since)
}

/** "In 2022 … by the end of the year": the later bound closes what the earlier date opens. */
function untilThen(own: PlacedMention, placed: readonly PlacedMention[]): When | null {
  const until = placed.find(
    ({ mention, interval }) => mention.relation === 'until' && interval.end > own.interval.start,
  )
  return until === undefined || until.interval.end <= own.interval.end
    ? null
    : periodWhen({ start: own.interval.start, end: until.interval.end }, own)
}

/** The period of a neighbouring total: of the sentences right before; of those after only for the lead. */
function periodAround(sources: PeriodSources, index: number): When | null {
  const { sentences } = sources
  const before = sentences.slice(Math.max(0, index - SENTENCES_BACK), index).reverse()
  const after = index < LEAD_SENTENCES ? sentences.slice(index + 1, index + 1 + SENTENCES_ON) : []
  for (const near of [...before, ...after]) {
    if (!tellsOfHarm(near)) continue
    const open = sources
      .placedIn(near.index)
      .find(({ mention }) => mention.relation === 'since' || mention.rule === 'times/window')
    if (open === undefined || pointsAhead(open.mention.rule)) continue
    const when = open.mention.relation === 'since' ? sinceUntil(sources, near, open) : open.mention.when
    return when === null ? null : { ...when, asWritten: null }
  }
  return null
}

/** The day the total is told: that of the saying, else the day of writing. */
function toldOn({ anchorOf }: PeriodSources, sentence: Sentence, placed: readonly PlacedMention[]): Day | null {
  const speech = placed.find(({ dates }) => dates === 'speech')
  return speech?.interval.end ?? anchorOf(sentence).day
}

function periodWhen(interval: Interval, { mention }: PlacedMention): When {
  return whenOfDays(interval, mention.when?.asWritten ?? null, mention.when?.anchor ?? 'publication')
}

function openEnded({ mention }: PlacedMention): When | null {
  return mention.when === null ? null : { ...mention.when, end: null, datePrec: null, timePrecision: null }
}

/** "since the conflict began", "since the start of the invasion", "so far": a beginning that the sentence names without a date. */
function leansOnBeginning({ tokens }: Sentence, span: Span, own: PlacedMention | null): boolean {
  const at = tokens.findIndex(
    (token, i) =>
      (token.lower === 'so' && lowerAt(tokens, i + 1) === 'far') ||
      ((token.lower === 'since' || token.lower === 'from') &&
        tokens.slice(i, i + 9).some(({ lower }) => BEGINNING.has(lower) || RUNNING.has(lower))),
  )
  const token = tokens[at]
  if (token === undefined) return false
  if (own === null || own.mention.relation !== 'since') return own === null
  // Two of them: the one nearer to the total counts.
  const opener = tokens.findLastIndex(({ lower }, i) => lower === 'since' && i < own.from)
  return opener !== at && Math.abs(token.start - span.end) < Math.abs((tokens[opener]?.start ?? 0) - span.end)
}

/** "Since then": from the last date told in the sentences right before. */
function lastBefore({ sentences, mentions }: PeriodSources, { tokens, index }: Sentence): Interval | null {
  if (!tokens.some(({ lower }, i) => lower === 'since' && lowerAt(tokens, i + 1) === 'then')) return null
  for (let i = index - 1; i >= 0 && i >= index - LEAD_SENTENCES && i < sentences.length; i -= 1) {
    const last = mentions[i]?.findLast(({ interval }) => interval !== null)
    if (last?.interval != null) return last.interval
  }
  return null
}

/** The first date in the document that is said to be the beginning of a war, siege or the like. */
function beginningIn({ sentences, mentions }: PeriodSources): Interval | null {
  for (const [i, list] of mentions.entries()) {
    const sentence = sentences[i]
    if (sentence === undefined || list.length === 0) continue
    const { tokens } = sentence
    const begins = tokens.findIndex(({ lower }) => BEGINNING.has(lower))
    if (begins < 0 || !tokens.some(({ lower }) => RUNNING.has(lower))) continue
    for (const { interval, from, mention } of list) {
      if (interval === null || mention.relation === 'until' || Math.abs(from - begins) > 8) continue
      if (lowerAt(tokens, from - 1) !== 'ended') return interval
    }
  }
  return null
}
