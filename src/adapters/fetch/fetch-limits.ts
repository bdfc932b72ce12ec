/** What one fetch may cost. Each limit that is met ends the fetch with a fault that names it. */
export interface FetchLimits {
  /** Bytes of a body as received. */
  readonly maxBytes: number
  /** Milliseconds for one answer, from asking to its last byte. */
  readonly totalMs: number
  /** Milliseconds without a byte, also before the first. */
  readonly idleMs: number
  readonly maxRedirects: number
}

export const DEFAULT_LIMITS: FetchLimits = { maxBytes: 20_000_000, totalMs: 60_000, idleMs: 20_000, maxRedirects: 8 }
