import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'

import type {
  ClaimFilter,
  DocumentFilter,
  FoundClaim,
  Page,
  PageRequest,
  RecordStore,
} from '../../src/ports/record-store.ts'
import { ALL_CLAIMS } from '../../src/ports/record-store.ts'
import { ALL_DOCUMENTS } from '../support/list-everything.ts'
import { captureAt, readingOf, RULES, storedReading, type DocumentSketch } from './made-up-record.ts'

export const FIRST_PAGE: PageRequest = { limit: 100, after: null }

/** Three documents; each claim is known by its sentence. */
export const DOCUMENTS: readonly DocumentSketch[] = [
  {
    title: 'Shells hit the market of Hrušov',
    outlet: 'Crescent Wire',
    publishedAt: '2022-05-24T18:30:00+03:00',
    claims: [
      {
        sentence:
          'At least 12 civilians, four of them children, were killed in Hrušov on Monday, the mayor of Hrušov said.',
        quote: 'At least 12 civilians',
        figure: { measure: 'killed', low: 12, high: null, who: ['civilians'] },
        claimant: 'the mayor of Hrušov',
        place: { asWritten: 'Hrušov', name: 'Hrušov', country: 'SK', lat: 48.2, lon: 18.9 },
        when: { start: '2022-05-23', end: '2022-05-23' },
      },
      {
        sentence: 'Four children were among the dead.',
        figure: { measure: 'killed', low: 4, high: 4, who: ['children', 'civilians'], scope: 'subset' },
        claimant: 'the mayor of Hrušov',
        place: { asWritten: 'Hrušov', name: 'Hrušov', country: 'SK' },
        when: { start: '2022-05-23', end: '2022-05-23' },
      },
      {
        sentence: 'The defence ministry denied that its forces had fired.',
        stance: 'denied',
        claimant: 'the Defence Ministry',
      },
    ],
  },
  {
    title: 'Bilanz der Woche',
    outlet: 'Elbstimme Zürich',
    language: 'de',
    publishedAt: '2022-05-28',
    claims: [
      {
        sentence: 'More than 300 people were wounded between March and May, says Al-Amal Hospital.',
        figure: { measure: 'injured', low: 300, high: null, scope: 'cumulative' },
        claimant: 'Al-Amal Hospital',
        place: { asWritten: 'the south of Dar al-Salam', name: 'Dār as Salām', country: 'TZ' },
        when: { start: '2022-03-01', end: '2022-05-31' },
      },
      {
        sentence: 'Nobody knows the fate of the crew.',
        figure: { measure: 'missing', low: null, high: null, vague: 'crew', who: ['combatants'] },
        when: { start: null, end: '2022-05-20' },
      },
    ],
  },
  { title: 'Market prices rise', outlet: 'Northern Dispatch', publishedAt: null, claims: [] },
]

/** Which of the words that a test looks for stand in each claim's sentence. */
const WORDS_OF = DOCUMENTS.flatMap(({ claims }) => claims).map(({ sentence }) =>
  ['Four', 'says', 'Nobody', 'At least'].filter((text) =>
    text.split(' ').every((word) => new RegExp(String.raw`\b${word}\b`, 'iu').test(sentence)),
  ),
)

export const sentences = (claims: readonly FoundClaim[]): readonly string[] =>
  claims.map(({ claim }) => claim.evidence.exact.split(' ').slice(0, 3).join(' '))

/** Fills the store with the three documents, their captures at custody indexes 2, 4, 6. */
export async function fillStore(store: RecordStore): Promise<void> {
  await store.write(async (writer) => {
    await writer.setSetting('producer', RULES)
    await writer.addCaptures(DOCUMENTS.map((_, i) => captureAt(2 * i + 2)))
    await writer.addReadings(DOCUMENTS.map((sketch, i) => storedReading(2 * i + 2, readingOf(sketch))))
  })
}

/** What the lists of every record store promise. `current` gives the test's own store, which is empty. */
export function promiseLists(current: () => RecordStore): void {
  let store: RecordStore
  beforeEach(() => {
    store = current()
  })
  const fill = (): Promise<void> => fillStore(store)

  describe('Claims', () => {
    beforeEach(fill)

    test('come with the document they stand in', async () => {
      const [first] = (await store.claims(ALL_CLAIMS, FIRST_PAGE)).items
      const reading = readingOf(DOCUMENTS[0] ?? { claims: [] })
      expect(first).toEqual({
        claim: reading.claims[0],
        captureId: captureAt(2).id,
        documentId: reading.document.id,
        title: 'Shells hit the market of Hrušov',
        outlet: 'Crescent Wire',
        url: 'https://wire.example/report',
        publishedAt: '2022-05-24T18:30:00+03:00',
      })
    })

    test('are found by their words, each of them, whichever extractor was the last of many', async () => {
      const all = sentences((await store.claims(ALL_CLAIMS, FIRST_PAGE)).items)
      for (const producer of ['rules 2', 'rules 3', 'rules 4']) {
        await store.write(async (writer) => {
          await writer.addReadings(
            DOCUMENTS.map((sketch, i) => storedReading(2 * i + 2, readingOf(sketch), { producer })),
          )
          await writer.setSetting('producer', producer)
        })
        for (const text of ['Four', 'says', 'Nobody', 'At least']) {
          const found = sentences((await store.claims({ ...ALL_CLAIMS, text }, FIRST_PAGE)).items)
          const expected = all.filter((_, i) => WORDS_OF[i]?.includes(text) === true)
          expect([producer, text, found]).toEqual([producer, text, expected])
        }
        const faults: string[] = []
        for await (const fault of store.check()) faults.push(fault)
        expect(faults).toEqual([])
      }
    })

    const AT_LEAST = 'At least 12'
    const FOUR = 'Four children were'
    const DENIED = 'The defence ministry'
    const WOUNDED = 'More than 300'
    const CREW = 'Nobody knows the'
    test.each<{ readonly filter: Partial<ClaimFilter>; readonly found: readonly string[] }>([
      { filter: {}, found: [AT_LEAST, FOUR, DENIED, WOUNDED, CREW] },
      { filter: { kind: 'figure' }, found: [AT_LEAST, FOUR, WOUNDED, CREW] },
      { filter: { kind: 'event' }, found: [] },
      { filter: { measure: 'killed' }, found: [AT_LEAST, FOUR] },
      { filter: { who: 'children' }, found: [FOUR] },
      { filter: { who: 'civilians' }, found: [AT_LEAST, FOUR] },
      { filter: { who: 'civil' }, found: [] },
      { filter: { who: '%' }, found: [] },
      { filter: { stance: 'denied' }, found: [DENIED] },
      { filter: { scope: 'cumulative' }, found: [WOUNDED] },
      { filter: { claimant: 'MAYOR' }, found: [AT_LEAST, FOUR] },
      { filter: { claimant: 'hrusov mayor' }, found: [AT_LEAST, FOUR] },
      { filter: { claimant: 'ministry' }, found: [DENIED] },
      { filter: { claimant: 'minist' }, found: [] },
      { filter: { claimant: 'al-amal' }, found: [WOUNDED] },
      { filter: { place: 'Hrusov' }, found: [AT_LEAST, FOUR] },
      { filter: { place: 'dar as salam' }, found: [WOUNDED] },
      { filter: { place: 'south' }, found: [WOUNDED] },
      { filter: { place: 'Hru' }, found: [] },
      { filter: { country: 'sk' }, found: [AT_LEAST, FOUR] },
      { filter: { from: '2022-05-23', to: '2022-05-23' }, found: [AT_LEAST, FOUR, WOUNDED] },
      { filter: { from: '2022-05-24' }, found: [WOUNDED] },
      { filter: { from: '2022-06-01' }, found: [] },
      { filter: { from: '2022-05-31', to: '2022-07-01' }, found: [WOUNDED] },
      { filter: { to: '2022-03-01' }, found: [WOUNDED, CREW] },
      { filter: { from: '2022-05-20', to: '2022-05-20' }, found: [WOUNDED, CREW] },
      { filter: { outlet: 'zurich' }, found: [WOUNDED, CREW] },
      { filter: { outlet: 'crescent wire' }, found: [AT_LEAST, FOUR, DENIED] },
      { filter: { text: 'killed' }, found: [AT_LEAST] },
      { filter: { text: 'children monday' }, found: [AT_LEAST] },
      { filter: { text: 'children "dead"' }, found: [FOUR] },
      { filter: { text: 'NOT killed' }, found: [] },
      { filter: { text: 'hrusov OR' }, found: [] },
      { filter: { text: '…' }, found: [] },
      { filter: { text: '' }, found: [] },
      { filter: { text: 'Hrušov', claimant: 'mayor', measure: 'killed', who: 'children' }, found: [] },
      { filter: { claimant: 'mayor', measure: 'killed', who: 'children' }, found: [FOUR] },
      { filter: { document: readingOf(DOCUMENTS[1] ?? { claims: [] }).document.id }, found: [WOUNDED, CREW] },
      { filter: { document: 'sha256:0' }, found: [] },
    ])('are found by $filter', async ({ filter, found }) => {
      const page = await store.claims({ ...ALL_CLAIMS, ...filter }, FIRST_PAGE)
      expect(sentences(page.items)).toEqual(found)
      expect(page.next).toBeNull()
      const pages = await pagesOf(2, (request) => store.claims({ ...ALL_CLAIMS, ...filter }, request))
      expect(sentences(pages.flat())).toEqual(found)
    })

    test('are found by the start of their id', async () => {
      const [first] = (await store.claims(ALL_CLAIMS, FIRST_PAGE)).items
      const id = first?.claim.id ?? ''
      expect(await store.claimsById(id)).toEqual([first])
      expect(await store.claimsById(id.slice(0, 10))).toEqual([first])
      for (const prefix of ['', 'c', 'c-']) expect((await store.claimsById(prefix)).length).toBe(5)
      for (const prefix of ['d', id.toUpperCase(), id.slice(2), `${id}0`, `cap-${id.slice(2)}`, 'c-"', 'c-*']) {
        expect(await store.claimsById(prefix)).toEqual([])
      }
    })

    test('are not found by their ids as words', async () => {
      const [first] = (await store.claims(ALL_CLAIMS, FIRST_PAGE)).items
      for (const text of [first?.claim.id, first?.documentId]) {
        const word = text?.slice(text.search(/[^-:]*$/u)) ?? ''
        expect(sentences((await store.claims({ ...ALL_CLAIMS, text: word }, FIRST_PAGE)).items)).toEqual([])
        expect((await store.documents({ ...ALL_DOCUMENTS, text: word }, FIRST_PAGE)).items).toEqual([])
      }
    })

    test('go on from a page of another size, and refuse a page that never was', async () => {
      const { next } = await store.claims(ALL_CLAIMS, { limit: 3, after: null })
      expect(sentences((await store.claims(ALL_CLAIMS, { limit: 9, after: next })).items)).toEqual([WOUNDED, CREW])
      await expect(store.claims(ALL_CLAIMS, { limit: 3, after: 'nonsense' })).rejects.toMatchObject({
        code: 'bad-usage',
      })
    })
  })

  describe('Documents', () => {
    test.each<{ readonly filter: Partial<DocumentFilter>; readonly found: readonly string[] }>([
      { filter: {}, found: ['Shells hit the market of Hrušov', 'Bilanz der Woche', 'Market prices rise'] },
      { filter: { outlet: 'DISPATCH' }, found: ['Market prices rise'] },
      { filter: { language: 'DE' }, found: ['Bilanz der Woche'] },
      { filter: { from: '2022-05-24', to: '2022-05-24' }, found: ['Shells hit the market of Hrušov'] },
      { filter: { from: '2022-05-25' }, found: ['Bilanz der Woche'] },
      { filter: { text: 'market' }, found: ['Shells hit the market of Hrušov', 'Market prices rise'] },
      { filter: { text: 'wounded hospital' }, found: ['Bilanz der Woche'] },
      { filter: { text: 'market', outlet: 'crescent' }, found: ['Shells hit the market of Hrušov'] },
      { filter: { text: 'crescent' }, found: [] },
    ])('are found by $filter', async ({ filter, found }) => {
      await fill()
      const pages = await pagesOf(1, (request) => store.documents({ ...ALL_DOCUMENTS, ...filter }, request))
      expect(pages.flat().map(({ title }) => title)).toEqual(found)
    })

    test('tell what is known of them', async () => {
      await fill()
      const [first] = (await store.documents(ALL_DOCUMENTS, FIRST_PAGE)).items
      expect(first).toEqual({
        captureId: captureAt(2).id,
        documentId: readingOf(DOCUMENTS[0] ?? { claims: [] }).document.id,
        resource: 'https://wire.example/2',
        title: 'Shells hit the market of Hrušov',
        outlet: 'Crescent Wire',
        url: 'https://wire.example/report',
        language: 'en',
        publishedAt: '2022-05-24T18:30:00+03:00',
        receivedAt: '2022-06-01T08:00:00.000Z',
        claims: 3,
        revises: null,
      })
    })

    test('revise the last capture of their resource whose text was another', async () => {
      const versions = ['Five died.', 'Five died.', 'Seven died.', 'Seven died.', 'Five died.']
      await store.write(async (writer) => {
        await writer.setSetting('producer', RULES)
        for (const [i, sentence] of versions.entries()) {
          await writer.addCaptures([captureAt(i, { resource: 'https://wire.example/live' })])
          await writer.addReadings([storedReading(i, readingOf({ claims: [{ sentence }] }))])
        }
        await writer.addCaptures([captureAt(9, { resource: 'https://other.example/live' })])
        await writer.addReadings([storedReading(9, readingOf({ claims: [{ sentence: 'Eight died.' }] }))])
      })
      const { items } = await store.documents(ALL_DOCUMENTS, FIRST_PAGE)
      const idAt = (index: number): string => captureAt(index).id
      expect(items.map(({ revises }) => revises)).toEqual([null, null, idAt(1), idAt(1), idAt(3), null])
    })
  })

  test('Every list is the same in pages of any size', async () => {
    await store.write(async (writer) => {
      await writer.setSetting('producer', RULES)
      for (const index of [7, 3, 5, 1, 4]) {
        const claims = Array.from({ length: index }, (_, i) => ({ sentence: `Shell ${i} fell on house ${index}.` }))
        await writer.addCaptures([captureAt(index)])
        await writer.addReadings([storedReading(index, readingOf({ title: `House ${index}`, claims }))])
      }
    })
    const filters = [ALL_CLAIMS, { ...ALL_CLAIMS, text: 'shell' }, { ...ALL_CLAIMS, outlet: 'wire' }]
    const whole = (await store.claims(ALL_CLAIMS, FIRST_PAGE)).items.map(({ claim }) => claim.evidence.exact)
    expect(whole.slice(0, 4)).toEqual([
      'Shell 0 fell on house 1.',
      'Shell 0 fell on house 3.',
      'Shell 1 fell on house 3.',
      'Shell 2 fell on house 3.',
    ])
    expect(whole.length).toBe(20)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 21 }), fc.constantFrom(...filters), async (limit, filter) => {
        const pages = await pagesOf(limit, (request) => store.claims(filter, request))
        expect(pages.flat().map(({ claim }) => claim.evidence.exact)).toEqual(whole)
        expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
}

/** Every page of a list. */
async function pagesOf<T>(
  limit: number,
  list: (request: PageRequest) => Promise<Page<T>>,
): Promise<readonly (readonly T[])[]> {
  const pages: (readonly T[])[] = []
  for (let after: string | null = null; ;) {
    const page: Page<T> = await list({ limit, after })
    pages.push(page.items)
    if (page.next === null) return pages
    after = page.next
  }
}
