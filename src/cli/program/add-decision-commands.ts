import { type Command, InvalidArgumentError, Option } from 'commander'

import { ACLED_SUB_EVENTS, GROUPS, MEASURES, SCOPES, STANCES } from '../../model/claim.ts'
import type { Group, Measure, Scope, Stance } from '../../model/claim.ts'
import type { AcledSubEvent } from '../../model/claim.ts'
import type { Grade, IncidentStatus, Policy } from '../../model/incident.ts'
import type { DecisionRequest } from '../../workspace/decisions/plan-act.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseCount, parseDate, parseDay } from './parse-values.ts'
import { withPolicy } from './policy-option.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface DecideOptions extends WorkspaceOption {
  readonly reason: string
  readonly actor?: string
  readonly json?: boolean
}

interface CorrectOptions extends DecideOptions {
  readonly low?: number | null
  readonly high?: number | null
  readonly who?: readonly Group[]
  readonly measure?: Measure
  readonly scope?: Scope
  readonly claimant?: string
  readonly stance?: Stance
  readonly subEvent?: AcledSubEvent
}

interface SplitOptions extends DecideOptions {
  readonly part: readonly (readonly string[])[]
}

export interface DecisionListOptions extends WorkspaceOption {
  readonly incident?: string
  readonly claim?: string
  readonly conflicts?: boolean
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface HistoryOptions extends WorkspaceOption {
  readonly field?: string
  readonly since?: string
  readonly policy: Policy
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface AsOfOptions extends WorkspaceOption {
  readonly policy: Policy
  readonly limit: number
  readonly json?: boolean
  readonly jsonl?: boolean
}

const DEFAULT_LIMIT = 50
const GRADES: readonly Grade[] = ['confirmed', 'fair', 'weak', 'contested', 'discounted']
const STATUSES: readonly IncidentStatus[] = ['machine', 'in_review', 'reviewed', 'finalised', 'rejected']

const EXAMPLES = `
Examples:
  cairn decide reject c-9fda21b0 --reason "counts another attack"
  cairn decide correct c-9fda21b0 --low 5 --high 8 --reason "the report says five to eight"
  cairn decide merge inc-51f2 inc-9c03 --reason "one strike, two spellings of the town"
  cairn decide split inc-51f2 --part cap-77aa,cap-81bc --reason "these tell of the next day"
  cairn decide status inc-51f2 reviewed --reason "read all nine reports"
  cairn decide undo dec-77aa --reason "the report was right"

Nothing is deleted: what is decided is added, with who and why, and another decision undoes it.
Exit codes: 0 decided, 2 wrong usage, not allowed, or an id that fits several, 4 no such claim, incident or decision.`

/** `cairn decide` and `cairn decisions`: what a person does to the record; `cairn history` and `cairn as-of`: how it came to be. */
export function addDecisionCommands(program: Command, done: (code: ExitCode) => void): void {
  addDecide(program, done)

  withWorkspace(program.command('decisions'))
    .description('List what people decided, whether it is in force, and whether it still holds on to something.')
    .option('--incident <id>', 'only about this incident and its claims')
    .option('--claim <id>', 'only about this claim')
    .option('--conflicts', 'only what holds on to nothing any more after a new reading, or to something else')
    .addOption(new Option('--json', 'print one JSON array').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object a line').conflicts('json'))
    .action(async (options: DecisionListOptions) => {
      const { runDecisions } = await import('../commands/decisions.ts')
      done(await runDecisions(options))
    })

  withPolicy(withWorkspace(program.command('history')))
    .description('Show every change of what is published about an incident, with the words or the decision behind it.')
    .argument('<incident>', 'its id, or the first characters of it')
    .option('--field <words>', 'only values whose name holds these words, such as "killed people"')
    .option('--since <date>', 'only what became known on this day or later', parseDay)
    .addOption(new Option('--json', 'print one JSON array').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object a line').conflicts('json'))
    .action(async (incident: string, options: HistoryOptions) => {
      const { runHistory } = await import('../commands/history.ts')
      done(await runHistory(incident, options))
    })

  withPolicy(withWorkspace(program.command('as-of')))
    .description('Show the record as it could be known at a time: of what was received and decided until then.')
    .argument('<date>', 'a day, its end included, or a moment, like 2022-05-24T10:00:00Z', parseDate)
    .argument('[incident]', 'only this incident: its id, or the first characters of it')
    .option('--limit <n>', 'list at most so many; 0 lists all', parseCount, DEFAULT_LIMIT)
    .addOption(new Option('--json', 'print JSON by the record contract').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object a line').conflicts('json'))
    .action(async (date: string, incident: string | undefined, options: AsOfOptions) => {
      const { runAsOf } = await import('../commands/as-of.ts')
      done(await runAsOf(date, incident, options))
    })
}

function addDecide(program: Command, done: (code: ExitCode) => void): void {
  const decide = program
    .command('decide')
    .description('Decide about the record: accept, reject, correct, redact, merge, split, grade, status, note, undo.')
    .addHelpText('after', EXAMPLES)
  const run = async (request: DecisionRequest, options: DecideOptions, command: Command): Promise<void> => {
    if (options.reason.trim() === '') command.error('error: --reason must say why.')
    const { runDecide } = await import('../commands/decide.ts')
    done(await runDecide(request, options))
  }

  for (const [action, description] of [
    ['accept', 'Take a claim as read rightly; takes a rejection back.'],
    ['reject', 'Count a claim no longer: misread, or about something else.'],
    ['redact', 'Hide the words of a claim wherever the record quotes them; its numbers stay.'],
  ] as const)
    act(decide, action, description)
      .argument('<claim>', 'its id, or the first characters of it')
      .action((claim: string, options: DecideOptions, command: Command) => run({ action, claim }, options, command))

  addCorrect(decide, run)

  act(decide, 'merge', 'Put incidents together: they are one. Reports that come later follow.')
    .argument('<incidents...>', 'ids of two or more, or their first characters')
    .action((incidents: string[], options: DecideOptions, command: Command) =>
      run({ action: 'merge', incidents }, options, command),
    )

  act(decide, 'split', 'Take reports out of an incident: each part is an incident of its own, and so is the rest.')
    .argument('<incident>', 'its id, or the first characters of it')
    .requiredOption(
      '--part <ids>',
      'captures, documents or reports of one part, with commas; again for each part',
      parsePart,
      [],
    )
    .action((incident: string, options: SplitOptions, command: Command) =>
      run({ action: 'split', incident, parts: options.part }, options, command),
    )

  act(decide, 'grade', 'Set how well an incident is attested; stands until a person changes it.')
    .argument('<incident>', 'its id, or the first characters of it')
    .argument('<grade>', GRADES.join(', '), oneOf(GRADES))
    .action((incident: string, grade: Grade, options: DecideOptions, command: Command) =>
      run({ action: 'set-grade', incident, grade }, options, command),
    )

  act(decide, 'status', 'Set how far the review of an incident is; only a person finalises.')
    .argument('<incident>', 'its id, or the first characters of it')
    .argument('<status>', STATUSES.join(', '), oneOf(STATUSES))
    .action((incident: string, status: IncidentStatus, options: DecideOptions, command: Command) =>
      run({ action: 'set-status', incident, status }, options, command),
    )

  act(decide, 'note', 'Write a note on a claim or an incident; it stays in the workspace.')
    .argument('<target>', 'id of the claim or the incident, or the first characters of it')
    .argument('<text>', 'the note')
    .action((target: string, text: string, options: DecideOptions, command: Command) =>
      run({ action: 'note', target, text }, options, command),
    )

  act(decide, 'undo', 'Undo a decision; undoing that puts it back in force.')
    .argument('<decision>', 'its id, or the first characters of it')
    .action((decision: string, options: DecideOptions, command: Command) =>
      run({ action: 'undo', decision }, options, command),
    )
}

type Run = (request: DecisionRequest, options: DecideOptions, command: Command) => Promise<void>

function addCorrect(decide: Command, run: Run): void {
  act(decide, 'correct', 'Put right what was read in a claim: only what is given changes, and never its words.')
    .argument('<claim>', 'its id, or the first characters of it')
    .option('--low <n>', 'lower bound; "open" where there is none', parseBound)
    .option('--high <n>', 'upper bound; "open" where there is none', parseBound)
    .option('--who <groups>', 'whom it counts, with commas', parseGroups)
    .addOption(new Option('--measure <measure>', 'which harm').choices(MEASURES))
    .addOption(new Option('--scope <scope>', 'of what it is the count').choices(SCOPES))
    .option('--claimant <name>', 'who says so')
    .addOption(new Option('--stance <stance>', 'how it is put forward').choices(STANCES))
    .addOption(
      new Option('--sub-event <type>', 'ACLED sub-event type of an event').choices(Object.keys(ACLED_SUB_EVENTS)),
    )
    .action((claim: string, options: CorrectOptions, command: Command) => {
      const { low, high, who, measure, scope, claimant, stance, subEvent } = options
      const hasBound = low !== undefined || high !== undefined
      const given = { low, high, who, measure, scope, ...(hasBound ? { vague: null } : {}) }
      const figure = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const others = Object.fromEntries(
        Object.entries({ claimant, stance, subEvent }).filter(([, value]) => value !== undefined),
      )
      const correction = { ...(Object.keys(figure).length > 0 ? { figure } : {}), ...others }
      return run({ action: 'correct', claim, correction }, options, command)
    })
}

function act(decide: Command, name: string, description: string): Command {
  return withWorkspace(decide.command(name))
    .description(description)
    .requiredOption('--reason <text>', 'why; kept with the decision')
    .option('--actor <name>', 'who decides; else the variable CAIRN_ACTOR, else your user name')
    .option('--json', 'print the decision and what it changed as JSON')
}

function oneOf<T extends string>(allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((one) => one === value)
    if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${allowed.join(', ')}.`)
    return found
  }
}

function parseBound(value: string): number | null {
  if (value === 'open') return null
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more, or "open".')
  return Number(value)
}

function parseGroups(value: string): readonly Group[] {
  return value.split(',').map((one) => oneOf(GROUPS)(one.trim()))
}

function parsePart(value: string, parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const names = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (names.length === 0) throw new InvalidArgumentError('Name at least one capture, document or report.')
  return [...parts, names]
}
