import type { Group, Measure } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'

/** A figure found in a sentence, before attribution, scope, place and time are known. */
export interface FigureMention {
  /** Index of its sentence. */
  readonly sentence: number
  /** The evidence: quantity, modifiers and people noun ("at least 21,000 people"). */
  readonly span: Span
  /** The words that state the harm ("were killed"). */
  readonly trigger: Span
  readonly measure: Measure
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly vague: string | null
  readonly asWritten: string
  readonly who: readonly Group[]
  /** Position in the document's list of mentions of the figure that this one is said to be part of, or null. */
  readonly partOf: number | null
  /** Hypothesis or denial carried by the harm's own verb phrase ("could kill", "no one was"), seen by the frame. */
  readonly mood: 'stated' | 'conditional' | 'denied'
  readonly rule: string
  readonly trace: readonly Trace[]
}
