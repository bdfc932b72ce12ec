import type { ArchivedItem, ArchiveLocation } from '../model/archived.ts'
import type { CaptureEntry, CustodyEntry, DecisionEntry } from '../model/custody.ts'
import { CairnError } from '../model/error.ts'
import type { TreeHead } from '../ports/custody-log.ts'
import type { RecordWriter, StoredCapture } from '../ports/record-store.ts'
import { noteEnds } from './clear-tails.ts'
import { findLogged } from './decisions/find-logged.ts'
import type { Workspace } from './workspace.ts'

/** What a commit may do besides writing to the store. */
export interface Commit {
  readonly writer: RecordWriter
  /** Appends to the custody log, durably. @returns the position of the first entry */
  log(entries: readonly CustodyEntry[]): Promise<number>
}

/**
 * Runs `work` as one acknowledged step: under the store's write lock, the log first, then the store.
 *
 * Where a run was killed between the two, the log is ahead; what it says is taken over before anything else is done. When
 * the promise resolves, log and store are on the disk and agree.
 *
 * @throws {CairnError} "bad-workspace" when log and store contradict each other; "disk-full"; "store-busy"
 */
export async function commit<T>(workspace: Workspace, work: (commit: Commit) => Promise<T>): Promise<T> {
  return workspace.store.write(async (writer) => {
    workspace.assertCurrent()
    let head = await catchUp(workspace, writer)
    const log = async (entries: readonly CustodyEntry[]): Promise<number> => {
      const first = head.size
      head = await workspace.custody.append(entries)
      await writer.setCustodyHead(head)
      return first
    }
    return work({ writer, log })
  })
}

/** Brings the store up to the log, so that nothing that was logged is lost. */
async function catchUp(workspace: Workspace, writer: RecordWriter): Promise<TreeHead> {
  const { custody } = workspace
  // A run that was killed while it wrote may have left lines without a checkpoint, or half a line: before anything else.
  await custody.recover()
  const known = await writer.custodyHead()
  const head = await custody.head()
  if (head.size === known.size && head.root === known.root) return head
  if (head.size <= known.size) {
    throw new CairnError(
      'bad-workspace',
      `The custody log has ${head.size} entries, but the database knows ${known.size}, or other ones: one of them was changed from outside. Run "cairn verify" to see what, and restore it from a backup; nothing was written.`,
    )
  }
  const decided: (readonly [number, DecisionEntry])[] = []
  for await (const [index, entry] of custody.entries(known.size)) {
    if (entry.kind === 'capture') await takeOver(workspace, writer, entry, index)
    if (entry.kind === 'decision') decided.push([index, entry])
  }
  await takeOverDecisions(workspace, writer, decided)
  await writer.setCustodyHead(head)
  return head
}

async function takeOver(workspace: Workspace, writer: RecordWriter, entry: CaptureEntry, index: number): Promise<void> {
  const item = await workspace.archive.read(entry.location)
  if ('reason' in item) {
    throw new CairnError(
      'bad-workspace',
      `The custody log names capture ${entry.captureId} (entry ${index}), which the archive cannot give: ${item.message} Run "cairn verify".`,
    )
  }
  await writer.addCaptures([toStored(item, entry.captureId, entry.location, index)])
  await noteEnds(writer, [entry.location])
}

async function takeOverDecisions(
  workspace: Workspace,
  writer: RecordWriter,
  entries: readonly (readonly [number, DecisionEntry])[],
): Promise<void> {
  const { found, lost } = await findLogged(workspace.decisions, entries)
  if (lost.length > 0)
    throw new CairnError('bad-workspace', `${lost.join(' ')} Run "cairn verify"; restore the file from a backup.`)
  await writer.addDecisions(found)
}

/** The row of a capture in the store. */
export function toStored(
  item: Omit<ArchivedItem, 'captureId' | 'location'>,
  captureId: string,
  location: ArchiveLocation,
  custodyIndex: number,
): StoredCapture {
  const { way, resource, payloadSha256, payload, mediaType, charset, receivedAt, http, given } = item
  return {
    id: captureId,
    way,
    resource,
    payloadSha256,
    size: payload.length,
    mediaType,
    charset,
    receivedAt,
    finalUrl: http?.finalUrl ?? null,
    status: http?.status ?? null,
    given,
    location,
    custodyIndex,
  }
}
