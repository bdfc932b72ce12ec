import type { FileHandle } from 'node:fs/promises'
import type { Frontier } from './merkle-frontier.ts'
import { HASH_BYTES } from './merkle-hash.ts'
import { subtreesOf } from './merkle-proofs.ts'
import type { ReadSubtree } from './merkle-proofs.ts'

/**
 * The file of hashes: every node of the tree whose subtree is complete, in the order in which they were completed (a leaf,
 * then the subtrees it closes). It is a cache: all of it can be computed again from the log.
 *
 * A record is the node's hash and, in 8 bytes (big-endian), where in the log the last line below it ends.
 */
export const RECORD_BYTES = HASH_BYTES + 8

/** What a record holds. */
export interface TreeRecord {
  readonly hash: Buffer
  /** Byte offset in the log behind the newline of the last line below the node. */
  readonly end: number
}

/** How many records a tree of `size` leaves has: each set bit b of the size stands for a subtree of 2^(b+1) - 1 nodes. */
export function countRecords(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest
  return count
}

/** Number of the record of subtree `index` of `level`. */
export function recordOf(level: number, index: number): number {
  const lastLeaf = (index + 1) * 2 ** level - 1
  return countRecords(lastLeaf) + level
}

export function encodeRecord(record: TreeRecord): Buffer {
  const bytes = Buffer.alloc(RECORD_BYTES)
  bytes.set(record.hash)
  bytes.writeBigUInt64BE(BigInt(record.end), HASH_BYTES)
  return bytes
}

/** Reads record `number`; null when the file ends before it. */
export async function readRecord(file: FileHandle, number: number): Promise<TreeRecord | null> {
  const bytes = Buffer.alloc(RECORD_BYTES)
  const { bytesRead } = await file.read(bytes, 0, RECORD_BYTES, number * RECORD_BYTES)
  if (bytesRead < RECORD_BYTES) return null
  return { hash: bytes.subarray(0, HASH_BYTES), end: Number(bytes.readBigUInt64BE(HASH_BYTES)) }
}

/** Where in the log the first `size` lines end; null when the file of hashes does not say. */
export async function readEnd(file: FileHandle, size: number): Promise<number | null> {
  if (size === 0) return 0
  return (await readRecord(file, recordOf(0, size - 1)))?.end ?? null
}

/** The frontier of the first `size` leaves; null when the file ends before. */
export async function readFrontier(file: FileHandle, size: number): Promise<Frontier | null> {
  const roots: Buffer[] = []
  for (const [level, index] of subtreesOf({ from: 0, to: size })) {
    const record = await readRecord(file, recordOf(level, index))
    if (record === null) return null
    roots.push(record.hash)
  }
  return { size, roots }
}

/** Reads subtrees for a proof; one that the file has not is 32 zero bytes, so that the proof fails its check. */
export function subtreeReader(file: FileHandle): ReadSubtree {
  return async (level, index) => (await readRecord(file, recordOf(level, index)))?.hash ?? Buffer.alloc(HASH_BYTES)
}
