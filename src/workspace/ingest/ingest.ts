import { labelUrl } from '../../adapters/fetch/label-url.ts'
import { isUnreadable, type ReadOutcome } from '../../adapters/workers/read-task.ts'
import type { Reader } from '../../adapters/workers/start-reader.ts'
import { readInOrder } from '../../adapters/workers/read-in-order.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import { captureItems } from '../capture-items.ts'
import { commit } from '../commit.ts'
import { inBatches } from '../in-batches.ts'
import { keepReadings } from '../keep-readings.ts'
import { readArchived } from '../read-archived.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import { toReadTask } from '../working-copy.ts'
import type { Workspace } from '../workspace.ts'
import type { IngestObserver } from './observe.ts'
import type { Sourced, SourceItem, SourceNote } from './source-item.ts'

export interface IngestOptions {
  readonly reader: Reader
  /** Name and version of the extractor behind `reader`. */
  readonly producer: string
  /** Threads of the reader. */
  readonly workers: number
  /** A document with more bytes, after content decoding, is not read. */
  readonly maxBytes: number
}

/** Documents a transaction (research/storage.md, "Rules"). */
const CAPTURE_BATCH = { items: 50, bytes: 16_000_000, waitMs: 300 }
const READING_BATCH = { items: 50, bytes: 8_000_000, waitMs: 300 }
/** Enough that the readers have work while a batch is kept. */
const WINDOW_PER_WORKER = 200
const WINDOW_BYTES = 32_000_000
/** Captures of an unfinished run that are looked up at a time. */
const BACKLOG_PAGE = 200

/** A capture waiting to be read. */
interface Waiting {
  readonly captureId: string
  readonly label: string
  readonly item: ReceivedItem
}

/**
 * Takes everything that the sources give into custody, and reads it.
 *
 * First comes what an earlier run captured and did not get to read. An item is acknowledged before it is read, a reading
 * once it is kept; a run that is killed at any moment loses nothing acknowledged, and the next run goes on where it stood.
 * What the workspace has already costs no second reading. Notes of the sources reach the observer in their place.
 */
export async function ingest(
  workspace: Workspace,
  sources: AsyncIterable<Sourced>,
  options: IngestOptions,
  observer: IngestObserver,
): Promise<void> {
  const { reader, producer, workers, maxBytes } = options
  if ((await workspace.store.setting(PRODUCER_SETTING)) === null)
    await commit(workspace, ({ writer }) => writer.setSetting(PRODUCER_SETTING, producer))
  const window = { items: WINDOW_PER_WORKER * Math.max(workers, 1), bytes: WINDOW_BYTES }
  const read = async ({ item }: Waiting): Promise<ReadOutcome> => {
    const task = await toReadTask(item, maxBytes)
    return isUnreadable(task) ? task : reader.read(task)
  }
  const waiting = waitingCaptures(workspace, sources, producer, observer)
  const readings = readInOrder(waiting, read, ({ item }) => item.payload.length, window)
  for await (const batch of inBatches(readings, ([, outcome]) => sizeOf(outcome), READING_BATCH)) {
    await keepReadings(
      workspace,
      producer,
      batch.map(([{ captureId }, outcome]) => ({ captureId, outcome })),
    )
    for (const [{ captureId, label }, outcome] of batch) observer.read(label, captureId, outcome)
  }
}

async function* waitingCaptures(
  workspace: Workspace,
  sources: AsyncIterable<Sourced>,
  producer: string,
  observer: IngestObserver,
): AsyncGenerator<Waiting> {
  yield* backlog(workspace, producer, observer)
  for await (const batch of inBatches(sources, sizeOfSourced, CAPTURE_BATCH)) {
    for (const note of batch.filter(isNote)) observer.note(note.label, note.message, note.isFault)
    const items = batch.filter(isItem)
    const bookmarks = items.flatMap(({ bookmark }) => (bookmark === null ? [] : [bookmark]))
    const captured = await captureItems(
      workspace,
      items.map(({ item }) => item),
      bookmarks,
    )
    for (const [i, { captureId, item, isNew }] of captured.entries()) {
      const label = items[i]?.label ?? labelUrlOrName(item.resource)
      observer.captured(label, captureId, isNew)
      if (isNew) yield { captureId, label, item }
    }
  }
}

/** What earlier runs captured and did not get to read. */
async function* backlog(workspace: Workspace, producer: string, observer: IngestObserver): AsyncGenerator<Waiting> {
  let after: string | null = null
  for (;;) {
    const page = await workspace.store.unread(producer, after, BACKLOG_PAGE)
    for (const capture of page) {
      const item = await readArchived(workspace, capture)
      const label = labelUrlOrName(capture.resource)
      if ('reason' in item) observer.note(label, `${item.reason}: ${item.message}`, true)
      else {
        observer.resumed(label, capture.id)
        yield { captureId: capture.id, label, item }
      }
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** A resource as messages name it: a URL without its secrets. */
function labelUrlOrName(resource: string): string {
  return /^https?:/iu.test(resource) ? labelUrl(resource) : resource
}

function sizeOf(outcome: ReadOutcome): number {
  return isUnreadable(outcome) ? outcome.message.length : outcome.json.length
}

function sizeOfSourced(sourced: Sourced): number {
  return isItem(sourced) ? sourced.item.payload.length : sourced.message.length
}

function isItem(sourced: Sourced): sourced is SourceItem {
  return sourced.kind === 'item'
}

function isNote(sourced: Sourced): sourced is SourceNote {
  return sourced.kind === 'note'
}
