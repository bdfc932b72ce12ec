import type { Claim, Evidence } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { When } from '../model/when.ts'
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

  if (!lies(span, text) || !lies(sentence, text)) return reject('span-outside-text')
  if (isBlank(text, span)) return reject('empty-span')
  if ((figure !== null) !== (candidate.kind === 'figure') || (event !== null) !== (candidate.kind === 'event'))
    return reject('kind-mismatch')
  const { claimant } = attribution
  if (claimant.kind !== 'outlet' && !standsIn(document, claimant.name, sentence)) return reject('claimant-not-in-text')
  if (figure !== null && !boundsStandIn(text.slice(span.start, span.end), figure)) return reject('number-not-in-quote')
  if (isBackwards(when) || isBackwards(figure?.period ?? null)) return reject('bad-interval')

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

function lies({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length
}

function isBlank(text: string, { start, end }: Span): boolean {
  // Most quotes begin with a letter or digit of ASCII: nothing to cut out and trim.
  const first = text.charCodeAt(start)
  return !(first > 0x20 && first < 0x7f) && text.slice(start, end).trim() === ''
}

function isBackwards(when: When | null): boolean {
  return when !== null && Boolean(when.start) && Boolean(when.end) && (when.start ?? '') > (when.end ?? '')
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

/** What the search for claimants' names remembers of a document. */
interface NameSearch {
  readonly answers: Map<string, boolean>
  /** The text with every run of blanks as one space; made when a name first needs it. */
  even: string | null
}

/** How far before and after its claim's sentence a name is looked for first, in UTF-16 units. */
const BESIDE_UNITS = 300

const SEARCHES = new WeakMap<Document, NameSearch>()

/**
 * Whether the name stands in the text as written; line breaks and runs of blanks inside it may differ.
 *
 * @param near where it is looked for first: most names stand in or beside their claim's sentence
 */
function standsIn(document: Document, name: string, near: Span): boolean {
  if (name === '') return false
  let search = SEARCHES.get(document)
  if (search === undefined) {
    search = { answers: new Map(), even: null }
    SEARCHES.set(document, search)
  }
  const known = search.answers.get(name)
  if (known !== undefined) return known
  const { text } = document
  const answer = standsBeside(text, name, near) || text.includes(name) || standsEvenly(search, text, name)
  search.answers.set(name, answer)
  return answer
}

function standsBeside(text: string, name: string, { start, end }: Span): boolean {
  return text.slice(Math.max(0, start - BESIDE_UNITS), end + BESIDE_UNITS).includes(name)
}

function standsEvenly(search: NameSearch, text: string, name: string): boolean {
  search.even ??= text.replace(BLANKS, ' ')
  return search.even.includes(name.replace(BLANKS, ' '))
}

const BLANKS = /\s+/gu
