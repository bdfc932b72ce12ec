import { existsSync, statSync } from 'node:fs'

import { CairnError } from '../../model/error.ts'
import type { HeldFile } from './sums/held-file.ts'
import { finishSums, planSums, settleSums, sumFile } from './sums/keep-sums.ts'
import type { PageSums } from './sums/page-sums.ts'
import { readSums, writeSums } from './sums/sums-file.ts'
import { indexLog, type LogIndex } from './sums/write-ahead-log.ts'
import { BRIEF_WAIT_MS, sqliteCode, type Connection } from './connection.ts'

interface Progress {
  readonly busy: number
  /** Frames in the log. */
  readonly log: number
  /** Frames of it that stand in the database. */
  readonly checkpointed: number
}

/**
 * Moves the write-ahead log into the database file, and keeps the page sums beside it. Nothing else ever changes that file.
 *
 * Every method asks that the caller holds the write lock.
 */
export class Checkpointer {
  readonly #path: string
  readonly #connection: Connection
  readonly #file: HeldFile
  readonly #logLimitBytes: number
  #limit: number

  /** @param logLimitBytes a log of this size is written into the database at the end of a transaction */
  constructor(path: string, connection: Connection, file: HeldFile, logLimitBytes: number) {
    this.#logLimitBytes = logLimitBytes
    this.#limit = logLimitBytes
    this.#path = path
    this.#connection = connection
    this.#file = file
  }

  /** Begins the sums of a database that has no tables yet. */
  begin(): void {
    const pageSize = this.#connection.count('pragma page_size')
    if (readSums(this.#path) === 'missing' && this.#file.size <= pageSize) {
      writeSums(this.#path, sumFile(this.#file, pageSize))
    }
  }

  /** Bytes of the log, those included that are free to be written over. */
  get logBytes(): number {
    return existsSync(this.#logPath) ? statSync(this.#logPath).size : 0
  }

  /** Runs when the log has grown long. One that readers hold up is tried again when it has grown as much again. */
  async runWhenDue(): Promise<void> {
    if (this.logBytes < this.#limit) return
    this.#limit = this.logBytes + this.#logLimitBytes
    if (await this.run()) this.#limit = this.#logLimitBytes
  }

  /**
   * Empties the log into the database as far as readers allow.
   *
   * @returns whether all of it was moved and the log is empty
   * @throws {CairnError} "bad-workspace" when the log is damaged
   */
  async run(): Promise<boolean> {
    const known = readSums(this.#path)
    if (this.logBytes === 0 && (typeof known === 'string' || known.underway === null)) return true
    this.#agreeOnEnd()
    const log = await indexLog(this.#logPath)
    const planned = typeof known === 'string' ? null : await this.#plan(known, log)
    const progress = this.#checkpoint('passive')
    const isMoved = progress !== null && progress.checkpointed === log.frames
    if (planned !== null) {
      const sums = isMoved ? finishSums(planned) : settleSums(this.#file, planned, await indexLog(this.#logPath))
      writeSums(this.#path, sums)
    }
    if (progress !== null && progress.log !== log.frames) throw this.#damaged(log, progress.log)
    return isMoved && this.#checkpoint('truncate')?.busy === 0
  }

  /**
   * A process that died between writing a commit and publishing it leaves frames that look committed in the file, while
   * SQLite goes by the index that all processes share and will write over them. A commit of ours does so now.
   */
  #agreeOnEnd(): void {
    const version = this.#connection.count('pragma user_version')
    this.#connection.exec('begin immediate')
    this.#connection.exec(`pragma user_version=${version}`)
    this.#connection.exec('commit')
  }

  /** What was left by a checkpoint that was cut short is settled first. */
  async #plan(known: PageSums, log: LogIndex): Promise<PageSums> {
    const settled = settleSums(this.#file, known, log)
    if (log.frames === 0) return settled
    return writeSums(this.#path, await planSums(this.#file, settled, log, this.#logPath))
  }

  /** Null when another connection is in the way. */
  #checkpoint(mode: 'passive' | 'truncate'): Progress | null {
    this.#connection.waitForOthers(0)
    try {
      return this.#connection.first(`pragma main.wal_checkpoint(${mode})`) as Progress
    } catch (error) {
      if (/^SQLITE_(?:BUSY|LOCKED)/u.test(sqliteCode(error))) return null
      throw error
    } finally {
      this.#connection.waitForOthers(BRIEF_WAIT_MS)
    }
  }

  get #logPath(): string {
    return `${this.#path}-wal`
  }

  #damaged({ damage, frames }: LogIndex, seen: number): CairnError {
    const what = damage?.message ?? `only ${frames} of its ${seen} frames can be read`
    return new CairnError(
      'bad-workspace',
      `${this.#logPath}: ${what}. Run "cairn verify"; the store can be rebuilt from the archive.`,
    )
  }
}
