import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'
import type { AttributionFrame, AttributionIndex } from '../attribution/attribution-index.ts'
import type { Sentence } from '../text/sentence.ts'

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

/** Picks, among the attributions, those that say something about the conflict, in reading order. */
export function findStatements(_sentences: readonly Sentence[], _attributions: AttributionIndex): StatementMention[] {
  return []
}
