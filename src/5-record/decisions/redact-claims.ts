import type { Decision } from '../../model/decision.ts'
import type { RecordClaim } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'

/** What stands in the place of words that a person has hidden. */
export const REDACTED = '[redacted]'

/**
 * Takes the words of redacted claims out of everything that quotes them: the claims themselves, and of other claims the
 * stretch that overlaps with them, in the quote or in its context. Numbers stay.
 *
 * @param active decisions in force
 */
export function redactClaims(entries: readonly RecordClaim[], active: readonly Decision[]): readonly RecordClaim[] {
  const hidden = new Map<string, Span[]>()
  for (const decision of active)
    if (decision.action === 'redact') {
      const { documentId, start, end } = decision.claim
      hidden.set(documentId, [...(hidden.get(documentId) ?? []), { start, end }])
    }
  if (hidden.size === 0) return entries
  return entries.map((entry) => {
    const spans = hidden.get(entry.documentId)
    return spans === undefined ? entry : redact(entry, spans)
  })
}

function redact(entry: RecordClaim, spans: readonly Span[]): RecordClaim {
  const { claim } = entry
  const { start, end, exact, prefix, suffix } = claim.evidence
  const evidence = {
    ...claim.evidence,
    exact: hide(exact, start, spans),
    prefix: hide(prefix, start - prefix.length, spans),
    suffix: hide(suffix, end, spans),
  }
  const isTouched = spans.some((span) => span.start < end && start < span.end)
  if (!isTouched) return { ...entry, claim: { ...claim, evidence } }
  const figure = claim.figure === null ? null : { ...claim.figure, asWritten: REDACTED }
  const trace = claim.trace.map((step) => ({ ...step, quote: REDACTED }))
  return { ...entry, claim: { ...claim, evidence, figure, trace } }
}

/** Puts the mark in the place of what overlaps with the spans. @param at where the text begins in the document */
function hide(text: string, at: number, spans: readonly Span[]): string {
  let shown = text
  // From the end, so that places before stay where they are.
  for (const { start, end } of joinSpans(spans).toReversed()) {
    const from = Math.max(0, start - at)
    const to = Math.min(text.length, end - at)
    if (from < to) shown = `${shown.slice(0, from)}${REDACTED}${shown.slice(to)}`
  }
  return shown
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
