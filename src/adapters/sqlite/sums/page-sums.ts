import { createHash, hash } from 'node:crypto'

/** Digests keep 128 bits of SHA-256: they find damage; who forges is found by the custody log. */
export const DIGEST_BYTES = 16
const MAGIC = Buffer.from('cairn page sums\n', 'latin1')
const FORMAT = 1
const HEADER_BYTES = MAGIC.length + 4 + 4 + 8 + 4 + 4 + 4 + 4
const SELF_DIGEST_BYTES = 32

/** Digests of a page that a checkpoint is about to change. */
export interface Doubt {
  readonly before: Buffer
  readonly after: Buffer
}

/** Digests of the pages of a database file as of the last checkpoint. Pages are counted from 0 here; SQLite counts from 1. */
export interface PageSums {
  /** Bytes in a page. */
  readonly pageSize: number
  /** Counts the times the sums were written. */
  readonly generation: number
  /** Pages of the file. */
  readonly pages: number
  /** Digest of each page, one after the other. */
  readonly digests: Buffer
  /** Pages that were found changed when a checkpoint was to change them: their digests cover what was found. */
  readonly damaged: ReadonlySet<number>
  /** Pages of a checkpoint that is underway or was cut short; null when none is. */
  readonly underway: { readonly pages: number; readonly doubts: ReadonlyMap<number, Doubt> } | null
}

export function shortDigest(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer').subarray(0, DIGEST_BYTES)
}

/** One of the digests that stand one after the other; empty when there are not so many. */
export function digestAt(digests: Buffer, index: number): Buffer {
  return digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
}

/** The sums as bytes; the digest at their end covers all before it. */
export function encodeSums(sums: PageSums): Buffer {
  const { underway, damaged, digests } = sums
  const head = Buffer.alloc(HEADER_BYTES)
  let at = MAGIC.copy(head)
  at = head.writeUInt32LE(FORMAT, at)
  at = head.writeUInt32LE(sums.pageSize, at)
  at = head.writeDoubleLE(sums.generation, at)
  at = head.writeUInt32LE(sums.pages, at)
  at = head.writeUInt32LE(damaged.size, at)
  at = head.writeUInt32LE(underway?.doubts.size ?? 0, at)
  head.writeUInt32LE(underway?.pages ?? NOT_UNDERWAY, at)
  const doubts = underway?.doubts ?? new Map<number, Doubt>()
  const lists = Buffer.alloc(damaged.size * 4 + doubts.size * (4 + 2 * DIGEST_BYTES))
  at = 0
  for (const page of damaged) at = lists.writeUInt32LE(page, at)
  for (const [page, { before, after }] of doubts) {
    at = lists.writeUInt32LE(page, at)
    at += before.copy(lists, at)
    at += after.copy(lists, at)
  }
  const bytes = Buffer.concat([head, digests, lists, Buffer.alloc(SELF_DIGEST_BYTES)])
  const body = bytes.subarray(0, bytes.length - SELF_DIGEST_BYTES)
  createHash('sha256').update(body).digest().copy(bytes, body.length)
  return bytes
}

/** The sums that `encodeSums` made into these bytes, or null when the bytes are not as they were. */
export function decodeSums(bytes: Buffer): PageSums | null {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SELF_DIGEST_BYTES))
  const isWhole =
    body.length >= HEADER_BYTES &&
    createHash('sha256').update(body).digest().equals(bytes.subarray(body.length)) &&
    body.subarray(0, MAGIC.length).equals(MAGIC) &&
    body.readUInt32LE(MAGIC.length) === FORMAT
  if (!isWhole) return null
  let at = MAGIC.length + 4
  const next = (): number => {
    at += 4
    return body.readUInt32LE(at - 4)
  }
  const take = (length: number): Buffer => {
    at += length
    return body.subarray(at - length, at)
  }
  const pageSize = next()
  const generation = take(8).readDoubleLE(0)
  const pages = next()
  const damagedCount = next()
  const doubtCount = next()
  const pagesAfter = next()
  const digests = take(pages * DIGEST_BYTES)
  const damaged = new Set(Array.from({ length: damagedCount }, next))
  const doubts = new Map<number, Doubt>()
  for (let i = 0; i < doubtCount; i++) {
    const page = next()
    const before = take(DIGEST_BYTES)
    doubts.set(page, { before, after: take(DIGEST_BYTES) })
  }
  return {
    pageSize,
    generation,
    pages,
    digests,
    damaged,
    underway: pagesAfter === NOT_UNDERWAY ? null : { pages: pagesAfter, doubts },
  }
}

const NOT_UNDERWAY = 0xffffffff
