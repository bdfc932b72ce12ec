import { availableParallelism } from 'node:os'
import { statSync } from 'node:fs'

import { Command, Option } from 'commander'

import type { InputOptions } from '../../adapters/inputs/input.ts'
import { parseBytes, parseCount, parseDate, parseSeconds } from '../program/parse-values.ts'

/** The options that every command that reads documents shares, as commander gives them. */
export interface ReadingOptions {
  readonly inputFormat: InputOptions['format']
  readonly published?: string
  readonly title?: string
  readonly url?: string
  readonly outlet?: string
  readonly maxBytes: number
  readonly timeLimit: number
  readonly workers: number
}

const FORMATS = ['auto', 'text', 'html', 'jsonl', 'warc'] as const
export const DEFAULT_MAX_BYTES = 10_000_000
export const DEFAULT_TIME_LIMIT_SECONDS = 30

/** Adds the options to a command. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--input-format <format>', 'what the inputs are; auto looks at name and content')
        .choices(FORMATS)
        .default('auto'),
    )
    .option('--published <date>', 'publication date, for documents that do not give their own', parseDate)
    .option('--title <title>', 'headline; only with a single document')
    .option('--url <url>', 'where the document was published; only with a single document')
    .option('--outlet <name>', 'who published, for documents that do not give their own')
    .option('--max-bytes <n>', 'refuse a larger document', parseBytes, DEFAULT_MAX_BYTES)
    .option('--time-limit <seconds>', 'give up a document that takes longer', parseSeconds, DEFAULT_TIME_LIMIT_SECONDS)
    .addOption(
      new Option('--workers <n>', 'reader threads; 0 reads in one thread without a time limit')
        .argParser(parseCount)
        .default(availableParallelism(), 'one for each core'),
    )
}

/** The options as the inputs take them; the command's usage error where they contradict each other. */
export function inputOptions(options: ReadingOptions, paths: readonly string[], command: Command): InputOptions {
  const { inputFormat, published = null, title = null, url = null, outlet = null, maxBytes } = options
  const single = title !== null ? '--title' : url !== null ? '--url' : null
  if (single !== null && (paths.length > 1 || inputFormat === 'jsonl' || paths.some(isDirectory)))
    command.error(
      `error: ${single} describes one document, but several are named. Give the fields in JSONL lines: {"id","title","text","url"}.`,
    )
  return { format: inputFormat, published, title, url, outlet, maxBytes }
}

/** The inputs named, or standard input where something is piped in; else a usage error. */
export function inputPaths(files: readonly string[], command: Command): readonly string[] {
  if (files.filter((path) => path === '-').length > 1)
    command.error('error: "-" (standard input) is named twice; it can be read once.')
  if (files.length > 0) return files
  if (!process.stdin.isTTY) return ['-']
  return command.error(
    `error: nothing to read. Name files or directories, or pipe text in: cairn ${command.name()} --help`,
  )
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
