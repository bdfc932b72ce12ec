import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { Connection } from '../connection.ts'
import { indexLog } from './write-ahead-log.ts'

const PAGE = 4096
const FRAME = PAGE + 24
const HEAD = 32

describe('The write-ahead log', () => {
  let folder = ''
  let path = ''
  let log = ''
  let connection: Connection
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-log-'))
    path = join(folder, 'a.db')
    log = `${path}-wal`
    connection = new Connection(path, 'write')
    connection.exec(`pragma page_size=${PAGE}`)
    connection.exec('pragma journal_mode=wal')
    connection.exec('pragma wal_autocheckpoint=0')
    connection.exec('create table words(word text)')
    connection.exec("insert into words values ('one'), ('two')")
  })
  afterEach(() => {
    connection.close()
    rmSync(folder, { recursive: true })
  })

  const flip = (offset: number): void => {
    const bytes = readFileSync(log)
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 4, offset)
    writeFileSync(log, bytes)
  }

  test('is indexed as SQLite reads it: the last committed content of every page', async () => {
    const { frames, pages, offsets, damage, pageSize } = await indexLog(log)
    // Creating the table writes pages 1 and 2, the insert page 2 again.
    expect({ frames, pages, damage, pageSize }).toEqual({ frames: 3, pages: 2, damage: null, pageSize: PAGE })
    expect([...offsets]).toEqual([
      [1, HEAD + 24],
      [2, HEAD + 2 * FRAME + 24],
    ])
    expect(connection.first('pragma wal_checkpoint(passive)')).toMatchObject({ log: 3, checkpointed: 3 })
  })

  test('that is missing or empty holds nothing', async () => {
    expect(await indexLog(join(folder, 'none'))).toMatchObject({ frames: 0, pages: 0, damage: null })
    writeFileSync(join(folder, 'empty'), '')
    expect(await indexLog(join(folder, 'empty'))).toMatchObject({ frames: 0, pages: 0, damage: null })
  })

  test('ends before a transaction that was not committed, and that is no damage', async () => {
    connection.exec('pragma cache_size=1')
    connection.exec('begin')
    for (let i = 0; i < 200; i++) connection.run('insert into words values (?)', 'x'.repeat(1000))
    expect(readFileSync(log).length).toBeGreaterThan(HEAD + 10 * FRAME)
    expect(await indexLog(log)).toMatchObject({ frames: 3, pages: 2, damage: null })
    connection.exec('rollback')
    connection.exec("insert into words values ('three')")
    expect(await indexLog(log)).toMatchObject({ frames: 4, damage: null })
  })

  test('that was cut in a frame ends before it', async () => {
    const bytes = readFileSync(log)
    writeFileSync(log, bytes.subarray(0, bytes.length - 100))
    expect(await indexLog(log)).toMatchObject({ frames: 2, damage: null })
  })

  test('may go on with frames of an earlier round', async () => {
    for (let i = 0; i < 50; i++) connection.run('insert into words values (?)', 'x'.repeat(1000))
    connection.exec('pragma wal_checkpoint(restart)')
    connection.exec("insert into words values ('three')")
    const { frames, damage } = await indexLog(log)
    expect({ frames, damage }).toEqual({ frames: 1, damage: null })
  })

  test.each([
    { part: 'its head', offset: 9, frames: 0, at: 0 },
    { part: 'the salt of its head', offset: 17, frames: 0, at: 0 },
    { part: 'the page number of its first frame', offset: HEAD + 3, frames: 0, at: HEAD },
    { part: 'the content of its first frame', offset: HEAD + 24 + 1000, frames: 0, at: HEAD },
    { part: 'the checksum of its second frame', offset: HEAD + FRAME + 17, frames: 0, at: HEAD + FRAME },
    {
      part: 'the content of its last commit',
      offset: HEAD + 2 * FRAME + 24 + PAGE - 1,
      frames: 2,
      at: HEAD + 2 * FRAME,
    },
  ])('names where it breaks off when one bit of $part is flipped', async ({ offset, frames, at }) => {
    flip(offset)
    const index = await indexLog(log)
    expect(index.frames).toBe(frames)
    expect(index.damage?.offset).toBe(at)
  })

  test('with bytes behind its last frame is as it was', async () => {
    appendFileSync(log, Buffer.alloc(FRAME + 10, 7))
    expect(await indexLog(log)).toMatchObject({ frames: 3, damage: null })
  })
})
