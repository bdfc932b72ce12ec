import { appendFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustodyEntry } from '../../model/custody.ts'
import type { CustodyFault, CustodyLog, TreeHead } from '../../ports/custody-log.ts'
import { createCustodyLog } from './create-custody-log.ts'
import { encodeEntry } from './encode-entry.ts'
import { openCustodyLog } from './open-custody-log.ts'

const note = (n: number): CustodyEntry => ({
  kind: 'note',
  at: '2024-05-01T00:00:00.000Z',
  what: 'test',
  detail: { n },
})
const notes = (from: number, to: number): readonly CustodyEntry[] =>
  Array.from({ length: to - from }, (_, i) => note(from + i))
const FILES = ['custody.log', 'custody.hashes', 'custody.checkpoints'] as const

let folder: string
let log: CustodyLog
let head: TreeHead
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-recover-'))
  await createCustodyLog(folder)
  log = openCustodyLog(folder)
  await log.append(notes(0, 4))
  head = await log.append(notes(4, 9))
})
afterEach(() => rm(folder, { recursive: true }))

const sizes = async (): Promise<readonly number[]> =>
  Promise.all(FILES.map(async (file) => (await stat(join(folder, file))).size))
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')

async function faultsOf(): Promise<readonly CustodyFault[]> {
  const faults: CustodyFault[] = []
  for await (const fault of openCustodyLog(folder, { patienceMs: 10 }).verify({ head, keyName: null }))
    faults.push(fault)
  return faults
}
async function entriesOf(): Promise<readonly CustodyEntry[]> {
  const entries: CustodyEntry[] = []
  for await (const [, entry] of openCustodyLog(folder).entries()) entries.push(entry)
  return entries
}

test('a crash at any byte of an append leaves a log that recovers to whole entries, and none that was signed is lost', async () => {
  const before = await sizes()
  await log.append(notes(9, 12))
  const after = await Promise.all(FILES.map((file) => readFile(join(folder, file))))
  const [logBytes = 0, hashBytes = 0, checkpointBytes = 0] = before
  const lengths = after.map((bytes) => bytes.length)
  /** How much of each file is on the disk: the log and the hashes in any order, the checkpoint after both. */
  const states: (readonly [log: number, hashes: number, checkpoints: number])[] = []
  for (let length = logBytes; length <= (lengths[0] ?? 0); length += 7) {
    states.push(
      [length, hashBytes, checkpointBytes],
      [length, lengths[1] ?? 0, checkpointBytes],
      [length, hashBytes + 61, checkpointBytes],
    )
  }
  for (let length = checkpointBytes; length <= (lengths[2] ?? 0); length += 5) {
    states.push([lengths[0] ?? 0, lengths[1] ?? 0, length])
  }
  for (const state of states) {
    for (const [i, file] of FILES.entries()) await writeFile(join(folder, file), after[i]?.subarray(0, state[i]) ?? '')
    const crashed = openCustodyLog(folder)
    await crashed.recover()
    const entries = await entriesOf()
    expect(entries).toEqual(notes(0, entries.length))
    expect(entries.length).toBeGreaterThanOrEqual(9)
    expect((await crashed.append([note(entries.length)])).size).toBe(entries.length + 1)
    expect(await faultsOf()).toEqual([])
  }
})

describe('what recovery does, and says', () => {
  test.each<[what: string, crash: () => Promise<unknown>, said: readonly string[], size: number]>([
    ['nothing to do', async () => undefined, [], 9],
    [
      'a torn entry',
      () => appendFile(join(folder, 'custody.log'), '{"at":"2024'),
      ['cut off 11 bytes of an unfinished entry behind entry 9'],
      9,
    ],
    [
      'whole entries without a checkpoint',
      () =>
        appendFile(
          join(folder, 'custody.log'),
          Buffer.concat(notes(9, 11).flatMap((n) => [encodeEntry(n), Buffer.from('\n')])),
        ),
      ['signed 2 entries that a crash had left without a checkpoint (from entry 9 on)'],
      11,
    ],
    [
      'a whole entry, then zeros as a power cut leaves them',
      () =>
        appendFile(
          join(folder, 'custody.log'),
          Buffer.concat([encodeEntry(note(9)), Buffer.from('\n'), Buffer.alloc(300)]),
        ),
      [
        'cut off 300 bytes of an unfinished entry behind entry 10',
        'signed 1 entries that a crash had left without a checkpoint (from entry 9 on)',
      ],
      10,
    ],
    [
      'a torn checkpoint',
      () => appendFile(join(folder, 'custody.checkpoints'), 'cairn.custody/12\n13\n'),
      ['cut off 20 bytes of an unfinished checkpoint'],
      9,
    ],
    ['lost hashes', () => rm(join(folder, 'custody.hashes')), ['computed custody.hashes again from 9 entries'], 9],
    [
      'damaged hashes',
      () => writeFile(join(folder, 'custody.hashes'), Buffer.alloc(999, 7)),
      ['computed custody.hashes again from 9 entries'],
      9,
    ],
  ])('%s', async (_, crash, said, size) => {
    await crash()
    expect(await log.recover()).toEqual(said)
    expect((await log.head()).size).toBe(size)
    expect(await faultsOf()).toEqual([])
    expect(await log.recover()).toEqual([])
  })

  test.each<[what: string, damage: () => Promise<unknown>]>([
    [
      'a signed entry is gone',
      async () => truncate(join(folder, 'custody.log'), (await read('custody.log')).length - 1),
    ],
    [
      'a signed entry was rewritten and the hashes are gone',
      async () => {
        await writeFile(join(folder, 'custody.log'), (await read('custody.log')).replace('"n":3', '"n":7'))
        await rm(join(folder, 'custody.hashes'))
      },
    ],
    [
      'the last checkpoint was changed',
      async () =>
        writeFile(join(folder, 'custody.checkpoints'), (await read('custody.checkpoints')).replace('\n9\n', '\n8\n')),
    ],
    ['the checkpoints are gone', () => truncate(join(folder, 'custody.checkpoints'))],
  ])('no crash does this, so that nothing is touched: %s', async (_, damage) => {
    await damage()
    const before = await sizes().catch(() => null)
    await expect(log.recover()).rejects.toMatchObject({ code: 'bad-workspace' })
    await expect(log.append([note(9)])).rejects.toMatchObject({ code: 'bad-workspace' })
    expect(await sizes().catch(() => null)).toEqual(before)
    expect(await faultsOf()).not.toEqual([])
  })
})

test('an append behind an end that a crash left unfinished is refused until it is recovered', async () => {
  await appendFile(join(folder, 'custody.log'), '{"at"')
  await expect(log.append([note(9)])).rejects.toMatchObject({ code: 'bad-workspace' })
  await log.recover()
  expect((await log.append([note(9)])).size).toBe(10)
})

describe('making a log', () => {
  test('where there is one is refused, and changes nothing', async () => {
    const before = await Promise.all([...FILES, 'custody.pub', 'keys/custody.key'].map(read))
    await expect(createCustodyLog(folder)).rejects.toMatchObject({ code: 'bad-workspace' })
    expect(await Promise.all([...FILES, 'custody.pub', 'keys/custody.key'].map(read))).toEqual(before)
  })

  test('goes on after a crash that left a key and no checkpoint', async () => {
    await truncate(join(folder, 'custody.checkpoints'))
    await truncate(join(folder, 'custody.log'))
    await createCustodyLog(folder)
    expect((await openCustodyLog(folder).append([note(0)])).size).toBe(1)
  })

  test('the private key can be read by its owner alone', async () => {
    expect((await stat(join(folder, 'keys/custody.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'keys'))).mode & 0o077).toBe(0)
  })
})

describe('a full disk', () => {
  /** Opens files whose writes fail once `budget.bytes` have been written; the last write before that is a partial one. */
  const fullAfter =
    (budget: { bytes: number }) =>
    async (path: string, flags: string): Promise<FileHandle> => {
      const file = await open(path, flags)
      const write = file.write.bind(file) as (
        b: Buffer,
        o: number,
        l: number,
        p: number,
      ) => Promise<{ bytesWritten: number }>
      const limited = async (bytes: Buffer, offset: number, length: number, position: number): Promise<unknown> => {
        if (budget.bytes <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
        const part = Math.min(length, budget.bytes)
        budget.bytes -= part
        return write(bytes, offset, part, position)
      }
      return Object.assign(file, { write: limited })
    }

  test.each([0, 1, 50, 200, 300, 350, 500, 600, 700])(
    'after %i bytes: the files are as they were, and later it goes on',
    async (bytes) => {
      const before = await Promise.all(FILES.map(read))
      const cramped = openCustodyLog(folder, { open: fullAfter({ bytes }) })
      await expect(cramped.append(notes(9, 13))).rejects.toMatchObject({ code: 'disk-full' })
      expect(await Promise.all(FILES.map(read))).toEqual(before)
      expect(await log.head()).toEqual(head)
      expect((await log.append(notes(9, 13))).size).toBe(13)
      expect(await faultsOf()).toEqual([])
    },
  )
})
