import type { Attribution, Claimant, Stance } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'

/** What an attribution does with its content; decides stance and whether a statement claim comes of it. */
export type SpeechAct =
  | 'report'
  | 'accusation'
  | 'denial'
  | 'responsibility'
  | 'admission'
  | 'warning'
  | 'demand'
  | 'assessment'

/** Somebody says something: source, cue, content. Spans count in the document's text. */
export interface AttributionFrame {
  /** Index of the sentence of the cue; of the first quoted sentence where a quotation has no cue of its own. */
  readonly sentence: number
  /** The source as written ("he", "The ministry"); null when the source stands in another sentence. */
  readonly source: Span | null
  /** Null for a quotation that carries on its speaker from before. */
  readonly cue: Span | null
  /** What is said; several spans where the cue interrupts it or a quotation runs over sentences. */
  readonly content: readonly Span[]
  readonly claimant: Claimant
  readonly act: SpeechAct
  readonly stance: Stance
  readonly hedges: readonly string[]
  readonly relay: readonly string[]
  readonly rule: string
}

/** All attributions of a document. */
export interface AttributionIndex {
  readonly frames: readonly AttributionFrame[]
  /**
   * Who vouches for the words at `span` of sentence `sentence`, with which stance and hedges: the innermost frame whose
   * content holds them, else the outlet itself. Never null.
   */
  attributionOf(sentence: number, span: Span): Attribution
}
