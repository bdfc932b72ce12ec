import { existsSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import Database from 'libsql'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** What a column holds or a parameter binds. */
export type SqlValue = string | number | Uint8Array | null

/** How long a statement waits, and all else in the process with it, for what others do within moments: recovery after a crash. */
export const BRIEF_WAIT_MS = 10_000

/** Statements kept prepared; a dropped one is freed by the garbage collector only, so they are used again. */
const MAX_PREPARED = 200

/**
 * One connection to an SQLite file. The only place that knows the binding.
 *
 * Traps of the binding (libsql 0.5.29) that are met here: its option `readonly` does nothing (a URI with `mode=ro` does);
 * rows of `.get()` carry a column of its own; an iterator that is not run to its end keeps its read transaction, so nothing
 * iterates; closing frees the connection only when no prepared statement is alive.
 */
export class Connection implements SqliteDatabase {
  readonly #database: Database.Database
  /** The file for reading only. */
  readonly #uri: string
  readonly #prepared = new Map<string, Database.Statement>()

  /** @param access `readonly` never writes; `frozen` is for a file on a medium that nobody can write to */
  constructor(path: string, access: 'write' | 'readonly' | 'frozen') {
    const mode = access === 'frozen' ? 'immutable=1' : 'mode=ro'
    this.#uri = `${pathToFileURL(path).href}?${mode}`
    this.#database = new Database(access === 'write' ? path : this.#uri)
    this.waitForOthers(BRIEF_WAIT_MS)
  }

  /**
   * Keeps SQLite from writing the log into the database when the last connection closes, which would also happen when the
   * process ends without closing: it does so only when nobody else has the file open, and this connection's second, readonly
   * view of the same file is somebody else. The readonly view itself cannot write.
   */
  neverCheckpointOnClose(): void {
    this.run('attach ? as guard', this.#uri)
    this.all('select count(*) from guard.sqlite_schema')
  }

  /** How long a statement waits when another connection is in its way. */
  waitForOthers(milliseconds: number): void {
    this.exec(`pragma busy_timeout=${milliseconds}`)
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  run(sql: string, ...values: readonly SqlValue[]): void {
    this.#statement(sql).run(values)
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly unknown[] {
    return bytesInRows(this.#statement(sql).all(values))
  }

  /** First row, or null. */
  first(sql: string, ...values: readonly SqlValue[]): unknown {
    return this.all(sql, ...values)[0] ?? null
  }

  /** First column of the first row as a number; 0 when there is none. */
  count(sql: string, ...values: readonly SqlValue[]): number {
    const row = this.first(sql, ...values)
    return typeof row === 'object' && row !== null ? Number(Object.values(row)[0]) : 0
  }

  /** For Kysely. */
  prepare(sql: string): SqliteStatement {
    const statement = this.#statement(sql)
    return {
      reader: statement.reader,
      all: (values) => bytesInRows(statement.all([...values])),
      run: (values) => statement.run([...values]),
      iterate: () => {
        throw new Error('rows are read in pages: an iterator that is left early would keep its transaction open')
      },
    }
  }

  close(): void {
    this.#prepared.clear()
    if (this.#database.open) this.#database.close()
  }

  #statement(sql: string): Database.Statement {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const oldest = this.#prepared.size < MAX_PREPARED ? undefined : this.#prepared.keys().next().value
    if (oldest !== undefined) this.#prepared.delete(oldest)
    const statement = this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}

/** Columns of bytes come as ArrayBuffer: gives them as the Buffer that the rest takes. */
function bytesInRows(rows: unknown[]): unknown[] {
  for (const row of rows as Record<string, unknown>[]) {
    for (const column in row) {
      const value = row[column]
      if (value instanceof ArrayBuffer) row[column] = Buffer.from(value)
    }
  }
  return rows
}

/** Opens a file that is there for reading only; where its folder cannot be written to, as a frozen one. */
export function openForReading(path: string): Connection {
  const connection = new Connection(path, 'readonly')
  try {
    connection.all('select count(*) from sqlite_schema')
    return connection
  } catch (error) {
    connection.close()
    const log = `${path}-wal`
    const isCheckpointed = !existsSync(log) || statSync(log).size === 0
    if (!isCheckpointed || !(error instanceof Error) || !/CANTOPEN|READONLY/u.test(sqliteCode(error))) throw error
    return new Connection(path, 'frozen')
  }
}

/** SQLite's name of an error, for example "SQLITE_BUSY"; empty for other errors. */
export function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' && error.code.startsWith('SQLITE') ? error.code : ''
}
