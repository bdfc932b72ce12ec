import { type Command, Option } from 'commander'

import type { ExitCode } from '../exit-codes.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface RereadOptions extends WorkspaceOption {
  readonly switch: boolean
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface DoctorOptions extends WorkspaceOption {
  readonly json?: boolean
}

/** `cairn doctor`, `reread`, `rebuild`, `backup` and `restore`: keeping a workspace well. */
export function addUpkeepCommands(program: Command, done: (code: ExitCode) => void): void {
  withWorkspace(program.command('doctor'))
    .description('Look for what is wrong with the workspace or this machine, and say how to mend it.')
    .option('--json', 'print the findings as a JSON array')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../commands/doctor.ts')
      done(await runDoctor(options))
    })

  withWorkspace(program.command('reread'))
    .description(
      'Read every capture with this version of Cairn beside the old readings, show what changed, then switch.',
    )
    .option('--no-switch', 'only show what would change; keep listing the old readings')
    .addOption(new Option('--json', 'print the counts as JSON').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print each changed claim as JSON on a line of its own').conflicts('json'))
    .action(async (options: RereadOptions) => {
      const { runReread } = await import('../commands/reread.ts')
      done(await runReread(options))
    })

  withWorkspace(program.command('rebuild'))
    .description('Make the database again from the archive and the custody log alone.')
    .action(async (options: WorkspaceOption) => {
      const { runRebuild } = await import('../commands/rebuild.ts')
      done(await runRebuild(options))
    })

  withWorkspace(program.command('backup'))
    .description('Copy the workspace into a folder: plain NDJSON, the archive and the log, with a manifest of hashes.')
    .argument('<folder>', 'a folder that does not exist yet')
    .action(async (folder: string, options: WorkspaceOption) => {
      const { runBackup } = await import('../commands/backup.ts')
      done(await runBackup(folder, options))
    })

  withWorkspace(program.command('restore'))
    .description('Make a workspace from a backup, every hash checked.')
    .argument('<folder>', 'the folder that backup wrote')
    .action(async (folder: string, options: WorkspaceOption) => {
      const { runRestore } = await import('../commands/restore.ts')
      done(await runRestore(folder, options))
    })
}
