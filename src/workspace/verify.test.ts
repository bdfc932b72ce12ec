import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { ingestReports, openForWriting, reportItem, RULES_1 } from '../../test/support/make-workspace.ts'
import { verifyFolder } from '../../test/support/verify-folder.ts'
import { captureIdOf } from './capture-id.ts'
import { toStored } from './commit.ts'
import { toStoredReading } from './keep-readings.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-verify-'))
const original = join(folder, 'original')
const earlier = join(folder, 'earlier')
const other = join(folder, 'other')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  const take = async (at: string, numbers: readonly number[]): Promise<void> => {
    const workspace = await openForWriting(at)
    await ingestReports(workspace, numbers)
    await workspace.close()
  }
  await take(original, [0, 1, 2])
  cpSync(original, earlier, { recursive: true })
  await take(original, [3, 4, 5])
  await take(other, [0, 1, 2, 3, 4, 5])
})

async function faultsOf(at: string): Promise<readonly string[]> {
  const faults = await verifyFolder(at)
  return faults.map(({ part, reason, captureId }) => `${part} ${reason}${captureId === null ? '' : ` ${captureId}`}`)
}

const idOf = (n: number): string => captureIdOf(reportItem(n))
const warcs = (at: string): readonly string[] =>
  readdirSync(join(at, 'archive'))
    .sort()
    .map((name) => join(at, 'archive', name))
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')))
const copyDatabase = (from: string, to: string): void => {
  for (const name of readdirSync(to)) if (name.startsWith('cairn.db')) rmSync(join(to, name))
  for (const name of readdirSync(from)) if (name.startsWith('cairn.db')) cpSync(join(from, name), join(to, name))
}

test('a workspace that nobody touched', async () => {
  expect(await faultsOf(original)).toEqual([])
})

const CASES: readonly (readonly [
  what: string,
  harm: (at: string) => void | Promise<void>,
  named: readonly string[],
])[] = [
  [
    'a WARC cut short',
    (at) => truncateSync(warcs(at)[0] ?? '', readFileSync(warcs(at)[0] ?? '').length - 7),
    [`archive truncated ${idOf(2)}`],
  ],
  [
    'a WARC that was deleted',
    (at) => rmSync(warcs(at)[1] ?? ''),
    ['archive missing', ...[3, 4, 5].map((n) => `archive missing ${idOf(n)}`)],
  ],
  ['bytes behind the end of a WARC', (at) => appendFileSync(warcs(at)[0] ?? '', 'more'), ['archive stray']],
  [
    'a WARC that nobody logged',
    (at) => cpSync(warcs(other)[0] ?? '', join(at, 'archive/planted.warc.gz')),
    ['archive stray'],
  ],
  [
    'a line of the log that was deleted',
    (at) => edit(join(at, 'custody.log'), (text) => text.split('\n').toSpliced(4, 1).join('\n')),
    ['custody rewritten'],
  ],
  [
    'a line of the log that was rewritten',
    (at) => edit(join(at, 'custody.log'), (text) => text.replace('urn:cairn:line:1"', 'urn:cairn:line:9"')),
    ['custody rewritten', `database other-capture ${idOf(1)}`],
  ],
  [
    'an older copy of the whole log',
    (at) => {
      for (const name of readdirSync(earlier).filter((one) => one.startsWith('custody.')))
        cpSync(join(earlier, name), join(at, name))
    },
    ['custody truncated', 'database other-log', 'archive stray'],
  ],
  ['an older copy of the database', (at) => copyDatabase(earlier, at), ['database other-log']],
  ['the database of another workspace', (at) => copyDatabase(other, at), ['custody bad-key']],
  [
    'a checkpoint that was rewritten',
    (at) => edit(join(at, 'custody.checkpoints'), (text) => text.replace('\n2\n', '\n3\n')),
    ['custody bad-signature'],
  ],
  ['a database that is gone', (at) => rmSync(join(at, 'cairn.db')), ['database unreadable']],
  [
    'a manifest that was changed',
    (at) => edit(join(at, 'workspace.json'), (text) => text.replace('202', '201')),
    ['workspace other-manifest'],
  ],
  [
    'a capture that was put into the database past the log',
    async (at) => {
      const workspace = await openForWriting(at)
      const location = { file: 'a.warc.gz', offset: 0, length: 1, sha256: '00' }
      await workspace.store.write((writer) => writer.addCaptures([toStored(reportItem(9), idOf(9), location, 999)]))
      await workspace.close()
    },
    ['database unlogged-capture'],
  ],
  [
    'a reading that was put into the database past the log',
    async (at) => {
      const workspace = await openForWriting(at)
      const true3 = await workspace.store.reading(idOf(3), RULES_1)
      const outcome = { json: true3?.json ?? '', coverage: 'covered' as const, language: 'en', claims: 2 }
      const planted = toStoredReading({ captureId: idOf(3), outcome }, 'rules 0.0.2', '2026-11-22T10:00:00.000Z')
      await workspace.store.write((writer) => writer.addReadings([planted]))
      await workspace.close()
    },
    [`database unlogged-reading ${idOf(3)}`],
  ],
  [
    'a reading that was changed in the database past the log',
    async (at) => {
      const workspace = await openForWriting(at)
      const true3 = await workspace.store.reading(idOf(3), RULES_1)
      const json = (true3?.json ?? '').replace('"low":5', '"low":4')
      const outcome = { json, coverage: 'covered' as const, language: 'en', claims: 2 }
      const changed = toStoredReading({ captureId: idOf(3), outcome }, RULES_1, '2026-11-22T10:00:00.000Z')
      await workspace.store.write((writer) => writer.addReadings([changed]))
      await workspace.close()
    },
    [`database other-reading ${idOf(3)}`],
  ],
  [
    'what the database says of a capture',
    (at) => {
      // The write stays in the write-ahead log, as one that nobody has copied into the database yet: closing would copy it.
      const written = join(folder, 'written')
      cpSync(at, written, { recursive: true })
      const database = new Database(join(written, 'cairn.db'))
      const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all()
      for (const { name } of triggers as { readonly name: string }[]) database.exec(`drop trigger ${name}`)
      database.exec(`update captures set received_at = '2026-11-22T11:00:00.000Z' where id = '${idOf(3)}'`)
      copyDatabase(written, at)
      database.close()
    },
    [`database other-capture ${idOf(3)}`],
  ],
]

test.each(CASES)('%s is named', async (what, harm, named) => {
  const at = join(folder, what)
  cpSync(original, at, { recursive: true })
  await harm(at)
  const faults = await faultsOf(at)
  expect(faults).toEqual(expect.arrayContaining([...named]))
})
