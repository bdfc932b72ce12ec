import { appendFile, cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CustodyEntry } from '../../model/custody.ts'
import type { CustodyAnchor, CustodyFault, TreeHead } from '../../ports/custody-log.ts'
import { createCustodyLog } from './create-custody-log.ts'
import { openCustodyLog } from './open-custody-log.ts'

/** How many single bytes are flipped, one at a time: `CAIRN_FLIPS=1000` for the long form. */
const FLIPS = Number(process.env['CAIRN_FLIPS'] ?? 200)
const FILES = ['custody.log', 'custody.checkpoints', 'custody.pub', 'custody.hashes', 'keys/custody.key'] as const

const decision = (n: number): CustodyEntry => ({
  kind: 'decision',
  at: new Date(Date.UTC(2024, 4, 1, 0, n)).toISOString(),
  decisionId: `decision-${n}`,
  sha256: n.toString(16).padStart(64, '0'),
})
const decisions = (from: number, to: number): readonly CustodyEntry[] =>
  Array.from({ length: to - from }, (_, i) => decision(from + i))

let folder: string
let head: TreeHead
let keyName: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-verify-'))
  await createCustodyLog(folder)
  const log = openCustodyLog(folder)
  await log.append(decisions(0, 10))
  await log.append(decisions(10, 11))
  await log.append(decisions(11, 37))
  head = await log.append(decisions(37, 40))
  keyName = await log.keyName()
})
afterAll(() => rm(folder, { recursive: true }))

async function verifyFolder(path: string, anchor?: CustodyAnchor, patienceMs = 10): Promise<readonly CustodyFault[]> {
  const faults: CustodyFault[] = []
  for await (const fault of openCustodyLog(path, { patienceMs }).verify(anchor ?? { head: null, keyName: null }))
    faults.push(fault)
  return faults
}

/** A copy of the log with something done to it, and what `verify` says of that. */
async function verifyDamaged(
  damage: (copy: string) => Promise<unknown>,
  anchor?: CustodyAnchor,
  patienceMs?: number,
): Promise<readonly CustodyFault[]> {
  const copy = await mkdtemp(join(tmpdir(), 'cairn-damaged-'))
  try {
    await cp(folder, copy, { recursive: true })
    await damage(copy)
    return await verifyFolder(copy, anchor, patienceMs)
  } finally {
    await rm(copy, { recursive: true })
  }
}

async function flip(path: string, offset: number, mask: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ mask
  await writeFile(path, bytes)
}

const editLines = async (path: string, edit: (lines: string[]) => readonly string[]): Promise<void> =>
  writeFile(path, edit((await readFile(path, 'utf8')).split('\n')).join('\n'))

test('the log as it was written has no fault', async () => {
  expect(await verifyFolder(folder, { head, keyName })).toEqual([])
})

test(`each of ${FLIPS} single bytes flipped in any of the files is found and named`, async () => {
  // A fixed sequence, so that a miss can be repeated.
  let state = 20240501
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const missed: string[] = []
  for (let i = 0; i < FLIPS; i++) {
    const file = FILES[i % FILES.length] ?? 'custody.log'
    const offset = next((await readFile(join(folder, file))).length)
    const mask = 1 << next(8)
    const faults = await verifyDamaged((copy) => flip(join(copy, file), offset, mask))
    const name = file === 'keys/custody.key' ? 'custody.key' : file
    const isNamed = faults.some(
      ({ index, message }) => message.includes(name) && (file !== 'custody.log' || index !== null),
    )
    if (!isNamed) missed.push(`${file} byte ${offset} mask ${mask}: ${JSON.stringify(faults)}`)
  }
  expect(missed).toEqual([])
}, 600_000)

test('each entry of the log is named by its position when a byte of it is flipped', async () => {
  const lines = (await readFile(join(folder, 'custody.log'), 'utf8')).split('\n')
  let start = 0
  for (let index = 0; index < 40; index++) {
    const offset = start + 30
    const [fault] = await verifyDamaged((copy) => flip(join(copy, 'custody.log'), offset, 1))
    expect(fault).toMatchObject({ index, reason: 'rewritten' })
    expect(fault?.message).toContain(`line ${index + 1} `)
    start += (lines[index] ?? '').length + 1
  }
})

describe('what is found, and how it is named', () => {
  test.each<[what: string, damage: (copy: string) => Promise<unknown>, expected: readonly Partial<CustodyFault>[]]>([
    [
      'a rewritten line',
      (copy) =>
        editLines(join(copy, 'custody.log'), (lines) =>
          lines.with(12, lines[12]?.replace('decision-12', 'decision-99') ?? ''),
        ),
      [
        {
          index: 12,
          reason: 'rewritten',
          message: 'custody.log: line 13 is not what was logged; it now says: decision decision-99',
        },
      ],
    ],
    [
      'a deleted line',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => lines.toSpliced(20, 1)),
      [
        {
          index: 20,
          reason: 'rewritten',
          message:
            'custody.log: an entry is missing before line 21, which now says: decision decision-21; 18 later lines differ too',
        },
        { index: 39, reason: 'truncated', message: 'custody.log ends after 39 entries, a checkpoint signs 40' },
      ],
    ],
    [
      'a deleted first line',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => lines.slice(1)),
      [
        { index: 0, reason: 'rewritten' },
        { index: 39, reason: 'truncated' },
      ],
    ],
    [
      'an inserted line',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => lines.toSpliced(20, 0, lines[3] ?? '')),
      [
        { index: 20, reason: 'rewritten' },
        { index: 40, reason: 'bad-checkpoint' },
      ],
    ],
    [
      'two lines that changed places',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => lines.with(4, lines[5] ?? '').with(5, lines[4] ?? '')),
      [{ index: 4, reason: 'rewritten' }],
    ],
    [
      'a log cut after a line',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => [...lines.slice(0, 30), '']),
      [{ index: 30, reason: 'truncated' }],
    ],
    [
      'a log cut inside a line',
      (copy) => editLines(join(copy, 'custody.log'), (lines) => [...lines.slice(0, 30), '{"at":']),
      [
        { index: 30, reason: 'truncated' },
        { index: 30, reason: 'torn' },
      ],
    ],
    ['an emptied log', (copy) => truncate(join(copy, 'custody.log')), [{ index: 0, reason: 'truncated' }]],
    ['a log that is gone', (copy) => rm(join(copy, 'custody.log')), [{ index: null, reason: 'unreadable' }]],
    [
      'lines that nobody signed',
      (copy) => appendFile(join(copy, 'custody.log'), '{"a":1}\n{"b":2}\n'),
      [
        {
          index: 40,
          reason: 'bad-checkpoint',
          message:
            'custody.log: 2 lines behind the 40 signed entries are signed by no checkpoint; the first says: "{"a":1}"',
        },
      ],
    ],
    ['a torn last line', (copy) => appendFile(join(copy, 'custody.log'), '{"a"'), [{ index: 40, reason: 'torn' }]],
    [
      'checkpoints that are gone from the end',
      (copy) => editLines(join(copy, 'custody.checkpoints'), (lines) => [...lines.slice(0, 20), '']),
      [
        { index: 37, reason: 'bad-checkpoint' },
        { index: null, reason: 'bad-hashes' },
      ],
    ],
    [
      'a torn last checkpoint',
      (copy) => appendFile(join(copy, 'custody.checkpoints'), 'cairn.cust'),
      [{ index: null, reason: 'bad-checkpoint' }],
    ],
    [
      'a checkpoint written twice',
      (copy) => editLines(join(copy, 'custody.checkpoints'), (lines) => [...lines.slice(0, -1), ...lines.slice(-6)]),
      [
        {
          index: null,
          reason: 'bad-checkpoint',
          message: 'custody.checkpoints, line 26: size 40 does not follow size 40',
        },
      ],
    ],
    [
      'a checkpoint over another size',
      (copy) => editLines(join(copy, 'custody.checkpoints'), (lines) => lines.with(6, '9')),
      [{ index: null, reason: 'bad-signature' }],
    ],
    ['hashes that are gone', (copy) => rm(join(copy, 'custody.hashes')), [{ index: null, reason: 'bad-hashes' }]],
    [
      'hashes cut short',
      (copy) => truncate(join(copy, 'custody.hashes'), 900),
      [{ index: null, reason: 'bad-hashes' }],
    ],
    [
      'bytes behind the hashes',
      (copy) => appendFile(join(copy, 'custody.hashes'), 'x'),
      [{ index: null, reason: 'bad-hashes' }],
    ],
    ['a key that is gone', (copy) => rm(join(copy, 'keys/custody.key')), [{ index: null, reason: 'bad-key' }]],
    ['a public key that is gone', (copy) => rm(join(copy, 'custody.pub')), [{ index: null, reason: 'bad-key' }]],
  ])('%s', async (_, damage, expected) => {
    const faults = await verifyDamaged(damage)
    expect(faults).toMatchObject(expected)
    expect(faults).toHaveLength(expected.length)
  })

  test('a log rewritten together with its hashes: the checkpoints say between which sizes', async () => {
    const other = await mkdtemp(join(tmpdir(), 'cairn-other-'))
    await createCustodyLog(other)
    await openCustodyLog(other).append([...decisions(0, 10), ...decisions(10, 15), decision(99), ...decisions(16, 40)])
    const faults = await verifyDamaged(async (copy) => {
      for (const file of ['custody.log', 'custody.hashes']) await cp(join(other, file), join(copy, file))
    })
    expect(faults).toMatchObject([{ index: 11, reason: 'rewritten' }])
    expect(faults[0]?.message).toContain('entries 11 to 36 are not what the checkpoint of size 37 signs')
    await rm(other, { recursive: true })
  })

  test('everything written anew with another key is seen by the anchor alone', async () => {
    const other = await mkdtemp(join(tmpdir(), 'cairn-other-'))
    await createCustodyLog(other)
    await openCustodyLog(other).append([...decisions(0, 39), decision(77)])
    expect(await verifyFolder(other)).toEqual([])
    expect(await verifyFolder(other, { head, keyName })).toMatchObject([{ reason: 'bad-key' }, { reason: 'rewritten' }])
    await rm(other, { recursive: true })
  })

  test('an older copy of everything is seen by the anchor alone', async () => {
    const older = await mkdtemp(join(tmpdir(), 'cairn-older-'))
    await cp(folder, older, { recursive: true })
    const log = openCustodyLog(folder)
    const later = await log.append(decisions(40, 42))
    expect(await verifyFolder(older, { head, keyName })).toEqual([])
    expect(await verifyFolder(older, { head: later, keyName })).toMatchObject([{ index: 40, reason: 'truncated' }])
    await rm(folder, { recursive: true })
    await cp(older, folder, { recursive: true })
    await rm(older, { recursive: true })
  })

  test('a writer at work is no fault', async () => {
    const faults = verifyDamaged(
      async (copy) => {
        const log = openCustodyLog(copy)
        await log.append(decisions(40, 44))
        const whole = await readFile(join(copy, 'custody.checkpoints'))
        // As if the last checkpoint were not written yet, and then is.
        await truncate(join(copy, 'custody.checkpoints'), whole.length - 100)
        setTimeout(() => void writeFile(join(copy, 'custody.checkpoints'), whole), 300)
      },
      undefined,
      5000,
    )
    expect(await faults).toEqual([])
  })
})
