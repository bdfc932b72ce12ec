import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { IncidentState, IncidentStore } from '../../src/ports/incident-store.ts'
import { promiseIncidentLists } from './incident-lists.ts'
import { actOn, keysOf, promiseIncidentReports } from './incident-reports.ts'
import { ALL_INCIDENTS } from '../../src/ports/incident-store.ts'
import { incidentRecord, placedReport, question } from './made-up-incidents.ts'

const STATE: IncidentState = {
  version: 'rules 1, merge 1',
  through: 'cap-7',
  skipped: ['cap-3', 'cap-5'],
  decisions: 2,
}
const PAGE = { limit: 100, after: null }

/** Opens the store of a folder; each test has a folder of its own. */
export type OpenIncidentStore = (
  folder: string,
  options?: { readonly readonly?: boolean; readonly patienceMs?: number },
) => Promise<IncidentStore>

/** What every incident store promises, whatever it is built on. */
export function promiseIncidentStore(builtOn: string, open: OpenIncidentStore): void {
  describe(`${builtOn} keeps the promises of an incident store`, () => {
    let folder = ''
    let store: IncidentStore
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'cairn-incidents-'))
      store = await open(folder)
    })
    afterEach(async () => {
      await store.close()
      await rm(folder, { recursive: true })
    })

    const faults = async (): Promise<readonly string[]> => {
      const found: string[] = []
      for await (const fault of store.check()) found.push(fault)
      return found
    }
    const { add, keysIn } = actOn(() => store)

    async function expectEmpty(empty: IncidentStore): Promise<void> {
      expect(await empty.state()).toBeNull()
      expect(await empty.inBlocks(['b'], 10)).toEqual(new Map())
      expect(await empty.reports(['cap-1 i-1'])).toEqual([])
      expect(await empty.members(['inc-1'])).toEqual([])
      expect(await empty.reportsOf('inc-1')).toEqual([])
      expect(await empty.reportsOfCaptures(['cap-1'])).toEqual([])
      expect(await empty.stale(10)).toEqual([])
      expect(await empty.incident('inc-1')).toBeNull()
      expect(await empty.incidentIds('inc')).toEqual([])
      expect(await empty.incidents(ALL_INCIDENTS, 'reports', PAGE)).toEqual({ items: [], next: null })
      expect(await empty.records(null, 10)).toEqual([])
      expect(await empty.questions(PAGE)).toEqual({ items: [], next: null })
      expect(await empty.formerIds(['inc-1'])).toEqual(new Map())
      expect(await empty.counts()).toEqual({ incidents: 0, reports: 0, questions: 0, stale: 0 })
    }
    /** Something of everything. */
    const fill = (): Promise<void> =>
      store.write(async (writer) => {
        await writer.addReports([
          { ...placedReport('cap-1 i-1', 'inc-1'), blocks: ['b', 'c'] },
          { ...placedReport('cap-2 i-1', 'inc-2'), blocks: ['b'] },
        ])
        await writer.putRecord(incidentRecord({ id: 'inc-1' }))
        await writer.markStale(['inc-2'])
        await writer.putQuestions(['inc-1'], [question('inc-1', 'inc-2', 0.4)])
        await writer.addFormerIds([{ id: 'inc-0', report: 'cap-1 i-1' }])
        await writer.setState(STATE)
      })

    describe('A store', () => {
      test('that is new holds nothing and is sound', async () => {
        await expectEmpty(store)
        expect(await faults()).toEqual([])
      })

      test('that is not there yet is an empty one for who only reads', async () => {
        const other = join(folder, 'other')
        const reader = await open(other, { readonly: true })
        await expectEmpty(reader)
        await expect(reader.write((writer) => writer.setState(STATE))).rejects.toMatchObject({ code: 'bad-usage' })
        const writing = await open(other)
        await writing.write((writer) => writer.setState(STATE))
        expect(await reader.state()).toEqual(STATE)
        await reader.close()
        await writing.close()
      })

      test('holds the same when it is opened again', async () => {
        await fill()
        await store.close()
        await store.close()
        store = await open(folder)
        expect(await store.state()).toEqual(STATE)
        expect(await keysIn(['b', 'c', 'd'])).toEqual({ b: ['cap-1 i-1', 'cap-2 i-1'], c: ['cap-1 i-1'] })
        expect(await store.counts()).toEqual({ incidents: 1, reports: 2, questions: 1, stale: 1 })
        expect(await faults()).toEqual([])
      })

      test('that is cleared holds nothing, and the same reports can be added again, otherwise', async () => {
        await fill()
        expect(keysOf(await store.reports(['cap-1 i-1']))).toEqual(['cap-1 i-1'])
        await store.write((writer) => writer.clear())
        await expectEmpty(store)
        await store.write(async (writer) => {
          await writer.addReports([{ ...placedReport('cap-9 i-1', 'inc-9'), blocks: ['b'] }])
          await writer.clear()
          await writer.addReports([{ ...placedReport('cap-1 i-1', 'inc-3', { profile: 'new' }), blocks: ['c'] }])
        })
        expect(await keysIn(['b', 'c'])).toEqual({ c: ['cap-1 i-1'] })
        expect(await store.reports(['cap-1 i-1'])).toEqual([placedReport('cap-1 i-1', 'inc-3', { profile: 'new' })])
        expect(await store.counts()).toEqual({ incidents: 0, reports: 1, questions: 0, stale: 0 })
        expect(await faults()).toEqual([])
      })
    })

    describe('A write', () => {
      test('gives back what its work gives back', async () => {
        expect(await store.write(() => Promise.resolve('done'))).toBe('done')
      })

      test('that fails leaves nothing, and the next one goes on', async () => {
        const work = store.write(async (writer) => {
          await writer.addReports([{ ...placedReport('cap-1 i-1', 'inc-1'), blocks: ['b'] }])
          await writer.setState(STATE)
          throw new Error('power of the work')
        })
        await expect(work).rejects.toThrow('power of the work')
        await expectEmpty(store)
        await fill()
        expect(await keysIn(['b'])).toEqual({ b: ['cap-1 i-1', 'cap-2 i-1'] })
        expect(await faults()).toEqual([])
      })

      test('is seen by others when it is done, all of it at once', async () => {
        await add(['cap-1 i-1', 'inc-1', 'b'])
        const reader = await open(folder, { readonly: true })
        expect(await reader.reports(['cap-1 i-1'])).toEqual([placedReport('cap-1 i-1', 'inc-1')])
        await store.write(async (writer) => {
          await writer.moveReports([{ key: 'cap-1 i-1', leader: null, incident: 'inc-2' }])
          await writer.addReports([{ ...placedReport('cap-2 i-1', 'inc-2'), blocks: ['b'] }])
          expect(keysOf((await reader.inBlocks(['b'], 9)).get('b') ?? [])).toEqual(['cap-1 i-1'])
          expect((await store.reports(['cap-1 i-1']))[0]?.incident).toBe('inc-1')
        })
        for (const one of [reader, store]) {
          const found = (await one.inBlocks(['b'], 9)).get('b') ?? []
          expect(found.map(({ key, incident }) => `${key} ${incident}`)).toEqual(['cap-1 i-1 inc-2', 'cap-2 i-1 inc-2'])
        }
        await reader.close()
      })

      test('waits its turn, and says so when it does not come', async () => {
        const hasty = await open(folder, { patienceMs: 30 })
        let finish = (): void => undefined
        const slow = store.write(() => new Promise<void>((done) => (finish = done)))
        await expect(hasty.write(() => Promise.resolve())).rejects.toMatchObject({ code: 'store-busy' })
        finish()
        await slow
        await hasty.write((writer) => writer.setState(STATE))
        expect(await store.state()).toEqual(STATE)
        await hasty.close()
      })

      test('and those of another store take turns', async () => {
        const other = await open(folder)
        await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            (i % 2 === 0 ? store : other).write(async (writer) => {
              await writer.addReports([{ ...placedReport(`cap-${i} i-1`, `inc-${i}`), blocks: ['b', `b${i}`] }])
              await new Promise((resolve) => setTimeout(resolve, 1))
              await writer.moveReports([{ key: `cap-${i} i-1`, leader: null, incident: 'inc-one' }])
            }),
          ),
        )
        expect((await store.members(['inc-one'])).length).toBe(20)
        expect((await other.inBlocks(['b'], 100)).get('b')?.length).toBe(20)
        await other.close()
        expect(await faults()).toEqual([])
      })
    })

    test('The state is replaced', async () => {
      await store.write((writer) => writer.setState(STATE))
      await store.write((writer) => writer.setState({ ...STATE, through: null, skipped: [] }))
      expect(await store.state()).toEqual({ ...STATE, through: null, skipped: [] })
    })

    promiseIncidentReports(
      () => store,
      () => open(folder),
    )

    describe('Incidents', () => {
      test('are stale until their record is made', async () => {
        await store.write((writer) => writer.markStale(['inc-c', 'inc-a', 'inc-b', 'inc-a']))
        expect(await store.stale(2)).toEqual(['inc-a', 'inc-b'])
        await store.write((writer) => writer.putRecord(incidentRecord({ id: 'inc-a' })))
        expect(await store.stale(9)).toEqual(['inc-b', 'inc-c'])
        await store.write((writer) => writer.markStale(['inc-a']))
        expect(await store.stale(9)).toEqual(['inc-a', 'inc-b', 'inc-c'])
        expect(await store.incident('inc-a')).toEqual(incidentRecord({ id: 'inc-a' }))
        expect((await store.counts()).stale).toBe(3)
      })

      test('that are removed leave nothing', async () => {
        await fill()
        await expect(store.write((writer) => writer.removeIncidents(['inc-2']))).rejects.toMatchObject({
          code: 'bad-usage',
        })
        await store.write(async (writer) => {
          await writer.putRecord(incidentRecord({ id: 'inc-2', label: 'Shelling' }))
          await writer.moveReports([{ key: 'cap-2 i-1', leader: null, incident: 'inc-1' }])
          await writer.removeIncidents(['inc-2', 'inc-unknown'])
        })
        expect(await store.incident('inc-2')).toBeNull()
        expect(await store.counts()).toEqual({ incidents: 1, reports: 2, questions: 0, stale: 0 })
        expect((await store.incidents({ ...ALL_INCIDENTS, place: 'Shelling' }, 'date', PAGE)).items).toEqual([])
        expect(await faults()).toEqual([])
      })

      test('are found by the id that they had before, wherever its report went since', async () => {
        await store.write(async (writer) => {
          await writer.addReports(
            ['cap-1 i-1', 'cap-2 i-1', 'cap-3 i-1'].map((key) => ({
              ...placedReport(key, 'inc-1', { parts: ['i-7'], leader: key === 'cap-2 i-1' ? 'cap-1 i-1' : null }),
              blocks: [],
            })),
          )
          await writer.addFormerIds([
            { id: 'inc-was-b', report: 'cap-2 i-1' },
            { id: 'inc-was-a', report: 'cap-1 i-7' },
            { id: 'inc-was-c', report: 'cap-3 i-1' },
          ])
          for (const id of ['inc-1', 'inc-2', 'inc-3']) await writer.putRecord(incidentRecord({ id }))
        })
        const idOf = async (id: string): Promise<string | undefined> => (await store.incident(id))?.incident.id
        expect(await idOf('inc-was-b')).toBe('inc-1')
        expect(await store.formerIds(['inc-2', 'inc-1'])).toEqual(
          new Map([['inc-1', ['inc-was-a', 'inc-was-b', 'inc-was-c']]]),
        )
        await actOn(() => store).move(['cap-1 i-1', 'inc-2'], ['cap-3 i-1', 'inc-3'])
        expect(await Promise.all(['inc-was-a', 'inc-was-b', 'inc-was-c', 'inc-1'].map(idOf))).toEqual([
          'inc-2',
          'inc-2',
          'inc-3',
          'inc-1',
        ])
        expect(await store.formerIds(['inc-1', 'inc-2', 'inc-3'])).toEqual(
          new Map([
            ['inc-2', ['inc-was-a', 'inc-was-b']],
            ['inc-3', ['inc-was-c']],
          ]),
        )
        expect(await store.incidentIds('inc-was')).toEqual(['inc-2', 'inc-3'])
        expect(await store.incidentIds('inc-')).toEqual(['inc-1', 'inc-2', 'inc-3'])
        await expect(
          store.write((writer) => writer.addFormerIds([{ id: 'x', report: 'cap-9 i-1' }])),
        ).rejects.toMatchObject({ code: 'bad-usage' })
      })
    })

    promiseIncidentLists(() => store)
  })
}
