/** So many texts must share a run in which they otherwise differ before it is taken for page furniture. */
const MIN_STRANGERS = 4

/** Holders of a shingle beyond its first, and how many of them have little else in common with it. */
interface Tally {
  holders: number
  strangers: number
}

/**
 * Runs of words that unrelated texts share: "about us", copyright lines, an outlet's stock phrases. What is learnt of them
 * holds for every text, so that a set is read once to learn and once more to judge.
 */
export class Furniture {
  readonly #tallies = new Map<number, Tally>()

  /** Notes one more text that holds a shingle. @param isStranger whether the text shares little else with those that hold it */
  note(shingle: number, isStranger: boolean): void {
    const tally = this.#tallies.get(shingle)
    if (tally === undefined) {
      this.#tallies.set(shingle, { holders: 1, strangers: Number(isStranger) })
      return
    }
    tally.holders++
    if (isStranger) tally.strangers++
  }

  has(shingle: number): boolean {
    const tally = this.#tallies.get(shingle)
    return tally !== undefined && tally.strangers >= MIN_STRANGERS && tally.strangers * 2 >= tally.holders
  }
}
