import { resolve } from 'node:path'

import { backUp } from '../../workspace/backup.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { software } from '../../workspace/software.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'

/** `cairn backup`: copies the workspace into a new folder. */
export async function runBackup(folder: string, options: WorkspaceOption): Promise<ExitCode> {
  const from = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(from, { access: 'write', collector: null })
  try {
    const { captures, readings, files, head } = await backUp(workspace, resolve(folder), software())
    process.stdout.write(
      [
        `Copied ${captures} captures and ${readings} readings in ${files.length} files to ${resolve(folder)}`,
        `Log entries: ${head.size}, root ${head.root}`,
        'The signing key and the private folder are in it: keep it as private as the workspace.',
        '',
      ].join('\n'),
    )
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
