import { closeSync, existsSync, openSync } from 'node:fs'

import { CairnError } from '../../model/error.ts'
import { Checkpointer } from './checkpointer.ts'
import { Connection, openForReading } from './connection.ts'
import { explainError } from './explain-error.ts'
import { HeldFile } from './sums/held-file.ts'
import { WriteLock } from './write-lock.ts'

export interface DatabaseOptions {
  /** Opens what is there and never writes, also not to clean up after a crash. */
  readonly readonly: boolean
  /** How long a write waits for its turn before it fails with "store-busy". */
  readonly patienceMs: number
  /** How long the write-ahead log may grow before a write moves it into the database. */
  readonly logLimitBytes: number
}

/** What one kind of database of ours differs in. */
export interface DatabaseKind {
  /** `full`: what is acknowledged outlives a power failure; `normal`: the last transactions may be lost with the power, never half of one. */
  readonly synchronous: 'full' | 'normal'
  /** Refuses a file that is none of this kind. */
  check(connection: Connection): void
  /** Makes the tables where there are none. */
  makeTables(connection: Connection, checkpointer: Checkpointer): Promise<void>
}

interface Parts {
  readonly reader: Connection
  readonly file: HeldFile
  /** Null in a database that is readonly. */
  readonly writing: {
    readonly writer: Connection
    readonly lock: WriteLock
    readonly checkpointer: Checkpointer
  } | null
}

export const DEFAULT_PATIENCE_MS = 180_000
/** A checkpoint re-hashes each block that changed, once however often it did: in a large store, a longer log means less work. */
export const DEFAULT_LOG_LIMIT_BYTES = 128 << 20
/** How long a database that is closed waits to write its log into the file; the next one does it otherwise. */
const CLOSING_PATIENCE_MS = 5000

/**
 * One of our SQLite databases with its write lock, its log and its page sums. Reads and writes use connections of their own,
 * so that a read never sees half a write.
 */
export class DatabaseFile {
  readonly #path: string
  readonly #options: DatabaseOptions
  readonly #parts: Parts
  #isClosed = false

  private constructor(path: string, options: DatabaseOptions, parts: Parts) {
    this.#path = path
    this.#options = options
    this.#parts = parts
  }

  /** Opens a file that is there. */
  static openReadonly(path: string, options: DatabaseOptions, kind: Pick<DatabaseKind, 'check'>): DatabaseFile {
    const file = new HeldFile(path)
    const reader = openForReading(path)
    try {
      kind.check(reader)
      return new DatabaseFile(path, options, { reader, file, writing: null })
    } catch (error) {
      reader.close()
      file.release()
      throw error
    }
  }

  /** Opens a file for writing, and makes it where there is none. */
  static async openForWriting(path: string, options: DatabaseOptions, kind: DatabaseKind): Promise<DatabaseFile> {
    if (!existsSync(path)) closeSync(openSync(path, 'a'))
    const file = new HeldFile(path)
    const lock = new WriteLock(path)
    const writer = new Connection(path, 'write')
    try {
      writer.exec(`pragma synchronous=${kind.synchronous}`)
      for (const pragma of ['foreign_keys=on', 'wal_autocheckpoint=0', 'cache_size=-32768']) {
        writer.exec(`pragma ${pragma}`)
      }
      kind.check(writer)
      writer.exec('pragma journal_mode=wal')
      writer.neverCheckpointOnClose()
      const checkpointer = new Checkpointer(path, writer, file, options.logLimitBytes)
      await lock.hold(options.patienceMs, async () => {
        await kind.makeTables(writer, checkpointer)
        await checkpointer.run()
      })
      return new DatabaseFile(path, options, {
        reader: openForReading(path),
        file,
        writing: { writer, lock, checkpointer },
      })
    } catch (error) {
      writer.close()
      await lock.close()
      file.release()
      throw error
    }
  }

  get reader(): Connection {
    return this.#parts.reader
  }

  /** Runs `work` in one transaction that excludes every other writer. */
  async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { writer, lock } = this.#writing()
    return await this.explained(() =>
      lock.hold(this.#options.patienceMs, async () => {
        if (!this.#parts.file.isAt(this.#path)) throw this.#replaced()
        writer.exec('begin immediate')
        let result: T
        try {
          result = await work(writer)
          writer.exec('commit')
        } catch (error) {
          rollBack(writer)
          throw error
        }
        await this.#checkpointWhenDue()
        return result
      }),
    )
  }

  /**
   * Moves the log into the database file and brings the page sums up to date; happens by itself when the log has grown long
   * and when the database is closed.
   *
   * @returns whether all was moved; readers can hold some of it up
   * @throws {CairnError} "disk-full" | "bad-workspace"
   */
  async checkpoint(): Promise<boolean> {
    const { lock, checkpointer } = this.#writing()
    return await this.explained(() => lock.hold(this.#options.patienceMs, () => checkpointer.run()))
  }

  /** Runs `work` and turns errors of SQLite or of the disk into ones that say what to do. */
  async explained<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explainError(error, this.#path)
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    const { reader, file, writing } = this.#parts
    try {
      if (writing !== null) await this.#emptyLog()
    } finally {
      writing?.writer.close()
      reader.close()
      file.release()
      await writing?.lock.close()
    }
  }

  /** A disk that is full or a writer that does not end leaves the log for later. */
  async #emptyLog(): Promise<void> {
    const { lock, checkpointer } = this.#writing()
    try {
      await this.explained(() =>
        lock.hold(CLOSING_PATIENCE_MS, async () => {
          if (this.#parts.file.isAt(this.#path)) await checkpointer.run()
        }),
      )
    } catch (error) {
      if (!(error instanceof CairnError && (error.code === 'disk-full' || error.code === 'store-busy'))) throw error
    }
  }

  /** What was committed stays so: a fault must not look like one of the write. It shows again when the store is closed. */
  async #checkpointWhenDue(): Promise<void> {
    await this.#writing()
      .checkpointer.runWhenDue()
      .catch(() => undefined)
  }

  #replaced(): CairnError {
    const message = `${this.#path} was removed or replaced since it was opened. Nothing was written; run the command again.`
    return new CairnError('bad-workspace', message)
  }

  #writing(): NonNullable<Parts['writing']> {
    const { writing } = this.#parts
    if (writing !== null) return writing
    throw new CairnError('bad-usage', `${this.#path} was opened for reading only. Open it for writing.`)
  }
}

/** Leaves the connection usable; SQLite has rolled back by itself after some errors. */
function rollBack(connection: Connection): void {
  try {
    connection.exec('rollback')
  } catch (error) {
    if (!/no transaction is active/u.test(String(error))) throw error
  }
}
