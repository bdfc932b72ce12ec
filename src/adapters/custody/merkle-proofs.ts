import { foldSubtrees } from './merkle-hash.ts'

/** Leaves [from, to) whose Merkle root is one hash of a proof. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

/** Gives the root of the complete subtree number `index` of `level`: its leaves are [index * 2^level, (index + 1) * 2^level). */
export type ReadSubtree = (level: number, index: number) => Promise<Buffer>

/** The largest power of two that is smaller than `size`, for size >= 2. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Ranges of the inclusion proof of leaf `index` in a tree of `size` leaves, from the leaf up (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/** Ranges of the consistency proof between the trees of the first `first` and of `second` leaves (RFC 9162, 2.1.4.1), for 0 < first <= second. */
export function consistencyRanges(first: number, second: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let [from, to] = [0, second]
  while (first < to) {
    const middle = from + splitOf(to - from)
    if (first <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // The old tree itself is known to the verifier; any other subtree that ends with it must be given.
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

/** Levels and numbers of the complete subtrees that make up a range, left to right. */
export function subtreesOf(range: LeafRange): readonly (readonly [level: number, index: number])[] {
  const subtrees: [number, number][] = []
  let at = range.from
  while (at < range.to) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= range.to) {
      level += 1
      width *= 2
    }
    subtrees.push([level, at / width])
    at += width
  }
  return subtrees
}

/** Merkle root over a range that occurs in a proof or begins at 0. */
export async function hashRange(range: LeafRange, read: ReadSubtree): Promise<Buffer> {
  const roots: Buffer[] = []
  for (const [level, index] of subtreesOf(range)) roots.push(await read(level, index))
  return foldSubtrees(roots)
}
