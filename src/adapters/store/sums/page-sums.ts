import { createHash } from 'node:crypto'

/** Digests keep 128 bits of SHA-256: they find damage; who forges is found by the custody log. */
export const DIGEST_BYTES = 16
const BLOCK_BYTES = 64 * 1024
const MAGIC = Buffer.from('cairn page sums\n', 'latin1')
const FORMAT = 1
const HEADER_BYTES = MAGIC.length + 4 + 4 + 8 + 4 + 4 + 4 + 4
const SELF_DIGEST_BYTES = 32

/** A block that a checkpoint is about to change. */
export interface Doubt {
  /** Digests of the block's pages before, one after the other. */
  readonly before: Buffer
  /** Digest of the whole block when the checkpoint is done. */
  readonly after: Buffer
}

/** Digests over the database file as of the last checkpoint, in blocks of 64 KiB. */
export interface PageSums {
  /** Bytes in a page of the database. */
  readonly pageSize: number
  /** Counts the times the sums were written. */
  readonly generation: number
  /** Pages of the file. */
  readonly pages: number
  /** Digest of each block, one after the other. */
  readonly blocks: Buffer
  /** Blocks whose bytes were found changed when a checkpoint was to change them: their digests cover what was found. */
  readonly damaged: ReadonlySet<number>
  /** Blocks of a checkpoint that is underway or was cut short; null when none is. */
  readonly underway: { readonly pages: number; readonly doubts: ReadonlyMap<number, Doubt> } | null
}

export function pagesPerBlock(pageSize: number): number {
  return Math.max(1, BLOCK_BYTES / pageSize)
}

/** How many blocks `pages` fill. */
export function blockCount(pages: number, pageSize: number): number {
  return Math.ceil(pages / pagesPerBlock(pageSize))
}

export function shortDigest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, DIGEST_BYTES)
}

/** Digests of the pages in `bytes`, one after the other; a last page that is cut short counts as one. */
export function digestPages(bytes: Buffer, pageSize: number): Buffer {
  const digests = Buffer.alloc(Math.ceil(bytes.length / pageSize) * DIGEST_BYTES)
  for (let page = 0; page * pageSize < bytes.length; page++) {
    shortDigest(bytes.subarray(page * pageSize, (page + 1) * pageSize)).copy(digests, page * DIGEST_BYTES)
  }
  return digests
}

/** One of the digests that stand one after the other; empty when there are not so many. */
export function digestAt(digests: Buffer, index: number): Buffer {
  return digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
}

/** The sums as bytes; the digest at their end covers all before it. */
export function encodeSums(sums: PageSums): Buffer {
  const { underway, damaged, blocks } = sums
  const head = Buffer.alloc(HEADER_BYTES)
  let at = MAGIC.copy(head)
  at = head.writeUInt32LE(FORMAT, at)
  at = head.writeUInt32LE(sums.pageSize, at)
  at = head.writeDoubleLE(sums.generation, at)
  at = head.writeUInt32LE(sums.pages, at)
  at = head.writeUInt32LE(damaged.size, at)
  at = head.writeUInt32LE(underway?.doubts.size ?? 0, at)
  head.writeUInt32LE(underway?.pages ?? NOT_UNDERWAY, at)
  const parts = [head, blocks, ...[...damaged].map(asUInt32)]
  for (const [block, { before, after }] of underway?.doubts ?? []) {
    parts.push(asUInt32(block), after, asUInt32(before.length), before)
  }
  const body = Buffer.concat(parts)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
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
  const blocks = take(blockCount(pages, pageSize) * DIGEST_BYTES)
  const damaged = new Set(Array.from({ length: damagedCount }, next))
  const doubts = new Map<number, Doubt>()
  for (let i = 0; i < doubtCount; i++) {
    const block = next()
    const after = take(DIGEST_BYTES)
    doubts.set(block, { after, before: take(next()) })
  }
  return {
    pageSize,
    generation,
    pages,
    blocks,
    damaged,
    underway: pagesAfter === NOT_UNDERWAY ? null : { pages: pagesAfter, doubts },
  }
}

const NOT_UNDERWAY = 0xffffffff

function asUInt32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
