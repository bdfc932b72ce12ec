import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'

import { readFully } from './held-file.ts'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** Magic numbers of the format: the lowest bit tells the byte order of the checksums. */
const MAGIC = 0x377f0682
const CHUNK_BYTES = 1 << 20

/** Where the log stops being readable although it goes on. */
export interface LogDamage {
  /** Byte offset in the log. */
  readonly offset: number
  readonly message: string
}

/** The committed frames of SQLite's write-ahead log, walked as SQLite would after a crash. */
export interface LogIndex {
  readonly pageSize: number
  /** Frames up to the last commit. */
  readonly frames: number
  /** Pages of the database as of the last commit; 0 when there is none. */
  readonly pages: number
  /** Page number (from 1) -> byte offset of its last committed content in the log. */
  readonly offsets: ReadonlyMap<number, number>
  /** Set when frames follow that the checksums refuse: a write that was cut short, or a commit that SQLite will drop silently. */
  readonly damage: LogDamage | null
}

const EMPTY: LogIndex = { pageSize: 0, frames: 0, pages: 0, offsets: new Map(), damage: null }

/**
 * Walks the salts and the checksum chain of a write-ahead log.
 *
 * @param path of the log; one that is missing or empty holds no frames
 * @see https://www.sqlite.org/fileformat2.html#walformat
 */
export async function indexLog(path: string): Promise<LogIndex> {
  if (!existsSync(path)) return EMPTY
  const descriptor = openSync(path, 'r')
  try {
    return await walk(descriptor, fstatSync(descriptor).size)
  } finally {
    closeSync(descriptor)
  }
}

/** The contents of pages as the log holds them. */
export function readLoggedPage(descriptor: number, offset: number, into: Buffer): Buffer {
  return readFully(descriptor, offset, into)
}

async function walk(descriptor: number, size: number): Promise<LogIndex> {
  if (size < HEADER_BYTES) return EMPTY
  const header = readFully(descriptor, 0, Buffer.alloc(HEADER_BYTES))
  const chain = new Checksum((header.readUInt32BE(0) & 1) === 1)
  chain.add(header.subarray(0, 24))
  const isOurs = (header.readUInt32BE(0) & ~1) >>> 0 === MAGIC && chain.equals(header, 24)
  if (!isOurs) {
    if (size === HEADER_BYTES) return EMPTY
    return {
      ...EMPTY,
      damage: { offset: 0, message: 'the head of the write-ahead log is damaged: SQLite ignores all of it' },
    }
  }
  const pageSize = header.readUInt32BE(8)
  const frameBytes = FRAME_HEADER_BYTES + pageSize
  const count = Math.floor((size - HEADER_BYTES) / frameBytes)
  const offsets = new Map<number, number>()
  let uncommitted: (readonly [page: number, offset: number])[] = []
  let frames = 0
  let pages = 0
  let broken: number | null = null
  const perChunk = Math.max(1, Math.floor(CHUNK_BYTES / frameBytes))
  const room = Buffer.alloc(Math.min(perChunk, count) * frameBytes)
  for (let first = 0; first < count; first += perChunk) {
    const frameCount = Math.min(perChunk, count - first)
    const chunk = readFully(descriptor, HEADER_BYTES + first * frameBytes, room.subarray(0, frameCount * frameBytes))
    for (let at = 0; at + frameBytes <= chunk.length; at += frameBytes) {
      const frame = chunk.subarray(at, at + frameBytes)
      const number = first + at / frameBytes
      const hasSalts = frame.compare(header, 16, 24, 8, 16) === 0
      const sizeAfter = frame.readUInt32BE(4)
      if (broken !== null) {
        if (hasSalts && sizeAfter > 0) return { pageSize, frames, pages, offsets, damage: damageAt(broken, frameBytes) }
        continue
      }
      if (hasSalts) {
        chain.add(frame.subarray(0, 8))
        chain.add(frame.subarray(FRAME_HEADER_BYTES))
      }
      if (!hasSalts || !chain.equals(frame, 16)) {
        broken = number
        if (hasSalts && sizeAfter > 0) return { pageSize, frames, pages, offsets, damage: damageAt(broken, frameBytes) }
        continue
      }
      uncommitted.push([frame.readUInt32BE(0), HEADER_BYTES + number * frameBytes + FRAME_HEADER_BYTES])
      if (sizeAfter === 0) continue
      for (const [page, offset] of uncommitted) offsets.set(page, offset)
      uncommitted = []
      frames = number + 1
      pages = sizeAfter
    }
    await breathe()
  }
  return { pageSize, frames, pages, offsets, damage: null }
}

function damageAt(frame: number, frameBytes: number): LogDamage {
  const offset = HEADER_BYTES + frame * frameBytes
  return {
    offset,
    message:
      `the write-ahead log cannot be read from byte ${offset} on, although a commit follows: SQLite drops the rest silently. ` +
      'It was cut short by a power failure before it was acknowledged, or what was acknowledged is damaged: the custody log tells which',
  }
}

/** The running checksum of the log: two sums over pairs of 32-bit words. */
class Checksum {
  readonly #isBigEndian: boolean
  #first = 0
  #second = 0

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian
  }

  /** @param bytes a multiple of 8 */
  add(bytes: Buffer): void {
    let first = this.#first
    let second = this.#second
    if (!this.#isBigEndian && bytes.byteOffset % 4 === 0) {
      const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
      for (let i = 0; i < words.length; i += 2) {
        first = (first + (words[i] ?? 0) + second) | 0
        second = (second + (words[i + 1] ?? 0) + first) | 0
      }
    } else {
      for (let i = 0; i < bytes.length; i += 8) {
        first = (first + this.#word(bytes, i) + second) | 0
        second = (second + this.#word(bytes, i + 4) + first) | 0
      }
    }
    this.#first = first
    this.#second = second
  }

  /** Whether the two sums stand at `offset`: they are big-endian in any log. */
  equals(bytes: Buffer, offset: number): boolean {
    return this.#first >>> 0 === bytes.readUInt32BE(offset) && this.#second >>> 0 === bytes.readUInt32BE(offset + 4)
  }

  #word(bytes: Buffer, offset: number): number {
    return this.#isBigEndian ? bytes.readUInt32BE(offset) : bytes.readUInt32LE(offset)
  }
}
