import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'

import { ingestReports, openForWriting, reportItem, RULES_1 } from '../../test/support/make-workspace.ts'
import { verifyFolder } from '../../test/support/verify-folder.ts'
import type { CustodyEntry } from '../model/custody.ts'
import { captureIdOf } from './capture-id.ts'
import { commit } from './commit.ts'
import type { Workspace } from './workspace.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-commit-'))
let folder = ''
let workspace: Workspace
beforeEach(async () => {
  folder = join(mkdtempSync(join(root, 'w-')), 'workspace')
  workspace = await openForWriting(folder)
  await ingestReports(workspace, [0, 1])
})
afterEach(() => workspace.close())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const idOf = (n: number): string => captureIdOf(reportItem(n))
const archived = (): readonly string[] =>
  readdirSync(join(folder, 'archive'))
    .sort()
    .map((name) => join(folder, 'archive', name))

async function faults(): Promise<readonly string[]> {
  return (await verifyFolder(folder)).map(({ message }) => message)
}

/** What a run has done when it is killed between the log and the store. */
async function logWithoutStoring(n: number): Promise<void> {
  const item = reportItem(n)
  const captureId = idOf(n)
  const { heads, locations } = await workspace.archive.append([{ captureId, item }])
  const { receivedAt, resource, payloadSha256 } = item
  const at = receivedAt
  await workspace.custody.append([
    ...heads.map((location): CustodyEntry => ({ kind: 'archive-head', at, location })),
    ...locations.map((location): CustodyEntry => {
      const { session } = workspace
      return { kind: 'capture', at, captureId, receivedAt, resource, payloadSha256, location, session }
    }),
  ])
}

async function reopen(): Promise<void> {
  await workspace.close()
  workspace = await openForWriting(folder)
}

describe('a run that was killed between the log and the store', () => {
  test('is rolled forward by the next write, and its capture is read', async () => {
    await logWithoutStoring(7)
    await reopen()
    expect(await workspace.store.capture(idOf(7))).toMatchObject({ id: idOf(7), resource: 'urn:cairn:line:7' })
    const { counts } = await ingestReports(workspace, [7])
    expect(counts).toMatchObject({ captured: 0, known: 1, resumed: 1, read: 1 })
    expect(await workspace.store.reading(idOf(7), RULES_1)).not.toBeNull()
    expect(await faults()).toEqual([])
  })

  test('is rolled forward by another run that is at work, whatever that run does', async () => {
    await logWithoutStoring(8)
    await commit(workspace, ({ writer }) => writer.setSetting('x', 'y'))
    expect(await workspace.store.capture(idOf(8))).not.toBeNull()
    expect(await faults()).toEqual([])
  })

  test('is not rolled forward from an archive that cannot give what was logged', async () => {
    await logWithoutStoring(9)
    await workspace.close()
    rmSync(archived()[0] ?? '')
    const opened = openForWriting(folder)
    await expect(opened).rejects.toMatchObject({ code: 'bad-workspace', message: /which the archive cannot give/u })
  })

  test('a log that was cut back is not written to', async () => {
    await workspace.close()
    for (const name of ['custody.log', 'custody.checkpoints', 'custody.hashes']) writeFileSync(join(folder, name), '')
    await expect(openForWriting(folder)).rejects.toMatchObject({ code: 'bad-workspace' })
  })
})

describe('the archive is cleared when a workspace is opened for writing', () => {
  /** A process that has just ended. */
  const DEAD = 'cairn-20260101T000000000Z-4194303-0a0b0c0d.warc.gz'

  test('of what a dead writer had written and nobody was told about', async () => {
    await workspace.close()
    const [first = ''] = archived()
    const { size } = statSync(first)
    appendFileSync(first, 'half a record')
    writeFileSync(join(folder, 'archive', DEAD), 'a file of its own')
    workspace = await openForWriting(folder)
    expect(statSync(first).size).toBe(size)
    expect(existsSync(join(folder, 'archive', DEAD))).toBe(false)
    expect(await faults()).toEqual([])
  })

  test('but not of what a living writer has underway', async () => {
    const other = await openForWriting(folder)
    await other.archive.append([{ captureId: idOf(5), item: reportItem(5) }])
    const before = archived().map((path) => statSync(path).size)
    await reopen()
    expect(archived().map((path) => statSync(path).size)).toEqual(before)
    await other.close()
    await reopen()
    expect(archived()).toHaveLength(1)
  })

  test('never of logged bytes, whatever the database says of them', async () => {
    await workspace.store.write(async (writer) => {
      for (const [name] of await writer.settings('archive-end:')) await writer.setSetting(name, '400')
    })
    const before = archived().map((path) => statSync(path).size)
    await reopen()
    expect(archived().map((path) => statSync(path).size)).toEqual(before)
    expect(await faults()).toEqual([])
  })
})
