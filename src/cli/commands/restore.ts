import { join, resolve } from 'node:path'

import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openStore } from '../../adapters/store/open-store.ts'
import { DATABASE_FILE } from '../../workspace/open-workspace.ts'
import { restore } from '../../workspace/restore.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'

/** `cairn restore`: makes a workspace from a backup. */
export async function runRestore(folder: string, options: WorkspaceOption): Promise<ExitCode> {
  const target = locateWorkspace(options.workspace ?? null, process.env)
  const { captures, readings, createdAt } = await restore(resolve(folder), target, (made) =>
    openStore(join(made, DATABASE_FILE)),
  )
  process.stdout.write(
    `Restored ${captures} captures and ${readings} readings of ${createdAt} into ${target}\nEvery file was hashed against the manifest. "cairn verify" proves the workspace itself.\n`,
  )
  return EXIT.ok
}
