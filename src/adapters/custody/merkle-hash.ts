import { hash } from 'node:crypto'

/** Length of a SHA-256 digest in bytes. */
export const HASH_BYTES = 32

const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 1)
let leafInput = Buffer.alloc(4096)

/** Hash of a leaf: SHA-256 over 0x00 and the leaf's bytes (RFC 9162, 2.1.1). */
export function hashLeaf(leaf: Uint8Array): Buffer {
  if (leafInput.length < leaf.length + 1) leafInput = Buffer.alloc(2 * (leaf.length + 1))
  leafInput[0] = 0
  leafInput.set(leaf, 1)
  return hash('sha256', leafInput.subarray(0, leaf.length + 1), 'buffer')
}

/** Hash of an inner node: SHA-256 over 0x01, the left and the right hash (RFC 9162, 2.1.1). */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + HASH_BYTES)
  return hash('sha256', nodeInput, 'buffer')
}

/** Root of the tree without leaves: SHA-256 over nothing. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer')

/** Folds the roots of complete subtrees, left to right, into the root over all of them. */
export function foldSubtrees(roots: readonly Uint8Array[]): Buffer {
  const last = roots.at(-1)
  if (last === undefined) return EMPTY_ROOT
  let root: Buffer = Buffer.from(last)
  for (let i = roots.length - 2; i >= 0; i--) {
    const left = roots[i]
    if (left !== undefined) root = hashNode(left, root)
  }
  return root
}
