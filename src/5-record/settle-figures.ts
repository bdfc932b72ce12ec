import { MEASURES, type Measure } from '../model/claim.ts'
import type { RecordClaim, SettledClaim } from '../model/record.ts'
import type { MeasureState } from './build-figures.ts'
import { compareSaid, compareText } from './order-entries.ts'
import { ClaimantFold, type CurrentFigure } from './settle-claimant.ts'
import { type FigureEntry, inReadingOrder, settleDocument, type SettledDocument } from './settle-document.ts'

/**
 * Settles the figure claims of one incident as its documents come in: inside each document, then along each claimant's
 * statements.
 */
export class FigureFold {
  readonly #aside: SettledClaim[] = []
  readonly #series = new Map<string, { readonly measure: Measure; readonly fold: ClaimantFold }>()

  /** Takes one document's claims in, in any order of documents. @returns its figures that count */
  add(document: readonly RecordClaim[]): SettledDocument {
    const settled = settleDocument(document)
    this.#aside.push(...settled.aside)
    for (const one of settled.counted) {
      const key = seriesKey(one)
      const known = this.#series.get(key)
      const fold = known?.fold ?? new ClaimantFold()
      if (known === undefined) this.#series.set(key, { measure: one.figure.measure, fold })
      fold.add(one)
    }
    return settled
  }

  /** What every claimant stands by. */
  states(): MeasureState[] {
    const states = new Map<Measure, (readonly CurrentFigure[])[]>()
    for (const [, { measure, fold }] of [...this.#series].sort(([a], [b]) => compareText(a, b))) {
      const known = states.get(measure)
      if (known === undefined) states.set(measure, [fold.current()])
      else known.push(fold.current())
    }
    return [...states].map(([measure, claimants]) => ({ measure, claimants }))
  }

  /** What became of each figure of one claimant's statements on a measure. */
  settledOf(one: FigureEntry): SettledClaim[] {
    return this.#series.get(seriesKey(one))?.fold.settled() ?? []
  }

  /** What became of every figure claim, by measure, claimant, then the order in which they were said. */
  claims(): SettledClaim[] {
    const settled = [...this.#series.values()].flatMap(({ fold }) => fold.settled())
    return [...this.#aside, ...settled].sort(compareSettled)
  }
}

/** A claimant's statements on one measure: what supersedes what is told inside it. */
function seriesKey({ entry, figure }: FigureEntry): string {
  return `${figure.measure} ${entry.claimant}`
}

/** The claims by document, each in reading order; a text that was captured twice counts once, with the capture that came first. */
export function groupByCapture(entries: readonly RecordClaim[]): RecordClaim[][] {
  const firsts = new Map<string, RecordClaim>()
  for (const entry of entries) {
    const known = firsts.get(entry.claim.id)
    if (known === undefined || compareCaptures(entry, known) < 0) firsts.set(entry.claim.id, entry)
  }
  const captures = new Map<string, RecordClaim[]>()
  for (const entry of firsts.values()) {
    const known = captures.get(entry.captureId)
    if (known === undefined) captures.set(entry.captureId, [entry])
    else known.push(entry)
  }
  return [...captures.values()].map(inReadingOrder).sort((a, b) => (a[0] && b[0] ? compareCaptures(a[0], b[0]) : 0))
}

function compareCaptures(a: RecordClaim, b: RecordClaim): number {
  return compareText(a.receivedAt, b.receivedAt) || compareText(a.captureId, b.captureId)
}

function compareSettled(a: SettledClaim, b: SettledClaim): number {
  const left = a.entry.claim.figure
  const right = b.entry.claim.figure
  if (left === null || right === null) return 0
  return (
    MEASURES.indexOf(left.measure) - MEASURES.indexOf(right.measure) ||
    compareText(a.entry.claimant, b.entry.claimant) ||
    compareSaid(a.entry, b.entry)
  )
}
