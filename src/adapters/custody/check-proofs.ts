import { hashNode } from './merkle-hash.ts'

/** An inclusion proof to be checked. */
export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  /** Sibling hashes from the leaf up. */
  readonly hashes: readonly Uint8Array[]
}

/** A consistency proof to be checked: that the first `first` leaves of the tree of `second` are the tree that `firstRoot` stands for. */
export interface Consistency {
  readonly first: number
  readonly second: number
  readonly firstRoot: Uint8Array
  readonly hashes: readonly Uint8Array[]
}

const half = (n: number): number => Math.floor(n / 2)
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** The root that an inclusion proof leads to, or null when it has not the right shape (RFC 9162, 2.1.3.2). */
export function rootOfInclusion(proof: Inclusion): Buffer | null {
  if (!isCount(proof.index) || !isCount(proof.size) || proof.index >= proof.size) return null
  let [fn, sn] = [proof.index, proof.size - 1]
  let root: Buffer = Buffer.from(proof.leafHash)
  for (const sibling of proof.hashes) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = hashNode(sibling, root)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      root = hashNode(root, sibling)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 ? root : null
}

/** The root of the larger tree that a consistency proof leads to, or null when it does not hold for the smaller one (RFC 9162, 2.1.4.2). */
export function rootOfConsistency(proof: Consistency): Buffer | null {
  const { first, second } = proof
  if (!isCount(first) || !isCount(second) || first > second) return null
  const firstRoot = Buffer.from(proof.firstRoot)
  if (first === second) return proof.hashes.length === 0 ? firstRoot : null
  // Every tree grows out of the empty one: nothing is proven and nothing is to be given.
  if (first === 0) return null
  let [fn, sn] = [first - 1, second - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  const [start, ...rest] = fn === 0 ? [firstRoot, ...proof.hashes] : proof.hashes
  if (start === undefined) return null
  let [old, now]: [Buffer, Buffer] = [Buffer.from(start), Buffer.from(start)]
  for (const hash of rest) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      old = hashNode(hash, old)
      now = hashNode(hash, now)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      now = hashNode(now, hash)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && old.equals(firstRoot) ? now : null
}
