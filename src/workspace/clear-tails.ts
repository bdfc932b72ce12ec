import type { ArchiveLocation } from '../model/archived.ts'
import type { CustodyLog } from '../ports/custody-log.ts'
import type { RecordWriter } from '../ports/record-store.ts'
import { mergeSpans } from './merge-spans.ts'
import type { Workspace } from './workspace.ts'

/** Setting: how far the log reaches in an archive file, by the file's name. */
export const END_SETTING = 'archive-end:'

/** Notes how far the log reaches in each file of these spans. */
export async function noteEnds(writer: RecordWriter, locations: readonly ArchiveLocation[]): Promise<void> {
  await keepEnds(writer, endsOf(locations))
}

/** Notes how far the log reaches in every file, as the log itself says. */
export async function noteAllEnds(writer: RecordWriter, custody: CustodyLog): Promise<void> {
  await keepEnds(writer, endsOf(await loggedSpans(custody)))
}

/**
 * Cuts off the archive's files what runs that were killed had written and nobody was told about. What a living process
 * writes is left alone. The caller holds the write lock, and log and store agree.
 *
 * The store's notes say quickly whether there is anything to cut; what is cut is decided by the log alone, so that no
 * fault of the database can cost a logged byte.
 */
export async function clearTails(workspace: Workspace, writer: RecordWriter): Promise<void> {
  const noted = (await writer.settings(END_SETTING)).map(([name, end]): ArchiveLocation => {
    const file = name.slice(END_SETTING.length)
    return { file, offset: 0, length: Number(end), sha256: '' }
  })
  const isClear = (await workspace.archive.findStray(noted)).every(({ isUnderway }) => isUnderway)
  if (isClear) return
  const spans = await loggedSpans(workspace.custody)
  for (const stray of await workspace.archive.findStray(spans)) {
    const { file, offset, length, isUnderway } = stray
    const isTail = !spans.some((span) => span.file === file && span.offset >= offset + length)
    if (!isUnderway && isTail) await workspace.archive.dropStray(stray)
  }
  await keepEnds(writer, endsOf(spans))
}

/** Every span of the archive that the log names, adjoining ones joined. */
export async function loggedSpans(custody: Pick<CustodyLog, 'entries'>): Promise<readonly ArchiveLocation[]> {
  const spans = mergeSpans()
  for await (const [, entry] of custody.entries())
    if (entry.kind === 'capture' || entry.kind === 'archive-head') spans.add(entry.location)
  return spans.all()
}

function endsOf(locations: readonly ArchiveLocation[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { file, offset, length } of locations) ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
  return ends
}

async function keepEnds(writer: RecordWriter, ends: ReadonlyMap<string, number>): Promise<void> {
  for (const [file, end] of ends) await writer.setSetting(`${END_SETTING}${file}`, String(end))
}
