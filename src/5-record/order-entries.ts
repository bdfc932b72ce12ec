import type { RecordClaim } from '../model/record.ts'

const HALF_DAY_MS = 43_200_000
/** Sorting asks for a claim's time again and again; reading a date costs more than all else. */
const TIMES = new WeakMap<RecordClaim, number>()
const DAY = /^\d{4}-\d{2}-\d{2}$/u

/**
 * When a claim counts as said, in milliseconds: when it was published, else when it was received. A day without a time
 * counts as its noon.
 */
export function saidTime(entry: RecordClaim): number {
  const known = TIMES.get(entry)
  if (known !== undefined) return known
  const at = entry.saidAt ?? entry.receivedAt
  const parsed = Date.parse(at) + (DAY.test(at) ? HALF_DAY_MS : 0)
  const time = Number.isNaN(parsed) ? Date.parse(entry.receivedAt) : parsed
  TIMES.set(entry, time)
  return time
}

/**
 * The order in which claims were said: by publication, then capture time, then by capture, so that the order of input
 * never matters. Inside a document what the text gives as an earlier count comes first, and of the rest what stands
 * first comes last: reports open with the newest.
 */
export function compareSaid(a: RecordClaim, b: RecordClaim): number {
  return (
    saidTime(a) - saidTime(b) ||
    compareText(a.receivedAt, b.receivedAt) ||
    compareText(a.captureId, b.captureId) ||
    Number(b.isEarlier) - Number(a.isEarlier) ||
    b.claim.evidence.start - a.claim.evidence.start ||
    compareText(a.claim.id, b.claim.id)
  )
}

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
