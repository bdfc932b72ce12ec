import type { StoreVersion, Written } from './report-cache.ts'
import { VersionedCache } from './versioned-cache.ts'

/** Blocks of one generation; twice as many are kept at most. A block of this many is met again within weeks or hardly ever. */
const MOST_IN_HALF = 150_000

const NO_PLACES: readonly number[] = []

/**
 * The lowest places of blocks that were asked for last, those that hold none among them: what stands in a block only grows, so
 * that our own writes are followed without reading.
 */
export class BlockCache {
  readonly #lists = new VersionedCache<string, readonly number[]>(MOST_IN_HALF)
  /** How many places of each block are kept at most. */
  #limit = 0

  /** Forgets everything when another process has written since, or when other numbers of places are asked for. */
  keepFor(version: StoreVersion, limit: number): void {
    this.#lists.keepFor(version)
    if (limit === this.#limit) return
    this.#lists.forgetAll()
    this.#limit = limit
  }

  /** Takes notice of a write of our own. */
  follow(written: Written): void {
    if (!this.#lists.follow(written)) return
    for (const [place, blocks] of written.entered) for (const block of blocks) this.#enter(block, place)
  }

  /** Places of a block in ascending order; undefined when they are not known. */
  get(block: string): readonly number[] | undefined {
    return this.#lists.get(block)
  }

  set(block: string, places: readonly number[]): void {
    this.#lists.set(block, places.length === 0 ? NO_PLACES : places)
  }

  #enter(block: string, place: number): void {
    const places = this.#lists.peek(block)
    if (places === undefined) return
    const at = places.findIndex((one) => one > place)
    if (at === -1 && places.length >= this.#limit) return
    this.#lists.replace(block, places.toSpliced(at === -1 ? places.length : at, 0, place).slice(0, this.#limit))
  }
}
