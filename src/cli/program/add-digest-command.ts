import { type Command, Option } from 'commander'

import type { Policy } from '../../model/incident.ts'
import type { ExitCode } from '../exit-codes.ts'
import { withPolicy } from './policy-option.ts'
import { parseCountry, parseDay } from './parse-values.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface DigestOptions extends WorkspaceOption {
  readonly since: string
  readonly until: string
  readonly place?: string
  readonly country?: string
  readonly format: 'markdown' | 'html'
  readonly output?: string
  readonly policy: Policy
  readonly unreviewed?: boolean
  readonly full?: boolean
}

const EXAMPLES = `
Examples:
  cairn digest --since 2022-04-01 --until 2022-04-30 --country UA -o april.md
  cairn digest --since 2022-04-01 --until 2022-04-30 --unreviewed --format html -o april.html

Every sentence cites the claims it rests on. Read it against them before you send it on.`

/** `cairn digest`: a report of a period. */
export function addDigestCommand(program: Command, done: (code: ExitCode) => void): void {
  withPolicy(withWorkspace(program.command('digest')))
    .description(
      'Write a report of a period: what was claimed and by whom, what changed, what is disputed, what is missing.',
    )
    .requiredOption('--since <date>', 'its first day', parseDay)
    .requiredOption('--until <date>', 'its last day', parseDay)
    .option('--place <words>', 'only where the name of the place holds these words')
    .option('--country <code>', 'only in this country (ISO 3166, two letters)', parseCountry)
    .addOption(new Option('--format <name>', 'what to write').choices(['markdown', 'html']).default('markdown'))
    .option('-o, --output <file>', 'where to write it; else standard output')
    .option('--unreviewed', 'take along what the machine proposes and nobody has reviewed, marked as such')
    .option('--full', 'facilities, names and the words of the sources: not for publication')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DigestOptions) => {
      const { runDigest } = await import('../commands/digest.ts')
      done(await runDigest(options))
    })
}
