/** From so many reports on the record of an incident may wait. */
const LARGE = 2000
/** It is made again once the incident has grown by this. */
const GROWTH = 1.02

/**
 * Which records a run that lasts for days leaves for whoever looks next. The record of a very large incident costs as much as
 * all its documents, and one document more changes little: made again at each fiftieth of growth, all of its records
 * together cost some fifty times the last one. What waits stays marked as stale, and whoever looks brings it up to date first.
 */
export class RecordPace {
  readonly #large: number
  readonly #growth: number
  /** Reports of large incidents when their records were made. */
  readonly #made = new Map<string, number>()

  constructor(large = LARGE, growth = GROWTH) {
    this.#large = large
    this.#growth = growth
  }

  /** @param countReports asked only where the record was made before and is a large one */
  async canWait(incident: string, countReports: () => Promise<number>): Promise<boolean> {
    const made = this.#made.get(incident)
    return made !== undefined && (await countReports()) < made * this.#growth
  }

  /** Notes that a record was made. */
  note(incident: string, reports: number): void {
    if (reports >= this.#large) this.#made.set(incident, reports)
    else this.#made.delete(incident)
  }
}
