import { CairnError } from '../../model/error.ts'
import type { InclusionProof, TreeHead } from '../../ports/custody-log.ts'
import { isCheckpointFault, readLastCheckpoint } from './checkpoint-file.ts'
import { readCheckpoint } from './checkpoint.ts'
import { custodyFolder, loadPublicKey, loadSigningKey, withFile } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { hashLeaf } from './merkle-hash.ts'
import { proveInclusion } from './prove-entry.ts'
import type { PublicKey, SigningKey } from './signing-key.ts'
import { readTimestamps } from './timestamp-store.ts'
import type { StoredTimestamp } from './timestamp-store.ts'
import { readEnd, readRecord, recordOf } from './tree-file.ts'

/** An entry of the log with the proof that it is in it. */
export interface ProvenEntry {
  /** The line, without the newline. */
  readonly line: Buffer
  readonly proof: InclusionProof
}

/** What the log can show for some of its entries: all under one checkpoint. */
export interface CustodyEvidence {
  /** In the order asked for. */
  readonly entries: readonly ProvenEntry[]
  /** The signed checkpoint that the proofs lead to. */
  readonly checkpoint: string
  /** Timestamps of that checkpoint; empty when nobody else has seen it. */
  readonly timestamps: readonly StoredTimestamp[]
  /** The workspace's key, to sign what is made of the evidence. */
  readonly key: SigningKey
}

/**
 * Gathers entries of the log with their proofs. The checkpoint is the one with the earliest timestamp that covers all of
 * them, and the last one when none does.
 *
 * @throws {CairnError} "bad-usage" for a position that the log does not have, "bad-workspace" when files are damaged
 */
export async function readCustodyEvidence(path: string, indexes: readonly number[]): Promise<CustodyEvidence> {
  const folder = custodyFolder(path)
  const key = await loadSigningKey(folder)
  const { note, head, timestamps } = await chooseCheckpoint(folder, Math.max(...indexes) + 1)
  const entries: ProvenEntry[] = []
  for (const index of indexes) entries.push(await readProvenEntry(folder, index, head))
  return { entries, checkpoint: note, timestamps, key }
}

interface Chosen {
  readonly note: string
  readonly head: TreeHead
  readonly timestamps: readonly StoredTimestamp[]
}

async function chooseCheckpoint(folder: CustodyFolder, size: number): Promise<Chosen> {
  const publicKey = await loadPublicKey(folder)
  const stamped = (await readTimestamps(folder, publicKey)).filter((one) => (one.checked?.size ?? 0) >= size)
  const [first] = stamped.sort((a, b) => (a.checked?.at ?? '').localeCompare(b.checked?.at ?? ''))
  const note = first?.timestamp?.checkpoint ?? (await lastNote(folder, publicKey))
  const head = readCheckpoint(note, publicKey)
  if (isCheckpointFault(head)) throw new CairnError('bad-workspace', `custody.checkpoints: ${head.message}`)
  if (head.size < size) throw new CairnError('bad-usage', `the custody log has no entry ${size - 1}`)
  const timestamps = stamped.flatMap(({ timestamp }) => (timestamp?.checkpoint === note ? [timestamp] : []))
  return { note, head, timestamps }
}

async function lastNote(folder: CustodyFolder, key: PublicKey): Promise<string> {
  const last = await withFile(folder.open(folder.checkpoints, 'r'), (file) => readLastCheckpoint(file, key))
  if (last === null)
    throw new CairnError('bad-workspace', 'custody.checkpoints holds no checkpoint; run "cairn verify"')
  return last.note
}

async function readProvenEntry(folder: CustodyFolder, index: number, head: TreeHead): Promise<ProvenEntry> {
  if (!Number.isInteger(index) || index < 0) throw new CairnError('bad-usage', `the custody log has no entry ${index}`)
  const proof = await proveInclusion(folder, index, head)
  const { start, record } = await withFile(folder.open(folder.hashes, 'r'), async (file) => ({
    start: await readEnd(file, index),
    record: await readRecord(file, recordOf(0, index)),
  }))
  const line = Buffer.alloc(Math.max(0, Math.min(1 << 30, (record?.end ?? 0) - (start ?? 0) - 1)))
  await withFile(folder.open(folder.log, 'r'), (file) => file.read(line, 0, line.length, start ?? 0))
  if (record === null || !hashLeaf(line).equals(record.hash)) {
    throw new CairnError('bad-workspace', `custody.log: entry ${index} is not what was logged; run "cairn verify"`)
  }
  return { line, proof }
}
