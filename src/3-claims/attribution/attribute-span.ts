import { HEDGES, type HedgeEffect } from '../../../data/words/hedges.ts'
import type { Attribution, Claimant, Stance } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { AttributionFrame } from './attribution-index.ts'
import { readHedge } from './read-hedge.ts'

export const OUTLET: Claimant = { kind: 'outlet', name: 'outlet', role: null, affiliation: null }
/** How many tokens before the words a hedge may stand, and how many after their first. */
const HEDGE_REACH_BEFORE = 9
const HEDGE_REACH_AFTER = 3
/** A mere possibility must stand closer to what it makes possible. */
const CONDITION_REACH = 5
const EARLIER_EVENT: ReadonlySet<string> = new Set(['similar', 'earlier', 'previous', 'prior'])

interface Held {
  readonly frame: AttributionFrame
  readonly size: number
}

/** Who vouches for the words at `span`: the innermost frame that holds them, else the outlet; hedges from the words around them. */
export function attributeSpan(
  sentence: Sentence,
  span: Span,
  frames: readonly AttributionFrame[],
  text: string,
): Attribution {
  const middle = (span.start + span.end) / 2
  const at = sentence.tokens.findIndex((token) => token.end > span.start)
  const holding: Held[] = []
  for (const frame of frames)
    if (holds(frame, middle) && !presupposes(frame, sentence, at)) holding.push({ frame, size: sizeOf(frame) })
  if (holding.length > 1) holding.sort(byNearness)
  const near = hedgesNear(sentence, at)
  const inner = holding[0]
  if (inner === undefined) {
    return {
      claimant: OUTLET,
      cue: null,
      stance: stanceOf('asserted', near),
      hedges: near.map(({ words }) => words),
      relay: [],
    }
  }
  const { frame } = inner
  return {
    claimant: frame.claimant,
    cue: frame.cue === null ? null : evenBlanks(text.slice(frame.cue.start, frame.cue.end)),
    stance: stanceOf(frame.stance, near),
    hedges: hedgesOf(frame, near),
    relay: relayOf(frame, holding),
  }
}

function holds(frame: AttributionFrame, position: number): boolean {
  for (const { start, end } of frame.content) if (start <= position && position < end) return true
  return false
}

function sizeOf(frame: AttributionFrame): number {
  let size = 0
  for (const { start, end } of frame.content) size += end - start
  return size
}

/** Sources that are cited first, then the innermost. */
function byNearness(a: Held, b: Held): number {
  return Number(isCiting(b.frame)) - Number(isCiting(a.frame)) || a.size - b.size
}

/** The hedges of the frame and those beside the words, each once. */
function hedgesOf(frame: AttributionFrame, near: readonly Hedge[]): readonly string[] {
  if (near.length === 0 && frame.hedges.length < 2) return frame.hedges
  return [...new Set([...frame.hedges, ...near.map(({ words }) => words)])]
}

/** Who passed on what the innermost source says: the frames around it from the outermost in, then its own relays. */
function relayOf(frame: AttributionFrame, holding: readonly Held[]): readonly string[] {
  if (holding.length === 1 && frame.relay.length === 0) return frame.relay
  const outer = holding.slice(1).filter((one) => isNestedIn(frame, one.frame))
  return [...outer.reverse().map((one) => one.frame.claimant.name), ...frame.relay].filter(
    (name, i, names) => name !== frame.claimant.name && name !== OUTLET.name && names.indexOf(name) === i,
  )
}

/** The words with every run of blanks as one space. */
function evenBlanks(words: string): string {
  return UNEVEN.test(words) ? words.replace(/\s+/gu, ' ') : words
}

const UNEVEN = /[^\S ]|\s\s/u

function isCiting(frame: AttributionFrame): boolean {
  return frame.rule === 'attribution/citing'
}

/** Whether the inner frame is itself part of what the outer one's source says. */
function isNestedIn(inner: AttributionFrame, outer: AttributionFrame): boolean {
  const cue = inner.cue
  if (cue === null) return false
  if (isCiting(inner)) return true
  return outer.content.some(({ start, end }) => start <= cue.start && cue.end <= end)
}

/** How far before the words a relative pronoun may stand, in tokens. */
const PRONOUN_REACH = 3
const EARLIER_REACH = 9

/** Whether the frame's source talks about the words at token `at` and does not vouch for them: the outlet's own background. */
function presupposes(frame: AttributionFrame, { tokens }: Sentence, at: number): boolean {
  if (frame.cue === null) return false
  if (frame.act === 'responsibility') return true
  let pronoun = at - 1
  while (pronoun > 0 && pronoun >= at - PRONOUN_REACH && !isRelative(tokens[pronoun])) pronoun--
  if (pronoun <= 0 || pronoun < at - PRONOUN_REACH || (tokens[pronoun]?.start ?? 0) <= frame.cue.end + 1) return false
  for (let i = Math.max(0, pronoun - EARLIER_REACH); i < pronoun; i++)
    if (EARLIER_EVENT.has(tokens[i]?.lower ?? '')) return true
  return false
}

function isRelative(token: Token | undefined): boolean {
  return token?.lower === 'that' || token?.lower === 'which'
}

interface Hedge {
  readonly words: string
  readonly effect: HedgeEffect
}

const STOPS: ReadonlySet<string> = new Set([',', ';', ':', '.'])

/** Hedges in the clause of the words at token `at`, in reading order. */
function hedgesNear(sentence: Sentence, at: number): readonly Hedge[] {
  if (at === -1) return NO_HEDGES
  const { tokens } = sentence
  let hedges: Hedge[] | null = null
  let from = at
  while (from > 0 && at - from < HEDGE_REACH_BEFORE && !STOPS.has(tokens[from - 1]?.text ?? '')) from--
  for (let i = from; i <= Math.min(tokens.length - 1, at + HEDGE_REACH_AFTER); i++) {
    const token = tokens[i]
    if (token === undefined || (i > at && STOPS.has(token.text))) break
    const words = readHedge(tokens, i)
    const effect = words === null ? undefined : HEDGES.get(words)
    if (
      words === null ||
      effect === undefined ||
      (token.lower === 'may' && token.text !== 'may' && !sentence.isUpperCase)
    )
      continue
    if (token.lower === 'possible' && (tokens[i - 1]?.lower === 'as' || tokens[i - 1]?.lower === 'if')) continue
    if (effect === 'conditional' && (i > at || at - i > CONDITION_REACH)) continue
    const end = words === token.lower ? token.end : (tokens[i + 1] ?? token).end
    hedges ??= []
    hedges.push({ words: sentence.text.slice(token.start - sentence.start, end - sentence.start), effect })
  }
  return hedges ?? NO_HEDGES
}

const NO_HEDGES: readonly Hedge[] = []

function stanceOf(base: Stance, hedges: readonly Hedge[]): Stance {
  if (base !== 'asserted') return base
  if (hedges.some(({ effect }) => effect === 'conditional')) return 'conditional'
  return hedges.some(({ effect }) => effect === 'accused') ? 'accused' : 'asserted'
}
