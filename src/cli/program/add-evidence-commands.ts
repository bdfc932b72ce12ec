import { type Command, Option } from 'commander'

import type { ExitCode } from '../exit-codes.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface VerifyOptions extends WorkspaceOption {
  readonly json?: boolean
  readonly jsonl?: boolean
}

const VERIFY_EXAMPLES = `
Examples:
  cairn verify                                  the whole workspace, byte by byte

Exit codes: 0 all is as it was, 4 no workspace, 6 something is wrong; each fault is named.`

/** `cairn verify` and `cairn prove`: what the evidence is worth. */
export function addEvidenceCommands(program: Command, done: (code: ExitCode) => void): void {
  withWorkspace(program.command('verify'))
    .description('Hash everything again and compare it with what was logged and signed.')
    .addOption(new Option('--json', 'print the answer as one JSON object').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object for each capture and each fault').conflicts('json'))
    .addHelpText('after', VERIFY_EXAMPLES)
    .action(async (options: VerifyOptions) => {
      const { runVerify } = await import('../commands/verify.ts')
      done(await runVerify(options))
    })
}
