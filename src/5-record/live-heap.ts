/** Fewer things than this are never gone through to throw out what has gone. */
const SMALL = 64

/**
 * The first, by an order, of things that come and go. What has gone is told by `isGone` and passed over when it comes to
 * the top, so that coming, going and asking cost the logarithm of how many there are.
 */
export class LiveHeap<T> {
  readonly #order: (a: T, b: T) => number
  readonly #isGone: (one: T) => boolean
  #things: T[] = []
  /** With so many of them those that have gone are thrown out. */
  #full = SMALL

  /**
   * @param order the first before the second below 0; 0 for none but the same
   * @param isGone once true of a thing, it stays true
   */
  constructor(order: (a: T, b: T) => number, isGone: (one: T) => boolean) {
    this.#order = order
    this.#isGone = isGone
  }

  add(one: T): void {
    if (this.#things.length >= this.#full) this.#throwOut()
    this.#things.push(one)
    this.#rise(this.#things.length - 1)
  }

  /** The first of those that are there; null when there is none. */
  first(): T | null {
    for (let top = this.#things[0]; top !== undefined; top = this.#things[0]) {
      if (!this.#isGone(top)) return top
      this.#takeTop()
    }
    return null
  }

  /** The first of those that are there and fit; null when none does. Costs as much for each that stands before it as coming and going. */
  firstThat(fits: (one: T) => boolean): T | null {
    const passed: T[] = []
    let found = this.first()
    for (; found !== null && !fits(found); found = this.first()) {
      passed.push(found)
      this.#takeTop()
    }
    for (const one of passed) this.add(one)
    return found
  }

  /** The second of those that are there; null when there are fewer than two. */
  second(): T | null {
    const first = this.first()
    return this.firstThat((one) => one !== first)
  }

  #throwOut(): void {
    const left = this.#things.filter((one) => !this.#isGone(one))
    this.#things = left.sort(this.#order)
    this.#full = Math.max(SMALL, left.length * 2)
  }

  #takeTop(): void {
    const last = this.#things.pop()
    if (last === undefined || this.#things.length === 0) return
    this.#things[0] = last
    this.#sink()
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (!this.#swapIfBefore(at, above)) return
      at = above
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [at * 2 + 1, at * 2 + 2]
      const lesser = this.#isBefore(right, left) ? right : left
      if (!this.#swapIfBefore(lesser, at)) return
      at = lesser
    }
  }

  #swapIfBefore(below: number, above: number): boolean {
    const [one, other] = [this.#things[below], this.#things[above]]
    if (one === undefined || other === undefined || this.#order(one, other) >= 0) return false
    this.#things[above] = one
    this.#things[below] = other
    return true
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#things[a], this.#things[b]]
    return one !== undefined && other !== undefined && this.#order(one, other) < 0
  }
}
