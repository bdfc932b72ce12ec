import type { Span } from './span.ts'

/** What a line is for (codebook, "Document"). Claims in teaser, promo and credit lines are not the document's claims. */
export const LINE_ROLES = [
  'headline',
  'heading',
  'body',
  'bullet',
  'caption',
  'byline',
  'dateline',
  'teaser',
  'promo',
  'credit',
] as const
export type LineRole = (typeof LINE_ROLES)[number]

/** Roles of lines that are not part of the article: kept and shown, but no claim of theirs is the document's. */
export const SET_ASIDE_ROLES: ReadonlySet<LineRole> = new Set(['teaser', 'promo', 'credit', 'byline'])

/** One line of the document's text, marked and never deleted. The span leaves out the line break. */
export interface Line extends Span {
  readonly role: LineRole
  /** Why the line has this role: the evidence in words. */
  readonly reason: string
  /** Time of the live-blog post that the line belongs to (ISO 8601, UTC when it has a time); null outside live blogs or when the post shows none. */
  readonly postedAt: string | null
}

/** Where the publication date comes from; `none` goes with a null date. */
export type PublishedFrom = 'given' | 'metadata' | 'dateline' | 'none'

/**
 * A run of the document's text that stands unchanged in the capture's bytes.
 *
 * `start` and `end` span the document's text, `byteStart` and `byteEnd` the bytes. Every UTF-16 unit of a run takes the
 * same number of bytes, so a span inside one run maps back by proportion, and one over several runs from the first to the last.
 */
export interface SourceRun {
  readonly start: number
  readonly end: number
  readonly byteStart: number
  readonly byteEnd: number
}

/** The text and metadata read out of a capture: a working copy, reproducible from it. */
export interface Document {
  /** `sha256:` and the hex digest of the UTF-8 bytes of `text`. */
  readonly id: string
  /** Digest of the capture the text was read from, `sha256:` and hex. */
  readonly captureId: string
  readonly sourceId: string | null
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly url: string | null
  /** ISO 639-1 code; null when the text is too short to tell. */
  readonly language: string | null
  /** YYYY-MM-DD, or ISO 8601 with zone when a time is known; null when the source does not say. */
  readonly publishedAt: string | null
  readonly publishedFrom: PublishedFrom
  /** When the page says it was changed last; never used as the publication date. */
  readonly modifiedAt: string | null
  /** Title, blank line, body: what every offset counts in. */
  readonly text: string
  /** Every non-empty line of `text`, in order, not overlapping. */
  readonly lines: readonly Line[]
  /** Runs that map back to the capture's bytes, in order of the text; empty unless asked for, and where the input does not allow it. */
  readonly sourceMap: readonly SourceRun[]
}

/** A capture that could not be read, with what is wrong and what to do about it. */
export interface Unreadable {
  readonly sourceId: string | null
  /** Stable word for the fault. */
  readonly reason: 'empty' | 'binary' | 'too-large' | 'no-text' | 'timeout' | 'crash' | 'bad-input'
  readonly message: string
}
