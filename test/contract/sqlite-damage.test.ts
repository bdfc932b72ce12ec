import {
  appendFileSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openStore } from '../../src/adapters/store/open-store.ts'
import { Connection } from '../../src/adapters/sqlite/connection.ts'
import { HeldFile } from '../../src/adapters/sqlite/sums/held-file.ts'
import { planSums } from '../../src/adapters/sqlite/sums/keep-sums.ts'
import { readSums, writeSums } from '../../src/adapters/sqlite/sums/sums-file.ts'
import { verifyLog, verifySums, type StorageFault } from '../../src/adapters/sqlite/sums/verify-sums.ts'
import { indexLog } from '../../src/adapters/sqlite/sums/write-ahead-log.ts'
import { captureAt, readingOf, RULES, storedReading } from './made-up-record.ts'

/** Bytes that are flipped, one at a time; more of them with CAIRN_FLIPS=1000. */
const FLIPS = Number(process.env['CAIRN_FLIPS'] ?? 100)
const PAGE = 4096

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-damage-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Writes readings of captures `from` to `to`, ten to a transaction, and replaces some, so that space comes free. */
async function fill(path: string, from: number, to: number): Promise<void> {
  const store = await openStore(path)
  await write(store, from, to)
  await store.close()
}

async function write(store: Awaited<ReturnType<typeof openStore>>, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 10) {
    await store.write(async (writer) => {
      for (let i = index; i < Math.min(index + 10, to); i++) {
        const claims = Array.from({ length: 6 }, (_, n) => ({
          sentence: `Shell ${n} of salvo ${i * 7919} fell on house ${n * i}.`,
        }))
        await writer.addCaptures([captureAt(i)])
        await writer.addReadings([storedReading(i, readingOf({ title: `Salvo ${i}`, claims }))])
        if (i % 3 === 0)
          await writer.addReadings([storedReading(i, readingOf({ title: `Salvo ${i}`, claims: claims.slice(0, 1) }))])
      }
    })
  }
}

async function all(faults: AsyncIterable<StorageFault>): Promise<readonly StorageFault[]> {
  const found: StorageFault[] = []
  for await (const fault of faults) found.push(fault)
  return found
}

function flip(path: string, offset: number, bit: number): void {
  const descriptor = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(descriptor, byte, 0, 1, offset)
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << bit))
  writeSync(descriptor, byte, 0, 1, offset)
  closeSync(descriptor)
}

/** A number of [0, 1) that looks random and is the same in every run. */
const chance = (n: number): number => {
  const x = Math.sin(n * 12.9898) * 43758.5453
  return x - Math.floor(x)
}

describe('A closed store', () => {
  let path = ''
  beforeAll(async () => {
    path = join(folder, 'closed.db')
    await fill(path, 0, 200)
    await fill(path, 200, 260)
  })

  test('has nothing to complain of', async () => {
    expect(statSync(path).size).toBeGreaterThan(100 * PAGE)
    expect(await all(verifySums(path))).toEqual([])
    expect(await all(verifyLog(path))).toEqual([])
  })

  test(`names the page of each single flipped bit of the database (${FLIPS})`, async () => {
    const missed: number[] = []
    for (let n = 0; n < FLIPS; n++) {
      const offset = Math.floor(chance(n) * statSync(path).size)
      const bit = Math.floor(chance(n + 0.5) * 8)
      flip(path, offset, bit)
      const [fault, ...more] = await all(verifySums(path))
      const isFound = fault?.start === Math.floor(offset / PAGE) * PAGE && more.length === 0
      if (!isFound) missed.push(offset)
      flip(path, offset, bit)
    }
    expect(missed).toEqual([])
    expect(await all(verifySums(path))).toEqual([])
  })

  test('names its sums when a bit of them was flipped, and when they are gone', async () => {
    const sums = `${path}.sums`
    for (let n = 0; n < 40; n++) {
      const offset = Math.floor(chance(n) * statSync(sums).size)
      flip(sums, offset, n % 8)
      expect((await all(verifySums(path))).map(({ file }) => file)).toEqual([sums])
      flip(sums, offset, n % 8)
    }
    const bytes = readFileSync(sums)
    rmSync(sums)
    expect((await all(verifySums(path))).map(({ file }) => file)).toEqual([sums])
    writeFileSync(sums, bytes)
    expect(await all(verifySums(path))).toEqual([])
  })

  test.each([
    { what: 'cut by a byte', change: (file: string) => truncateSync(file, statSync(file).size - 1) },
    { what: 'cut by a page', change: (file: string) => truncateSync(file, statSync(file).size - 4096) },
    { what: 'cut to nothing', change: (file: string) => truncateSync(file, 0) },
    { what: 'made longer', change: (file: string) => truncateSync(file, statSync(file).size + 4096) },
    { what: 'removed', change: (file: string) => rmSync(file) },
  ])('names a file that was $what', async ({ change }) => {
    const copy = join(folder, 'changed.db')
    copyFileSync(path, copy)
    copyFileSync(`${path}.sums`, `${copy}.sums`)
    change(copy)
    expect((await all(verifySums(copy))).length).toBeGreaterThan(0)
  })

  test('keeps naming a page that was changed when later writes change the same page', async () => {
    const copy = join(folder, 'rewritten.db')
    copyFileSync(path, copy)
    copyFileSync(`${path}.sums`, `${copy}.sums`)
    // Free space in the page of the catalogue: SQLite never looks at it, and every checkpoint writes this page.
    flip(copy, 3000, 0)
    await fill(copy, 300, 340)
    const found = await all(verifySums(copy))
    expect(found.map(({ start }) => start)).toEqual([0])
    const store = await openStore(copy)
    const faults: string[] = []
    for await (const fault of store.check()) faults.push(fault)
    expect(faults.length).toBe(1)
    await store.close()
  })
})

describe('A store whose process died in a checkpoint', () => {
  let start = ''
  beforeAll(async () => {
    // As a kill leaves it: the log holds what is not in the database yet.
    const path = join(folder, 'alive.db')
    await fill(path, 0, 100)
    const store = await openStore(path)
    await write(store, 100, 200)
    start = join(folder, 'start.db')
    copyAll(path, start)
    await store.close()
  })

  /** Marks the blocks that a checkpoint is about to change, as it does first. */
  async function mark(path: string) {
    const file = new HeldFile(path)
    const log = await indexLog(`${path}-wal`)
    const sums = readSums(path)
    if (typeof sums === 'string') throw new Error(sums)
    writeSums(path, await planSums(file, sums, log, `${path}-wal`))
    file.release()
    return log
  }

  /** Copies pages of the log into the database, those for which `isMoved` says so. */
  async function movePages(path: string, isMoved: (n: number) => boolean): Promise<void> {
    const log = await indexLog(`${path}-wal`)
    const bytes = readFileSync(`${path}-wal`)
    const descriptor = openSync(path, 'r+')
    for (const [n, [page, offset]] of [...log.offsets].entries()) {
      if (isMoved(n)) writeSync(descriptor, bytes, offset, log.pageSize, (page - 1) * log.pageSize)
    }
    closeSync(descriptor)
  }

  const CUTS: readonly { readonly when: string; readonly cut: (path: string) => Promise<unknown> }[] = [
    { when: 'before it began', cut: () => Promise.resolve() },
    { when: 'after it marked what will change', cut: mark },
    {
      when: 'after half of the pages',
      async cut(path) {
        await mark(path)
        await movePages(path, (n) => n % 2 === 0)
      },
    },
    {
      when: 'after the first page',
      async cut(path) {
        await mark(path)
        await movePages(path, (n) => n === 0)
      },
    },
    {
      when: 'after all pages',
      async cut(path) {
        await mark(path)
        await movePages(path, () => true)
      },
    },
    {
      when: 'after the log was emptied',
      async cut(path) {
        await mark(path)
        const connection = new Connection(path, 'write')
        expect(connection.first('pragma wal_checkpoint(truncate)')).toMatchObject({ busy: 0 })
        connection.close()
      },
    },
  ]

  test.each(CUTS)('$when has nothing to complain of, before and after it is opened again', async ({ cut }) => {
    const path = join(folder, 'cut.db')
    copyAll(start, path)
    await cut(path)
    expect(await all(verifySums(path))).toEqual([])
    const store = await openStore(path)
    expect(await store.counts(RULES)).toMatchObject({ captures: 200, readings: 200 })
    const faults: string[] = []
    for await (const fault of store.check()) faults.push(fault)
    expect(faults).toEqual([])
    await store.close()
    expect(await all(verifySums(path))).toEqual([])
    expect(readSums(path)).toMatchObject({ underway: null, damaged: new Set() })
  })

  test.each(CUTS)('$when names a page that changed and that the log does not hold', async ({ cut }) => {
    const path = join(folder, 'cut.db')
    copyAll(start, path)
    await cut(path)
    const log = await indexLog(`${path}-wal`)
    const pages = Math.floor(statSync(path).size / 4096)
    const unlogged = Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !log.offsets.has(page))
    for (let n = 0; n < 6; n++) {
      const page = unlogged[Math.floor(chance(n) * unlogged.length)] ?? 0
      const offset = (page - 1) * 4096 + Math.floor(chance(n + 0.3) * 4096)
      flip(path, offset, n)
      expect((await all(verifySums(path, 0))).map((fault) => fault.start)).toEqual([Math.floor(offset / PAGE) * PAGE])
      flip(path, offset, n)
    }
  })
})

describe('A write-ahead log', () => {
  test('that was damaged after a commit is named', async () => {
    const path = join(folder, 'logged.db')
    const store = await openStore(path)
    await write(store, 0, 30)
    const copy = join(folder, 'logged-copy.db')
    copyAll(path, copy)
    expect(await all(verifyLog(copy))).toEqual([])
    const size = statSync(`${copy}-wal`).size
    for (let n = 0; n < 25; n++) {
      const offset = Math.floor(chance(n) * size)
      flip(`${copy}-wal`, offset, n % 8)
      expect((await all(verifyLog(copy))).map(({ file }) => file)).toEqual([`${copy}-wal`])
      flip(`${copy}-wal`, offset, n % 8)
    }
    await store.close()
  })

  test('that ends in a commit which no process published is written over, as SQLite does', async () => {
    const path = join(folder, 'phantom.db')
    const store = await openStore(path)
    await write(store, 0, 30)
    const copy = join(folder, 'phantom-copy.db')
    copyAll(path, copy)
    const connection = new Connection(copy, 'write')
    connection.exec('pragma wal_autocheckpoint=0')
    for (let i = 0; i < 30; i++)
      connection.run("insert into settings values ('default', ?, ?)", `phantom ${i}`, 'x'.repeat(999))
    // What a process has written that was killed before the others were told.
    appendFileSync(`${path}-wal`, readFileSync(`${copy}-wal`).subarray(statSync(`${path}-wal`).size))
    connection.close()
    expect((await indexLog(`${path}-wal`)).frames).toBeGreaterThan(30)
    expect(await store.checkpoint()).toBe(true)
    expect(await all(verifySums(path))).toEqual([])
    expect(await store.settings()).toEqual([])
    await write(store, 30, 60)
    await store.close()
    expect(await all(verifySums(path))).toEqual([])
  })

  test('is left for later while somebody reads an older state, and its sums hold all the same', async () => {
    const path = join(folder, 'read.db')
    await fill(path, 0, 20)
    const store = await openStore(path)
    const reader = new Connection(path, 'readonly')
    reader.exec('begin')
    reader.all('select count(*) from captures')
    await write(store, 20, 60)
    expect(await store.checkpoint()).toBe(false)
    expect(await all(verifySums(path))).toEqual([])
    await write(store, 60, 80)
    expect(await store.checkpoint()).toBe(false)
    expect(await all(verifySums(path))).toEqual([])
    reader.exec('rollback')
    expect(await store.checkpoint()).toBe(true)
    expect(statSync(`${path}-wal`).size).toBe(0)
    expect(await all(verifySums(path))).toEqual([])
    reader.close()
    await store.close()
    expect(await all(verifySums(path))).toEqual([])
  })
})

/** The files of a store as a crash leaves them. */
function copyAll(from: string, to: string): void {
  for (const end of ['-shm', '.lock']) rmSync(`${to}${end}`, { force: true })
  for (const end of ['', '-wal', '.sums']) {
    rmSync(`${to}${end}`, { force: true })
    if (existsSync(`${from}${end}`)) cpSync(`${from}${end}`, `${to}${end}`)
  }
}
