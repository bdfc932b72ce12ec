import { setTimeout as wait } from 'node:timers/promises'

import { busyError } from './explain-error.ts'
import { Connection, sqliteCode } from './connection.ts'

const FIRST_WAIT_MS = 1
const LONGEST_WAIT_MS = 40

/**
 * The turn to write: one holder over all processes and stores of a database.
 *
 * It is SQLite's own lock on an empty file beside the database, so the system frees it when its holder dies. The database's
 * lock would not do, since a checkpoint cannot run inside the transaction that holds it.
 */
export class WriteLock {
  readonly #path: string
  readonly #connection: Connection
  #queue: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
    this.#connection = new Connection(`${path}.lock`, 'write')
    this.#connection.waitForOthers(0)
    this.#connection.exec('pragma journal_mode=memory')
  }

  /**
   * Runs `work` alone, in the order of the calls within this process.
   *
   * @throws {CairnError} "store-busy" when the turn did not come within `patienceMs`
   */
  async hold<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      await this.#acquire(patienceMs)
      try {
        return await work()
      } finally {
        this.#connection.exec('rollback')
      }
    })
    this.#queue = turn.catch(() => undefined)
    return await turn
  }

  async #acquire(patienceMs: number): Promise<void> {
    const until = performance.now() + patienceMs
    for (let tries = 0; ; tries++) {
      try {
        this.#connection.exec('begin immediate')
        return
      } catch (error) {
        if (!/^SQLITE_(?:BUSY|LOCKED)/u.test(sqliteCode(error))) throw error
        if (performance.now() > until) throw busyError(this.#path, error)
        const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
        await wait(longest * (0.5 + Math.random() / 2))
      }
    }
  }

  async close(): Promise<void> {
    await this.#queue
    this.#connection.close()
  }
}
