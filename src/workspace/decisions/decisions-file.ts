import { hash } from 'node:crypto'
import { open, truncate } from 'node:fs/promises'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { readLines } from '../../adapters/custody/read-lines.ts'
import { CairnError } from '../../model/error.ts'

/** What people did to the record, one JSON object a line; private, as it says who and why. */
export const DECISIONS_FILE = 'decisions.ndjson'

/** A line of the file. */
export interface DecisionLine {
  readonly json: string
  /** SHA-256 of the line's bytes without the line break, hex. */
  readonly sha256: string
  /** Byte behind the line, its line break included. */
  readonly end: number
  /** Whether a line break ends it; what a killed run left may lack one. */
  readonly isComplete: boolean
}

/** The file of decisions of a workspace. What is in it counts from when its digest is in the custody log. */
export interface DecisionsFile {
  /** Bytes; 0 when there is no file yet. */
  size(): number
  lines(): AsyncIterable<DecisionLine>
  /**
   * Adds a line; on the disk (fsync) when the promise resolves.
   *
   * @returns the byte behind it
   * @throws {CairnError} "disk-full" | "bad-workspace"; the file is as it was before
   */
  append(json: string): Promise<number>
  /** Cuts off what stands behind a byte. */
  cutTo(bytes: number): Promise<void>
}

export function openDecisionsFile(folder: string): DecisionsFile {
  const path = join(folder, DECISIONS_FILE)
  const size = (): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return {
    size,
    async *lines() {
      if (!existsSync(path)) return
      const file = await open(path, 'r')
      try {
        for await (const { bytes, end, isComplete } of readLines(file, 0))
          yield { json: bytes.toString('utf8'), sha256: hash('sha256', bytes), end, isComplete }
      } finally {
        await file.close()
      }
    },
    async append(json) {
      const before = size()
      if (before > 0 && !(await endsWithBreak(path, before)))
        throw new CairnError(
          'bad-workspace',
          `${path} was changed from outside: its last line does not end. Run "cairn verify", and restore the file from a backup; nothing was written.`,
        )
      const isNew = !existsSync(path)
      const line = Buffer.from(`${json}\n`)
      try {
        const file = await open(path, 'a', 0o600)
        try {
          await file.appendFile(line)
          await file.sync()
        } finally {
          await file.close()
        }
        if (isNew) await syncFolder(folder)
      } catch (error) {
        if (existsSync(path)) await truncate(path, before)
        const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
        if (!isFull) throw error
        const message = `The disk is full: ${path} could not be written. Make space and decide again; nothing was changed.`
        throw new CairnError('disk-full', message, { cause: error })
      }
      return before + line.length
    },
    async cutTo(bytes) {
      await truncate(path, bytes)
      const file = await open(path, 'r+')
      await file.sync()
      await file.close()
    },
  }
}

async function endsWithBreak(path: string, size: number): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer[0] === 10
  } finally {
    await file.close()
  }
}

/** A new file is on the disk when its name in the folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
