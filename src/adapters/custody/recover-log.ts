import { open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CairnError } from '../../model/error.ts'
import { CHECKPOINT_LINES } from './checkpoint.ts'
import { endOfLines, readLastCheckpoint } from './checkpoint-file.ts'
import type { LastCheckpoint } from './checkpoint-file.ts'
import { syncFolder } from './create-custody-log.ts'
import { withFile } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { decodeEntry } from './encode-entry.ts'
import { EMPTY_FRONTIER, rootOfFrontier } from './merkle-frontier.ts'
import type { Frontier } from './merkle-frontier.ts'
import { readLines } from './read-lines.ts'
import type { SigningKey } from './signing-key.ts'
import { countRecords, readEnd, readFrontier, RECORD_BYTES } from './tree-file.ts'
import { hashLines, writeAt, writeBatch } from './write-batch.ts'

/** Lines hashed at once while the file of hashes is computed anew. */
const REBUILD_LINES = 4096

/**
 * Makes the files end at one checkpoint again after a crash, and says in words what it did.
 *
 * Lines that a checkpoint covers are never touched. Whole lines behind the last checkpoint were written by us and are signed
 * now; a line that is unfinished or is no entry was never acknowledged and is cut off.
 *
 * @throws {CairnError} "bad-workspace" when the files do not hold what the last checkpoint says: no crash does that
 */
export async function recoverLog(folder: CustodyFolder, key: SigningKey): Promise<readonly string[]> {
  const done: string[] = []
  const last = await withFile(folder.open(folder.checkpoints, 'r'), (file) => readLastCheckpoint(file, key.publicKey))
  if (last === null || endOfLines(last.rest, 0, CHECKPOINT_LINES) !== null) {
    throw damaged(`the last checkpoint in ${folder.checkpoints} does not hold`)
  }
  if (last.rest.length > 0) {
    await cut(folder, folder.checkpoints, last.end)
    done.push(`cut off ${last.rest.length} bytes of an unfinished checkpoint`)
  }
  const { size } = last.head
  let end = await readSignedEnd(folder, last)
  if (end === null) {
    end = await rebuildHashes(folder, last)
    done.push(`computed custody.hashes again from ${size} entries`)
  }
  const recordBytes = countRecords(size) * RECORD_BYTES
  if ((await stat(folder.hashes)).size > recordBytes) await cut(folder, folder.hashes, recordBytes)
  const tail = await readTail(folder, end.logBytes)
  if (tail.strayBytes > 0) {
    await cut(folder, folder.log, tail.end)
    done.push(`cut off ${tail.strayBytes} bytes of an unfinished entry behind entry ${size + tail.lines.length}`)
  }
  if (tail.lines.length > 0) {
    const from = { ...end, checkpointBytes: last.end }
    await writeBatch(folder, from, hashLines(end, tail.lines), key)
    done.push(`signed ${tail.lines.length} entries that a crash had left without a checkpoint (from entry ${size} on)`)
  }
  return done
}

interface SignedEnd {
  readonly frontier: Frontier
  readonly logBytes: number
}

const damaged = (what: string): CairnError =>
  new CairnError('bad-workspace', `${what}: this is damage, not a crash; nothing was changed; run "cairn verify"`)

async function cut(folder: CustodyFolder, path: string, length: number): Promise<void> {
  await withFile(folder.open(path, 'r+'), async (file) => {
    await file.truncate(length)
    await file.sync()
  })
}

/** What the file of hashes says of the last checkpoint; null when it does not agree with it. */
async function readSignedEnd(folder: CustodyFolder, last: LastCheckpoint): Promise<SignedEnd | null> {
  const { size, root } = last.head
  const logSize = (await stat(folder.log)).size
  return withFile(folder.open(folder.hashes, 'r'), async (file) => {
    const frontier = await readFrontier(file, size)
    const logBytes = await readEnd(file, size)
    if (frontier === null || logBytes === null || rootOfFrontier(frontier).toString('hex') !== root) return null
    return logBytes <= logSize ? { frontier, logBytes } : null
  }).catch(() => null)
}

/** Computes the file of hashes anew from the lines that the last checkpoint covers. */
async function rebuildHashes(folder: CustodyFolder, last: LastCheckpoint): Promise<SignedEnd> {
  const { size, root } = last.head
  const path = `${folder.hashes}.new`
  let end: SignedEnd = { frontier: EMPTY_FRONTIER, logBytes: 0 }
  await withFile(folder.open(folder.log, 'r'), (log) =>
    withFile(open(path, 'w'), async (file) => {
      let lines: Buffer[] = []
      let position = 0
      const flush = async (): Promise<void> => {
        const batch = hashLines(end, lines)
        await writeAt(file, batch.records, position)
        position += batch.records.length
        end = { frontier: batch.frontier, logBytes: end.logBytes + batch.log.length }
        lines = []
      }
      for await (const { bytes, isComplete } of readLines(log, 0)) {
        if (!isComplete || end.frontier.size + lines.length === size) break
        lines.push(bytes)
        if (lines.length === REBUILD_LINES) await flush()
      }
      await flush()
      await file.sync()
    }),
  )
  if (end.frontier.size < size) {
    throw damaged(`${folder.log} ends after ${end.frontier.size} entries, its last checkpoint covers ${size}`)
  }
  if (rootOfFrontier(end.frontier).toString('hex') !== root) {
    throw damaged(`the ${size} entries of ${folder.log} are not those that its last checkpoint signs`)
  }
  await rename(path, folder.hashes)
  await syncFolder(dirname(folder.hashes))
  return end
}

/** What stands behind the signed lines: whole entries, then bytes that are none. */
async function readTail(
  folder: CustodyFolder,
  start: number,
): Promise<{ readonly lines: readonly Buffer[]; readonly end: number; readonly strayBytes: number }> {
  return withFile(folder.open(folder.log, 'r'), async (file) => {
    const lines: Buffer[] = []
    let end = start
    for await (const line of readLines(file, start)) {
      if (!line.isComplete || decodeEntry(line.bytes) === null) break
      lines.push(line.bytes)
      end = line.end
    }
    return { lines, end, strayBytes: (await file.stat()).size - end }
  })
}
