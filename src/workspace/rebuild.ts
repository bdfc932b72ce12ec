import type { Reader } from '../adapters/workers/start-reader.ts'
import { isUnreadable, type ReadOutcome } from '../adapters/workers/read-task.ts'
import { readInOrder } from '../adapters/workers/read-in-order.ts'
import type { ArchivedItem } from '../model/archived.ts'
import type { DecisionEntry } from '../model/custody.ts'
import type { RecordStore, StoredCapture } from '../ports/record-store.ts'
import { noteAllEnds } from './clear-tails.ts'
import { findLogged } from './decisions/find-logged.ts'
import { inBatches } from './in-batches.ts'
import { toStored } from './commit.ts'
import { toStoredReading } from './keep-readings.ts'
import { toReadTask } from './working-copy.ts'
import { PRODUCER_SETTING, REBUILT_SETTING } from './settings.ts'
import type { Workspace } from './workspace.ts'

export interface RebuildOptions {
  readonly reader: Reader
  readonly producer: string
  readonly workers: number
  readonly maxBytes: number
}

/** What a rebuild came to. */
export interface Rebuilt {
  readonly captures: number
  /** Readings that came out as they were logged. */
  readonly readings: number
  /** Captures whose reading differs from the logged one, or was never logged by this extractor: left to the next ingest. */
  readonly unlike: number
  readonly decisions: number
  /** Captures that the archive cannot give, and decisions that are not in their file, with what is wrong. */
  readonly lost: readonly string[]
}

const BATCH = { items: 50, bytes: 16_000_000, waitMs: 300 }
const WINDOW_BYTES = 32_000_000

interface Logged {
  readonly sha256: string
  readonly at: string
}

/**
 * Fills an empty store from the archive, the file of decisions and the custody log alone: every capture from its archived bytes, every reading by
 * reading them again, kept where it is to the byte what the log says it was.
 *
 * @param store  the empty store; the workspace's own store is not touched
 */
export async function rebuild(
  workspace: Pick<Workspace, 'archive' | 'custody' | 'decisions'>,
  store: RecordStore,
  options: RebuildOptions,
  onProgress: (captures: number) => void,
): Promise<Rebuilt> {
  const { archive, custody } = workspace
  const { reader, producer, workers, maxBytes } = options
  const lost: string[] = []
  const logged = new Map<string, Logged>()
  let captures = 0
  let readings = 0
  let unlike = 0
  const decided: (readonly [number, DecisionEntry])[] = []

  // What other processes add from now on is taken over with their next commit.
  const head = await custody.head()
  for await (const [index, entry] of custody.entries()) {
    if (index >= head.size) break
    if (entry.kind === 'reading' && entry.producer === producer)
      logged.set(entry.captureId, { sha256: entry.sha256, at: entry.at })
    if (entry.kind === 'decision') decided.push([index, entry])
  }
  async function* archived(): AsyncGenerator<{ readonly item: ArchivedItem; readonly stored: StoredCapture }> {
    for await (const [index, entry] of custody.entries()) {
      if (index >= head.size) break
      if (entry.kind !== 'capture') continue
      const item = await archive.read(entry.location)
      if ('reason' in item) lost.push(`${entry.captureId} (${entry.resource}): ${item.message}`)
      else yield { item, stored: toStored(item, entry.captureId, entry.location, index) }
    }
  }
  async function* kept() {
    for await (const batch of inBatches(archived(), ({ stored }) => stored.size, BATCH)) {
      await store.write((writer) => writer.addCaptures(batch.map(({ stored }) => stored)))
      captures += batch.length
      onProgress(captures)
      yield* batch
    }
  }
  const read = async ({ item }: { readonly item: ArchivedItem }): Promise<ReadOutcome> => {
    const task = await toReadTask(item, maxBytes)
    return isUnreadable(task) ? task : reader.read(task)
  }
  const window = { items: 50 * Math.max(1, workers), bytes: WINDOW_BYTES }
  const outcomes = readInOrder(kept(), read, ({ stored }) => stored.size, window)
  for await (const batch of inBatches(outcomes, () => 1, BATCH)) {
    const same = batch.flatMap(([{ stored }, outcome]) => {
      const was = logged.get(stored.id)
      if (was === undefined) return []
      const reading = toStoredReading({ captureId: stored.id, outcome }, producer, was.at)
      return reading.sha256 === was.sha256 ? [reading] : []
    })
    unlike += batch.length - same.length
    readings += same.length
    await store.write((writer) => writer.addReadings(same))
  }
  const decisions = await findLogged(workspace.decisions, decided)
  lost.push(...decisions.lost)
  await store.write(async (writer) => {
    await writer.addDecisions(decisions.found)
    await writer.setCustodyHead(head)
    await noteAllEnds(writer, custody)
    await writer.setSetting(PRODUCER_SETTING, producer)
    await writer.setSetting(REBUILT_SETTING, producer)
  })
  return { captures, readings, unlike, decisions: decisions.found.length, lost }
}
