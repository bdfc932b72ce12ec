import { MEASURES, type Measure } from '../model/claim.ts'
import type { RecordClaim, SettledClaim } from '../model/record.ts'
import type { MeasureState } from './build-figures.ts'
import { compareSaid, compareText } from './order-entries.ts'
import { settleClaimant } from './settle-claimant.ts'
import { type FigureEntry, settleDocument } from './settle-document.ts'

/** What became of every figure claim of an incident, and what its claimants stand by. */
export interface SettledFigures {
  /** By measure, claimant, then the order in which they were said. */
  readonly claims: readonly SettledClaim[]
  readonly states: readonly MeasureState[]
}

/** Settles all figure claims of one incident: inside their documents, then along each claimant's statements. */
export function settleFigures(entries: readonly RecordClaim[]): SettledFigures {
  const series = new Map<string, FigureEntry[]>()
  const claims: SettledClaim[] = []
  for (const document of groupByCapture(entries)) {
    const { counted, aside } = settleDocument(document)
    claims.push(...aside)
    for (const one of counted) {
      const key = seriesKey(one)
      const known = series.get(key)
      if (known === undefined) series.set(key, [one])
      else known.push(one)
    }
  }
  const states = new Map<Measure, MeasureState['claimants'][number][]>()
  for (const [, figures] of [...series].sort(([a], [b]) => compareText(a, b))) {
    const { current, settled } = settleClaimant(figures)
    claims.push(...settled)
    const measure = figures[0]?.figure.measure
    if (measure === undefined) continue
    const known = states.get(measure)
    if (known === undefined) states.set(measure, [current])
    else known.push(current)
  }
  return {
    claims: claims.sort(compareSettled),
    states: [...states].map(([measure, claimants]) => ({ measure, claimants })),
  }
}

/** A claimant's statements on one measure: what supersedes what is told inside it. */
export function seriesKey({ entry, figure }: FigureEntry): string {
  return `${figure.measure} ${entry.claimant}`
}

/** The claims by document; a text that was captured twice counts once, with the capture that came first. */
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
  return [...captures.values()].sort((a, b) => (a[0] && b[0] ? compareCaptures(a[0], b[0]) : 0))
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
