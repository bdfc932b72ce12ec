import type { EventType } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'

/** A violent, coercive or territorial event named in a sentence. */
export interface EventMention {
  readonly sentence: number
  /** The shortest words that name the event ("took control of", "air strike"): the evidence. */
  readonly trigger: Span
  readonly type: EventType
  /** Who did it, as written in the sentence, or null. */
  readonly perpetrator: Span | null
  /** Who or what was hit, as written in the sentence, or null. */
  readonly target: Span | null
  /** Whether the perpetrator's part is stated, alleged or denied by the words around it. */
  readonly perpetratorStance: 'asserted' | 'accused' | 'denied'
  /** `accused`: told in scare quotes, in somebody else's word. */
  readonly mood: 'stated' | 'accused' | 'conditional' | 'denied'
  readonly rule: string
  readonly trace: readonly Trace[]
}
