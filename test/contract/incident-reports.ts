import { describe, expect, test } from 'vitest'

import type { IncidentStore, PlacedReport } from '../../src/ports/incident-store.ts'
import { placedReport } from './made-up-incidents.ts'

/** Reports in few words, and where they stand. */
export function actOn(store: () => IncidentStore) {
  const add = (
    ...reports: readonly (readonly [key: string, incident: string, blocks?: string, more?: Partial<PlacedReport>])[]
  ): Promise<void> =>
    store().write((writer) =>
      writer.addReports(
        reports.map(([key, incident, blocks = '', more = {}]) => ({
          ...placedReport(key, incident, more),
          blocks: blocks.split(' ').filter((block) => block !== ''),
        })),
      ),
    )
  const move = (...places: readonly (readonly [key: string, incident: string, leader?: string])[]): Promise<void> =>
    store().write((writer) =>
      writer.moveReports(places.map(([key, incident, leader = null]) => ({ key, incident, leader }))),
    )
  const keysIn = async (blocks: readonly string[], limit = 49): Promise<Record<string, readonly string[]>> =>
    Object.fromEntries([...(await store().inBlocks(blocks, limit))].map(([block, reports]) => [block, keysOf(reports)]))
  const places = async (...keys: readonly string[]): Promise<readonly string[]> =>
    (await store().reports(keys)).map(
      ({ key, incident, leader }) => `${key}: ${incident}${leader === null ? '' : ` after ${leader}`}`,
    )

  return { add, move, keysIn, places }
}

export function keysOf(reports: readonly PlacedReport[]): readonly string[] {
  return reports.map(({ key }) => key)
}

/**
 * What an incident store promises of reports, blocks and followers.
 *
 * @param open gives another view of the same store, which has seen nothing yet
 */
export function promiseIncidentReports(store: () => IncidentStore, open: () => Promise<IncidentStore>): void {
  const { add, move, keysIn, places } = actOn(store)
  const faults = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for await (const fault of store().check()) found.push(fault)
    return found
  }

  describe('Reports', () => {
    test.each<{ readonly what: string; readonly more: Partial<PlacedReport> }>([
      { what: 'of the lowest rank', more: { rank: 0 } },
      { what: 'of the highest rank', more: { rank: 2 ** 32 - 1 } },
      { what: 'with parts', more: { parts: ['i-2', 'i-ä\u{1F4F0}'], claims: 12 } },
      { what: 'with any profile', more: { profile: '{"a":"\u0001\u001fä\u{1F4F0}\\n\'"}' } },
      { what: 'with an empty profile', more: { profile: '' } },
    ])('come back as they were: $what', async ({ more }) => {
      const report = placedReport('cap-ä\u{1F4F0} i-1', 'inc-ü', more)
      await store().write((writer) => writer.addReports([{ ...report, blocks: ['b'] }]))
      const other = await open()
      for (const view of [store(), other]) {
        expect(await view.reports([report.key])).toEqual([report])
        expect(await view.inBlocks(['b'], 1)).toEqual(new Map([['b', [report]]]))
        expect(await view.members(['inc-ü'])).toEqual([report])
        expect(await view.reportsOfCaptures([report.captureId])).toEqual([report])
      }
      await other.close()
    })

    test('are listed by key, each once, and those that are not known left out', async () => {
      await add(['cap-2 i-1', 'inc-1'], ['cap-1 i-2', 'inc-1'], ['cap-1 i-1', 'inc-2'], ['cap-3 i-1', 'inc-2'])
      const keys = ['cap-3 i-1', 'cap-1 i-2', 'cap-9 i-1', 'cap-1 i-9', 'cap-1 i-2', 'nonsense', '']
      expect(keysOf(await store().reports(keys))).toEqual(['cap-1 i-2', 'cap-3 i-1'])
      expect(keysOf(await store().reportsOfCaptures(['cap-2', 'cap-1', 'cap-9', 'cap-2']))).toEqual([
        'cap-1 i-1',
        'cap-1 i-2',
        'cap-2 i-1',
      ])
      expect(keysOf(await store().members(['inc-2', 'inc-9', 'inc-2', 'inc-1']))).toEqual([
        'cap-1 i-1',
        'cap-1 i-2',
        'cap-2 i-1',
        'cap-3 i-1',
      ])
    })

    test('are refused when they are there already', async () => {
      await add(['cap-1 i-1', 'inc-1'])
      await expect(add(['cap-2 i-1', 'inc-1'], ['cap-1 i-1', 'inc-2'])).rejects.toMatchObject({ code: 'bad-usage' })
      expect((await store().counts()).reports).toBe(1)
    })
  })

  describe('Blocks', () => {
    test('give their reports by rank, no more than asked for', async () => {
      await add(
        ['cap-1 i-1', 'inc-1', 'b', { rank: 4_000_000_000 }],
        ['cap-2 i-1', 'inc-2', 'b c', { rank: 3 }],
        ['cap-3 i-1', 'inc-3', 'c b', { rank: 70_000 }],
      )
      await add(['cap-4 i-1', 'inc-4', 'b', { rank: 4 }], ['cap-5 i-1', 'inc-5', '', { rank: 1 }])
      expect(await keysIn(['c', 'b', 'd'], 3)).toEqual({
        b: ['cap-2 i-1', 'cap-4 i-1', 'cap-3 i-1'],
        c: ['cap-2 i-1', 'cap-3 i-1'],
      })
      expect(await keysIn([], 3)).toEqual({})
    })

    test('hold all reports of one rank', async () => {
      const many = Array.from({ length: 60 }, (_, i) => [`cap-${i} i-1`, 'inc-1', 'b'] as const)
      await add(...many)
      const found = (await keysIn(['b'], 60))['b'] ?? []
      expect(new Set(found)).toEqual(new Set(many.map(([key]) => key)))
      expect((await keysIn(['b'], 20))['b']).toEqual(found.slice(0, 20))
    })

    test('hold what came in since they were asked for', async () => {
      await add(['cap-5 i-1', 'inc-5', 'b'])
      expect(await keysIn(['b', 'c'], 2)).toEqual({ b: ['cap-5 i-1'] })
      await add(['cap-7 i-1', 'inc-7', 'c b'], ['cap-9 i-1', 'inc-9', 'b'])
      expect(await keysIn(['b', 'c'], 2)).toEqual({ b: ['cap-5 i-1', 'cap-7 i-1'], c: ['cap-7 i-1'] })
      await add(['cap-3 i-1', 'inc-3', 'b'])
      expect(await keysIn(['b'], 2)).toEqual({ b: ['cap-3 i-1', 'cap-5 i-1'] })
      expect(await keysIn(['b'], 1)).toEqual({ b: ['cap-3 i-1'] })
      expect(await keysIn(['b'], 9)).toEqual({ b: ['cap-3 i-1', 'cap-5 i-1', 'cap-7 i-1', 'cap-9 i-1'] })
      await move(['cap-3 i-1', 'inc-7'], ['cap-5 i-1', '', 'cap-7 i-1'])
      const [first, second] = (await store().inBlocks(['b'], 9)).get('b') ?? []
      expect(first).toMatchObject({ leader: null, incident: 'inc-7' })
      expect(second).toMatchObject({ leader: 'cap-7 i-1', incident: 'inc-7' })
    })

    test('hold nothing of a write that failed', async () => {
      await add(['cap-5 i-1', 'inc-5', 'b'])
      expect(await keysIn(['b', 'c'])).toEqual({ b: ['cap-5 i-1'] })
      await expect(add(['cap-6 i-1', 'inc-6', 'b c'], ['cap-5 i-1', 'inc-5', 'c'])).rejects.toMatchObject({
        code: 'bad-usage',
      })
      expect(await keysIn(['b', 'c'])).toEqual({ b: ['cap-5 i-1'] })
      expect(await store().reports(['cap-6 i-1'])).toEqual([])
    })

    test('are the same for whoever asked before and whoever never did, whoever of two writes', async () => {
      const other = await open()
      const views = [store(), other]
      for (const [i, blocks] of ['b c', 'b', 'c', 'b d', 'd c', 'b c d', 'b', 'd'].entries()) {
        const report = { ...placedReport(`cap-${(i * 5) % 8} i-1`, `inc-${i}`), blocks: blocks.split(' ') }
        await views[i % 3 === 1 ? 1 : 0]?.write((writer) => writer.addReports([report]))
        const fresh = await open()
        const expected = await fresh.inBlocks(['b', 'c', 'd', 'e'], 3)
        await fresh.close()
        expect(expected.size).toBeGreaterThan(0)
        for (const view of views) expect(await view.inBlocks(['b', 'c', 'd', 'e'], 3)).toEqual(expected)
      }
      await other.close()
    })

    test('are told apart whatever they are written with', async () => {
      const blocks = ['ab', 'AB', 'aB', 'a-b', 'a', 'b', 'ä', 'Ä', 'a^42^', "'", '"', '""', '*', 'a*', 'ab:c', '(', ')']
      const more = [
        '\u{1F4F0}',
        '\ud83d',
        '\udcf0',
        '\u0000',
        '\u0001',
        '\u0438',
        '\u0439',
        '\u0438\u0306',
        'NOT',
        'word_ä',
        '+',
        '-1',
        '\\',
      ]
      const all = [...blocks, ...more]
      await add(...all.map((block, i) => [`cap-${String(i).padStart(2, '0')} i-1`, 'inc-1', block] as const))
      const found = await keysIn(all)
      for (const [i, block] of all.entries()) expect(found[block]).toEqual([`cap-${String(i).padStart(2, '0')} i-1`])
    })
  })

  describe('Followers', () => {
    test('stand where their leader stands, and go where it goes', async () => {
      await add(
        ['cap-2 i-1', 'ignored', 'b', { leader: 'cap-1 i-1', rank: 1 }],
        ['cap-1 i-1', 'inc-1', 'b', { rank: 2 }],
        ['cap-3 i-1', 'inc-3', 'b', { rank: 3 }],
      )
      const all = ['cap-1 i-1', 'cap-2 i-1', 'cap-3 i-1']
      expect(await places(...all)).toEqual(['cap-1 i-1: inc-1', 'cap-2 i-1: inc-1 after cap-1 i-1', 'cap-3 i-1: inc-3'])
      await move(['cap-1 i-1', 'inc-2'])
      expect(await places(...all)).toEqual(['cap-1 i-1: inc-2', 'cap-2 i-1: inc-2 after cap-1 i-1', 'cap-3 i-1: inc-3'])
      expect(keysOf(await store().members(['inc-1', 'inc-2']))).toEqual(['cap-1 i-1'])
      expect((await store().inBlocks(['b'], 1)).get('b')?.[0]?.incident).toBe('inc-2')
    })

    test('follow on when their leader follows another, until they are moved themselves', async () => {
      await add(['cap-1 i-1', 'inc-1'], ['cap-2 i-1', 'inc-1', '', { leader: 'cap-1 i-1' }], ['cap-3 i-1', 'inc-3'])
      await move(['cap-1 i-1', 'inc-3', 'cap-3 i-1'])
      expect(await places('cap-1 i-1', 'cap-2 i-1')).toEqual([
        'cap-1 i-1: inc-3 after cap-3 i-1',
        'cap-2 i-1: inc-3 after cap-1 i-1',
      ])
      expect((await store().reportsOf('inc-3')).map(({ captureId }) => captureId)).toEqual(['cap-1', 'cap-2', 'cap-3'])
      await move(['cap-2 i-1', 'inc-4'])
      expect(await places('cap-2 i-1')).toEqual(['cap-2 i-1: inc-4'])
      expect(await store().reportsOf('inc-1')).toEqual([])
    })

    test('cannot follow in a circle, nor a report that is not there', async () => {
      await add(['cap-1 i-1', 'inc-1'], ['cap-2 i-1', 'inc-1', '', { leader: 'cap-1 i-1' }])
      for (const leader of ['cap-2 i-1', 'cap-1 i-1', 'cap-9 i-1'])
        await expect(move(['cap-1 i-1', 'inc-1', leader])).rejects.toMatchObject({ code: 'bad-usage' })
      await expect(move(['cap-9 i-1', 'inc-1'])).rejects.toMatchObject({ code: 'bad-usage' })
      await move(['cap-1 i-1', 'inc-1', 'cap-2 i-1'], ['cap-2 i-1', 'inc-2'])
      expect(await places('cap-1 i-1', 'cap-2 i-1')).toEqual(['cap-1 i-1: inc-2 after cap-2 i-1', 'cap-2 i-1: inc-2'])
      expect(await faults()).toEqual([])
    })
  })

  test('An incident lists its reports, followers and parts by the time they came in, then by key', async () => {
    const at = (minute: string): Partial<PlacedReport> => ({ receivedAt: `2030-05-01T10:${minute}:00.000Z` })
    await add(
      ['cap-4 i-1', 'inc-1', '', at('05')],
      ['cap-3 i-2', 'inc-1', '', { ...at('05'), parts: ['i-9', 'i-1'] }],
      ['cap-2 i-1', 'inc-1', '', { ...at('01'), leader: 'cap-4 i-1', parts: ['i-0'] }],
      ['cap-1 i-1', 'inc-2', '', at('00')],
    )
    const refs = await store().reportsOf('inc-1')
    expect(refs.map(({ captureId, reportId }) => `${captureId} ${reportId}`)).toEqual([
      'cap-2 i-0',
      'cap-2 i-1',
      'cap-3 i-1',
      'cap-3 i-2',
      'cap-3 i-9',
      'cap-4 i-1',
    ])
  })
}
