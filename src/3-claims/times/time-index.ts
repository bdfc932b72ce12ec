import type { Span } from '../../model/span.ts'
import type { When } from '../../model/when.ts'

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
   * When the harm or event named at `span` of sentence `sentence` happened: from its clause, its sentence, then the
   * incident context before it. Null when the text does not tell.
   */
  whenOf(sentence: number, span: Span): When | null
  /** The period that a cumulative figure at `span` covers ("since February", "in the past week"), or null. */
  periodOf(sentence: number, span: Span): When | null
}
