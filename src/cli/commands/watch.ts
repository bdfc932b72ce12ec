import { setTimeout as sleep } from 'node:timers/promises'

import type { DiscoveredEntry } from '../../adapters/discover/discovery.ts'
import type { Fetcher } from '../../ports/fetcher.ts'
import { captureItems } from '../../workspace/capture-items.ts'
import { commit } from '../../workspace/commit.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { RecordPace } from '../../workspace/incidents/record-pace.ts'
import { initWorkspace, openWorkspace } from '../../workspace/open-workspace.ts'
import { receiveFetched } from '../../workspace/sources/from-fetched.ts'
import type { ArticleOutcome } from '../../workspace/watch/look-at-source.ts'
import { DEFAULT_PACE, type WatchPace } from '../../workspace/watch/plan-watch.ts'
import { runRound } from '../../workspace/watch/run-round.ts'
import { parseWatchState, watchSource, type WatchState } from '../../workspace/watch/watch-state.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WatchCommandOptions } from '../program/add-ingest-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { readBacklog, tellOtherProducer } from './ingest.ts'
import { startFetcherOf } from './network.ts'
import { bringUpToDate } from './open-record.ts'

const STATE_SETTING = 'watch'
const MINUTE_MS = 60_000
/** Faults after which the same article may be had another time. */
const PASSING: ReadonlySet<string> = new Set(['network', 'timeout', 'http-status', 'robots'])
/** Statuses that will not change by asking again. */
const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410, 451])

/** `cairn watch`: rounds over feeds and sitemaps until it is ended. */
export async function runWatch(urls: readonly string[], options: WatchCommandOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  if (await initWorkspace(folder)) process.stderr.write(`cairn: made the workspace ${folder}\n`)
  const workspace = await openWorkspace(folder, { access: 'write', collector: options.collector ?? null })
  const fetcher = startFetcherOf(options)
  try {
    await tellOtherProducer(workspace)
    const pace = paceOf(options.every)
    const now = workspace.clock.now()
    let state = parseWatchState(await workspace.store.setting(STATE_SETTING))
    for (const url of urls) state = watchSource(state, new URL(url).href, pace.firstMs, now)
    if (state.sources.length === 0) {
      process.stderr.write(
        'cairn: nothing is watched yet. Name feeds or sitemaps: cairn watch https://outlet.example/feed.xml\n',
      )
      return EXIT.usage
    }
    // What is due later is due now when a person asks for one round.
    if (options.once === true)
      state = { ...state, sources: state.sources.map((one) => ({ ...one, dueAt: now.toISOString() })) }
    const records = new RecordPace()
    for (;;) {
      const {
        state: after,
        faults,
        nextDueAt,
      } = await watchOnce(workspace, fetcher, state, { pace, newest: options.newest, records })
      state = after
      if (options.once === true) return faults > 0 ? EXIT.partial : EXIT.ok
      const due = nextDueAt === null ? pace.firstMs : Date.parse(nextDueAt) - workspace.clock.now().getTime()
      await sleep(Math.min(Math.max(due, 1000), pace.maxMs))
    }
  } finally {
    await fetcher.close()
    await workspace.close()
  }
}

/** One round: looks at what is due, takes new articles into custody, reads them. */
async function watchOnce(
  workspace: Workspace,
  fetcher: Fetcher,
  state: WatchState,
  { pace, newest, records }: { readonly pace: WatchPace; readonly newest: number; readonly records: RecordPace },
) {
  const round = await runRound(
    state,
    { fetcher, clock: workspace.clock, chance: Math.random },
    {
      pace,
      newest,
      takeArticle: (entry) => takeArticle(workspace, fetcher, entry),
      keepState: (kept) => commit(workspace, ({ writer }) => writer.setSetting(STATE_SETTING, JSON.stringify(kept))),
      say: (line) => process.stdout.write(`${workspace.clock.now().toISOString().slice(0, 19)}Z ${cleanText(line)}\n`),
    },
  )
  const tally = await readBacklog(workspace)
  const { read, claims, unreadable } = tally.counts
  if (read + unreadable > 0) {
    const rest = unreadable > 0 ? `, ${unreadable} kept but not readable` : ''
    process.stdout.write(`${read} read, ${claims} claims${rest}\n`)
    await bringUpToDate(workspace, records)
  }
  return round
}

async function takeArticle(workspace: Workspace, fetcher: Fetcher, entry: DiscoveredEntry): Promise<ArticleOutcome> {
  if ((await workspace.store.latestCapture(entry.identity)) !== null) return { kind: 'taken' }
  const answer = await fetcher.fetch({ url: entry.url, validators: null })
  if (answer.kind === 'not-modified') return { kind: 'taken' }
  if (answer.kind === 'fault') {
    const isPassing = PASSING.has(answer.reason) && !(answer.status !== null && GONE.has(answer.status))
    return { kind: isPassing ? 'later' : 'refused', why: `${answer.reason}: ${answer.message}` }
  }
  const given = { sourceId: null, title: null, published: null, url: null, outlet: null }
  await captureItems(workspace, [receiveFetched(answer, entry.identity, entry.way, given)])
  return { kind: 'taken' }
}

function paceOf(everyMinutes: number): WatchPace {
  const firstMs = everyMinutes * MINUTE_MS
  return { firstMs, minMs: Math.min(firstMs, DEFAULT_PACE.minMs), maxMs: Math.max(firstMs, DEFAULT_PACE.maxMs) }
}
