import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openIncidentStore, removeIncidentStore } from '../../src/adapters/incidents/open-incident-store.ts'
import { Connection } from '../../src/adapters/sqlite/connection.ts'
import type { IncidentStore } from '../../src/ports/incident-store.ts'
import { incidentRecord, placedReport } from './made-up-incidents.ts'

const CHILD = resolve(import.meta.dirname, '../support/write-incidents.mjs')
/** Rounds of killing; more of them with CAIRN_KILLS=100. */
const KILLS = Number(process.env['CAIRN_KILLS'] ?? 4)
const STATE = { version: 'rules 1, merge 1', through: 'cap-1', skipped: [], decisions: 0 }

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-incidents-'))
  path = join(folder, 'incidents.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Changes the file behind the store's back. */
function change(...statements: readonly string[]): void {
  const connection = new Connection(path, 'write')
  for (const statement of statements) connection.exec(statement)
  connection.close()
}

async function fill(reports = 30): Promise<void> {
  const store = await openIncidentStore(path)
  await store.write(async (writer) => {
    await writer.addReports(
      Array.from({ length: reports }, (_, i) => ({
        ...placedReport(`cap-${i} i-1`, `inc-${i % 3}`),
        blocks: ['b', `b${i}`],
      })),
    )
    for (const id of ['inc-0', 'inc-1']) await writer.putRecord(incidentRecord({ id }))
    await writer.setState(STATE)
  })
  await store.close()
}

async function faultsIn(store: IncidentStore): Promise<readonly string[]> {
  const found: string[] = []
  for await (const fault of store.check()) found.push(fault)
  return found
}

async function faults(): Promise<readonly string[]> {
  const store = await openIncidentStore(path, { readonly: true })
  const found = await faultsIn(store)
  await store.close()
  return found
}

describe('A file of incidents', () => {
  test('is made where there is none, by several at once, and not by one that reads', async () => {
    const reader = await openIncidentStore(path, { readonly: true })
    expect(await reader.state()).toBeNull()
    expect(await faultsIn(reader)).toEqual([])
    await reader.close()
    expect(readdirSync(folder)).toEqual([])
    const stores = await Promise.all([openIncidentStore(path), openIncidentStore(path), openIncidentStore(path)])
    await Promise.all(stores.map((store, i) => store.write((writer) => writer.markStale([`inc-${i}`]))))
    expect(await stores[0]?.stale(9)).toEqual(['inc-0', 'inc-1', 'inc-2'])
    for (const store of stores) await store.close()
    expect(await faults()).toEqual([])
  })

  test.each(['pragma user_version=99', 'pragma user_version=0'])(
    'of another shape is empty for who reads, and made again by who writes: %s',
    async (statement) => {
      await fill()
      change(statement)
      const reader = await openIncidentStore(path, { readonly: true })
      expect(await reader.state()).toBeNull()
      expect(await reader.counts()).toMatchObject({ reports: 0 })
      const store = await openIncidentStore(path)
      expect(await store.state()).toBeNull()
      await store.write((writer) => writer.setState(STATE))
      expect(await reader.state()).toEqual(STATE)
      await reader.close()
      await store.close()
      expect(await faults()).toEqual([])
    },
  )

  test('of which only parts are left is made again', async () => {
    await fill()
    rmSync(path)
    const store = await openIncidentStore(path)
    expect(await store.state()).toBeNull()
    await store.close()
    expect(await faults()).toEqual([])
  })

  test('whose head is damaged is named, and made again by who writes', async () => {
    await fill()
    const bytes = readFileSync(path)
    bytes.write('x', 3)
    writeFileSync(path, bytes)
    expect((await faults()).length).toBe(1)
    const reader = await openIncidentStore(path, { readonly: true })
    expect(await reader.counts()).toMatchObject({ reports: 0 })
    await reader.close()
    const store = await openIncidentStore(path)
    expect(await store.state()).toBeNull()
    await store.close()
    expect(await faults()).toEqual([])
  })

  test('that is none of ours is left as it is', async () => {
    change('create table notes(note text)', 'pragma application_id=7')
    await expect(openIncidentStore(path)).rejects.toMatchObject({ code: 'bad-workspace' })
    await expect(openIncidentStore(path, { readonly: true })).rejects.toMatchObject({ code: 'bad-workspace' })
    rmSync(path)
    const note = 'Not a database, but a note of some length that somebody put here. '.repeat(100)
    writeFileSync(path, note)
    await expect(openIncidentStore(path)).rejects.toMatchObject({ code: 'bad-workspace' })
    expect(readFileSync(path, 'utf8')).toBe(note)
  })

  test('that is thrown away meanwhile is not written to by whoever has it open', async () => {
    await fill()
    const late = await openIncidentStore(path)
    await removeIncidentStore(path)
    expect(existsSync(path)).toBe(false)
    await expect(late.write((writer) => writer.setState(STATE))).rejects.toMatchObject({ code: 'bad-workspace' })
    await fill(3)
    await expect(late.write((writer) => writer.clear())).rejects.toMatchObject({ code: 'bad-workspace' })
    await late.close()
    expect(await faults()).toEqual([])
    await removeIncidentStore(path)
    await removeIncidentStore(path)
  })
})

describe('A damaged file of incidents', () => {
  test('is named for each single byte that was changed', async () => {
    await fill(200)
    const bytes = readFileSync(path)
    expect(bytes.length).toBeGreaterThan(50_000)
    const missed: number[] = []
    for (let n = 1; n <= 25; n++) {
      const offset = 100 + Math.floor(((n * 0.618) % 1) * (bytes.length - 100))
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed[offset] ?? 0) ^ 64, offset)
      writeFileSync(path, changed)
      if ((await faults()).length !== 1) missed.push(offset)
    }
    expect(missed).toEqual([])
    writeFileSync(path, bytes)
    expect(await faults()).toEqual([])
  })

  test.each([
    ['a report taken away', 'delete from reports where number = 3', /hold no report/u],
    ['a place taken away', 'delete from places where body = 3', /stand nowhere/u],
    ['a place in nothing', 'update places set incident = null where body = 3', /or neither/u],
    ['a leader taken away', 'update places set incident = null, leader = 4 where body = 3', /that is not there/u],
    ['an incident taken away', "delete from incidents where id = 'inc-2'", /in an incident that is not there/u],
    ['a list changed', "update incident_records set documents = 9 where id = 'inc-1'", /what is listed of inc-1/u],
    ['a record taken away', 'delete from incident_bodies where number = 1', /the record of inc-0 is missing/u],
    ['a record cut', 'update incident_bodies set body = substr(body, 1, 20)', /cannot be unpacked/u],
    ['words taken out of the index', 'delete from incident_words where rowid = 1', /not in the index of words/u],
    ['a page of the index emptied', "update report_blocks_data set block = x'00' where id > 10", /report_blocks/u],
  ])('is checked against itself: %s', async (_what, statement, fault) => {
    await fill()
    change(statement)
    // Sums of what was changed by SQL, so that they do not speak first.
    const store = await openIncidentStore(path)
    await store.write((writer) => writer.setState(STATE))
    const found = await faultsIn(store)
    await store.close()
    expect(found.filter((text) => fault.test(text)).length).toBeGreaterThan(0)
  })
})

test(
  `A process that is killed while it adds reports: all that was acknowledged is there, whole (${KILLS} rounds)`,
  async () => {
    await (await openIncidentStore(path)).close()
    const reader = await openIncidentStore(path, { readonly: true })
    let acknowledged = 0
    for (let round = 0; round < KILLS; round++) {
      const first = round * 100_000
      const child = spawn(process.execPath, [CHILD, path, String(first), '300', '150000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'close')
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      const acknowledgedBy = (): number => out.split('\n').length - 1
      while (acknowledgedBy() < 1 + ((round * 37) % 40) && child.exitCode === null) {
        await new Promise((wait) => setTimeout(wait, 3))
        const { reports } = await reader.counts()
        expect(reports % 5).toBe(0)
        expect((await reader.inBlocks(['all'], 1_000_000)).get('all')?.length ?? 0).toBeGreaterThanOrEqual(reports)
      }
      child.kill('SIGKILL')
      await ended
      const batches = acknowledgedBy()
      acknowledged += batches * 5
      const keys = Array.from({ length: batches * 5 }, (_, i) => `cap-${first + i} i-1`)
      expect((await reader.reports(keys)).length).toBe(keys.length)
      expect(await faults()).toEqual([])
    }
    const store = await openIncidentStore(path)
    const { reports } = await store.counts()
    // A batch may have been committed in the moment before it could be acknowledged.
    expect(reports - acknowledged).toBeGreaterThanOrEqual(0)
    expect(reports - acknowledged).toBeLessThanOrEqual(KILLS * 5)
    expect((await store.inBlocks(['all'], 1_000_000)).get('all')?.length).toBe(reports)
    await reader.close()
    await store.close()
    expect(await faults()).toEqual([])
    expect(statSync(`${path}-wal`).size).toBe(0)
  },
  60_000 + KILLS * 10_000,
)
