import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openStore } from '../../src/adapters/store/open-store.ts'
import { verifyLog, verifySums } from '../../src/adapters/sqlite/sums/verify-sums.ts'
import type { RecordStore, StoredCapture, StoredReading } from '../../src/ports/record-store.ts'
import { captureAt, readingOf, RULES, storedReading } from './made-up-record.ts'
import { ALL_CLAIMS } from '../../src/ports/record-store.ts'

const CHILD = resolve(import.meta.dirname, '../support/write-store.mjs')
/** Rounds of killing; more of them with CAIRN_KILLS=100. */
const KILLS = Number(process.env['CAIRN_KILLS'] ?? 5)
const BATCH = 5
/** Small, so that children are also killed in the middle of a checkpoint. */
const LOG_LIMIT_BYTES = 200_000

interface Item {
  readonly capture: StoredCapture
  readonly reading: StoredReading
}

describe('Processes that share an SQLite store', () => {
  let folder = ''
  let path = ''
  let children: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-processes-'))
    path = join(folder, 'cairn.db')
    children = []
  })
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  /** Starts a process that writes captures from `first` on, and collects the numbers of the batches it acknowledges. */
  function startWriter(first: number, batches: number, ...orders: readonly string[]) {
    const items = Array.from({ length: batches }, (_, batch) =>
      Array.from({ length: BATCH }, (__, i) => itemAt(first + batch * BATCH + i)),
    )
    const file = join(folder, `items-${first}.json`)
    writeFileSync(file, JSON.stringify(items))
    const child = spawn(process.execPath, [CHILD, path, file, String(LOG_LIMIT_BYTES), ...orders], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    return { child, acknowledged: () => out.split('\n').length - 1, errors: () => err, ended: once(child, 'close') }
  }

  test('both write, and nothing is lost or doubled', async () => {
    const writers = [startWriter(0, 20), startWriter(10_000, 20), startWriter(20_000, 20)]
    for (const { ended, errors, acknowledged } of writers) {
      await ended
      expect(errors()).toBe('')
      expect(acknowledged()).toBe(20)
    }
    const store = await openStore(path)
    expect(await store.counts(RULES)).toEqual({ captures: 300, readings: 300, failed: 0, claims: 300 })
    // Each transaction added its count to what it found.
    expect((await store.custodyHead()).size).toBe(300)
    expect(await faults(store)).toEqual([])
    await store.close()
  })

  test(
    `are killed in the middle of writes while another reads: all that was acknowledged is there (${KILLS} rounds)`,
    async () => {
      await (await openStore(path)).close()
      const reader = await openStore(path, { readonly: true })
      const acknowledged: number[] = []
      for (let round = 0; round < KILLS; round++) {
        const first = round * 100_000
        const writer = startWriter(first, 100)
        while (writer.acknowledged() < 1 + ((round * 37) % 40)) {
          await new Promise((wait) => setTimeout(wait, 3))
          expect((await reader.counts(RULES)).readings % BATCH).toBe(0)
          if (writer.child.exitCode !== null) throw new Error(writer.errors())
        }
        writer.child.kill('SIGKILL')
        await writer.ended
        acknowledged.push(...Array.from({ length: writer.acknowledged() * BATCH }, (_, i) => first + i))
        expect(await faultsOfFile(path)).toEqual([])
      }
      const store = await openStore(path)
      const missing = []
      for (const index of acknowledged) {
        const { capture, reading } = itemAt(index)
        const found = await store.reading(capture.id, RULES)
        if (found?.json !== reading.json) missing.push(index)
      }
      expect(missing).toEqual([])
      const { captures, readings } = await store.counts(RULES)
      expect(captures).toBe(readings)
      // A batch may have been committed in the moment before it could be acknowledged.
      expect(readings - acknowledged.length).toBeLessThanOrEqual(KILLS * BATCH)
      expect((await store.custodyHead()).size).toBe(readings)
      expect(await faults(store)).toEqual([])
      await reader.close()
      await store.close()
      expect(await faultsOfFile(path)).toEqual([])
    },
    60_000 + KILLS * 10_000,
  )

  test('read and verify while another writes, and see whole transactions only', async () => {
    const store = await openStore(path)
    await store.write((writer) => writer.setSetting('producer', RULES))
    const reader = await openStore(path, { readonly: true })
    const writer = startWriter(0, 40)
    let seen = 0
    while (writer.child.exitCode === null) {
      const { readings } = await reader.counts(RULES)
      expect(readings % BATCH).toBe(0)
      expect(readings).toBeGreaterThanOrEqual(seen)
      seen = readings
      const { items } = await reader.claims({ ...ALL_CLAIMS, text: 'shell' }, { limit: 50, after: null })
      expect(items.length % BATCH).toBe(0)
      expect(await faultsOfFile(path)).toEqual([])
      expect(await faultsOfLog(path)).toEqual([])
      await new Promise((wait) => setTimeout(wait, 1))
    }
    expect(writer.errors()).toBe('')
    expect((await reader.counts(RULES)).readings).toBe(200)
    await expect(reader.write(() => Promise.resolve())).rejects.toMatchObject({ code: 'bad-usage' })
    await reader.close()
    await store.close()
    expect(await faultsOfFile(path)).toEqual([])
  })

  test('may end without closing it, and the last one does not change the database behind the sums', async () => {
    const writer = startWriter(0, 2, 'forget')
    await writer.ended
    expect(writer.errors()).toBe('')
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    expect(await faultsOfFile(path)).toEqual([])
    const store = await openStore(path)
    expect((await store.counts(RULES)).readings).toBe(2 * BATCH)
    expect(await faults(store)).toEqual([])
    await store.close()
    expect(statSync(`${path}-wal`).size).toBe(0)
  })

  test('wait for one that does not end, and say so', async () => {
    const slow = await openStore(path)
    const hasty = await openStore(path, { patienceMs: 30 })
    let finish = (): void => undefined
    const work = slow.write(() => new Promise<void>((done) => (finish = done)))
    await expect(hasty.write(() => Promise.resolve())).rejects.toMatchObject({ code: 'store-busy' })
    finish()
    await work
    await hasty.write((writer) => writer.setSetting('a', 'b'))
    expect(await slow.setting('a')).toBe('b')
    await hasty.close()
    await slow.close()
  })
})

function itemAt(index: number): Item {
  const reading = readingOf({
    title: `Report ${index}`,
    claims: [{ sentence: `Shell number ${index} fell on the town.` }],
  })
  return { capture: captureAt(index), reading: storedReading(index, reading) }
}

async function faults(store: RecordStore): Promise<readonly string[]> {
  const found: string[] = []
  for await (const fault of store.check()) found.push(fault)
  return found
}

async function faultsOfLog(path: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { message } of verifyLog(path)) found.push(message)
  return found
}

async function faultsOfFile(path: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { message } of verifySums(path)) found.push(message)
  return found
}
