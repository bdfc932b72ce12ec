import { type Command, Option } from 'commander'

import type { Policy } from '../../model/incident.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseCount, parseDay } from './parse-values.ts'
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
  readonly reports: number
  readonly limit: number
}

export interface ExportOptions extends RecordOptions {
  readonly format: 'csv-incidents' | 'csv-figures' | 'csv-claims' | 'geojson' | 'acled' | 'ucdp'
  readonly output?: string
  readonly unreviewed?: boolean
  readonly full?: boolean
}

const EXPORT_FORMATS: readonly ExportOptions['format'][] = [
  'csv-incidents',
  'csv-figures',
  'csv-claims',
  'geojson',
  'acled',
  'ucdp',
]
const POLICIES: readonly Policy[] = ['cairn', 'acled', 'airwars', 'ucdp']
const DEFAULT_LIMIT = 50

const EXAMPLES = `
Examples:
  cairn incidents --reports 2                   incidents that two or more documents tell of
  cairn incidents --place Kramatorsk --jsonl
  cairn show inc-51f2                           one of them: who says what, what changed, which texts are copies

The machine proposes: nothing here was confirmed by anybody. Numbers are what was claimed, at least; not the toll.`

/** `cairn incidents`, `cairn show` and `cairn export`: the record. */
export function addRecordCommands(program: Command, done: (code: ExitCode) => void): void {
  withRecordOptions(withWorkspace(program.command('incidents')))
    .description('List the incidents that the documents of the workspace tell of, with what is claimed of each.')
    .option('--from <date>', 'only incidents on this day or later', parseDay)
    .option('--to <date>', 'only incidents on this day or earlier', parseDay)
    .option('--place <words>', 'only where the name of the place holds these words')
    .option('--reports <n>', 'only incidents that at least so many documents tell of', parseCount, 1)
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
    .action(async (id: string, options: RecordOptions) => {
      const { runShow } = await import('../commands/show.ts')
      done(await runShow(id, options))
    })

  withPolicy(withWorkspace(program.command('export')))
    .description('Write the record for others: generalised by default, each row with its claims and captures.')
    .addOption(new Option('--format <name>', 'what to write').choices(EXPORT_FORMATS).default('csv-incidents'))
    .option('-o, --output <file>', 'where to write it; else standard output')
    .option('--unreviewed', 'take along what the machine proposes and nobody has reviewed')
    .option('--full', 'exact places, quotes and names: not for publication')
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('../commands/export.ts')
      done(await runExport(options))
    })
}

/** Adds `--policy` to a command. */
export function withPolicy(command: Command): Command {
  return command.addOption(
    new Option('--policy <name>', 'rule by which one number is chosen where several are claimed')
      .choices(POLICIES)
      .default('cairn'),
  )
}

function withRecordOptions(command: Command): Command {
  return withPolicy(command).addOption(new Option('--json', 'print JSON by the record contract'))
}
