import type { Command } from 'commander'

import type { ExitCode } from '../exit-codes.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface ImportOptions extends WorkspaceOption {
  readonly key?: string
}

const EXAMPLES = `
Examples:
  cairn import evidence.wacz --workspace copy   everything in it is proven first; if anything fails, nothing is taken in

A web archive that was made by another tool is taken in with "cairn ingest".`

/** `cairn import`: the way back in for what `cairn export --format wacz` wrote. */
export function addImportCommand(program: Command, done: (code: ExitCode) => void): void {
  withWorkspace(program.command('import'))
    .description('Take over the captures and decisions of an evidence bundle that "export --format wacz" wrote.')
    .argument('<bundle>', 'the bundle, a .wacz file')
    .option('--key <name>', 'the name of the key that must have signed it, as its owner published it')
    .addHelpText('after', EXAMPLES)
    .action(async (bundle: string, options: ImportOptions) => {
      const { runImport } = await import('../commands/import.ts')
      done(await runImport(bundle, options))
    })
}
