import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { initWorkspace } from '../../workspace/open-workspace.ts'

/** `cairn init`: makes a workspace; one that is there already is left as it is. */
export async function runInit(options: WorkspaceOption): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const isNew = await initWorkspace(folder)
  const lines = isNew
    ? [
        `Made the workspace ${folder}`,
        '  cairn.db     the record: captures, readings, claims',
        '  archive/     what was received, in WARC files',
        '  custody.*    the log of everything that happened, signed',
        '  keys/        the signing key. Keep it to yourself; without it nobody can add to this log in your name.',
        '  private/     who collected. Never exported.',
      ]
    : [`${folder} is a workspace already; nothing was changed.`]
  process.stdout.write(`${lines.join('\n')}\n`)
  return EXIT.ok
}
