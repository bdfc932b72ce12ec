import { fstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'

import type { InputOptions } from '../../adapters/inputs/input.ts'
import { isUnreadable } from '../../adapters/workers/read-task.ts'
import { startReader } from '../../adapters/workers/start-reader.ts'
import { PRODUCER } from '../../pipeline.ts'
import { ingest } from '../../workspace/ingest/ingest.ts'
import type { IngestObserver } from '../../workspace/ingest/observe.ts'
import type { Sourced } from '../../workspace/ingest/source-item.ts'
import { startTally, type Tally } from '../../workspace/ingest/tally.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { initWorkspace, openWorkspace } from '../../workspace/open-workspace.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import { fromPaths } from '../../workspace/sources/from-paths.ts'
import { fromUrls } from '../../workspace/sources/from-urls.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { IngestCommandOptions } from '../program/add-ingest-commands.ts'
import { describeLanguage } from '../terminal/describe-claim.ts'
import { DEFAULT_MAX_BYTES, DEFAULT_TIME_LIMIT_SECONDS } from './input-arguments.ts'
import { startIngestProgress, type IngestProgress } from './ingest-progress.ts'
import { startFetcherOf } from './network.ts'
import { bringUpToDate } from './open-record.ts'

export interface IngestRequest {
  readonly paths: readonly string[]
  readonly urls: readonly string[]
  readonly inputs: InputOptions
}

/** `cairn ingest`: takes everything named into the workspace and reads it. */
export async function runIngest(request: IngestRequest, options: IngestCommandOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  if (request.paths.length === 0 && request.urls.length === 0 && isInputWaiting())
    process.stderr.write('cairn: standard input is not read unless it is named: cairn ingest -\n')
  if (await initWorkspace(folder)) process.stderr.write(`cairn: made the workspace ${folder}\n`)
  const workspace = await openWorkspace(folder, { access: 'write', collector: options.collector ?? null })
  try {
    await tellOtherProducer(workspace)
    const onEvent = options.jsonl === true ? writeEvent : null
    const tally = await ingestInto(workspace, sourcesOf(workspace, request, options), options, onEvent)
    if (options.incidents) await bringUpToDate(workspace)
    const report = tally.report()
    if (options.jsonl === true) writeEvent({ event: 'done', ...report })
    else if (options.json === true) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else process.stdout.write(`${summarise(report)}\n`)
    return report.problems.length > 0 ? EXIT.partial : EXIT.ok
  } finally {
    await workspace.close()
  }
}

/** Whether something may be piped in. */
function isInputWaiting(): boolean {
  try {
    const input = fstatSync(0)
    return input.isFIFO() || input.isSocket() || (input.isFile() && input.size > 0)
  } catch {
    return false
  }
}

/** Tells when the readings that are listed are those of another version, so that nobody misses what comes in now. */
export async function tellOtherProducer({ store }: Workspace): Promise<void> {
  const listed = await store.setting(PRODUCER_SETTING)
  const own = producerName(PRODUCER)
  if (listed === null || listed === own) return
  process.stderr.write(
    `cairn: the readings listed are by ${listed}; this Cairn reads as ${own}, all captures again and what is new. "cairn reread" shows what changes and lists its readings; until then new documents are not listed.\n`,
  )
}

export interface IngestLimits {
  readonly workers: number
  /** Seconds. */
  readonly timeLimit: number
  readonly maxBytes: number
}

/** What commands without these options work with. */
export const DEFAULT_LIMITS: IngestLimits = {
  workers: availableParallelism(),
  timeLimit: DEFAULT_TIME_LIMIT_SECONDS,
  maxBytes: DEFAULT_MAX_BYTES,
}

/** What happened, in a line of `--jsonl`: written once it is acknowledged. */
type Event = Readonly<Record<string, unknown>> & { readonly event: string }

function writeEvent(event: Event): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

/** Ingests with progress and messages on standard error. */
export async function ingestInto(
  workspace: Workspace,
  sources: AsyncIterable<Sourced>,
  { workers, timeLimit, maxBytes }: IngestLimits,
  onEvent: ((event: Event) => void) | null = null,
): Promise<Tally> {
  const tally = startTally(() => performance.now())
  const progress = startIngestProgress(process.stderr, tally)
  // Runs before the handler that ends the program.
  const onInterrupt = (): void => {
    progress.clear()
    process.stderr.write('cairn: interrupted. What was acknowledged is kept; run it again to go on.\n')
  }
  process.prependOnceListener('SIGINT', onInterrupt)
  const reader = startReader({ workers: Math.max(1, workers), timeLimitMs: timeLimit * 1000 })
  try {
    const observer = observeAll(tally, progress, onEvent)
    await ingest(workspace, sources, { reader, producer: producerName(PRODUCER), workers, maxBytes }, observer)
  } finally {
    process.off('SIGINT', onInterrupt)
    progress.clear()
    await reader.close()
  }
  return tally
}

/** Reads what the workspace holds and this version has not read. */
export function readBacklog(workspace: Workspace): Promise<Tally> {
  return ingestInto(workspace, noSources(), DEFAULT_LIMITS)
}

async function* noSources(): AsyncGenerator<never> {}

function observeAll(tally: Tally, progress: IngestProgress, onEvent: ((event: Event) => void) | null): IngestObserver {
  return {
    captured(label, captureId, isNew) {
      tally.captured(label, captureId, isNew)
      onEvent?.({ event: 'captured', captureId, source: label, isNew })
      progress.show()
    },
    resumed(label, captureId) {
      tally.resumed(label, captureId)
      progress.show()
    },
    read(label, captureId, outcome) {
      tally.read(label, captureId, outcome)
      onEvent?.({ event: 'read', captureId, source: label, claims: isUnreadable(outcome) ? null : outcome.claims })
      if (isUnreadable(outcome))
        progress.tell(label, `${outcome.reason}: ${outcome.message} It is kept in the archive.`)
      else if (outcome.coverage === 'not-covered')
        progress.tell(
          label,
          `written in ${describeLanguage(outcome.language)}, which is not covered: kept, but nothing was read from it.`,
        )
      else progress.show()
    },
    note(label, message, isFault) {
      tally.note(label, message, isFault)
      if (isFault) onEvent?.({ event: 'problem', source: label, message })
      progress.tell(label, message)
    },
  }
}

async function* sourcesOf(
  workspace: Workspace,
  { paths, urls, inputs }: IngestRequest,
  options: IngestCommandOptions,
): AsyncGenerator<Sourced> {
  if (paths.length > 0) yield* fromPaths(workspace, paths, inputs, process.stdin)
  if (urls.length === 0) return
  const fetcher = startFetcherOf(options)
  try {
    yield* fromUrls(urls, { fetcher, store: workspace.store, as: options.as, newest: options.newest, said: inputs })
  } finally {
    await fetcher.close()
  }
}

function summarise(report: ReturnType<Tally['report']>): string {
  const { captured, known, resumed, read, notCovered, unreadable, claims, seconds, problems } = report
  const count = (n: number, one: string, many = `${one}s`): string =>
    `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
  const parts = [
    `${count(captured, 'new capture')}${known > 0 ? `, ${count(known, 'was', 'were')} there already` : ''}`,
    ...(resumed > 0 ? [`${count(resumed, 'capture')} of an unfinished run taken up again`] : []),
    `${count(read, 'document')} read, ${count(claims, 'claim')}`,
    ...(notCovered > 0 ? [`${count(notCovered, 'document')} in a language that is not covered`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, 'capture')} kept but not readable`] : []),
    ...(problems.length > 0 ? [`${count(problems.length, 'problem')} listed above`] : []),
    `${seconds.toFixed(1)} s`,
  ]
  return `${parts.join('; ')}.`
}
