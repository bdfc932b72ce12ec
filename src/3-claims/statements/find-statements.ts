import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'
import type { AttributionFrame, AttributionIndex } from '../attribution/attribution-index.ts'
import type { Sentence } from '../text/sentence.ts'
import { classifyStatement, type StatementKind } from './classify-statement.ts'
import { mentionsConflict } from './mentions-conflict.ts'

/** Something somebody other than the outlet accuses, denies, admits, warns, demands or assesses about the conflict. */
export interface StatementMention {
  readonly sentence: number
  /** What is said, verbatim: the evidence. */
  readonly span: Span
  readonly frame: AttributionFrame
  /** The frame's cue, verbatim, or null. */
  readonly cue: string | null
  readonly rule: string
  readonly trace: readonly Trace[]
}

/** Four words: shorter pieces of a quotation ("Never again.") say too little to stand alone. */
const HAS_WORDS = /\s\S+\s+\S+\s/u
/** Who was taken or fled is told of again by what has become of them: "most of the girls had not come back". */
const FATE =
  /\b(?:not|never|nobody|none|yet to|hadn['’]t|haven['’]t|hasn['’]t) [^.;,]{0,30}?(?:c[oa]me (?:back|home)|return(?:ed)?|be(?:en)? (?:seen|found|heard from|accounted for|traced|released|freed))\b|\b(?:whereabouts|unaccounted for|no trace|without (?:a )?trace)\b/u
/** Sentences before that may tell of what the fate follows from. */
const FATE_REACH = 2
/** A casualty count is a figure claim of its own; saying it again as a statement would only double it. */
const IS_COUNT = /\b(?:killed|dead|died|injured|wounded|missing|displaced|bodies)\b/u
const HAS_NUMBER = /\d|\b(?:dozens|scores|hundreds|two|three|four|five|six|seven|eight|nine|ten)\b/u

/**
 * Picks, among the attributions, those that say something about the conflict, in reading order: every accusation, denial, claim of
 * responsibility, admission, warning, demand and assessment, and every plain report whose words are about the conflict and are more than a
 * casualty count. A quotation that runs over sentences gives one statement a sentence.
 */
export function findStatements(sentences: readonly Sentence[], attributions: AttributionIndex): StatementMention[] {
  const seen = new Map<number, boolean>()
  const isInConflict = (index: number): boolean => {
    const known = seen.get(index)
    if (known !== undefined) return known
    const sentence = sentences[index]
    const found = sentence !== undefined && mentionsConflict(sentence)
    seen.set(index, found)
    return found
  }
  const found: StatementMention[] = []
  for (const frame of attributions.frames) found.push(...statementsOf(frame, sentences, isInConflict))
  return innermost(found).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

function statementsOf(
  frame: AttributionFrame,
  sentences: readonly Sentence[],
  isInConflict: (sentence: number) => boolean,
): StatementMention[] {
  const home = sentences[frame.sentence]
  if (home === undefined || frame.claimant.kind === 'outlet') return []
  const pieces: Piece[] = []
  for (const span of frame.content) cutBySentence(span, frame.sentence, sentences, pieces)
  const readsBack = frame.act !== 'report' || pieces.some(({ text }) => isQuoted(text))
  const isAbout =
    isInConflict(home.index) ||
    pieces.some(({ sentence }) => isInConflict(sentence)) ||
    (readsBack && isInConflict(home.index - 1)) ||
    (pieces.some(({ text }) => FATE.test(text.toLowerCase())) &&
      Array.from({ length: FATE_REACH }, (_, i) => home.index - 1 - i).some(isInConflict))
  if (!isAbout) return []
  const statements: StatementMention[] = []
  for (const { sentence, span, text } of pieces) {
    if (!/\p{L}/u.test(text) || (frame.act === 'report' && !HAS_WORDS.test(text))) continue
    const lower = text.toLowerCase()
    const kind = classifyStatement(frame.act, frame.stance, lower)
    const isPlain = kind.act === 'assessment' && frame.act === 'report'
    if (isPlain && IS_COUNT.test(lower) && HAS_NUMBER.test(lower)) continue
    const cue =
      frame.cue === null || home.index !== sentence
        ? null
        : home.text.slice(frame.cue.start - home.start, frame.cue.end - home.start).replace(/\s+/gu, ' ')
    statements.push({
      sentence,
      span,
      frame: withKind(frame, kind),
      cue,
      rule: `statement/${kind.act}`,
      trace: [{ rule: frame.rule, quote: cue ?? text, reason: `${kind.act} by ${frame.claimant.name}` }],
    })
  }
  return statements
}

function withKind(frame: AttributionFrame, { act, stance }: StatementKind): AttributionFrame {
  const { sentence, source, cue, content, claimant, hedges, relay, rule } = frame
  return { sentence, source, cue, content, claimant, act, stance, hedges, relay, rule }
}

interface Piece {
  readonly sentence: number
  readonly span: Span
  readonly text: string
}

/** Adds the parts of a content span that lie in each sentence, near the frame's own. */
function cutBySentence(span: Span, from: number, sentences: readonly Sentence[], pieces: Piece[]): void {
  let first = from
  while (first > 0 && (sentences[first - 1]?.end ?? 0) > span.start) first--
  for (let index = first; index < sentences.length; index++) {
    const sentence = sentences[index]
    if (sentence === undefined || sentence.start >= span.end) break
    const start = Math.max(span.start, sentence.start)
    const end = Math.min(span.end, sentence.end)
    if (start < end)
      pieces.push({
        sentence: index,
        span: { start, end },
        text: sentence.text.slice(start - sentence.start, end - sentence.start),
      })
  }
}

function isQuoted(words: string): boolean {
  return /["“”«]/u.test(words)
}

/** Of two statements over the same words by the same claimant only the shorter stays, and of one passed on ("…, the mayor said, the agency reported") the first speaker's. */
function innermost(mentions: readonly StatementMention[]): StatementMention[] {
  const bySentence = new Map<number, StatementMention[]>()
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence)
    if (list === undefined) bySentence.set(mention.sentence, [mention])
    else list.push(mention)
  }
  return mentions.filter(
    (one) =>
      !(bySentence.get(one.sentence) ?? []).some(
        (other) => other !== one && (isInside(other, one) || passesOn(one, other)),
      ),
  )
}

/** Whether the outer statement ends in the words by which the inner one is attributed: it tells who passed it on. */
function passesOn(outer: StatementMention, inner: StatementMention): boolean {
  const { cue } = inner.frame
  if (cue === null || inner.frame.claimant.name === outer.frame.claimant.name) return false
  return outer.span.start <= inner.span.start && cue.start > inner.span.end && cue.end === outer.span.end
}

function isInside(inner: StatementMention, outer: StatementMention): boolean {
  const isSame = inner.span.start === outer.span.start && inner.span.end === outer.span.end
  if (isSame || inner.frame.claimant.name !== outer.frame.claimant.name) return false
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end
}
