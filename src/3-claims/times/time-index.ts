import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'
import type { Reach } from '../reach.ts'

/** TimeML type and value (TIMEX3), kept beside the interval for scoring and for explanations. */
export interface TimeMention extends Span {
  readonly sentence: number
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value ("2022-05-24", "P3D", "2022-W21", "PAST_REF"); null when not resolved. */
  readonly value: string | null
  /** The calendar interval; null for durations, sets and references without a date. */
  readonly when: When | null
  /** `since` and `until` bound a period; `at` is a point or interval; `span` is a length of time. */
  readonly relation: 'at' | 'since' | 'until' | 'span'
  readonly rule: string
}

/** All time expressions of a document, resolved. */
export interface TimeIndex {
  readonly mentions: readonly TimeMention[]
  /**
   * When what is claimed at `span` of sentence `sentence` happened; null when the text does not tell. What is asked for decides how
   * far a date may come from: a figure (`story`) takes that of its clause, its sentence, then the story's incident; an event (`incident`) the last
   * only where it goes on with that incident; a statement (`sentence`) only one of its own sentence. The day of the saying is never that of what is said.
   */
  whenOf(sentence: number, span: Span, reach: Reach): When | null
  /** The period that a cumulative figure at `span` covers ("since February", "in the past week"), or null. */
  periodOf(sentence: number, span: Span): When | null
  /** In a text of remembrance, the last day (YYYY-MM-DD) of the past that it looks back on; null in any other text. */
  readonly rememberedUntil: string | null
}

/** Whether a time is remembered, and so roughly that it tells a chapter of the past and no moment: a month or more, a year and longer ago. */
export function isRememberedRoughly(
  { rememberedUntil }: Pick<TimeIndex, 'rememberedUntil'>,
  when: When | null,
): boolean {
  if (rememberedUntil === null || when?.end == null || when.end > rememberedUntil) return false
  return when.datePrec === null || when.datePrec >= 4
}
