import type { FileHandle } from 'node:fs/promises'
import { CairnError } from '../../model/error.ts'
import type { TreeHead } from '../../ports/custody-log.ts'
import { signCheckpoint } from './checkpoint.ts'
import { withFile } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { growFrontier, rootOfFrontier } from './merkle-frontier.ts'
import type { Frontier } from './merkle-frontier.ts'
import { hashLeaf } from './merkle-hash.ts'
import type { SigningKey } from './signing-key.ts'
import { countRecords, encodeRecord, RECORD_BYTES } from './tree-file.ts'

/** Where the files end before something is added. */
export interface LogEnd {
  readonly frontier: Frontier
  readonly logBytes: number
  readonly checkpointBytes: number
}

/** Lines as they are added, with what follows from them. */
export interface Batch {
  readonly frontier: Frontier
  /** Bytes of the log: every line with its newline. */
  readonly log: Buffer
  /** Bytes of the file of hashes. */
  readonly records: Buffer
}

export const headOf = (frontier: Frontier): TreeHead => ({
  size: frontier.size,
  root: rootOfFrontier(frontier).toString('hex'),
})

/** Hashes lines that follow `end`; each without its newline. */
export function hashLines(end: Pick<LogEnd, 'frontier' | 'logBytes'>, lines: readonly Buffer[]): Batch {
  const parts: Buffer[] = []
  const records: Buffer[] = []
  let { frontier, logBytes } = end
  for (const line of lines) {
    parts.push(line, Buffer.from('\n'))
    logBytes += line.length + 1
    const grown = growFrontier(frontier, hashLeaf(line))
    frontier = grown.frontier
    for (const hash of grown.completed) records.push(encodeRecord({ hash, end: logBytes }))
  }
  return { frontier, log: Buffer.concat(parts), records: Buffer.concat(records) }
}

/** Writes all of `bytes` at a position. */
export async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
  }
}

/**
 * Puts a batch behind the end of the log: the lines and the hashes, then (once these are on the disk) the checkpoint.
 *
 * @throws {CairnError} "disk-full"; whatever the fault, the files are cut back to where they ended
 */
export async function writeBatch(
  folder: CustodyFolder,
  end: LogEnd,
  batch: Batch,
  key: SigningKey,
): Promise<{ readonly head: TreeHead; readonly note: string }> {
  const head = headOf(batch.frontier)
  const note = signCheckpoint(head, key)
  const recordBytes = countRecords(end.frontier.size) * RECORD_BYTES
  await withFile(folder.open(folder.log, 'r+'), (log) =>
    withFile(folder.open(folder.hashes, 'r+'), (hashes) =>
      withFile(folder.open(folder.checkpoints, 'r+'), async (checkpoints) => {
        try {
          await writeAt(log, batch.log, end.logBytes)
          await writeAt(hashes, batch.records, recordBytes)
          await Promise.all([log.sync(), hashes.sync()])
          await writeAt(checkpoints, Buffer.from(note), end.checkpointBytes)
          await checkpoints.sync()
        } catch (cause) {
          // The signature first: nothing may be signed that is not there. What cannot be cut now, `recover` cuts.
          await checkpoints.truncate(end.checkpointBytes).catch(() => undefined)
          await log.truncate(end.logBytes).catch(() => undefined)
          await hashes.truncate(recordBytes).catch(() => undefined)
          throw asDiskFull(cause, folder)
        }
      }),
    ),
  )
  return { head, note }
}

function asDiskFull(cause: unknown, folder: CustodyFolder): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new CairnError(
        'disk-full',
        `no space left for ${folder.log}; nothing of the batch was kept: make room and repeat`,
        {
          cause,
        },
      )
    : cause
}
