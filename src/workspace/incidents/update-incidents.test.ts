import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { ingestReports, localReader, openForWriting, reportItem } from '../../../test/support/make-workspace.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { captureItems } from '../capture-items.ts'
import { keepReadings } from '../keep-readings.ts'
import { switchProducer } from '../reread.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import { toReadTask } from '../working-copy.ts'
import type { Workspace } from '../workspace.ts'
import { openIncidents } from './open-incidents.ts'
import { allRecords } from './record-of.ts'
import { RecordPace } from './record-pace.ts'
import { isBehind, updateIncidents, type UpdateObserver } from './update-incidents.ts'

const QUIET: UpdateObserver = { merged: () => undefined, recorded: () => undefined }
const REPORTS = [0, 1, 2, 3, 4, 5, 6, 7]

let folder: string
let workspace: Workspace
let incidents: IncidentStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-incidents-'))
  workspace = await openForWriting(join(folder, 'workspace'))
  incidents = await openIncidents(workspace, 'write')
})
afterEach(async () => {
  await incidents.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const update = (observer = QUIET) => updateIncidents(workspace, incidents, observer)

/** Every record, as JSON. */
async function everything(store = incidents): Promise<readonly string[]> {
  const found: string[] = []
  for await (const record of allRecords(workspace, store, 'cairn')) found.push(JSON.stringify(record))
  return found
}

/** What a workspace of all reports comes to when it is merged at once. */
async function atOnce(): Promise<readonly string[]> {
  await ingestReports(workspace, REPORTS)
  await update()
  return everything()
}

test('what came in piece by piece comes to what all at once comes to', async () => {
  for (const part of [[0, 1, 2], [3], [4, 5, 6, 7]]) {
    await ingestReports(workspace, part)
    expect(await isBehind(workspace, incidents)).toBe(true)
    expect(await update()).toMatchObject({ documents: part.length, waiting: 0 })
    expect(await isBehind(workspace, incidents)).toBe(false)
  }
  const piecewise = await everything()
  await incidents.write((writer) => writer.clear())
  expect(await update()).toMatchObject({ documents: REPORTS.length })
  expect(await everything()).toEqual(piecewise)
  expect(piecewise.join('\n')).toContain('Nikopol')
})

test('run again it does nothing', async () => {
  const before = await atOnce()
  expect(await update()).toEqual({ documents: 0, records: 0, waiting: 0 })
  expect(await everything()).toEqual(before)
})

test.each(['merged', 'recorded'] as const)('ended when it has %s something, it goes on from there', async (step) => {
  await ingestReports(workspace, REPORTS)
  const failing: UpdateObserver = {
    ...QUIET,
    [step]: () => {
      throw new Error('ended')
    },
  }
  await expect(update(failing)).rejects.toThrow('ended')
  await update()
  const resumed = await everything()
  await incidents.write((writer) => writer.clear())
  await update()
  expect(await everything()).toEqual(resumed)
})

test('what is captured and not read yet waits, and is merged when it is read', async () => {
  const captured = await captureItems(workspace, [reportItem(0), reportItem(1)], [])
  await ingestReports(workspace, [], { producer: 'none' })
  const [, second] = captured
  if (second === undefined) throw new Error('nothing was captured')
  const task = await toReadTask(second.item, 1e6)
  if ('reason' in task) throw new Error(task.message)
  const producer = 'rules 0.0.1'
  await keepReadings(workspace, producer, [{ captureId: second.captureId, outcome: await localReader().read(task) }])
  await switchProducer(workspace, await workspace.store.setting(PRODUCER_SETTING), producer)

  expect(await update()).toMatchObject({ documents: 1, waiting: 1 })
  expect(await isBehind(workspace, incidents)).toBe(false)
  await ingestReports(workspace, [])
  expect(await isBehind(workspace, incidents)).toBe(true)
  expect(await update()).toMatchObject({ documents: 1, waiting: 0 })
  const late = await everything()
  await incidents.write((writer) => writer.clear())
  await update()
  // What an incident was called meanwhile depends on what was known first, all else does not.
  const ids = /"previousIds":\[[^\]]*\]/u
  expect((await everything()).map((json) => json.replace(ids, ''))).toEqual(late.map((json) => json.replace(ids, '')))
})

test('another extractor: everything is merged again from its readings', async () => {
  const before = await atOnce()
  const producer = 'rules 0.0.2'
  await ingestReports(workspace, [], {
    producer,
    reader: localReader((reading) => ({ ...reading, claims: [], incidents: [] })),
  })
  expect(await isBehind(workspace, incidents)).toBe(false)
  await switchProducer(workspace, 'rules 0.0.1', producer)
  expect(await isBehind(workspace, incidents)).toBe(true)
  expect(await update()).toMatchObject({ documents: REPORTS.length, records: 0 })
  expect(await everything()).toEqual([])
  await switchProducer(workspace, producer, 'rules 0.0.1')
  await update()
  expect(await everything()).toEqual(before)
})

test('two at once do the work once', async () => {
  await ingestReports(workspace, REPORTS)
  const other = await openIncidents(workspace, 'write')
  try {
    const [one, two] = await Promise.all([update(), updateIncidents(workspace, other, QUIET)])
    expect(one.documents + two.documents).toBe(REPORTS.length)
    expect(await everything(other)).toEqual(await everything())
    expect((await incidents.counts()).stale).toBe(0)
  } finally {
    await other.close()
  }
})

test('the record of a large incident waits until it has grown, or until somebody looks', async () => {
  const pace = new RecordPace(3, 2)
  const round = async (reports: readonly number[]) => {
    await ingestReports(workspace, reports)
    const { records } = await updateIncidents(workspace, incidents, QUIET, pace)
    return [records, (await incidents.counts()).stale]
  }
  expect(await round([0, 1, 2])).toEqual([1, 0])
  expect(await round([3])).toEqual([0, 1])
  expect(await isBehind(workspace, incidents)).toBe(true)
  expect(await round([4, 5])).toEqual([1, 0])
  expect(await round([6])).toEqual([0, 1])
  expect(await round([7])).toEqual([0, 1])
  expect(await update()).toMatchObject({ documents: 0, records: 1 })
  expect(await isBehind(workspace, incidents)).toBe(false)
  const looked = await everything()
  await incidents.write((writer) => writer.clear())
  await update()
  expect(await everything()).toEqual(looked)
})
