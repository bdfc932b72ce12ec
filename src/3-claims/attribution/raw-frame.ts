import type { Span } from '../../model/span.ts'
import type { SpeechAct } from './attribution-index.ts'
import type { TokenRange } from './source-phrase.ts'

/** An attribution seen in one sentence, before its source is resolved. Token positions count in the sentence. */
export interface RawFrame {
  readonly sentence: number
  /** Null when the sentence names no source. */
  readonly source: TokenRange | null
  readonly cue: TokenRange
  /** Where the frame's own clause begins: at its verb group, or at its source when that stands before it. */
  readonly clauseStart: number
  readonly content: readonly Span[]
  readonly act: SpeechAct
  /** The verb says that the source does NOT say so ("has not acknowledged"). */
  readonly isNegated: boolean
  /** "told Reuters": who was told. */
  readonly recipient: TokenRange | null
  /** "X reported citing Y": Y passes its content to X. */
  readonly isCited: boolean
  readonly rule: string
}
