/** How faults that may pass are met: how often asked again, and after how long. */
export interface RetryPolicy {
  /** Requests in all, the first included. */
  readonly maxAttempts: number
  /** Before the second request; doubles with each one after. */
  readonly firstDelayMs: number
  /** Longest wait for one answer; a server that asks for more is left alone, with a fault that says until when. */
  readonly maxDelayMs: number
}

export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 3, firstDelayMs: 1000, maxDelayMs: 30_000 }

/** Longest time a server may ask to be left alone; more is taken for a mistake. */
const MAX_RETRY_AFTER_MS = 7 * 24 * 3_600_000

/**
 * Milliseconds to wait before request number `attempt` + 1: exponential, with full jitter in its upper half.
 *
 * @param attempt  requests made so far, at least 1
 * @param chance  a number from 0 (inclusive) to 1 (exclusive)
 */
export function backOffMs(attempt: number, policy: RetryPolicy, chance: number): number {
  const whole = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1))
  return Math.round(whole / 2 + (whole / 2) * chance)
}

/**
 * When a server asks to be left alone until (RFC 9110, section 10.2.3): seconds, or an HTTP date.
 *
 * @param now  milliseconds since 1970
 * @returns milliseconds since 1970, never before `now` and never more than a week after; null when it does not ask or cannot be read
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  const at = /^\d{1,9}$/u.test(value) ? now + Number(value) * 1000 : parseHttpDate(value)
  return at === null ? null : Math.min(Math.max(at, now), now + MAX_RETRY_AFTER_MS)
}

function parseHttpDate(value: string): number | null {
  const at = /^[A-Z][a-z]{2,8},? .* GMT$/u.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : at
}
