import { startReader } from '../../adapters/workers/start-reader.ts'
import { PRODUCER } from '../../pipeline.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { rebuildDatabase } from '../../workspace/rebuild-database.ts'
import { producerName } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { DEFAULT_LIMITS } from './ingest.ts'

/** `cairn rebuild`: makes the database again from archive and log. */
export async function runRebuild(options: WorkspaceOption): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const { workers, timeLimit, maxBytes } = DEFAULT_LIMITS
  const reader = startReader({ workers, timeLimitMs: timeLimit * 1000 })
  const showProgress = (captures: number): void => {
    if (process.stderr.isTTY === true) process.stderr.write(`\r\u001b[K${captures} captures`)
  }
  try {
    const { captures, readings, unlike, decisions, lost, kept } = await rebuildDatabase(
      folder,
      { reader, producer: producerName(PRODUCER), workers, maxBytes },
      showProgress,
    )
    if (process.stderr.isTTY === true) process.stderr.write('\r\u001b[K')
    for (const line of lost) process.stderr.write(`cairn: lost: ${cleanText(line)}\n`)
    process.stdout.write(
      [
        `The database was made again: ${captures} captures, ${readings} readings as they were logged.`,
        ...(decisions > 0 ? [`${decisions} decisions are in it again.`] : []),
        ...(unlike > 0
          ? [`${unlike} captures read differently now, or were never read by this version: "cairn ingest" reads them.`]
          : []),
        ...(kept === null ? [] : [`The old database is kept as ${kept}; remove it when all is well.`]),
        '',
      ].join('\n'),
    )
    return lost.length === 0 ? EXIT.ok : EXIT.damaged
  } finally {
    await reader.close()
  }
}
