import { type Command, Option } from 'commander'

import { RECORD_FORMATS, type RecordFormat } from '../../exports/export-files.ts'
import { MEASURES, type Measure } from '../../model/claim.ts'
import type { Grade, IncidentStatus, Policy } from '../../model/incident.ts'
import type { IncidentOrder } from '../../ports/incident-store.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseCount, parseCountry, parseDay } from './parse-values.ts'
import { withPolicy } from './policy-option.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface RecordOptions extends WorkspaceOption {
  readonly policy: Policy
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface IncidentListOptions extends RecordOptions {
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly country?: string
  readonly type?: string
  readonly status?: IncidentStatus
  readonly grade?: Grade
  readonly killed?: number
  readonly reports: number
  readonly order: IncidentOrder
  readonly limit: number
}

export interface QuestionListOptions extends WorkspaceOption {
  readonly limit: number
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface ShowOptions extends RecordOptions {
  readonly limit: number
}

/** What `cairn export` writes: a format of the record, the evidence bundle, or all. */
export type ExportFormat = RecordFormat | 'wacz' | 'all'

export interface ExportOptions extends WorkspaceOption {
  readonly policy: Policy
  readonly format: ExportFormat
  readonly output?: string
  readonly unreviewed?: boolean
  readonly full?: boolean
  readonly withRedacted?: boolean
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly country?: string
  readonly status?: IncidentStatus
  readonly grade?: Grade
  readonly measure?: Measure
  readonly incident?: string
}

const EXPORT_FORMATS: readonly ExportFormat[] = [...RECORD_FORMATS, 'wacz', 'all']
const STATUSES: readonly IncidentStatus[] = ['machine', 'in_review', 'reviewed', 'finalised', 'rejected']
/** A rejected incident never leaves. */
const LEAVING: readonly IncidentStatus[] = STATUSES.filter((status) => status !== 'rejected')
const GRADES: readonly Grade[] = ['confirmed', 'fair', 'weak', 'contested', 'discounted']
const ORDERS: readonly IncidentOrder[] = ['date', 'reports', 'killed']
const DEFAULT_LIMIT = 50

const EXAMPLES = `
Examples:
  cairn incidents --reports 2                   incidents that two or more documents tell of
  cairn incidents --place Kramatorsk --jsonl
  cairn show inc-51f2                           one of them: who says what, what changed, which texts are copies

The machine proposes: nothing here was confirmed by anybody. Numbers are what was claimed, at least; not the toll.`

const EXPORT_EXAMPLES = `
Examples:
  cairn export --format hxl -o out/             reviewed incidents, for humanitarian tools, with what the columns mean beside
  cairn export --format all -o out/ --unreviewed
  cairn export --format wacz --full --unreviewed -o evidence.wacz

docs/exports.md tells what each format holds, what opens it, and what leaves at which level.`

const REGISTRY_EXAMPLE = `
Example of a file:
  { "claimants": [{ "name": "Harbour Watch", "aliases": ["HW"], "kind": "monitor", "country": "UA" }],
    "outlets": [{ "name": "Sloboda Gazette", "reliability": "B" }] }

Entries come before those that Cairn brings (data/claimants). Reliability is the Admiralty letter that you give an outlet.`

/** `cairn incidents`, `cairn show` and `cairn export`: the record. */
export function addRecordCommands(program: Command, done: (code: ExitCode) => void): void {
  withRecordOptions(withWorkspace(program.command('incidents')))
    .description('List the incidents that the documents of the workspace tell of, with what is claimed of each.')
    .option('--from <date>', 'only incidents on this day or later', parseDay)
    .option('--to <date>', 'only incidents on this day or earlier', parseDay)
    .option('--place <words>', 'only where the name of the place holds these words')
    .option('--country <code>', 'only in this country (ISO 3166, two letters)', parseCountry)
    .option('--type <type>', 'only of this ACLED event or sub-event type')
    .addOption(new Option('--status <status>', 'only of this status').choices(STATUSES))
    .addOption(new Option('--grade <grade>', 'only of this grade').choices(GRADES))
    .option('--killed <n>', 'only where somebody claims that at least so many were killed', parseCount)
    .option('--reports <n>', 'only incidents that at least so many documents tell of', parseCount, 1)
    .addOption(
      new Option(
        '--order <order>',
        'what comes first: the latest, the most reported, the most killed by the highest claim',
      )
        .choices(ORDERS)
        .default('date'),
    )
    .option('--limit <n>', 'list at most so many; 0 lists all', parseCount, DEFAULT_LIMIT)
    .addOption(new Option('--jsonl', 'print one JSON object a line, by the record contract').conflicts('json'))
    .addHelpText('after', EXAMPLES)
    .action(async (options: IncidentListOptions) => {
      const { runIncidents } = await import('../commands/incidents.ts')
      done(await runIncidents(options))
    })

  withRecordOptions(withWorkspace(program.command('show')))
    .description('Show one incident: its figures and who says so, what was revised, copies, history.')
    .argument('<incident>', 'its id, or the first characters of it')
    .option('--limit <n>', 'rows of a table at most, those that tell most; 0 shows all', parseCount, DEFAULT_LIMIT)
    .action(async (id: string, options: ShowOptions) => {
      const { runShow } = await import('../commands/show.ts')
      done(await runShow(id, options))
    })

  withWorkspace(program.command('registry'))
    .description('Print what this workspace knows of claimants and outlets, or put a file of entries in its place.')
    .argument('[file]', 'JSON with "claimants" and "outlets", or - for standard input')
    .addHelpText('after', REGISTRY_EXAMPLE)
    .action(async (file: string | undefined, options: WorkspaceOption) => {
      const { runRegistry } = await import('../commands/registry.ts')
      done(await runRegistry(file, options))
    })

  withWorkspace(program.command('questions'))
    .description('List the pairs of incidents that may be one: for a person to answer, never merged silently.')
    .option('--limit <n>', 'list at most so many; 0 lists all', parseCount, DEFAULT_LIMIT)
    .addOption(new Option('--json', 'print one JSON array').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object a line').conflicts('json'))
    .action(async (options: QuestionListOptions) => {
      const { runQuestions } = await import('../commands/questions.ts')
      done(await runQuestions(options))
    })

  withPolicy(withWorkspace(program.command('export')))
    .description('Write the record for others: generalised by default, each row with its claims and captures.')
    .addOption(new Option('--format <name>', 'what to write').choices(EXPORT_FORMATS).default('csv-incidents'))
    .option('-o, --output <path>', 'file or folder to write it to; else standard output')
    .option('--unreviewed', 'take along what the machine proposes and nobody has reviewed')
    .option('--full', 'exact places, quotes and names: not for publication')
    .option('--with-redacted', 'evidence bundle: also the pages and readings in which words were redacted')
    .option('--from <date>', 'only incidents on this day or later', parseDay)
    .option('--to <date>', 'only incidents on this day or earlier', parseDay)
    .option('--place <words>', 'only where the name of the place holds these words')
    .option('--country <code>', 'only in this country, by its two letters (ISO 3166)', parseCountry)
    .addOption(new Option('--status <name>', 'only incidents of this status').choices(LEAVING))
    .addOption(new Option('--grade <name>', 'only incidents of this grade').choices(GRADES))
    .addOption(new Option('--measure <name>', 'only incidents of which such a harm is claimed').choices(MEASURES))
    .option('--incident <id>', 'one incident, by the first characters of its id')
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('../commands/export.ts')
      done(await runExport(options))
    })
}

/** Adds `--policy` and `--json` to a command. */
function withRecordOptions(command: Command): Command {
  return withPolicy(command).addOption(new Option('--json', 'print JSON by the record contract'))
}
