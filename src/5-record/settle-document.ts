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
  const wholes = findOwnParts(open)
  for (const one of open) {
    const same = findRepeated(one, open, counted) ?? wholes.get(one) ?? null
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
function findRepeated(one: FigureEntry, all: readonly FigureEntry[], before: readonly FigureEntry[]): Repeated | null {
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

interface Repeated {
  readonly by: string
  readonly rule: string
}

/**
 * Figures in the outlet's own voice that add up exactly to what a source of the same document gives as the whole ("at least
 * 42 people ... 24 patients, 14 staff and 4 relatives"): they are its parts, not tolls beside it.
 */
function findOwnParts(open: readonly FigureEntry[]): ReadonlyMap<FigureEntry, Repeated> {
  const parts = new Map<FigureEntry, Repeated>()
  const body = open.filter(({ entry, figure }) => !entry.isHeadline && figure.scope === 'incident')
  const own = body.filter(({ entry }) => entry.claim.attribution.claimant.kind === 'outlet')
  if (own.length < 2) return parts
  for (const { entry, figure } of body) {
    if (entry.claim.attribution.claimant.kind === 'outlet' || figure.low === null) continue
    const others = own.filter((one) => one.figure.measure === figure.measure)
    const sum = others.reduce((total, one) => total + (one.figure.low ?? Number.NaN), 0)
    if (others.length < 2 || sum !== figure.low) continue
    for (const one of others) parts.set(one, { by: entry.claim.id, rule: 'record/part-of-whole' })
  }
  return parts
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
