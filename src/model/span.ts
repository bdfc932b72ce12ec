/** A stretch of text: UTF-16 code units, half-open [start, end). */
export interface Span {
  readonly start: number
  readonly end: number
}
