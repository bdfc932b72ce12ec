import { createHash, randomBytes } from 'node:crypto'

/** Bytes of a key's digest that are kept. */
const KEPT_BYTES = 6

/** Whether keys were added, in 8 bytes each, so that millions of them stay small. */
export interface KeySet {
  add(key: string): void
  /** Wrong for one key that was not added in 2^48 divided by their number; nobody can choose which. */
  has(key: string): boolean
}

export function startKeySet(): KeySet {
  const salt = randomBytes(16)
  let marks = new Float64Array(64)
  let count = 0
  let isSorted = true
  const markOf = (key: string): number =>
    createHash('sha256').update(salt).update(key).digest().readUIntBE(0, KEPT_BYTES)
  return {
    add(key) {
      if (count === marks.length) {
        const larger = new Float64Array(count * 2)
        larger.set(marks)
        marks = larger
      }
      marks[count++] = markOf(key)
      isSorted = false
    },
    has(key) {
      if (!isSorted) marks.subarray(0, count).sort()
      isSorted = true
      const wanted = markOf(key)
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((marks[middle] ?? 0) < wanted) low = middle + 1
        else high = middle
      }
      return low < count && marks[low] === wanted
    },
  }
}
