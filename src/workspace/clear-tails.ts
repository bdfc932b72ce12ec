import type { ArchiveLocation } from '../model/archived.ts'
import type { RecordWriter } from '../ports/record-store.ts'
import type { Workspace } from './workspace.ts'

/** Setting: how far the log reaches in an archive file, by the file's name. */
const END_SETTING = 'archive-end:'

/** Notes how far the log reaches in each file of these spans. */
export async function noteEnds(writer: RecordWriter, locations: readonly ArchiveLocation[]): Promise<void> {
  const ends = new Map<string, number>()
  for (const { file, offset, length } of locations) ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
  for (const [file, end] of ends) await writer.setSetting(`${END_SETTING}${file}`, String(end))
}

/**
 * Cuts off the archive's files what runs that were killed had written and nobody was told about. What a living process
 * writes is left alone. The caller holds the write lock, and log and store agree.
 */
export async function clearTails(workspace: Workspace, writer: RecordWriter): Promise<void> {
  const covered = (await writer.settings(END_SETTING)).map(([name, end]): ArchiveLocation => {
    const file = name.slice(END_SETTING.length)
    return { file, offset: 0, length: Number(end), sha256: '' }
  })
  for (const stray of await workspace.archive.findStray(covered)) {
    if (!stray.isUnderway) await workspace.archive.dropStray(stray)
  }
}
