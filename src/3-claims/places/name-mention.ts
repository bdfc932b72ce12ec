import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Span } from '../../model/span.ts'

/** What the words right around a name say about it being a place. */
export type NameForm =
  /** A name of the gazetteer, or one that a place noun or a preposition shows to be a place. */
  | 'name'
  /** An adjective or the name of a people: "Ukrainian". */
  | 'adjective'
  /** A name whose possessive lost its apostrophe: "Syrias army". */
  | 'possessive'
  /** The first part of a compound: "Moscow-backed". */
  | 'compound'

/** A stretch of one sentence that may name a place, before it is resolved. */
export interface NameMention extends Span {
  readonly sentence: number
  /** First and last token (positions in the sentence). */
  readonly first: number
  readonly last: number
  /** The folded name: mentions with the same key are taken for the same place unless their own words say otherwise. */
  readonly key: string
  /** What it may stand for, best known first; empty for a name that no gazetteer entry has. */
  readonly candidates: readonly GazetteerEntry[]
  readonly form: NameForm
  /** Whether the words around it vouch for a place: a preposition, a place noun, the name of what it lies in. */
  readonly isCued: boolean
  readonly rule: string
}
