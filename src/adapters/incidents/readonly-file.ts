import { existsSync, statSync } from 'node:fs'

import { CairnError } from '../../model/error.ts'
import { Connection, sqliteCode } from '../sqlite/connection.ts'
import { DatabaseFile, type DatabaseOptions } from '../sqlite/database-file.ts'
import { explainError } from '../sqlite/explain-error.ts'
import { sumsPath } from '../sqlite/sums/sums-file.ts'
import type { IncidentFile } from './sqlite-incident-store.ts'
import { makeTables, shapeOf } from './tables.ts'

/**
 * A file for reading that may not be there yet, or be thrown away and made again meanwhile: always the one that lies there
 * now, and an empty one as long as there is none that can be read.
 */
export class ReadonlyFile implements IncidentFile {
  readonly #path: string
  readonly #options: DatabaseOptions
  #opened: { readonly file: DatabaseFile; readonly identity: string } | null = null
  #empty: Connection | null = null

  constructor(path: string, options: DatabaseOptions) {
    this.#path = path
    this.#options = options
  }

  get reader(): Connection {
    const identity = identify(this.#path)
    if (this.#opened !== null && this.#opened.identity === identity) return this.#opened.file.reader
    void this.#opened?.file.close()
    this.#opened = null
    const file = identity === null ? null : this.#open()
    if (identity !== null && file !== null) {
      this.#opened = { file, identity }
      return file.reader
    }
    this.#empty ??= emptyDatabase()
    return this.#empty
  }

  /** Null when it has another shape or is damaged so that it cannot be opened: who writes makes it again. */
  #open(): DatabaseFile | null {
    try {
      const file = DatabaseFile.openReadonly(this.#path, this.#options, {
        check: (reader) => void shapeOf(reader, this.#path),
      })
      if (shapeOf(file.reader, this.#path) === 'ours') return file
      void file.close()
      return null
    } catch (error) {
      if (isDamageToOurs(error, this.#path)) return null
      throw error
    }
  }

  write(): Promise<never> {
    return Promise.reject(
      new CairnError('bad-usage', `${this.#path} was opened for reading only. Open it for writing.`),
    )
  }

  async explained<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explainError(error, this.#path)
    }
  }

  async close(): Promise<void> {
    await this.#opened?.file.close()
    this.#empty?.close()
    this.#opened = null
    this.#empty = null
  }
}

/** Whether an error says that a file is no database although page sums tell that it was one of ours. */
export function isDamageToOurs(error: unknown, path: string): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/u.test(sqliteCode(error)) && existsSync(sumsPath(path))
}

/** Device and number of a file; null when there is none. */
function identify(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`
}

function emptyDatabase(): Connection {
  const connection = new Connection(':memory:', 'write')
  makeTables(connection)
  return connection
}
