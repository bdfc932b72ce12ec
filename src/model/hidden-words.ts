import type { Claim } from './claim.ts'
import type { Decision } from './decision.ts'
import type { Document } from './document.ts'
import type { ReadDocument } from './incident.ts'
import type { Span } from './span.ts'

/** What stands in the place of words that a person has hidden. */
export const REDACTED = '[redacted]'
/** What stands for each UTF-16 unit of them in a text whose offsets must hold. */
export const HIDDEN_UNIT = '█'

/** What people hid of one text. */
export interface HiddenWords {
  /** UTF-16 units of the text, half-open, in order and not overlapping. */
  readonly spans: readonly Span[]
  /** The words that stand there: hidden also where they are quoted without their place, as in a title. */
  readonly words: readonly string[]
}

/**
 * The stretches that redactions hide, by the digest of the text. They hold for the text, whatever claims a reading finds
 * in it: the words at a place of a text never change.
 *
 * @param active decisions in force
 */
export function findHiddenSpans(active: readonly Decision[]): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  for (const decision of active) {
    if (decision.action !== 'redact') continue
    const { documentId, start, end } = decision.claim
    const known = found.get(documentId)
    if (known === undefined) found.set(documentId, [{ start, end }])
    else known.push({ start, end })
  }
  return new Map([...found].map(([documentId, spans]) => [documentId, joinSpans(spans)]))
}

/** Overlapping spans as one, in order. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** @param spans as `findHiddenSpans` gives them for this text */
export function hiddenIn(text: string, spans: readonly Span[]): HiddenWords {
  return { spans, words: spans.map(({ start, end }) => text.slice(start, end)).filter((words) => words.trim() !== '') }
}

/** Whether any of the stretch is hidden. */
export function isHidden({ spans }: Pick<HiddenWords, 'spans'>, { start, end }: Span): boolean {
  return spans.some((span) => span.start < end && start < span.end)
}

/**
 * A claim without the words that are hidden: in its quote and the words around it the mark stands in their place; where the
 * quote is touched, everything that repeats its words is hidden. Numbers, place, date and claimant stay.
 */
export function hideInClaim(claim: Claim, hidden: HiddenWords): Claim {
  const { start, end, exact, prefix, suffix } = claim.evidence
  const { spans, words } = hidden
  const evidence = {
    ...claim.evidence,
    exact: hideSpans(exact, start, spans),
    prefix: hideSpans(prefix, start - prefix.length, spans),
    suffix: hideSpans(suffix, end, spans),
  }
  const isTouched = isHidden(hidden, claim.evidence)
  const repeated = (text: string): string => (isTouched ? REDACTED : hideWords(text, words))
  const figure = claim.figure === null ? null : { ...claim.figure, asWritten: repeated(claim.figure.asWritten) }
  const trace = claim.trace.map(({ rule, quote, reason }) => ({
    rule,
    quote: repeated(quote),
    reason: hideWords(reason, words),
  }))
  return { ...claim, evidence, figure, trace }
}

/** A document's title without the words that are hidden in its text. @param hidden undefined when none are */
export function hideInTitle(
  { title, text }: Pick<Document, 'title' | 'text'>,
  hidden: HiddenWords | undefined,
): string | null {
  if (title === null || hidden === undefined) return title
  // Most texts begin with their title, and then its places are known.
  return hideWords(text.startsWith(title) ? hideSpans(title, 0, hidden.spans) : title, hidden.words)
}

/** A document whose title and claims are without the hidden words, and whose text has blocks in their place; every offset holds. */
export function hideInDocument(document: ReadDocument, spans: readonly Span[]): ReadDocument {
  if (spans.length === 0) return document
  const { reading } = document
  const { text } = reading.document
  const hidden = hiddenIn(text, spans)
  let shown = text
  for (const { start, end } of spans)
    shown = `${shown.slice(0, start)}${HIDDEN_UNIT.repeat(Math.min(end, text.length) - start)}${shown.slice(end)}`
  return {
    ...document,
    reading: {
      ...reading,
      document: { ...reading.document, title: hideInTitle(reading.document, hidden), text: shown },
      claims: reading.claims.map((claim) => hideInClaim(claim, hidden)),
    },
  }
}

/** Puts the mark in the place of what overlaps with the spans. @param at where the text begins in the document */
function hideSpans(text: string, at: number, spans: readonly Span[]): string {
  let shown = text
  // From the end, so that places before stay where they are.
  for (const { start, end } of spans.toReversed()) {
    const from = Math.max(0, start - at)
    const to = Math.min(text.length, end - at)
    if (from < to) shown = `${shown.slice(0, from)}${REDACTED}${shown.slice(to)}`
  }
  return shown
}

/** Puts the mark wherever one of these stands as whole words, in any case. */
export function hideWords(text: string, words: readonly string[]): string {
  let shown = text
  for (const one of words) {
    const literal = one.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
    shown = shown.replaceAll(
      new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${literal}(?![\p{L}\p{M}\p{N}])`, 'giu'),
      REDACTED,
    )
  }
  return shown
}
