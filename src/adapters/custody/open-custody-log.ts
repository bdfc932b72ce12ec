import { stat } from 'node:fs/promises'
import type { CustodyEntry } from '../../model/custody.ts'
import { CairnError } from '../../model/error.ts'
import type { CustodyLog, TreeHead } from '../../ports/custody-log.ts'
import { CHECKPOINT_LINES } from './checkpoint.ts'
import { endOfLines, readLastCheckpoint } from './checkpoint-file.ts'
import { custodyFolder, loadPublicKey, loadSigningKey, withFile } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { decodeEntry, encodeEntry } from './encode-entry.ts'
import { rootOfFrontier } from './merkle-frontier.ts'
import { proveConsistency, proveInclusion } from './prove-entry.ts'
import { readLines } from './read-lines.ts'
import { recoverLog } from './recover-log.ts'
import { countRecords, readEnd, readFrontier, readRecord, recordOf, RECORD_BYTES } from './tree-file.ts'
import { listTimestamps } from './timestamp-store.ts'
import { verifyLog } from './verify-log.ts'
import { hashLines, writeBatch } from './write-batch.ts'
import type { LogEnd } from './write-batch.ts'

export interface CustodyOptions {
  /** Opens the files; tests put a full disk in its place. */
  readonly open?: CustodyFolder['open']
  /** How long `verify` waits for a writer to sign lines that no checkpoint covers yet, in milliseconds. */
  readonly patienceMs?: number
}

/** What was read of the end of the file of checkpoints, and by what one sees that it has changed. */
interface Seen {
  readonly stamp: string
  readonly head: TreeHead
  readonly checkpointBytes: number
  /** Bytes of a checkpoint behind the last one that holds, which never became whole. */
  readonly tornBytes: number
}

/**
 * Opens the log that `createCustodyLog` made. Nothing is read before it is needed, and a log of any length opens at once: the
 * head stands in the last checkpoint, the frontier in log2(size) records of the file of hashes.
 */
export function openCustodyLog(path: string, options: CustodyOptions = {}): CustodyLog {
  const folder = custodyFolder(path, options.open)
  let seen: Seen | null = null

  return {
    keyName: async () => (await loadPublicKey(folder)).name,
    head: async () => (await look()).head,
    async append(entries) {
      const end = await findEnd()
      if (entries.length === 0) return (await look()).head
      const batch = hashLines(end, entries.map(encodeEntry))
      return (await writeBatch(folder, end, batch, await loadSigningKey(folder))).head
    },
    entries: (start = 0) => readEntries(folder, start, () => look()),
    recover: async () => recoverLog(folder, await loadSigningKey(folder)),
    async prove(index) {
      const { size, root } = (await look()).head
      if (!Number.isInteger(index) || index < 0 || index >= size) {
        throw new CairnError('bad-usage', `the custody log has ${size} entries, there is no entry ${index}`)
      }
      return proveInclusion(folder, index, { size, root })
    },
    async proveGrowth(first) {
      const { size, root } = (await look()).head
      if (!Number.isInteger(first) || first < 1 || first > size) {
        throw new CairnError('bad-usage', `the custody log has ${size} entries, it was never one of ${first} before`)
      }
      return proveConsistency(folder, first, { size, root })
    },
    verify: (anchor) => verifyLog(folder, anchor, options.patienceMs ?? 1000),
    timestamps: () => listTimestamps(folder),
    close: async () => undefined,
  }

  /** The last checkpoint; read again when its file has changed. */
  async function look(): Promise<Seen> {
    const { ino, size, mtimeMs } = await stat(folder.checkpoints).catch((cause: unknown) => {
      throw new CairnError('bad-workspace', `${folder.checkpoints} cannot be read`, { cause })
    })
    const stamp = `${ino} ${size} ${mtimeMs}`
    if (seen?.stamp === stamp) return seen
    const key = await loadPublicKey(folder)
    const last = await withFile(folder.open(folder.checkpoints, 'r'), (file) => readLastCheckpoint(file, key))
    if (last === null || endOfLines(last.rest, 0, CHECKPOINT_LINES) !== null) {
      throw new CairnError(
        'bad-workspace',
        `the last checkpoint in ${folder.checkpoints} does not hold; "cairn verify" says what is wrong`,
      )
    }
    seen = { stamp, head: last.head, checkpointBytes: last.end, tornBytes: last.rest.length }
    return seen
  }

  /** Where the next entry goes, with all three files exactly at the last checkpoint. */
  async function findEnd(): Promise<LogEnd> {
    const { head, checkpointBytes, tornBytes } = await look()
    const { size, root } = head
    const found = await withFile(folder.open(folder.hashes, 'r'), async (file) => ({
      bytes: (await file.stat()).size,
      frontier: await readFrontier(file, size),
      logBytes: await readEnd(file, size),
    })).catch(() => null)
    const frontier = found?.frontier ?? null
    const logBytes = found?.logBytes ?? null
    if (
      frontier === null ||
      logBytes === null ||
      tornBytes > 0 ||
      found?.bytes !== countRecords(size) * RECORD_BYTES ||
      rootOfFrontier(frontier).toString('hex') !== root ||
      (await stat(folder.log)).size !== logBytes
    ) {
      throw new CairnError(
        'bad-workspace',
        `${folder.log} does not end where its last checkpoint says (entry ${size}): a crash, or damage; recover it first`,
      )
    }
    return { frontier, logBytes, checkpointBytes }
  }
}

/** Entries up to the head of now. */
async function* readEntries(
  folder: CustodyFolder,
  start: number,
  look: () => Promise<Seen>,
): AsyncGenerator<readonly [number, CustodyEntry]> {
  const { size } = (await look()).head
  if (start >= size) return
  const known = await startOfEntry(folder, start)
  const file = await folder.open(folder.log, 'r')
  try {
    let index = known.index
    for await (const { bytes } of readLines(file, known.offset)) {
      if (index >= size) return
      if (index >= start) {
        const entry = decodeEntry(bytes)
        if (entry === null) {
          throw new CairnError(
            'bad-workspace',
            `${folder.log}: line ${index + 1} is not an entry; "cairn verify" says what is wrong`,
          )
        }
        yield [index, entry]
      }
      index += 1
    }
    if (index < size) throw new CairnError('bad-workspace', `${folder.log} ends after ${index} of ${size} entries`)
  } finally {
    await file.close()
  }
}

/** Where an entry begins, by the file of hashes; the beginning of the log when that does not say. */
async function startOfEntry(
  folder: CustodyFolder,
  start: number,
): Promise<{ readonly index: number; readonly offset: number }> {
  const record =
    start === 0
      ? null
      : await withFile(folder.open(folder.hashes, 'r'), (file) => readRecord(file, recordOf(0, start - 1))).catch(
          () => null,
        )
  return record === null ? { index: 0, offset: 0 } : { index: start, offset: record.end }
}
