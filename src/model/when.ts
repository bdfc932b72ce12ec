/**
 * When something happened (codebook, "Where and when"): the closed interval of calendar days [start, end].
 *
 * A claim whose text gives no date has `null` instead of a `When`: never silently the publication date.
 */
export interface When {
  /** The time expression, verbatim; null when the date follows from context named in `anchor`. */
  readonly asWritten: string | null
  /** YYYY-MM-DD; null when open to the past. */
  readonly start: string | null
  /** YYYY-MM-DD; null when open to the future. */
  readonly end: string | null
  /** UCDP date_prec: 1 exact day, 2 within 2-6 days, 3 week, 4 8-30 days or month, 5 more than a month, up to a year. */
  readonly datePrec: 1 | 2 | 3 | 4 | 5 | null
  /** ACLED time_precision: 1 actual date, 2 within a week, 3 month. */
  readonly timePrecision: 1 | 2 | 3 | null
  /** What the expression was resolved against. */
  readonly anchor: 'publication' | 'dateline' | 'post' | 'text' | 'absolute'
}
