import type { Figure } from '../model/claim.ts'
import type { RecordClaim, SettledClaim } from '../model/record.ts'
import { covers } from './group-covers.ts'

/** A figure claim and its figure: what the record's tables work on. */
export interface FigureEntry {
  readonly entry: RecordClaim
  readonly figure: Figure
}

/** What one document's figures are among themselves: those that count, and those set aside with the rule that did so. */
export interface SettledDocument {
  readonly counted: readonly FigureEntry[]
  readonly aside: readonly SettledClaim[]
}

/**
 * Sets aside the figures of one document that count for no incident's toll: denials and conditionals, totals over a
 * period, figures of another matter, and repeats: a headline of its report, the same words of one claimant, the outlet's
 * own voice beside the source that it names.
 *
 * @param entries the claims of one capture
 */
export function settleDocument(entries: readonly RecordClaim[]): SettledDocument {
  const aside: SettledClaim[] = []
  const open: FigureEntry[] = []
  for (const entry of inReadingOrder(entries)) {
    const { figure, attribution } = entry.claim
    if (figure === null) continue
    const { stance } = attribution
    if (stance === 'denied' || stance === 'conditional')
      aside.push({ entry, state: 'not-counted', by: null, rule: `record/${stance}` })
    else if (figure.scope === 'cumulative')
      aside.push({ entry, state: 'cumulative', by: null, rule: 'record/cumulative' })
    else if (figure.scope === 'other')
      aside.push({ entry, state: 'not-counted', by: null, rule: 'record/other-matter' })
    else open.push({ entry, figure })
  }
  const counted: FigureEntry[] = []
  for (const one of open) {
    const same = findRepeated(one, open, counted)
    if (same === null) counted.push(one)
    else aside.push({ entry: one.entry, state: 'repeat', by: same.by, rule: same.rule })
  }
  return { counted, aside }
}

/** Claims of one document as they stand in its text. */
export function inReadingOrder(entries: readonly RecordClaim[]): RecordClaim[] {
  return [...entries].sort(
    (a, b) =>
      a.claim.evidence.start - b.claim.evidence.start ||
      a.claim.evidence.end - b.claim.evidence.end ||
      (a.claim.id < b.claim.id ? -1 : 1),
  )
}

/** The claim of the same document that this one says again, and the rule; null when it stands for itself. */
function findRepeated(
  one: FigureEntry,
  all: readonly FigureEntry[],
  before: readonly FigureEntry[],
): { readonly by: string; readonly rule: string } | null {
  if (one.entry.isHeadline) {
    const body = all.find(({ entry, figure }) => !entry.isHeadline && figure.measure === one.figure.measure)
    if (body !== undefined) return { by: body.entry.claim.id, rule: 'record/headline-repeat' }
  }
  const again = before.find(
    (other) => other.entry.claimant === one.entry.claimant && sameFigure(other.figure, one.figure),
  )
  if (again !== undefined) return { by: again.entry.claim.id, rule: 'record/said-again' }
  if (one.entry.claim.attribution.claimant.kind !== 'outlet') return null
  const named = all.find(
    ({ entry, figure }) =>
      entry.claim.attribution.claimant.kind !== 'outlet' && !entry.isHeadline && saysNoMore(one.figure, figure),
  )
  return named === undefined ? null : { by: named.entry.claim.id, rule: 'record/own-voice-repeat' }
}

/** Whether two figures say the same of the same people. */
export function sameFigure(a: Figure, b: Figure): boolean {
  return (
    a.measure === b.measure &&
    a.low === b.low &&
    a.high === b.high &&
    a.vague === b.vague &&
    a.scope === b.scope &&
    a.who.join() === b.who.join()
  )
}

/** Whether the outlet's own figure gives no number that its source does not give. */
function saysNoMore(own: Figure, named: Figure): boolean {
  if (own.measure !== named.measure || own.scope !== named.scope) return false
  if (!covers(own.who, named.who) && !covers(named.who, own.who)) return false
  if (own.vague !== null) return true
  return own.low === named.low || (own.high !== null && own.high === named.high)
}
