import { existsSync } from 'node:fs'
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'

import { HeldFile } from './held-file.ts'
import { digestPage, isExpected } from './keep-sums.ts'
import { digestAt, type PageSums } from './page-sums.ts'
import { readSums, sumsPath } from './sums-file.ts'
import { indexLog } from './write-ahead-log.ts'

/** Bytes of the database, of its sums or of its log that are not as they were. */
export interface StorageFault {
  readonly file: string
  /** Bytes [start, end) of the file; null when it is the file as a whole. */
  readonly start: number | null
  readonly end: number | null
  readonly message: string
}

/** How long a page may be written by another process before it counts as changed. */
const PATIENCE_MS = 3000
const LOOK_AGAIN_MS = 50
const PAGES_A_BREATH = 1000

/**
 * Re-hashes the whole database file, with the space in it that is not in use, and names every page that differs.
 *
 * May run beside writers: what changed in a checkpoint meanwhile is looked at again.
 *
 * @param patienceMs how long to look again while a checkpoint is underway (or was cut short, which looks the same)
 */
export async function* verifySums(path: string, patienceMs = PATIENCE_MS): AsyncIterable<StorageFault> {
  const sums = readSums(path)
  if (typeof sums === 'string') {
    yield sumsFault(path, sums)
    return
  }
  if (!existsSync(path)) {
    yield { file: path, start: null, end: null, message: `${path} is missing.` }
    return
  }
  const file = new HeldFile(path)
  try {
    yield* new Verification(path, file, { sums, patienceMs }).faults()
  } finally {
    file.release()
  }
}

/** Names the place where the write-ahead log stops being readable although it goes on. */
export async function* verifyLog(path: string): AsyncIterable<StorageFault> {
  const log = `${path}-wal`
  const until = performance.now() + PATIENCE_MS
  for (let previous = -1; ;) {
    const { damage } = await indexLog(log)
    if (damage === null) return
    // A commit that is being written looks so for a moment; damage stays where it is.
    if (damage.offset === previous || performance.now() > until) {
      yield { file: log, start: damage.offset, end: null, message: `${log}: ${damage.message}.` }
      return
    }
    previous = damage.offset
    await wait(LOOK_AGAIN_MS)
  }
}

class Verification {
  readonly #path: string
  readonly #file: HeldFile
  readonly #patienceMs: number
  #sums: PageSums
  /** Generation that was waited for in vain: the checkpoint that wrote it was cut short. */
  #stuck = -1

  constructor(path: string, file: HeldFile, { sums, patienceMs }: { sums: PageSums; patienceMs: number }) {
    this.#path = path
    this.#file = file
    this.#patienceMs = patienceMs
    this.#sums = sums
  }

  async *faults(): AsyncIterable<StorageFault> {
    for (let page = 0; page < this.#count(); page++) {
      if (this.#sums.damaged.has(page)) {
        yield this.#fault(page, 'was found changed by something else than Cairn before a checkpoint wrote to it')
      } else if (!(await this.#holds(() => this.#isPageRight(page)))) {
        yield this.#fault(page, 'differs from what Cairn wrote')
      }
      if (page % PAGES_A_BREATH === 0) await breathe()
    }
    if (!(await this.#holds(() => Promise.resolve(this.#isSizeRight())))) {
      const [size, expected] = [this.#file.size, this.#sums.pages * this.#sums.pageSize]
      const message = `${this.#path} has ${size} bytes and should have ${expected}.`
      yield { file: this.#path, start: Math.min(size, expected), end: Math.max(size, expected), message }
    }
  }

  /** Looks again, with fresh sums, as long as a checkpoint may explain what does not hold. */
  async #holds(check: () => Promise<boolean>): Promise<boolean> {
    const until = performance.now() + this.#patienceMs
    for (;;) {
      if (await check()) return true
      const fresh = readSums(this.#path)
      if (typeof fresh === 'string') return false
      const isSame = fresh.generation === this.#sums.generation
      this.#sums = fresh
      if (isSame && (fresh.underway === null || this.#stuck === fresh.generation)) return false
      if (isSame && performance.now() > until) {
        this.#stuck = fresh.generation
        return false
      }
      if (isSame) await wait(LOOK_AGAIN_MS)
    }
  }

  async #isPageRight(page: number): Promise<boolean> {
    const { pageSize, digests, underway } = this.#sums
    if (page >= this.#count()) return true
    const found = digestPage(this.#file, pageSize, page)
    const doubt = underway?.doubts.get(page)
    if (doubt === undefined) return found.equals(digestAt(digests, page))
    return found.equals(doubt.after) || isExpected(found, page, doubt, await indexLog(`${this.#path}-wal`))
  }

  #isSizeRight(): boolean {
    const { pageSize, pages, underway } = this.#sums
    const { size } = this.#file
    if (underway === null) return size === pages * pageSize
    return size >= Math.min(pages, underway.pages) * pageSize && size <= Math.max(pages, underway.pages) * pageSize
  }

  #count(): number {
    return Math.max(this.#sums.pages, this.#sums.underway?.pages ?? 0)
  }

  #fault(page: number, what: string): StorageFault {
    const { pageSize } = this.#sums
    const [start, end] = [page * pageSize, (page + 1) * pageSize]
    return { file: this.#path, start, end, message: `${this.#path}: bytes ${start} to ${end - 1}: the page ${what}.` }
  }
}

function sumsFault(path: string, reason: 'missing' | 'damaged'): StorageFault {
  const file = sumsPath(path)
  const message =
    reason === 'missing'
      ? `${file} is missing: a changed byte of the database would not be found.`
      : `${file} is damaged: a changed byte of the database would not be found.`
  return { file, start: null, end: null, message }
}
