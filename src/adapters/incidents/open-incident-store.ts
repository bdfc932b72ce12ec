import { existsSync, rmSync } from 'node:fs'

import { type Connection, openForReading } from '../sqlite/connection.ts'
import {
  DatabaseFile,
  type DatabaseOptions,
  DEFAULT_LOG_LIMIT_BYTES,
  DEFAULT_PATIENCE_MS,
} from '../sqlite/database-file.ts'
import { explainError } from '../sqlite/explain-error.ts'
import { sumsPath } from '../sqlite/sums/sums-file.ts'
import { WriteLock } from '../sqlite/write-lock.ts'
import { isDamageToOurs, ReadonlyFile } from './readonly-file.ts'
import { SqliteIncidentStore } from './sqlite-incident-store.ts'
import { makeTables, shapeOf } from './tables.ts'

/**
 * Opens what merging made, and makes the file where there is none. One of an older or newer shape is thrown away, as all of
 * it is derived: the store is empty then.
 *
 * For reading only, a file that is missing, has another shape or cannot be opened is an empty store; `check` names what is wrong.
 *
 * @throws {CairnError} "bad-workspace" when the file is none of ours; "store-busy"; "disk-full"
 */
export async function openIncidentStore(
  path: string,
  options: Partial<DatabaseOptions> = {},
): Promise<SqliteIncidentStore> {
  const settled: DatabaseOptions = {
    readonly: options.readonly ?? false,
    patienceMs: options.patienceMs ?? DEFAULT_PATIENCE_MS,
    logLimitBytes: options.logLimitBytes ?? DEFAULT_LOG_LIMIT_BYTES,
  }
  try {
    if (settled.readonly) {
      const file = new ReadonlyFile(path, settled)
      shapeOf(file.reader, path)
      return new SqliteIncidentStore(path, file)
    }
    await throwAway(path, settled.patienceMs, () => isUseless(path))
    return new SqliteIncidentStore(path, await openForWriting(path, settled))
  } catch (error) {
    throw explainError(error, path)
  }
}

/**
 * Throws away what merging made; it is made again by the next run that merges. Whoever has it open is told when they write.
 *
 * @throws {CairnError} "store-busy"
 */
export async function removeIncidentStore(path: string): Promise<void> {
  await throwAway(path, DEFAULT_PATIENCE_MS, () => true)
}

function openForWriting(path: string, options: DatabaseOptions): Promise<DatabaseFile> {
  return DatabaseFile.openForWriting(path, options, {
    // What a power failure takes is merged again: the state says up to where the file holds everything.
    synchronous: 'normal',
    check: (writer) => void shapeOf(writer, path),
    makeTables(writer, checkpointer) {
      if (shapeOf(writer, path) === 'none') {
        checkpointer.begin()
        makeTables(writer)
      }
      return Promise.resolve()
    },
  })
}

/** Removes the files of a store, if they are to go, while nobody writes. */
async function throwAway(path: string, patienceMs: number, isToGo: () => boolean): Promise<void> {
  const files = [path, `${path}-wal`, `${path}-shm`, sumsPath(path)]
  if (!files.some((file) => existsSync(file))) return
  const lock = new WriteLock(path)
  try {
    await lock.hold(patienceMs, () => {
      if (isToGo()) for (const file of files) rmSync(file, { force: true })
      return Promise.resolve()
    })
  } finally {
    await lock.close()
  }
}

/** Whether the file is gone while others of its files are left, has another shape, or is damaged so that it cannot be opened. */
function isUseless(path: string): boolean {
  if (!existsSync(path)) return true
  let reader: Connection | null = null
  try {
    reader = openForReading(path)
    return shapeOf(reader, path) === 'other'
  } catch (error) {
    if (isDamageToOurs(error, path)) return true
    throw error
  } finally {
    reader?.close()
  }
}
