import { beforeEach, describe, expect, test } from 'vitest'

import type {
  IncidentFilter,
  IncidentOrder,
  IncidentQuestion,
  IncidentStore,
  IncidentSummary,
} from '../../src/ports/incident-store.ts'
import type { Page, PageRequest } from '../../src/ports/record-store.ts'
import { ALL_INCIDENTS } from '../../src/ports/incident-store.ts'
import { incidentRecord, type IncidentSketch, question } from './made-up-incidents.ts'

const PAGE: PageRequest = { limit: 100, after: null }
const CLASH = { event: 'Battles', subEvent: 'Armed clash' } as const

/** Six incidents; each is known by its id. */
const INCIDENTS: readonly IncidentSketch[] = [
  {
    id: 'inc-f',
    place: 'Hrušov',
    label: 'Air/drone strike on a school, Hrušov, 1 May 2030',
    killed: [31, null],
    injured: [70, 90],
    documents: 3,
    findings: 2,
    previousIds: ['inc-0', 'inc-ü'],
    grade: 'confirmed',
    status: 'reviewed',
  },
  { id: 'inc-e', place: 'Велика Гора', placeWritten: 'Velyka Hora', killed: [4, 12], documents: 3 },
  {
    id: 'inc-d',
    type: CLASH,
    place: 'Dār as Salām',
    country: 'SD',
    days: ['2030-04-20', '2030-05-03'],
    documents: 1,
    grade: 'contested',
  },
  { id: 'inc-c', place: null, label: 'Attack, somewhere', days: [null, null], killed: [null, null], documents: 2 },
  { id: 'inc-b', type: CLASH, days: [null, '2030-03-31'], killed: [12, 12], documents: 7 },
  { id: 'inc-a', country: 'SD', days: ['2030-06-01', null], killed: [0, 0], documents: 1, status: 'rejected' },
]

/** What lists of an incident store promise. */
export function promiseIncidentLists(store: () => IncidentStore): void {
  const list = async (filter: Partial<IncidentFilter>, order: IncidentOrder = 'reports'): Promise<string> =>
    idsOf((await store().incidents({ ...ALL_INCIDENTS, ...filter }, order, PAGE)).items)

  describe('Lists of incidents', () => {
    beforeEach(() =>
      store().write(async (writer) => {
        for (const sketch of INCIDENTS) await writer.putRecord(incidentRecord(sketch))
      }),
    )

    test('say of each what its record says', async () => {
      const { items } = await store().incidents({ ...ALL_INCIDENTS, place: 'Hrušov' }, 'date', PAGE)
      expect(items).toEqual([
        {
          id: 'inc-f',
          previousIds: ['inc-0', 'inc-ü'],
          label: 'Air/drone strike on a school, Hrušov, 1 May 2030',
          event: 'Explosions/Remote violence',
          subEvent: 'Air/drone strike',
          place: 'Hrušov',
          country: 'UA',
          admin1: 'Coast',
          lat: 48.25,
          lon: -17.5,
          start: '2030-05-01',
          end: '2030-05-01',
          status: 'reviewed',
          grade: 'confirmed',
          killed: { low: 31, high: null },
          injured: { low: 70, high: 90 },
          documents: 3,
          origins: 0,
          claims: 0,
          findings: 2,
        } satisfies IncidentSummary,
      ])
      const silent = (await store().incidents({ ...ALL_INCIDENTS, place: 'somewhere' }, 'date', PAGE)).items[0]
      expect(silent).toMatchObject({ place: null, country: null, lat: null, start: null, end: null, injured: null })
      expect(silent?.killed).toEqual({ low: null, high: null })
    })

    test.each<readonly [what: string, filter: Partial<IncidentFilter>, found: string]>([
      ['nothing asked', {}, 'b e f c a d'],
      ['from a day on, open ends reach it', { from: '2030-05-02' }, 'a d'],
      ['up to a day', { to: '2030-04-20' }, 'b d'],
      ['a day within', { from: '2030-05-01', to: '2030-05-01' }, 'e f d'],
      ['the last day of one that is open to the past', { from: '2030-03-31', to: '2030-03-31' }, 'b'],
      ['no day fits', { from: '2030-05-04', to: '2030-05-30' }, ''],
      ['a place without its accents', { place: 'dar AS salam' }, 'd'],
      ['a place as the texts write it', { place: 'velyka hora' }, 'e'],
      ['a place in its own letters', { place: 'гора велика' }, 'e'],
      ['words of the label and of the place', { place: 'school hrusov' }, 'f'],
      ['part of a word', { place: 'Hru' }, ''],
      ['a text without words', { place: ' ?! ' }, ''],
      ['a text with signs', { place: '"Hrušov" -school* AND' }, ''],
      ['a country', { country: 'sd' }, 'a d'],
      ['an event', { type: 'Battles' }, 'b d'],
      ['a sub-event, in any case', { type: 'armed CLASH' }, 'b d'],
      ['a status', { status: 'rejected' }, 'a'],
      ['a grade', { grade: 'confirmed' }, 'f'],
      ['at least so many documents', { documents: 3 }, 'b e f'],
      ['at least so many killed, by whatever bound is the highest', { killed: 12 }, 'b e f'],
      ['at least none killed, where somebody counts', { killed: 0 }, 'b e f a'],
      ['all at once', { country: 'UA', documents: 2, killed: 1, from: '2030-04-01', place: 'hora', type: 'Air/drone strike', grade: 'weak', status: 'machine', to: '2030-05-01' }, 'e'], // prettier-ignore
    ])('are narrowed: %s', async (_what, filter, found) => {
      expect(await list(filter)).toBe(found)
    })

    test.each<readonly [order: IncidentOrder, found: string]>([
      ['reports', 'b e f c a d'],
      ['date', 'a e f d b c'],
      ['killed', 'f b e a c d'],
    ])('are ordered by %s, ties by id', async (order, found) => {
      expect(await list({}, order)).toBe(found)
      for (const limit of [1, 2, 5])
        expect(await inPages((page) => store().incidents(ALL_INCIDENTS, order, page), limit)).toBe(found)
    })

    test('go on through ties, also when something is written between two pages', async () => {
      await store().write(async (writer) => {
        for (let i = 0; i < 30; i++)
          await writer.putRecord(incidentRecord({ id: `inc-t${String(i).padStart(2, '0')}` }))
      })
      const filter = { ...ALL_INCIDENTS, documents: 1 }
      const first = await store().incidents(filter, 'date', { limit: 12, after: null })
      await store().write((writer) => writer.putRecord(incidentRecord({ id: 'inc-t00', documents: 9 })))
      const second = await store().incidents(filter, 'date', { limit: 12, after: first.next })
      const third = await store().incidents(filter, 'date', { limit: 12, after: second.next })
      const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id))
      expect(ids.length).toBe(36)
      expect(new Set(ids).size).toBe(36)
      expect(third.next).toBeNull()
    })

    test.each([
      '',
      'x',
      '0-1',
      cursor('questions', 1, 'a'),
      cursor('questions', 'a', 'b', 'c'),
      cursor('incidents by date', 1, 'a'),
    ])('refuse the cursor "%s"', async (after) => {
      const page = { limit: 5, after }
      await expect(store().incidents(ALL_INCIDENTS, 'date', page)).rejects.toMatchObject({ code: 'bad-usage' })
      await expect(store().questions(page)).rejects.toMatchObject({ code: 'bad-usage' })
    })

    test('follow when a record is replaced', async () => {
      await store().write((writer) =>
        writer.putRecord(incidentRecord({ id: 'inc-f', place: 'Elmswick', documents: 1 })),
      )
      expect(await list({ place: 'hrusov' })).toBe('')
      expect(await list({ place: 'ELMSWICK' })).toBe('f')
      expect(await list({})).toBe('b e c a d f')
      expect((await store().counts()).incidents).toBe(6)
    })

    test('of whole records go by id', async () => {
      const records = await store().records(null, 4)
      expect(records.map(({ incident }) => incident.id)).toEqual(['inc-a', 'inc-b', 'inc-c', 'inc-d'])
      expect(records[1]).toEqual(incidentRecord(INCIDENTS[4] ?? { id: '' }))
      const rest = await store().records('inc-d', 4)
      expect(rest.map(({ incident }) => incident.id)).toEqual(['inc-e', 'inc-f'])
      expect(await store().records('inc-f', 4)).toEqual([])
    })

    test('of ids that start so hold ten at most', async () => {
      await store().write(async (writer) => {
        for (let i = 0; i < 12; i++)
          await writer.putRecord(incidentRecord({ id: `inc-t${String(i).padStart(2, '0')}` }))
      })
      expect(await store().incidentIds('inc-b')).toEqual(['inc-b'])
      expect((await store().incidentIds('inc-t')).length).toBe(10)
      expect(await store().incidentIds('inc_')).toEqual([])
      expect(await store().incidentIds('%')).toEqual([])
    })
  })

  describe('Questions', () => {
    const inOrder = async (limit = 100): Promise<string> =>
      await inPages(
        (page) => store().questions(page),
        limit,
        ({ incidents }: IncidentQuestion) => incidents.join('+'),
      )

    test('come the most probable first, and as they were', async () => {
      const asked = question('inc-a', 'inc-b', 0.1 + 0.2)
      await store().write((writer) =>
        writer.putQuestions(
          ['inc-a', 'inc-b', 'inc-c'],
          [question('inc-c', 'inc-d', 0.3), question('inc-a', 'inc-c', 0.3), asked, question('inc-a', 'inc-d', 0.45)],
        ),
      )
      expect((await store().questions({ limit: 2, after: null })).items[1]).toEqual(asked)
      const all = 'inc-a+inc-d inc-a+inc-b inc-a+inc-c inc-c+inc-d'
      for (const limit of [1, 2, 3, 4, 5]) expect(await inOrder(limit)).toBe(all)
    })

    test('are replaced together with all that their incidents take part in', async () => {
      await store().write((writer) =>
        writer.putQuestions([], [question('a', 'b', 0.4), question('b', 'c', 0.3), question('c', 'd', 0.2)]),
      )
      await store().write((writer) => writer.putQuestions(['b'], [question('b', 'e', 0.1)]))
      expect(await inOrder()).toBe('c+d b+e')
      await store().write((writer) => writer.putQuestions(['d', 'e'], []))
      expect(await inOrder()).toBe('')
      expect((await store().counts()).questions).toBe(0)
    })
  })
}

/** What looks like the cursor of a list and is none. */
function cursor(...values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

async function inPages<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  limit: number,
  name: (item: T) => string = (item) => shortId((item as IncidentSummary).id),
): Promise<string> {
  const found: string[] = []
  let after: string | null = null
  do {
    const page: Page<T> = await list({ limit, after })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    found.push(...page.items.map(name))
    after = page.next
  } while (after !== null)
  return found.join(' ')
}

function idsOf(items: readonly IncidentSummary[]): string {
  return items.map(({ id }) => shortId(id)).join(' ')
}

function shortId(id: string): string {
  return id.replace('inc-', '')
}
