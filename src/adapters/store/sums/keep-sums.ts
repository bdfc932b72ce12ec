import { closeSync, openSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'

import type { HeldFile } from './held-file.ts'
import {
  blockCount,
  digestAt,
  DIGEST_BYTES,
  digestPages,
  pagesPerBlock,
  shortDigest,
  type Doubt,
  type PageSums,
} from './page-sums.ts'
import { readLoggedPage, type LogIndex } from './write-ahead-log.ts'

/** Blocks between two chances for others to run. */
const BLOCKS_A_BREATH = 64

/** The sums of a file as it stands: for a new database, or one whose content was checked by other means. */
export async function sumFile(file: HeldFile, pageSize: number): Promise<PageSums> {
  const pages = Math.ceil(file.size / pageSize)
  const blocks = Buffer.alloc(blockCount(pages, pageSize) * DIGEST_BYTES)
  for (let block = 0; block * DIGEST_BYTES < blocks.length; block++) {
    shortDigest(digestPages(readBlock(file, pageSize, block), pageSize)).copy(blocks, block * DIGEST_BYTES)
    if (block % BLOCKS_A_BREATH === 0) await breathe()
  }
  return { pageSize, generation: 0, pages, blocks, damaged: new Set(), underway: null }
}

/**
 * The sums before a checkpoint of `log` into the file: what every block that changes must hold before and after it.
 *
 * The digests after are computed from the log and the pages as they are, never from what the checkpoint wrote, so that a
 * wrong write is found as well. A block that is not as it was is marked as damaged.
 */
export async function planSums(file: HeldFile, sums: PageSums, log: LogIndex, logPath: string): Promise<PageSums> {
  const { pageSize, pages } = sums
  const perBlock = pagesPerBlock(pageSize)
  const changed = new Set([...log.offsets.keys()].map((page) => Math.floor((page - 1) / perBlock)))
  const firstAndLast = [Math.min(pages, log.pages), Math.max(pages, log.pages)].map((count) => count / perBlock)
  for (let block = Math.floor(firstAndLast[0] ?? 0); block < (firstAndLast[1] ?? 0); block++) changed.add(block)

  const zeros = shortDigest(Buffer.alloc(pageSize))
  const damaged = new Set(sums.damaged)
  const doubts = new Map<number, Doubt>()
  const descriptor = openSync(logPath, 'r')
  try {
    for (const block of changed) {
      const before = digestPages(readBlock(file, pageSize, block), pageSize)
      const isKnown = block < blockCount(pages, pageSize)
      if (isKnown && !shortDigest(before).equals(digestAt(sums.blocks, block))) damaged.add(block)
      const after: Buffer[] = []
      for (let i = 0; i < perBlock && block * perBlock + i < log.pages; i++) {
        const offset = log.offsets.get(block * perBlock + i + 1)
        const kept = digestAt(before, i)
        if (offset !== undefined) after.push(shortDigest(readLoggedPage(descriptor, log, offset)))
        else after.push(kept.length === 0 ? zeros : kept)
      }
      doubts.set(block, { before, after: shortDigest(Buffer.concat(after)) })
      if (doubts.size % BLOCKS_A_BREATH === 0) await breathe()
    }
  } finally {
    closeSync(descriptor)
  }
  return { ...sums, damaged, underway: { pages: log.pages, doubts } }
}

/** The sums after a checkpoint that ran to its end. */
export function finishSums(sums: PageSums): PageSums {
  if (sums.underway === null) return sums
  const { pages, doubts } = sums.underway
  const blocks = Buffer.alloc(blockCount(pages, sums.pageSize) * DIGEST_BYTES)
  sums.blocks.copy(blocks)
  for (const [block, { after }] of doubts)
    if (block * DIGEST_BYTES < blocks.length) after.copy(blocks, block * DIGEST_BYTES)
  return { ...sums, pages, blocks, underway: null }
}

/**
 * The sums after a checkpoint that was cut short or had to stop halfway, from what the file holds now.
 *
 * @param log what the log holds now: a page that stands in it is written again by the next checkpoint, whatever it holds
 */
export async function settleSums(file: HeldFile, sums: PageSums, log: LogIndex): Promise<PageSums> {
  if (sums.underway === null) return sums
  const { pageSize } = sums
  const pages = Math.ceil(file.size / pageSize)
  const blocks = Buffer.alloc(blockCount(pages, pageSize) * DIGEST_BYTES)
  sums.blocks.copy(blocks)
  const damaged = new Set(sums.damaged)
  for (const [block, doubt] of sums.underway.doubts) {
    if (block * DIGEST_BYTES >= blocks.length) continue
    const found = digestPages(readBlock(file, pageSize, block), pageSize)
    if (!isExpected(found, block, { doubt, log, pageSize })) damaged.add(block)
    shortDigest(found).copy(blocks, block * DIGEST_BYTES)
  }
  await breathe()
  return { ...sums, pages, blocks, damaged, underway: null }
}

interface Expectation {
  readonly doubt: Doubt
  readonly log: LogIndex
  readonly pageSize: number
}

/** Whether a block in doubt holds what it may hold, given the digests of its pages: every page old, or new, or still in the log. */
export function isExpected(found: Buffer, block: number, { doubt, log, pageSize }: Expectation): boolean {
  if (shortDigest(found).equals(doubt.after)) return true
  const first = block * pagesPerBlock(pageSize) + 1
  const zeros = shortDigest(Buffer.alloc(pageSize))
  for (let i = 0; i * DIGEST_BYTES < found.length; i++) {
    const before = digestAt(doubt.before, i)
    const isOld = digestAt(found, i).equals(before.length === 0 ? zeros : before)
    if (!isOld && !log.offsets.has(first + i)) return false
  }
  return true
}

export function readBlock(file: HeldFile, pageSize: number, block: number): Buffer {
  const bytes = pagesPerBlock(pageSize) * pageSize
  return file.read(block * bytes, bytes)
}
