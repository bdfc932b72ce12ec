import { type Command, Option } from 'commander'

import { inputOptions, inputPaths, type ReadingOptions, withReadingOptions } from '../commands/input-arguments.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseCount, parseMinutes } from './parse-values.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface NetworkOptions {
  readonly newest: number
  readonly allowPrivate?: boolean
  readonly contact?: string
}

export interface IngestCommandOptions extends ReadingOptions, WorkspaceOption, NetworkOptions {
  readonly as: 'auto' | 'page' | 'feed' | 'sitemap'
  readonly collector?: string
  /** False with `--no-incidents`. */
  readonly incidents: boolean
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface WatchCommandOptions extends WorkspaceOption, NetworkOptions {
  readonly collector?: string
  readonly every: number
  readonly once?: boolean
}

const INGEST_EXAMPLES = `
Examples:
  cairn ingest reports/ archive.warc.gz         files and directories, web archives
  cairn ingest reports.jsonl --json             with a report of the run for scripts
  cairn ingest https://outlet.example/feed.xml  a page, or every article of a feed or sitemap

Going to the network tells the servers your address. Nothing is fetched unless a URL is named.
Exit codes: 0 all taken in, 2 wrong usage, 3 some input could not be taken in or read, 130 interrupted; run it again to go on.`

const WATCH_EXAMPLES = `
Examples:
  cairn watch https://outlet.example/feed.xml https://outlet.example/news-sitemap.xml
  cairn watch --once                            one round over everything watched so far

Feeds and sitemaps named once are remembered in the workspace. Ctrl-C ends it; nothing acknowledged is lost.`

const DEFAULT_NEWEST = 200
const DEFAULT_EVERY_MINUTES = 15

/** `cairn init`, `cairn ingest` and `cairn watch`: how evidence comes in. */
export function addIngestCommands(program: Command, done: (code: ExitCode) => void): void {
  withWorkspace(program.command('init'))
    .description('Make a workspace: the record, the archive, the custody log and its signing key.')
    .action(async (options: WorkspaceOption) => {
      const { runInit } = await import('../commands/init.ts')
      done(await runInit(options))
    })

  const ingest = withWorkspace(program.command('ingest'))
    .description('Take documents into the workspace: archived, hashed, logged, read. Makes the workspace when needed.')
    .argument('[sources...]', 'files, directories, WARC or WACZ files, URLs of pages, feeds or sitemaps, or -')
  withNetworkOptions(withReadingOptions(ingest))
    .addOption(
      new Option('--as <kind>', 'what the URLs are; auto looks at what comes back')
        .choices(['auto', 'page', 'feed', 'sitemap'])
        .default('auto'),
    )
    .option('--collector <name>', 'who collects; kept in the private folder of the workspace only')
    .option('--no-incidents', 'leave merging to the command that lists incidents next')
    .addOption(new Option('--json', 'print a report of the run as JSON').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print what is acknowledged as it is, one JSON object a line').conflicts('json'))
    .addHelpText('after', INGEST_EXAMPLES)
    .action(async (sources: string[], options: IngestCommandOptions, command: Command) => {
      const paths = sources.filter((source) => !isUrl(source))
      const urls = sources.filter(isUrl)
      const named = paths.length === 0 ? [] : inputPaths(paths, command)
      const inputs = inputOptions(options, [...named, ...urls], command)
      const { runIngest } = await import('../commands/ingest.ts')
      done(await runIngest({ paths: named, urls, inputs }, options))
    })

  const watch = withWorkspace(program.command('watch'))
    .description('Look at feeds and sitemaps again and again, and take in what is new.')
    .argument('[urls...]', 'feeds and sitemaps to watch from now on')
  withNetworkOptions(watch)
    .option('--every <minutes>', 'look at a source about so often', parseMinutes, DEFAULT_EVERY_MINUTES)
    .option('--once', 'one round over all of them, then end')
    .option('--collector <name>', 'who collects; kept in the private folder of the workspace only')
    .addHelpText('after', WATCH_EXAMPLES)
    .action(async (urls: string[], options: WatchCommandOptions, command: Command) => {
      const wrong = urls.find((url) => !URL.canParse(url))
      if (wrong !== undefined)
        command.error(`error: ${wrong} is not a URL. Write it in full, such as https://outlet.example/feed.xml.`)
      const { runWatch } = await import('../commands/watch.ts')
      done(await runWatch(urls, options))
    })
}

function withNetworkOptions(command: Command): Command {
  return command
    .option('--newest <n>', 'of a feed or sitemap take at most so many articles', parseCount, DEFAULT_NEWEST)
    .option('--contact <url>', 'how the owner of a site can reach you: sent with every request')
    .option('--allow-private', 'also fetch from private and loopback addresses (for tests)')
}

function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(source)
}
