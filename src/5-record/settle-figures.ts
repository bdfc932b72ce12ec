import { MEASURES, type Measure } from '../model/claim.ts'
import type { RecordClaim, SettledClaim } from '../model/record.ts'
import type { MeasureState } from './build-figures.ts'
import { compareSaid, compareText } from './order-entries.ts'
import { ClaimantFold } from './settle-claimant.ts'
import { type FigureEntry, inReadingOrder, settleDocument, type SettledDocument } from './settle-document.ts'

/**
 * Settles the figure claims of one incident as its documents come in: inside each document, then along each claimant's
 * statements.
 */
export class FigureFold {
  readonly #aside: SettledClaim[] = []
  readonly #series = new Map<string, Series>()
  /** By measure, in the order of their keys. */
  readonly #byMeasure = new Map<Measure, Series[]>()
  /** What was told last of each measure: told again until something of it changes. */
  readonly #states = new Map<Measure, MeasureState>()

  /** Takes one document's claims in, in any order of documents. @returns its figures that count */
  add(document: readonly RecordClaim[]): SettledDocument {
    const settled = settleDocument(document)
    this.#aside.push(...settled.aside)
    for (const one of settled.counted) this.#seriesOf(one).fold.add(one)
    for (const { figure } of settled.counted) this.#states.delete(figure.measure)
    return settled
  }

  #seriesOf(one: FigureEntry): Series {
    const key = seriesKey(one)
    const known = this.#series.get(key)
    if (known !== undefined) return known
    const { measure } = one.figure
    const series = { key, measure, fold: new ClaimantFold() }
    this.#series.set(key, series)
    const others = this.#byMeasure.get(measure)
    if (others === undefined) this.#byMeasure.set(measure, [series])
    else others.splice(countBefore(others, key), 0, series)
    return series
  }

  /** What every claimant stands by, by measure, the same as before for a measure of which nothing came in. */
  states(): MeasureState[] {
    const ordered = [...this.#byMeasure].sort(([, [a]], [, [b]]) => compareText(a?.key ?? '', b?.key ?? ''))
    return ordered.map(([measure, series]) => {
      const known = this.#states.get(measure)
      if (known !== undefined) return known
      const state = { measure, claimants: series.map(({ fold }) => fold.current()) }
      this.#states.set(measure, state)
      return state
    })
  }

  /** The first figure that a figure of the same claimant superseded, or null. */
  firstSupersededBy(one: FigureEntry): SettledClaim | null {
    return this.#series.get(seriesKey(one))?.fold.firstSupersededBy(one) ?? null
  }

  /** What became of every figure claim, by measure, claimant, then the order in which they were said. */
  claims(): SettledClaim[] {
    const settled = [...this.#series.values()].flatMap(({ fold }) => fold.settled())
    return [...this.#aside, ...settled].sort(compareSettled)
  }
}

/** The statements of one claimant on one measure. */
interface Series {
  readonly key: string
  readonly measure: Measure
  readonly fold: ClaimantFold
}

/** How many of the series, in the order of their keys, stand before a key. */
function countBefore(series: readonly Series[], key: string): number {
  let low = 0
  let high = series.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareText(series[middle]?.key ?? '', key) < 0) low = middle + 1
    else high = middle
  }
  return low
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
