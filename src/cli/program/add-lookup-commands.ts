import { type Command, Option } from 'commander'

import { GROUPS, MEASURES, SCOPES, STANCES } from '../../model/claim.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseCount, parseCountry, parseDay } from './parse-values.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface ListOptions extends WorkspaceOption {
  readonly limit: number
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface ClaimListOptions extends ListOptions {
  readonly kind?: 'figure' | 'event' | 'statement'
  readonly measure?: string
  readonly who?: string
  readonly stance?: string
  readonly scope?: string
  readonly claimant?: string
  readonly place?: string
  readonly country?: string
  readonly from?: string
  readonly to?: string
  readonly outlet?: string
  readonly text?: string
  readonly document?: string
}

export interface DocumentListOptions extends ListOptions {
  readonly outlet?: string
  readonly language?: string
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

const CLAIM_EXAMPLES = `
Examples:
  cairn claims --measure killed --who children        every figure of killed children
  cairn claims --place Mariupol --from 2022-03-01     what is claimed of Mariupol since then
  cairn claims --claimant "ministry of defence" --jsonl > claims.jsonl

A date is the claim's own, not that of publication; claims without one are left out where --from or --to is given.
Exit codes: 0 listed, 2 wrong usage or no workspace, 4 nothing matches.`

const DEFAULT_LIMIT = 50

/** `cairn claims` and `cairn documents`: what the workspace holds. */
export function addLookupCommands(program: Command, done: (code: ExitCode) => void): void {
  const claims = withWorkspace(program.command('claims'))
    .description('List the claims in the workspace: who says what, how sure, where and when.')
    .addOption(new Option('--kind <kind>', 'only claims of this kind').choices(['figure', 'event', 'statement']))
    .addOption(new Option('--measure <measure>', 'only figures of this harm').choices(MEASURES))
    .addOption(new Option('--who <group>', 'only figures that count this group').choices(GROUPS))
    .addOption(new Option('--stance <stance>', 'only claims put forward so').choices(STANCES))
    .addOption(new Option('--scope <scope>', 'only figures of this scope').choices(SCOPES))
    .option('--claimant <words>', 'only claims whose claimant has these words in the name')
    .option('--place <words>', 'only claims of a place with these words in the name')
    .option('--country <code>', 'only claims of places in this country (ISO 3166, two letters)', parseCountry)
    .option('--document <id>', 'only claims of this document (its id, or the id of its capture)')
  withListOptions(claims, 'the claim is dated').addHelpText('after', CLAIM_EXAMPLES)
  claims.action(async (options: ClaimListOptions) => {
    const { runClaims } = await import('../commands/claims.ts')
    done(await runClaims(options))
  })

  const documents = withWorkspace(program.command('documents'))
    .description('List the documents in the workspace, with where each came from and how many claims it has.')
    .option('--language <code>', 'only documents in this language (ISO 639-1, two letters)')
  withListOptions(documents, 'it was published')
  documents.action(async (options: DocumentListOptions) => {
    const { runDocuments } = await import('../commands/documents.ts')
    done(await runDocuments(options))
  })
}

function withListOptions(command: Command, dated: string): Command {
  return command
    .option('--from <date>', `only where ${dated} on this day or later`, parseDay)
    .option('--to <date>', `only where ${dated} on this day or earlier`, parseDay)
    .option('--outlet <words>', 'only of outlets with these words in the name')
    .option('--text <words>', 'only where the text holds all these words')
    .option('--limit <n>', 'list at most so many; 0 lists all', parseCount, DEFAULT_LIMIT)
    .addOption(new Option('--json', 'print one JSON array').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object a line').conflicts('json'))
}
