import {
  type MadeTimestamp,
  type TimestampAuthority,
  timestampWorkspace,
} from '../adapters/custody/timestamp-checkpoint.ts'
import type { TimestampFault } from '../adapters/custody/timestamp-token.ts'
import type { NoteEntry } from '../model/custody.ts'
import { commit } from './commit.ts'
import type { Workspace } from './workspace.ts'

const TAKEN = 'timestamp'

/** Has an authority sign the state of the log, and notes in the log which timestamp was taken, so that it cannot go unnoticed. */
export async function takeTimestamp(
  workspace: Workspace,
  authority: TimestampAuthority,
): Promise<MadeTimestamp | TimestampFault> {
  const made = await timestampWorkspace(workspace.folder, authority)
  if ('reason' in made) return made
  const sumsSha256 = (await workspace.custody.timestamps()).get(made.folder) ?? null
  await commit(workspace, async ({ log }) => {
    const detail = { folder: made.folder, size: made.size, sumsSha256 }
    await log([{ kind: 'note', at: workspace.clock.now().toISOString(), what: TAKEN, detail }])
  })
  return made
}

/** What is wrong with the timestamp that a note of the log tells of; null when it is there as it was, and for other notes. */
export function findLostTimestamp(note: NoteEntry, kept: ReadonlyMap<string, string>): string | null {
  if (note.what !== TAKEN) return null
  const folder = String(note.detail['folder'])
  const sums = kept.get(folder)
  if (sums === undefined)
    return `timestamps/${folder} was taken on ${note.at} and is gone. Restore it from a backup: nobody can take it again.`
  if (sums !== note.detail['sumsSha256'])
    return `timestamps/${folder} is not the one that was taken on ${note.at}. Restore it from a backup.`
  return null
}
