import { Command } from 'commander'

import { EXIT, type ExitCode } from './exit-codes.ts'
import { addDecisionCommands } from './program/add-decision-commands.ts'
import { addDigestCommand } from './program/add-digest-command.ts'
import { addEvidenceCommands } from './program/add-evidence-commands.ts'
import { addIngestCommands } from './program/add-ingest-commands.ts'
import { addLookupCommands } from './program/add-lookup-commands.ts'
import { addReadingCommands } from './program/add-reading-commands.ts'
import { addImportCommand } from './program/add-import-command.ts'
import { addRecordCommands } from './program/add-record-commands.ts'
import { addUpkeepCommands } from './program/add-upkeep-commands.ts'

/**
 * The command line as a definition: every command, argument, option and help text.
 *
 * @param done  takes the exit code of the command that ran
 */
export function buildProgram(version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('cairn')
    .description('Reads war reporting and keeps the record of what was claimed, and by whom.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('Run it with --help to see how it is used.')
    .exitOverride()

  addReadingCommands(program, done)
  addIngestCommands(program, done)
  addLookupCommands(program, done)
  addRecordCommands(program, done)
  addDecisionCommands(program, done)
  addImportCommand(program, done)
  addDigestCommand(program, done)
  addEvidenceCommands(program, done)
  addUpkeepCommands(program, done)
  return program
}

/** The exit code for what commander ended the program with: help and version are fine, all else is wrong usage. */
export function usageExitCode(commanderExitCode: number): ExitCode {
  return commanderExitCode === 0 ? EXIT.ok : EXIT.usage
}
