import type { FileHandle } from 'node:fs/promises'
import { describeLine } from './encode-entry.ts'
import { EMPTY_FRONTIER, growFrontier } from './merkle-frontier.ts'
import type { Frontier } from './merkle-frontier.ts'
import { hashLeaf, HASH_BYTES } from './merkle-hash.ts'
import { readLines } from './read-lines.ts'
import { encodeRecord, RECORD_BYTES } from './tree-file.ts'

const CHUNK_RECORDS = 32_768

/** A line whose hash is not the one kept in the file of hashes. */
export interface DifferingLine {
  readonly index: number
  /** What the line says now. */
  readonly says: string
  /** Whether the line that follows in the file of hashes stands here, so that one is missing. */
  readonly isNext: boolean
}

/** A pass over the log from its first line, comparing what follows from it with the file of hashes. */
export interface LogWalk {
  frontier(): Frontier
  /** Hashes lines up to `size`; stops early where the log ends. */
  advance(size: number): Promise<void>
  /** The first line that differs, and how many do. */
  differing(): { readonly first: DifferingLine | null; readonly count: number }
  /** Number of the first record that is wrong though its lines are as they were, or null. */
  wrongRecord(): number | null
  /** Records that were compared. */
  records(): number
  /** Lines behind those that were walked, and the bytes of a last one without a newline. */
  finish(): Promise<{ readonly lines: number; readonly first: string | null; readonly tornBytes: number }>
}

export function walkLog(log: FileHandle, hashes: FileHandle | null): LogWalk {
  const lines = readLines(log, 0)
  const kept = hashes === null ? null : recordReader(hashes)
  let frontier = EMPTY_FRONTIER
  let tornBytes = 0
  let first: DifferingLine | null = null
  let count = 0
  let wrongRecord: number | null = null
  let records = 0

  return {
    frontier: () => frontier,
    differing: () => ({ first, count }),
    wrongRecord: () => wrongRecord,
    records: () => records,
    async advance(size) {
      while (frontier.size < size) {
        const { value: line, done } = await lines.next()
        if (done === true) return
        if (!line.isComplete) {
          tornBytes = line.bytes.length
          return
        }
        const leafHash = hashLeaf(line.bytes)
        const index = frontier.size
        const grown = growFrontier(frontier, leafHash)
        frontier = grown.frontier
        if (kept === null) continue
        for (const [level, hash] of grown.completed.entries()) {
          const number = records
          records += 1
          const record = (await kept(number)) ?? Buffer.alloc(RECORD_BYTES)
          if (record.equals(encodeRecord({ hash, end: line.end }))) continue
          if (level > 0 || record.subarray(0, HASH_BYTES).equals(hash)) {
            wrongRecord ??= number
            continue
          }
          count += 1
          if (first !== null) continue
          const following = await kept(number + grown.completed.length)
          const isNext = following?.subarray(0, HASH_BYTES).equals(hash) ?? false
          first = { index, says: describeLine(line.bytes), isNext }
        }
      }
    },
    async finish() {
      let [more, says]: [number, string | null] = [0, null]
      for await (const line of lines) {
        if (!line.isComplete) tornBytes = line.bytes.length
        else more += 1
        if (more === 1 && says === null) says = describeLine(line.bytes)
      }
      return { lines: more, first: says, tornBytes }
    },
  }
}

/** Reads records in order, a chunk at a time; null behind the end of the file. */
function recordReader(file: FileHandle): (number: number) => Promise<Buffer | null> {
  const chunk = Buffer.alloc(CHUNK_RECORDS * RECORD_BYTES)
  let [from, to] = [0, 0]
  return async (number) => {
    if (number < from || number >= to) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, number * RECORD_BYTES)
      ;[from, to] = [number, number + Math.floor(bytesRead / RECORD_BYTES)]
    }
    return number < to ? chunk.subarray((number - from) * RECORD_BYTES, (number - from + 1) * RECORD_BYTES) : null
  }
}
