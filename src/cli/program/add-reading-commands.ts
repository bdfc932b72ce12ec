import { type Command, Option } from 'commander'

import { inputOptions, inputPaths, type ReadingOptions, withReadingOptions } from '../commands/input-arguments.ts'
import type { ReadRequest } from '../commands/read-documents.ts'
import type { ExitCode } from '../exit-codes.ts'

interface ReadOptions extends ReadingOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
}

interface ExplainOptions extends ReadingOptions {
  readonly json?: boolean
}

const READ_EXAMPLES = `
Examples:
  cairn read report.txt                         a reading for people
  cairn read pages/ --jsonl > readings.jsonl    every file of a directory, one reading a line
  curl -s URL | cairn read - --input-format html --url URL
  cairn read reports.jsonl --json               lines {"id","title"?,"text"|"html","published"?,"url"?,"outlet"?}

Exit codes: 0 all read, 2 wrong usage, 3 some input could not be read, 130 interrupted.`

const EXPLAIN_EXAMPLES = `
Examples:
  cairn explain F1 report.txt                   the first figure of a report
  cairn explain c-9fda21b0 reports/             by the first characters of its id, in a directory

Exit codes: as read; 4 when no such claim is found.`

/** `cairn read` and `cairn explain`: what needs no workspace. */
export function addReadingCommands(program: Command, done: (code: ExitCode) => void): void {
  withReadingOptions(
    program
      .command('read')
      .description('Read documents and print who claims which figures, events and statements.')
      .argument('[files...]', 'files, directories (read in full), or - for standard input'),
  )
    .addOption(new Option('--json', 'print all readings as one JSON array').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print each reading as JSON on a line of its own').conflicts('json'))
    .addHelpText('after', READ_EXAMPLES)
    .action(async (files: string[], options: ReadOptions, command: Command) => {
      const request = requestOf(files, options, command)
      const { runRead } = await import('../commands/read.ts')
      done(await runRead(request, options.json === true ? 'json' : options.jsonl === true ? 'jsonl' : 'text'))
    })

  withReadingOptions(
    program
      .command('explain')
      .description('Show for one claim its exact words, who says so, and every rule that led to it.')
      .argument('<claim>', 'its name in the reading (F1, E2, S3) or the first characters of its id')
      .argument('[files...]', 'the documents to look in, as for read'),
  )
    .option('--json', 'print the claims found as a JSON array')
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action(async (claim: string, files: string[], options: ExplainOptions, command: Command) => {
      const request = requestOf(files, options, command)
      const { runExplain } = await import('../commands/explain.ts')
      done(await runExplain(claim, request, options.json === true))
    })
}

function requestOf(files: readonly string[], options: ReadingOptions, command: Command): ReadRequest {
  const paths = inputPaths(files, command)
  const inputs = inputOptions(options, paths, command)
  return { paths, inputs, timeLimitMs: options.timeLimit * 1000, workers: options.workers }
}
