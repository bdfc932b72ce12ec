import type { Claim, Evidence } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { Candidate, Rejection } from './candidate.ts'
import { claimId } from './claim-id.ts'
import { boundsStandIn } from './quantities/bounds-stand-in.ts'

/** Length of the context kept on each side of the quote, in UTF-16 units. */
const CONTEXT_UNITS = 32

/**
 * The only way a claim comes into being, for every producer (rules, encoder, model, person).
 *
 * Checks that the span lies in the text and in its sentence, that exactly the payload of the kind is set, that the
 * figure's bounds can be parsed again from the quoted words, that the claimant's name stands in the text (the outlet
 * itself excepted), and that intervals are in order.
 *
 * @returns the claim, or the rejection that names the broken promise
 * @see docs/codebook.md "Evidence": a claim whose quote is not found verbatim at its span cannot exist
 */
export function verifyClaim(document: Document, candidate: Candidate): Claim | Rejection {
  const { text } = document
  const { span, sentence, attribution, figure, event, place, when } = candidate
  const reject = (reason: Rejection['reason']): Rejection => ({ rejected: candidate, reason })

  if (!lies(span, { start: 0, end: text.length }) || !lies(sentence, { start: 0, end: text.length }))
    return reject('span-outside-text')
  if (text.slice(span.start, span.end).trim() === '') return reject('empty-span')
  if ((figure !== null) !== (candidate.kind === 'figure') || (event !== null) !== (candidate.kind === 'event'))
    return reject('kind-mismatch')
  const { claimant } = attribution
  if (claimant.kind !== 'outlet' && !standsIn(text, claimant.name)) return reject('claimant-not-in-text')
  if (figure !== null && !boundsStandIn(text.slice(span.start, span.end), figure)) return reject('number-not-in-quote')
  if ([when, figure?.period].some((w) => w?.start && w.end && w.start > w.end)) return reject('bad-interval')

  return {
    id: claimId(document.id, candidate),
    kind: candidate.kind,
    evidence: evidenceAt(text, span, sentence),
    attribution,
    figure,
    event,
    place,
    when,
    incident: null,
    confidence: candidate.confidence,
    producer: candidate.producer,
    trace: candidate.trace,
  }
}

function lies(inner: Span, outer: Span): boolean {
  return (
    Number.isInteger(inner.start) &&
    Number.isInteger(inner.end) &&
    outer.start <= inner.start &&
    inner.start < inner.end &&
    inner.end <= outer.end
  )
}

function evidenceAt(text: string, span: Span, sentence: Span): Evidence {
  return {
    start: span.start,
    end: span.end,
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT_UNITS), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT_UNITS),
    sentence: { start: sentence.start, end: sentence.end },
  }
}

/** Whether the name stands in the text as written; line breaks and runs of blanks inside it may differ. */
function standsIn(text: string, name: string): boolean {
  return name !== '' && (text.includes(name) || text.replace(/\s+/gu, ' ').includes(name.replace(/\s+/gu, ' ')))
}
