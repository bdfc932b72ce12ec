import { closeSync, openSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'

import type { HeldFile } from './held-file.ts'
import { digestAt, DIGEST_BYTES, shortDigest, type Doubt, type PageSums } from './page-sums.ts'
import { readLoggedPage, type LogIndex } from './write-ahead-log.ts'

/** Pages between two chances for others to run. */
const PAGES_A_BREATH = 1000

/** The sums of a file as it stands: for a new database. */
export function sumFile(file: HeldFile, pageSize: number): PageSums {
  const pages = Math.ceil(file.size / pageSize)
  const digests = Buffer.concat(Array.from({ length: pages }, (_, page) => digestPage(file, pageSize, page)))
  return { pageSize, generation: 0, pages, digests, damaged: new Set(), underway: null }
}

/**
 * The sums before a checkpoint of `log` into the file: what every page that changes must hold before and after it.
 *
 * The digests after are computed from the log, never from what the checkpoint wrote, so that a wrong write is found as
 * well. A page that is not as it was is marked as damaged.
 */
export async function planSums(file: HeldFile, sums: PageSums, log: LogIndex, logPath: string): Promise<PageSums> {
  const { pageSize, pages } = sums
  const changed = new Set([...log.offsets.keys()].map((number) => number - 1))
  // Pages that were never written in a file that grows are zeros.
  for (let page = pages; page < log.pages; page++) changed.add(page)

  const damaged = new Set(sums.damaged)
  const doubts = new Map<number, Doubt>()
  const descriptor = openSync(logPath, 'r')
  try {
    for (const page of changed) {
      const before = digestPage(file, pageSize, page)
      if (page < pages && !before.equals(digestAt(sums.digests, page))) damaged.add(page)
      const offset = log.offsets.get(page + 1)
      const after = offset === undefined ? before : shortDigest(readLoggedPage(descriptor, offset, roomFor(pageSize)))
      doubts.set(page, { before, after })
      if (doubts.size % PAGES_A_BREATH === 0) await breathe()
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
  const digests = resized(sums.digests, pages)
  for (const [page, { after }] of doubts) if (page < pages) after.copy(digests, page * DIGEST_BYTES)
  return { ...sums, pages, digests, underway: null }
}

/**
 * The sums after a checkpoint that was cut short or had to stop halfway, from what the file holds now.
 *
 * @param log what the log holds now: a page that stands in it is written again by the next checkpoint, whatever it holds
 */
export function settleSums(file: HeldFile, sums: PageSums, log: LogIndex): PageSums {
  if (sums.underway === null) return sums
  const { pageSize } = sums
  const pages = Math.ceil(file.size / pageSize)
  const digests = resized(sums.digests, pages)
  const damaged = new Set(sums.damaged)
  for (const [page, doubt] of sums.underway.doubts) {
    if (page >= pages) continue
    const found = digestPage(file, pageSize, page)
    if (!isExpected(found, page, doubt, log)) damaged.add(page)
    found.copy(digests, page * DIGEST_BYTES)
  }
  return { ...sums, pages, digests, damaged, underway: null }
}

/** Whether a page in doubt holds what it may hold: the old, the new, or anything as long as it is still in the log. */
export function isExpected(found: Buffer, page: number, { before, after }: Doubt, log: LogIndex): boolean {
  return found.equals(after) || found.equals(before) || log.offsets.has(page + 1)
}

let room = Buffer.alloc(0)

/** One buffer for every page that is hashed: a checkpoint hashes so many that as many buffers would fill the memory. */
function roomFor(pageSize: number): Buffer {
  if (room.length !== pageSize) room = Buffer.alloc(pageSize)
  return room
}

/** Digest of a page of the file; beyond its end that of zeros, as SQLite would leave it when the file grows. */
export function digestPage(file: HeldFile, pageSize: number, page: number): Buffer {
  const bytes = file.read(page * pageSize, roomFor(pageSize))
  return shortDigest(bytes.length === 0 ? Buffer.alloc(pageSize) : bytes)
}

function resized(digests: Buffer, pages: number): Buffer {
  const copy = Buffer.alloc(pages * DIGEST_BYTES)
  digests.copy(copy)
  return copy
}
