import type { ReadDocument } from '../../model/incident.ts'
import type { StoredCapture } from '../../ports/record-store.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { SharedParts } from './share-parts.ts'

const PAGE = 200
/** From so many documents on it pays to hold once what many of them have in common. */
const MANY = 1000

/** A capture that was come to in custody order. */
export interface CaptureRead {
  readonly captureId: string
  /** Null where nothing can be merged: not read yet (`isWaiting`), or kept but not readable. */
  readonly document: ReadDocument | null
  /** The extractor has not come to it. */
  readonly isWaiting: boolean
}

/** Captures in custody order, from `after` (exclusive) on, with what the extractor read in them, a page at a time. */
export async function* readCaptures(
  { store }: Pick<Workspace, 'store'>,
  producer: string,
  after: string | null,
): AsyncGenerator<readonly CaptureRead[]> {
  for (let last = after; ;) {
    const page: readonly StoredCapture[] = await store.captures(last, PAGE)
    const end = page.at(-1)
    if (end === undefined) return
    yield await Promise.all(page.map((capture) => readOf({ store }, producer, capture)))
    last = end.id
  }
}

/** What the extractor read in one capture. */
export async function readOf(
  { store }: Pick<Workspace, 'store'>,
  producer: string,
  { id, receivedAt }: Pick<StoredCapture, 'id' | 'receivedAt'>,
): Promise<CaptureRead> {
  const stored = await store.reading(id, producer)
  const document =
    stored === null || 'reason' in stored.result ? null : { captureId: id, receivedAt, reading: stored.result }
  return { captureId: id, document, isWaiting: stored === null }
}

/** The documents of captures, as the extractor read them; those that cannot be read are left out. */
export async function loadDocumentsOf(
  { store }: Pick<Workspace, 'store'>,
  producer: string,
  captureIds: ReadonlySet<string>,
): Promise<readonly ReadDocument[]> {
  const shared = captureIds.size < MANY ? null : new SharedParts()
  const documents: ReadDocument[] = []
  for (const id of captureIds) {
    const capture = await store.capture(id)
    const document = capture === null ? null : (await readOf({ store }, producer, capture)).document
    if (document !== null) documents.push(shared?.share(document) ?? document)
  }
  return documents
}
/** Every document of the workspace as the active extractor read it, in the order in which they came in. */
export async function loadDocuments({ store }: Pick<Workspace, 'store'>): Promise<readonly ReadDocument[]> {
  const producer = await store.setting(PRODUCER_SETTING)
  if (producer === null) return []
  const documents: ReadDocument[] = []
  let after: string | null = null
  for (;;) {
    const page = await store.captures(after, PAGE)
    for (const { id, receivedAt } of page) {
      const stored = await store.reading(id, producer)
      if (stored !== null && !('reason' in stored.result))
        documents.push({ captureId: id, receivedAt, reading: stored.result })
    }
    const last = page.at(-1)
    if (last === undefined) return documents
    after = last.id
  }
}
