import type { ArchivedItem } from '../model/archived.ts'
import type { ArchiveFault } from '../ports/archive.ts'
import type { StoredCapture } from '../ports/record-store.ts'
import type { Workspace } from './workspace.ts'

/** The item of a capture, every digest proven on the way; a fault when the archive cannot give it unchanged. */
export async function readArchived(
  workspace: Pick<Workspace, 'archive'>,
  capture: Pick<StoredCapture, 'id' | 'location' | 'payloadSha256'>,
): Promise<ArchivedItem | ArchiveFault> {
  const { location, id, payloadSha256 } = capture
  const item = await workspace.archive.read(location)
  if ('reason' in item) return item
  if (item.captureId !== id)
    return {
      location,
      reason: 'wrong-payload',
      message: `The archive gives capture ${item.captureId} where ${id} was put.`,
    }
  if (item.payloadSha256 !== payloadSha256)
    return {
      location,
      reason: 'wrong-payload',
      message: `The archive gives other bytes than the ones captured as ${id}.`,
    }
  return item
}
