import { type Measure, MEASURES } from '../model/claim.ts'
import type { Policy } from '../model/incident.ts'
import { type FigureRow, MeasureTable } from './measure-table.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/** What every claimant stands by, of one measure. */
export interface MeasureState {
  readonly measure: Measure
  /** One list per claimant, in the order of their names. */
  readonly claimants: readonly (readonly CurrentFigure[])[]
}

/** What a claimant has come to stand by, of one measure. */
export interface StateChange {
  readonly measure: Measure
  readonly claimant: string
  readonly before: readonly CurrentFigure[]
  readonly now: readonly CurrentFigure[]
}

/**
 * The figure rows of an incident as claims come in: per measure first the toll (what each claimant gives as the whole,
 * whomever it counts), then each group that is counted by itself or as a part.
 *
 * low is the smallest current lower bound, high the largest current upper bound; a bound that is open above and begins
 * above every upper bound leaves high null (codebook, "One incident from many documents"). Unnamed parts ("25 of them
 * are in hospital") make no row: they would mix different parts.
 */
export class FigureTable {
  readonly #policy: Policy
  readonly #measures = new Map<Measure, MeasureTable>()

  constructor(policy: Policy) {
    this.#policy = policy
  }

  change({ measure, claimant, before, now }: StateChange): void {
    const table = this.#measures.get(measure) ?? new MeasureTable(measure, this.#policy)
    this.#measures.set(measure, table)
    table.change(claimant, before, now)
  }

  rows(): FigureRow[] {
    let largest = 0
    for (const table of this.#measures.values()) largest = Math.max(largest, table.largest)
    return MEASURES.flatMap((measure) => this.#measures.get(measure)?.rows({ largest }) ?? [])
  }
}

/** The figure rows by what every claimant stands by. */
export function buildFigures(states: readonly MeasureState[], policy: Policy): FigureRow[] {
  const table = new FigureTable(policy)
  for (const { measure, claimants } of states)
    for (const now of claimants) {
      const claimant = now[0]?.entry.claimant
      if (claimant !== undefined) table.change({ measure, claimant, before: [], now })
    }
  return table.rows()
}
