import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openStore } from '../../src/adapters/store/open-store.ts'
import { Connection } from '../../src/adapters/sqlite/connection.ts'
import { captureAt, NEWER_RULES, readingOf, RULES, storedReading } from './made-up-record.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-open-'))
  path = join(folder, 'cairn.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Changes the database behind the store's back. */
function change(...statements: readonly string[]): void {
  const connection = new Connection(path, 'write')
  for (const statement of statements) connection.exec(statement)
  connection.close()
}

async function fill(): Promise<void> {
  const store = await openStore(path)
  await store.write(async (writer) => {
    await writer.setSetting('producer', RULES)
    for (const index of [1, 2, 3]) {
      const reading = readingOf({
        title: `Report ${index}`,
        claims: [{ sentence: `Shell ${index} fell.`, figure: {} }, { sentence: 'Nobody else came.' }],
      })
      await writer.addCaptures([captureAt(index)])
      await writer.addReadings([storedReading(index, reading)])
    }
    await writer.addReadings([storedReading(1, readingOf({ claims: [] }), { producer: NEWER_RULES })])
  })
  await store.close()
}

async function faults(): Promise<readonly string[]> {
  const store = await openStore(path, { readonly: true })
  const found: string[] = []
  for await (const fault of store.check()) found.push(fault)
  await store.close()
  return found
}

describe('A store is opened', () => {
  test('for reading only where there is a record, which is left as it is', async () => {
    await expect(openStore(path, { readonly: true })).rejects.toMatchObject({ code: 'no-workspace' })
    expect(readdirSync(folder)).toEqual([])
    await fill()
    const before = statSync(path).mtimeMs
    const store = await openStore(path, { readonly: true })
    expect((await store.counts(RULES)).readings).toBe(3)
    await expect(store.write(() => Promise.resolve())).rejects.toMatchObject({ code: 'bad-usage' })
    await store.close()
    expect(statSync(path).mtimeMs).toBe(before)
  })

  test('from a path with characters that mean something in a URI', async () => {
    path = join(folder, 'a ?mode=rw#%20ü.db')
    await fill()
    const store = await openStore(path, { readonly: true })
    expect((await store.counts(RULES)).readings).toBe(3)
    await store.close()
  })

  test('by the version that wrote it or a newer one', async () => {
    await fill()
    change('pragma user_version=99')
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'bad-workspace',
      message: expect.stringMatching(
        /newer version of Cairn \(tables 99, here \d+\)\. Update Cairn; nothing was changed/u,
      ),
    })
    await expect(openStore(path, { readonly: true })).rejects.toMatchObject({ code: 'bad-workspace' })
  })

  test('only when it is ours', async () => {
    change('create table notes(note text)', 'pragma application_id=7')
    await expect(openStore(path)).rejects.toMatchObject({ code: 'bad-workspace' })
    rmSync(path)
    writeFileSync(path, 'Not a database, but a note of some length that somebody put here. '.repeat(100))
    await expect(openStore(path)).rejects.toMatchObject({ code: 'bad-workspace' })
    await expect(openStore(path, { readonly: true })).rejects.toMatchObject({ code: 'bad-workspace' })
  })

  test('by two at once, although none is there yet', async () => {
    const stores = await Promise.all([openStore(path), openStore(path), openStore(path)])
    await Promise.all(stores.map((store, i) => store.write((writer) => writer.setSetting(`s${i}`, 'x'))))
    expect((await stores[0]?.settings())?.length).toBe(3)
    for (const store of stores) await store.close()
    expect(await faults()).toEqual([])
  })

  test('again after it was closed twice', async () => {
    const store = await openStore(path)
    await store.close()
    await store.close()
    await fill()
    expect(await faults()).toEqual([])
  })
})

describe('What is kept', () => {
  test.each([
    { what: 'a capture changed', statement: "update captures set resource = 'x' where custody_index = 1" },
    { what: 'a capture deleted', statement: 'delete from captures where custody_index = 3' },
    { what: 'a capture written over', statement: 'insert or replace into captures select * from captures' },
    { what: 'a reading deleted', statement: 'delete from readings' },
    { what: 'its JSON deleted', statement: 'delete from reading_bodies' },
    {
      what: 'a reading given to another producer',
      statement: 'update readings set producer = 2 where producer = 1 and custody_index = 3',
    },
    { what: 'a producer renamed', statement: "update producers set name = 'rules 9'" },
  ])('cannot be changed by SQL: $what', async ({ statement }) => {
    await fill()
    const connection = new Connection(path, 'write')
    connection.exec('pragma recursive_triggers=on')
    expect(() => connection.exec(statement)).toThrow(/never|replaced by its own producer/u)
    connection.close()
    expect(await faults()).toEqual([])
  })

  test.each([
    {
      what: 'a claim taken away',
      statement: 'delete from claims where custody_index = 2 and position = 1',
      fault: /claims do not agree/u,
    },
    {
      what: 'a figure changed',
      statement: 'update claims set low = 900 where custody_index = 2 and position = 0',
      fault: /claims do not agree/u,
    },
    {
      what: 'a claim added',
      statement:
        "insert into claims select dataset_id, producer, custody_index, 7, 'c-x', kind, measure, who, low, high, scope, stance, claimant, place_name, place_written, country, lat, lon, when_start, when_end from claims where custody_index = 1 and position = 0",
      fault: /claims do not agree/u,
    },
    {
      what: 'an incident report taken away',
      statement: 'delete from incident_reports where custody_index = 2',
      fault: /incident reports do not agree/u,
    },
    {
      what: 'a title changed',
      statement: "update readings set title = 'Other' where custody_index = 2",
      fault: /row does not agree/u,
    },
    {
      what: 'a digest changed',
      statement: "update readings set sha256 = 'ff' where custody_index = 2",
      fault: /does not have the digest/u,
    },
    {
      what: 'the JSON changed',
      statement:
        'update reading_bodies set body = (select body from reading_bodies where custody_index = 3) where custody_index = 2',
      fault: /does not have the digest/u,
    },
    {
      what: 'the JSON cut',
      statement: 'update reading_bodies set body = substr(body, 1, 40) where custody_index = 2',
      fault: /cannot be unpacked/u,
    },
    {
      what: 'a capture taken off the ledger',
      statement: 'delete from ledger where custody_index = 2',
      fault: /the ledger does not say so/u,
    },
    {
      what: 'a capture put on the ledger',
      statement: "insert into ledger values ('default', 'read', 'rules 1.1.0', 2, 'done', null, 'now')",
      fault: /have no reading/u,
    },
    {
      what: 'words taken out of the index',
      statement: 'delete from claim_text where rowid = (select min(rowid) from claim_text)',
      fault: /claim_text: 1 of 6 rows/u,
    },
    {
      what: 'words added to the index',
      statement: "insert into document_text(rowid, outlet, title, body) values (99, '', '', 'x')",
      fault: /document_text: 5 entries for 4/u,
    },
    {
      what: 'a page of the index emptied',
      statement: "update claim_text_data set block = x'00' where id > 10",
      fault: /claim_text|malformed|damaged/u,
    },
  ])('is checked against its JSON: $what', async ({ statement, fault }) => {
    await fill()
    change('pragma foreign_keys=off', statement)
    const found = await faults()
    expect(found.filter((text) => fault.test(text)).length).toBeGreaterThan(0)
  })
})

/** A small file system that can be filled, where the machine lets us make one. */
function mountSmallDisk(target: string): boolean {
  mkdirSync(target)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', target]).status === 0
}
const CAN_MOUNT = process.getuid?.() === 0 && canMountHere()
function canMountHere(): boolean {
  const target = join(mkdtempSync(join(tmpdir(), 'cairn-mount-')), 'disk')
  const isMounted = mountSmallDisk(target)
  if (isMounted) spawnSync('umount', [target])
  return isMounted
}

describe('A full disk', () => {
  test.runIf(CAN_MOUNT)('fails the write and nothing else; the store goes on when there is space again', async () => {
    const disk = join(folder, 'disk')
    expect(mountSmallDisk(disk)).toBe(true)
    try {
      path = join(disk, 'cairn.db')
      const ballast = join(disk, 'ballast')
      writeFileSync(ballast, Buffer.alloc(2 << 20))
      const store = await openStore(path, { logLimitBytes: 1 << 20 })
      const writeOne = (index: number): Promise<void> =>
        store.write(async (writer) => {
          const claims = Array.from({ length: 40 }, (_, i) => ({
            sentence: `Shell ${index * 31 + i} of ${i ** 7} fell.`,
          }))
          await writer.addCaptures([captureAt(index)])
          await writer.addReadings([storedReading(index, readingOf({ title: `Report ${index}`, claims }))])
        })
      let written = 0
      const fillUp = async (): Promise<unknown> => {
        for (; written < 2000; written++) {
          try {
            await writeOne(written)
          } catch (error) {
            return error
          }
        }
        return null
      }
      const error = await fillUp()
      expect(error).toMatchObject({ code: 'disk-full', message: expect.stringContaining('Free some space') })
      expect(written).toBeGreaterThan(20)
      expect((await store.counts(RULES)).readings).toBe(written)
      expect(await fillUp()).toMatchObject({ code: 'disk-full' })
      rmSync(ballast)
      await writeOne(written)
      expect((await store.counts(RULES)).readings).toBe(written + 1)
      await store.close()
      expect(await faults()).toEqual([])
      expect(existsSync(`${path}.sums.tmp`)).toBe(false)
    } finally {
      spawnSync('umount', ['-l', disk])
    }
  })
})
