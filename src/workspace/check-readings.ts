import type { ReadingEntry } from '../model/custody.ts'
import type { RecordStore } from '../ports/record-store.ts'

/** A logged reading that the store does not have, or has otherwise. */
export interface WrongReading {
  readonly captureId: string
  readonly producer: string
  /** Whether the store has none at all by this producer. */
  readonly isMissing: boolean
}

/** Compares logged readings with the store while the log streams by. */
export interface ReadingCheck {
  add(entry: ReadingEntry): Promise<void>
  /** Those that the store does not have as they were logged last. */
  finish(): Promise<readonly WrongReading[]>
}

const BATCH = 500

/**
 * The last entry of a capture and producer is the one that counts. Holds only what does not agree so far: readings that are
 * replaced later in the log, and faults.
 */
export function checkReadings(store: Pick<RecordStore, 'readingDigests'>): ReadingCheck {
  /** Logged digests by capture, by producer. */
  const waiting = new Map<string, Map<string, string>>()
  const wrong = new Map<string, Map<string, string>>()
  let count = 0

  async function compare(logged: ReadonlyMap<string, ReadonlyMap<string, string>>): Promise<WrongReading[]> {
    const found: WrongReading[] = []
    for (const [producer, digests] of logged) {
      const ids = [...digests.keys()]
      for (let from = 0; from < ids.length; from += BATCH) {
        const part = ids.slice(from, from + BATCH)
        const stored = await store.readingDigests(part, producer)
        for (const captureId of part) {
          if (stored.get(captureId) === digests.get(captureId)) wrong.get(producer)?.delete(captureId)
          else {
            put(wrong, producer, captureId, digests.get(captureId) ?? '')
            found.push({ captureId, producer, isMissing: !stored.has(captureId) })
          }
        }
      }
    }
    return found
  }

  async function compareWaiting(): Promise<void> {
    const batch = new Map(waiting)
    waiting.clear()
    count = 0
    await compare(batch)
  }

  return {
    async add({ captureId, producer, sha256 }) {
      put(waiting, producer, captureId, sha256)
      if (++count >= BATCH) await compareWaiting()
    },
    async finish() {
      await compareWaiting()
      // Looked up once more: a run underway keeps a reading a moment after it is logged.
      return compare(wrong)
    },
  }
}

function put(map: Map<string, Map<string, string>>, producer: string, captureId: string, sha256: string): void {
  const digests = map.get(producer)
  if (digests === undefined) map.set(producer, new Map([[captureId, sha256]]))
  else digests.set(captureId, sha256)
}
