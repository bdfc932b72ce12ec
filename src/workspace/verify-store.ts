import type { RecordStore } from '../ports/record-store.ts'
import type { ReadingCheck } from './check-readings.ts'
import type { KeySet } from './key-set.ts'
import { REBUILT_SETTING } from './settings.ts'
import type { VerifyFault } from './verify.ts'

/** What the custody log says that the store must hold. */
export interface Logged {
  /** Entries of the log as the store knows it. */
  readonly known: number
  readonly entries: number
  readonly captures: number
  /** The readings that the log names, compared with the store's. */
  readonly readings: ReadingCheck
  /** All readings that were ever logged, by `readingKey`. */
  readonly logged: KeySet
  /** What kept the store from being compared with the log; null when nothing did. */
  readonly unreadable: unknown
}

export function readingKey(captureId: string, producer: string): string {
  return `${captureId} ${producer}`
}

const PAGE = 500

/** Checks the store against its own sums and the log: that it holds what was logged, and nothing else. */
export async function verifyStore(
  store: RecordStore,
  expected: Logged,
  tell: (fault: VerifyFault) => void,
): Promise<void> {
  const { known, entries, readings, unreadable } = expected
  const general = (reason: string, message: string): void =>
    tell({ part: 'database', captureId: null, resource: null, reason, message })
  if (known !== entries) {
    general(
      'other-log',
      `The database stands at entry ${known} of the log, which has ${entries}. After an interrupted run the next "cairn ingest" brings it up; otherwise one of them was changed or swapped.`,
    )
  }
  try {
    for await (const message of store.check()) general('damaged', message)
    if (unreadable !== null) throw unreadable
    const rebuiltBy = await store.setting(REBUILT_SETTING)
    for (const { captureId, producer, isMissing } of await readings.finish()) {
      // A database that was made again holds what this extractor reads; earlier ones cannot be asked again.
      if (isMissing && rebuiltBy !== null && producer !== rebuiltBy) continue
      const found = isMissing ? 'is not in the database' : 'is another one in the database'
      const message = `The reading of ${captureId} by ${producer} that the log names ${found}. "cairn rebuild" makes the database again.`
      const reason = isMissing ? 'missing-reading' : 'other-reading'
      tell({ part: 'database', captureId, resource: null, reason, message })
    }
    // While a run goes on, the store may hold what was logged after the log was read.
    if (known === entries && (await store.custodyHead()).size === known) await findUnlogged(store, expected, tell)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    general('unreadable', `The database cannot be read on: ${message} "cairn rebuild" makes it again.`)
  }
}

/** Captures and readings that somebody put into the store past the log. */
async function findUnlogged(
  store: RecordStore,
  { captures, logged }: Logged,
  tell: (fault: VerifyFault) => void,
): Promise<void> {
  let count = 0
  let last: string | null = null
  do {
    const page = await store.captures(last, PAGE)
    count += page.length
    for (const { id, resource } of page) {
      for (const producer of await store.producers(id)) {
        if (logged.has(readingKey(id, producer))) continue
        const message = `The database holds a reading of ${id} by ${producer} that was never logged: somebody put it there. "cairn rebuild" makes the database again.`
        tell({ part: 'database', captureId: id, resource, reason: 'unlogged-reading', message })
      }
    }
    last = page.at(-1)?.id ?? null
  } while (last !== null)
  if (count <= captures) return
  const message = `The database holds ${count} captures, the log names ${captures}: somebody put the others there. "cairn rebuild" makes the database again.`
  tell({ part: 'database', captureId: null, resource: null, reason: 'unlogged-capture', message })
}
