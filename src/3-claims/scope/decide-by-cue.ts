import { TIME_UNITS } from '../../../data/words/time-cues.ts'
import type { Measure, Scope } from '../../model/claim.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { Cue } from './find-cues.ts'

/** A scope that words of the sentence settle on their own. */
export interface CueDecision {
  readonly scope: Scope
  readonly rule: string
  /** Token positions of the words (half-open). */
  readonly tokenStart: number
  readonly tokenEnd: number
}

/** Token positions of the figure's evidence (half-open). */
export interface FigurePosition {
  readonly start: number
  readonly end: number
}

/** How far before a figure "including" may open the list that it stands in, in tokens. */
const LIST_REACH = 18
/** How many tokens after a figure "were among" may stand. */
const AMONG_REACH = 9
/** Deaths that no single incident of ground war explains, persons. */
const WAR_TOLL = 20_000
/** People uprooted in numbers that only a longer time explains, persons. */
const LARGE_FLIGHT = 1000
/** How many tokens before "since" a superlative may stand that it belongs to. */
const SUPERLATIVE_REACH = 14
/** Counts of what a search brings to light: "so far" tells that the search goes on, not that the toll is a war's. */
const SEARCHED: ReadonlySet<string> = new Set(['bodies_found', 'trapped', 'missing'])
const SUPERLATIVES: ReadonlySet<string> = new Set(
  'first worst deadliest bloodiest heaviest largest biggest most highest fiercest longest'.split(' '),
)
const VERBS: ReadonlySet<string> = new Set(
  'was were is are has have had killed wounded injured died said dead when while who where which'.split(' '),
)
const CLAUSE_BREAK: ReadonlySet<string> = new Set(['who', 'which', 'where', 'while', 'but', 'when', ';', 'that'])
/** Cues that make a count of these measures one of people exposed or under way, not of people harmed. */
const EXPOSED_BY: ReadonlyMap<Measure, ReadonlySet<string>> = new Map([
  ['displaced', new Set(['moving'])],
  ['trapped', new Set(['moving', 'exposed'])],
  ['other_people', new Set(['moving', 'exposed'])],
])

/**
 * Decides the scope of a figure where words around it leave no doubt: "including", "were among", "since", "so far",
 * "over the past week", "per day". Null where they do.
 */
export function decideByCue(
  figure: FigureMention,
  at: FigurePosition,
  sentence: Sentence,
  cues: readonly Cue[],
): CueDecision | null {
  const { tokens } = sentence
  const decide = (scope: Scope, rule: string, cue: Pick<Cue, 'tokenStart' | 'tokenEnd'>): CueDecision => ({
    scope,
    rule: `scope/${rule}`,
    tokenStart: cue.tokenStart,
    tokenEnd: cue.tokenEnd,
  })
  const part = cues.find((cue) => isPartCue(tokens, cue, at))
  if (part !== undefined) return decide('subset', part.kind === 'among' ? 'among' : 'including', part)
  if (figure.partOf !== null) return decide('subset', 'part-of', { tokenStart: at.start, tokenEnd: at.end })
  const rate = cues.find((cue) => cue.kind === 'rate' && isNear(tokens, cue, at))
  if (rate !== undefined && figure.measure !== 'other_people') return decide('other', 'rate', rate)
  const exposing = EXPOSED_BY.get(figure.measure)
  const exposed = exposing === undefined ? undefined : cues.find(({ kind }) => exposing.has(kind))
  if (exposed !== undefined) return decide('other', 'exposed', exposed)
  const value = figure.low ?? figure.high
  const total = cues.find((cue) => TOTALS.has(cue.kind) && isTotalCue(tokens, cue, at))
  const isOneRescue =
    total?.kind === 'so-far' && (SEARCHED.has(figure.measure) || cues.some(({ kind }) => kind === 'attack'))
  if (total !== undefined && value !== 1 && !isOneRescue) return decide('cumulative', total.kind, total)
  const fought = cues.find((cue) => cue.kind === 'fought-over' && isNear(tokens, cue, at))
  if (fought !== undefined && value !== 1 && !cues.some(({ kind }) => kind === 'day' || kind === 'attack'))
    return decide('cumulative', 'fought-over', fought)
  const isMany = figure.measure === 'displaced' && (value === null ? isLargeCount(figure) : value >= LARGE_FLIGHT)
  // "up to two million may flee": a forecast counts nobody yet.
  if (isMany && figure.mood === 'conditional')
    return decide('other', 'forecast', { tokenStart: at.start, tokenEnd: at.end })
  if (isMany) return decide('cumulative', 'uprooted', { tokenStart: at.start, tokenEnd: at.end })
  if (figure.measure === 'killed' && value !== null && value >= WAR_TOLL)
    return decide('cumulative', 'war-toll', { tokenStart: at.start, tokenEnd: at.end })
  return null
}

/** Cues of a total that began and may go on. */
const TOTALS: ReadonlySet<string> = new Set(['since', 'so-far', 'past-period'])

/** Whether a vague count is of hundreds or more. */
export function isLargeCount({ vague }: FigureMention): boolean {
  return vague !== null && /hundred|thousand|million/u.test(vague)
}

/** "including three children", "two medics were among the dead", "some of them". */
function isPartCue(tokens: readonly Token[], cue: Cue, at: FigurePosition): boolean {
  if (cue.kind === 'including')
    return cue.tokenEnd <= at.start && at.start - cue.tokenEnd < LIST_REACH && isList(tokens, cue.tokenEnd, at.start)
  if (cue.kind !== 'among') return false
  const isInside = cue.tokenStart >= at.start && cue.tokenStart < at.end
  if (tokens[cue.tokenStart]?.lower === 'of') return isInside
  const next = tokens[cue.tokenEnd]?.lower
  if (next === 'them' || next === 'whom' || next === 'other') return false
  if (isInside) return true
  const isAfter = cue.tokenStart >= at.end && cue.tokenStart - at.end < AMONG_REACH
  if (isAfter) {
    const between = tokens.slice(at.end, cue.tokenStart).map(({ lower }) => lower)
    return between.every((word) => !CLAUSE_BREAK.has(word) && !/^(?:killed|injured|wounded|died|said)$/u.test(word))
  }
  return (
    cue.tokenEnd <= at.start &&
    at.start - cue.tokenEnd < LIST_REACH &&
    tokens.slice(cue.tokenEnd, at.start).some(({ lower }) => /^(?:was|were|is|are)$/u.test(lower)) &&
    /^(?:the|those|at|\d)/u.test(next ?? '')
  )
}

/** Whether only a list stands between the opener and the figure: no verb, no new clause. */
function isList(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from, to).some(({ lower }) => VERBS.has(lower) || lower === ';')
}

/** Whether the cue sums: not "the deadliest attack since", not "since being moved". */
function isTotalCue(tokens: readonly Token[], cue: Cue, at: FigurePosition): boolean {
  if (cue.kind === 'since') {
    const before = tokens.slice(Math.max(0, cue.tokenStart - SUPERLATIVE_REACH), cue.tokenStart)
    if (before.some(({ lower }) => SUPERLATIVES.has(lower))) return false
    if (tokens[cue.tokenEnd]?.lower.endsWith('ing') === true) return false
    if (isYearsSince(tokens, cue, at)) return false
  }
  const between = cue.tokenEnd <= at.start ? tokens.slice(cue.tokenEnd, at.start) : tokens.slice(at.end, cue.tokenStart)
  return !between.some(({ lower }) => lower === 'which' || lower === ';' || lower === 'where')
}

/** "ten years since forty people were killed": the years since one harm, which is no total; "in the ten years since the war began, forty" is. */
function isYearsSince(tokens: readonly Token[], { tokenStart, tokenEnd }: Cue, at: FigurePosition): boolean {
  if (!TIME_UNITS.has(tokens[tokenStart - 1]?.lower ?? '') || tokenEnd > at.start) return false
  return !tokens.slice(tokenEnd, at.start).some(({ lower }) => lower === ',')
}

/** A rate is said of the figure beside it. */
function isNear(tokens: readonly Token[], cue: Pick<Cue, 'tokenStart' | 'tokenEnd'>, at: FigurePosition): boolean {
  const [from, to] = cue.tokenEnd <= at.start ? [cue.tokenEnd, at.start] : [at.end, cue.tokenStart]
  return (
    to - from < LIST_REACH && !tokens.slice(from, to).some(({ lower }) => lower === 'and' || CLAUSE_BREAK.has(lower))
  )
}
