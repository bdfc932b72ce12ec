import type { FileHandle } from 'node:fs/promises'
import type { TreeHead } from '../../ports/custody-log.ts'
import { CHECKPOINT_LINES, readCheckpoint } from './checkpoint.ts'
import type { CheckpointFault } from './checkpoint.ts'
import { readLines } from './read-lines.ts'
import type { PublicKey } from './signing-key.ts'

/** A checkpoint of the file, or what is wrong with it. */
export interface FiledCheckpoint {
  /** Number of its first line, from 1. */
  readonly line: number
  /** Its bytes as text. */
  readonly note: string
  readonly result: TreeHead | CheckpointFault
}

/** The end of the file of checkpoints. */
export interface LastCheckpoint {
  readonly head: TreeHead
  readonly note: string
  /** Byte offset behind the checkpoint. */
  readonly end: number
  /** Bytes behind it: a checkpoint that is being written, that a crash left unfinished, or that is damaged. */
  readonly rest: Buffer
}

export const isCheckpointFault = (result: TreeHead | CheckpointFault): result is CheckpointFault => 'reason' in result

/** Every checkpoint of the file, in order. After a damaged one it goes on at the next line that is the key's name. */
export async function* readCheckpoints(file: FileHandle, key: PublicKey): AsyncGenerator<FiledCheckpoint> {
  let [pending, line]: [string[], number] = [[], 1]
  let isTorn = false
  for await (const { bytes, isComplete } of readLines(file, 0)) {
    pending.push(bytes.toString('utf8'))
    isTorn = !isComplete
    if (pending.length < CHECKPOINT_LINES || isTorn) continue
    const note = pending.map((text) => `${text}\n`).join('')
    const result = readCheckpoint(note, key)
    yield { line, note, result }
    const next = isCheckpointFault(result) ? pending.indexOf(key.name, 1) : -1
    line += next < 0 ? pending.length : next
    pending = next < 0 ? [] : pending.slice(next)
  }
  if (pending.length > 0) {
    const message = 'it is unfinished: a crash while it was written, or damage'
    yield { line, note: pending.join('\n'), result: { reason: 'bad-checkpoint', message } }
  }
}

/** The last checkpoint that holds, read from the end of the file; null when there is none. */
export async function readLastCheckpoint(file: FileHandle, key: PublicKey): Promise<LastCheckpoint | null> {
  const { size } = await file.stat()
  const origin = Buffer.from(`${key.name}\n`)
  for (let length = 4096; ; length *= 16) {
    const start = Math.max(0, size - length)
    const bytes = Buffer.alloc(size - start)
    await file.read(bytes, 0, bytes.length, start)
    for (let at = bytes.lastIndexOf(origin); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(origin, at - 1)) {
      const end = endOfLines(bytes, at, CHECKPOINT_LINES)
      if (end === null) continue
      const note = bytes.subarray(at, end).toString('utf8')
      const head = readCheckpoint(note, key)
      if (!isCheckpointFault(head)) return { head, note, end: start + end, rest: bytes.subarray(end) }
    }
    if (start === 0) return null
  }
}

/** Offset behind the `count`-th newline from `from` on, or null when there are fewer. */
export function endOfLines(bytes: Buffer, from: number, count: number): number | null {
  let end = from
  for (let i = 0; i < count; i++) {
    const newline = bytes.indexOf(10, end)
    if (newline < 0) return null
    end = newline + 1
  }
  return end
}
