import { foldSubtrees, hashNode } from './merkle-hash.ts'

/**
 * The least that is needed to go on with a Merkle tree: the roots of its complete subtrees, left to right; never more than
 * log2(size) + 1.
 */
export interface Frontier {
  readonly size: number
  readonly roots: readonly Buffer[]
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] }

/** A frontier that has grown by one leaf. */
export interface Grown {
  readonly frontier: Frontier
  /** Hashes that are complete now: the leaf's, then each subtree that it closes, from the leaf up. */
  readonly completed: readonly Buffer[]
}

/** Adds the hash of one leaf. */
export function growFrontier(frontier: Frontier, leafHash: Buffer): Grown {
  const roots = [...frontier.roots]
  const completed = [leafHash]
  let node = leafHash
  for (let width = frontier.size; width % 2 === 1; width = (width - 1) / 2) {
    const left = roots.pop()
    if (left === undefined) break
    node = hashNode(left, node)
    completed.push(node)
  }
  roots.push(node)
  return { frontier: { size: frontier.size + 1, roots }, completed }
}

/** Root of the tree (RFC 9162, 2.1.1). */
export function rootOfFrontier(frontier: Frontier): Buffer {
  return foldSubtrees(frontier.roots)
}
