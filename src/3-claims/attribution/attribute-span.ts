import { HEDGES, type HedgeEffect } from '../../../data/words/hedges.ts'
import type { Attribution, Claimant, Stance } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { AttributionFrame } from './attribution-index.ts'

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
  const holding = frames
    .flatMap((frame): Held[] => {
      const content = frame.content.find(({ start, end }) => start <= middle && middle < end)
      if (content === undefined || presupposes(frame, sentence, span)) return []
      return [{ frame, size: frame.content.reduce((sum, { start, end }) => sum + end - start, 0) }]
    })
    .sort((a, b) => Number(isCiting(b.frame)) - Number(isCiting(a.frame)) || a.size - b.size)
  const near = hedgesNear(sentence, span)
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
  const outer = holding.slice(1).filter((one) => isNestedIn(frame, one.frame))
  const relay = [...outer.reverse().map((one) => one.frame.claimant.name), ...frame.relay].filter(
    (name, i, names) => name !== frame.claimant.name && name !== OUTLET.name && names.indexOf(name) === i,
  )
  return {
    claimant: frame.claimant,
    cue: frame.cue === null ? null : text.slice(frame.cue.start, frame.cue.end).replace(/\s+/gu, ' '),
    stance: stanceOf(frame.stance, near),
    hedges: [...new Set([...frame.hedges, ...near.map(({ words }) => words)])],
    relay,
  }
}

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

/** Words that the frame's source talks about and does not vouch for: the outlet's own background. */
function presupposes(frame: AttributionFrame, sentence: Sentence, span: Span): boolean {
  if (frame.cue === null) return false
  if (frame.act === 'responsibility') return true
  const at = sentence.tokens.findIndex((token) => token.end > span.start)
  const pronoun = sentence.tokens.slice(0, at).findLastIndex(({ lower }) => lower === 'that' || lower === 'which')
  const isRelative = pronoun > 0 && pronoun >= at - 3 && (sentence.tokens[pronoun]?.start ?? 0) > frame.cue.end + 1
  return (
    isRelative && sentence.tokens.slice(Math.max(0, pronoun - 9), pronoun).some(({ lower }) => EARLIER_EVENT.has(lower))
  )
}

interface Hedge {
  readonly words: string
  readonly effect: HedgeEffect
}

/** Hedges in the clause of the words, in reading order. */
function hedgesNear(sentence: Sentence, span: Span): Hedge[] {
  const { tokens } = sentence
  const at = tokens.findIndex((token) => token.end > span.start)
  if (at === -1) return []
  const hedges: Hedge[] = []
  let from = at
  while (from > 0 && at - from < HEDGE_REACH_BEFORE && !/^[,;:.]$/u.test(tokens[from - 1]?.text ?? '')) from--
  for (let i = from; i <= Math.min(tokens.length - 1, at + HEDGE_REACH_AFTER); i++) {
    const token = tokens[i]
    if (token === undefined || (i > at && /^[,;:.]$/u.test(token.text))) break
    const next = tokens[i + 1]
    const pair = `${token.lower} ${next?.lower ?? ''}`
    const words = HEDGES.has(pair) ? pair : HEDGES.has(token.lower) ? token.lower : null
    const effect = words === null ? undefined : HEDGES.get(words)
    if (
      words === null ||
      effect === undefined ||
      (token.lower === 'may' && token.text !== 'may' && !sentence.isUpperCase)
    )
      continue
    if (token.lower === 'possible' && (tokens[i - 1]?.lower === 'as' || tokens[i - 1]?.lower === 'if')) continue
    if (effect === 'conditional' && (i > at || at - i > CONDITION_REACH)) continue
    const end = words === pair ? (next ?? token).end : token.end
    hedges.push({ words: sentence.text.slice(token.start - sentence.start, end - sentence.start), effect })
  }
  return hedges
}

function stanceOf(base: Stance, hedges: readonly Hedge[]): Stance {
  if (base !== 'asserted') return base
  if (hedges.some(({ effect }) => effect === 'conditional')) return 'conditional'
  return hedges.some(({ effect }) => effect === 'accused') ? 'accused' : 'asserted'
}
