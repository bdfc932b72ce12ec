import { CairnError } from '../../model/error.ts'
import type { RecordWriter } from '../../ports/record-store.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Cuts off the file of decisions what a run that was killed had written and nobody was told about. The caller holds the
 * write lock, and log and store agree.
 *
 * The store says quickly whether there is anything to cut; what is cut is decided by the log alone.
 *
 * @throws {CairnError} "bad-workspace" when the file lacks decisions that the log names, or has them otherwise
 */
export async function clearDecisionTail(
  { decisions, custody }: Pick<Workspace, 'decisions' | 'custody'>,
  writer: Pick<RecordWriter, 'lastDecision'>,
): Promise<void> {
  const end = (await writer.lastDecision())?.fileEnd ?? 0
  if (decisions.size() === end) return
  const logged: string[] = []
  for await (const [, entry] of custody.entries()) if (entry.kind === 'decision') logged.push(entry.sha256)
  let known = 0
  let acknowledged = 0
  for await (const line of decisions.lines()) {
    if (!line.isComplete || known === logged.length || line.sha256 !== logged[known]) break
    known++
    acknowledged = line.end
  }
  if (known < logged.length)
    throw new CairnError(
      'bad-workspace',
      `decisions.ndjson is not as the log says from line ${known + 1} on: it was changed from outside. Run "cairn verify" to see what, and restore the file from a backup; nothing was written.`,
    )
  await decisions.cutTo(acknowledged)
}
