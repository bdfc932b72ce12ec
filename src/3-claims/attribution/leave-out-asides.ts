import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { type Quotation, quotationAt } from './find-quotations.ts'

const DASHES: ReadonlySet<string> = new Set(['–', '—', '-'])
/** Words by which an outlet sets its own knowledge against what somebody says. */
const SETS_AGAINST: ReadonlySet<string> = new Set('though although despite but however yet even'.split(' '))

/**
 * Leaves out of what is said, right of its attribution, the outlet's own objection between dashes: "said X – though its guns have hit
 * hospitals". Inside a quotation every dash is the speaker's.
 */
export function leaveOutAsides(
  sentence: Sentence,
  content: readonly Span[],
  cue: Span,
  quotations: readonly Quotation[],
): readonly Span[] {
  const { tokens } = sentence
  const open = tokens.findIndex(
    (token, at) =>
      token.kind === 'punct' &&
      token.start >= cue.end &&
      isDash(sentence, at) &&
      SETS_AGAINST.has(tokens[at + 1]?.lower ?? '') &&
      quotationAt(quotations, token.start) === null,
  )
  const from = tokens[open - 1]?.end
  if (open === -1 || from === undefined) return content
  const close = tokens.findIndex((_, at) => at > open && isDash(sentence, at))
  const to = close === -1 ? sentence.end : (tokens[close]?.end ?? sentence.end)
  return content.flatMap((span) =>
    [
      { start: span.start, end: Math.min(span.end, from) },
      { start: Math.max(span.start, to), end: span.end },
    ].filter(({ start, end }) => start < end && /\p{L}/u.test(wordsOf(sentence, start, end))),
  )
}

function wordsOf(sentence: Sentence, start: number, end: number): string {
  const words = sentence.text.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start))
  return end <= sentence.start || start >= sentence.end ? 'outside' : words
}

function isDash(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || !DASHES.has(token.text)) return false
  return /\s/u.test(sentence.text.charAt(token.start - sentence.start - 1)) || token.text === '—'
}
