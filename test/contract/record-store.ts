import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type {
  ClaimFilter,
  DocumentFilter,
  FoundClaim,
  Page,
  PageRequest,
  RecordStore,
} from '../../src/ports/record-store.ts'
import {
  captureAt,
  NEWER_RULES,
  readingOf,
  RULES,
  sha256,
  storedReading,
  type DocumentSketch,
} from './made-up-record.ts'

export const ALL_CLAIMS: ClaimFilter = {
  kind: null,
  measure: null,
  who: null,
  stance: null,
  scope: null,
  claimant: null,
  place: null,
  country: null,
  from: null,
  to: null,
  outlet: null,
  text: null,
  document: null,
}
export const ALL_DOCUMENTS: DocumentFilter = { outlet: null, language: null, from: null, to: null, text: null }
const FIRST_PAGE: PageRequest = { limit: 100, after: null }

/** Three documents; each claim is known by its sentence. */
const DOCUMENTS: readonly DocumentSketch[] = [
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

const sentences = (claims: readonly FoundClaim[]): readonly string[] =>
  claims.map(({ claim }) => claim.evidence.exact.split(' ').slice(0, 3).join(' '))

/**
 * What every record store promises, whatever it is built on.
 *
 * @param open opens the store of a folder; each test has a folder of its own
 */
export function promiseRecordStore(name: string, open: (folder: string) => Promise<RecordStore>): void {
  describe(`${name} keeps the promises of a record store`, () => {
    let folder = ''
    let store: RecordStore
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'cairn-store-'))
      store = await open(folder)
    })
    afterEach(async () => {
      await store.close()
      await rm(folder, { recursive: true })
    })

    /** Fills the store with the three documents, their captures at custody indexes 2, 4, 6. */
    const fill = async (): Promise<void> => {
      await store.write(async (writer) => {
        await writer.setSetting('producer', RULES)
        await writer.addCaptures(DOCUMENTS.map((_, i) => captureAt(2 * i + 2)))
        await writer.addReadings(DOCUMENTS.map((sketch, i) => storedReading(2 * i + 2, readingOf(sketch))))
      })
    }
    const faults = async (): Promise<readonly string[]> => {
      const found: string[] = []
      for await (const fault of store.check()) found.push(fault)
      return found
    }

    describe('An empty store', () => {
      test('holds nothing and is sound', async () => {
        expect(await store.custodyHead()).toEqual({ size: 0, root: sha256('') })
        expect(await store.setting('producer')).toBeNull()
        expect(await store.capture('cap-1')).toBeNull()
        expect(await store.captures(null, 10)).toEqual([])
        expect(await store.unread(RULES, 10)).toEqual([])
        expect(await store.latestCapture('https://wire.example/1')).toBeNull()
        expect(await store.reading('cap-1', RULES)).toBeNull()
        expect(await store.claims(ALL_CLAIMS, FIRST_PAGE)).toEqual({ items: [], next: null })
        expect(await store.claimsById('c-')).toEqual([])
        expect(await store.documents(ALL_DOCUMENTS, FIRST_PAGE)).toEqual({ items: [], next: null })
        expect(await store.counts(RULES)).toEqual({ captures: 0, readings: 0, failed: 0, claims: 0 })
        expect(await faults()).toEqual([])
      })
    })

    describe('A write', () => {
      test('is kept when the store is opened again', async () => {
        await fill()
        await store.write((writer) => writer.setCustodyHead({ size: 7, root: sha256('seven') }))
        await store.close()
        store = await open(folder)
        expect(await store.custodyHead()).toEqual({ size: 7, root: sha256('seven') })
        expect(await store.setting('producer')).toBe(RULES)
        expect(await store.counts(RULES)).toEqual({ captures: 3, readings: 3, failed: 0, claims: 5 })
        expect(await faults()).toEqual([])
      })

      test('gives back what its work gives back', async () => {
        expect(await store.write(() => Promise.resolve('done'))).toBe('done')
      })

      test('sees its own changes before others do', async () => {
        await store.write(async (writer) => {
          await writer.addCaptures([captureAt(1)])
          await writer.setCustodyHead({ size: 2, root: sha256('two') })
          expect(await writer.knownCaptures([captureAt(1).id, captureAt(2).id])).toEqual(new Set([captureAt(1).id]))
          expect(await writer.custodyHead()).toEqual({ size: 2, root: sha256('two') })
          expect(await store.capture(captureAt(1).id)).toBeNull()
          expect((await store.custodyHead()).size).toBe(0)
        })
        expect(await store.capture(captureAt(1).id)).toEqual(captureAt(1))
      })

      test('leaves nothing when its work fails, and the next one goes on', async () => {
        const work = store.write(async (writer) => {
          await writer.addCaptures([captureAt(1)])
          await writer.addReadings([storedReading(1, readingOf({ claims: [{ sentence: 'One died.' }] }))])
          throw new Error('power of the work')
        })
        await expect(work).rejects.toThrow('power of the work')
        await fill()
        expect(await store.capture(captureAt(1).id)).toBeNull()
        expect((await store.counts(RULES)).captures).toBe(3)
        expect(await faults()).toEqual([])
      })

      test('does not mix with another one of the same process', async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            store.write(async (writer) => {
              const { size } = await writer.custodyHead()
              await new Promise((resolve) => setTimeout(resolve, 1))
              await writer.addCaptures([captureAt(i)])
              await writer.setCustodyHead({ size: size + 1, root: sha256(String(i)) })
            }),
          ),
        )
        expect((await store.custodyHead()).size).toBe(20)
        expect((await store.captures(null, 100)).length).toBe(20)
      })
    })

    describe('Captures', () => {
      test.each([
        { what: 'fetched', capture: captureAt(3) },
        {
          what: 'given as a line, with nothing said of it',
          capture: captureAt(4, { way: 'jsonl', charset: null, finalUrl: null, status: null, resource: 'urn:line:4' }),
        },
        {
          what: 'given with everything said of it',
          capture: captureAt(5, {
            given: {
              sourceId: 'a/ä.html',
              title: '"Quoted" \u{1F4F0}',
              published: '2022-05-24',
              url: 'https://w.example',
              outlet: 'W',
            },
          }),
        },
        {
          what: 'beyond 2 GiB of its file',
          capture: captureAt(6, { location: { ...captureAt(6).location, offset: 2 ** 41 } }),
        },
      ])('come back as they were: $what', async ({ capture }) => {
        await store.write((writer) => writer.addCaptures([capture]))
        expect(await store.capture(capture.id)).toEqual(capture)
      })

      test('that are stored already stay as they are', async () => {
        await store.write((writer) => writer.addCaptures([captureAt(1)]))
        await store.write((writer) => writer.addCaptures([captureAt(1, { custodyIndex: 9, size: 1 }), captureAt(2)]))
        expect(await store.captures(null, 10)).toEqual([captureAt(1), captureAt(2)])
      })

      test('are listed in custody order, from any of them on', async () => {
        await store.write((writer) => writer.addCaptures([5, 1, 9, 3].map((i) => captureAt(i))))
        expect((await store.captures(null, 2)).map((capture) => capture.custodyIndex)).toEqual([1, 3])
        expect((await store.captures(captureAt(3).id, 5)).map((capture) => capture.custodyIndex)).toEqual([5, 9])
        await expect(store.captures('cap-unknown', 5)).rejects.toMatchObject({ code: 'bad-usage' })
      })

      test('of one resource: the latest is the last in custody order', async () => {
        const resource = 'https://wire.example/live'
        await store.write((writer) => writer.addCaptures([4, 8, 6].map((i) => captureAt(i, { resource }))))
        expect((await store.latestCapture(resource))?.custodyIndex).toBe(8)
      })
    })

    describe('Readings', () => {
      test('come back with exactly the same bytes', async () => {
        await store.write((writer) => writer.addCaptures([captureAt(1)]))
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), { maxLength: 4 }),
            fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
            async (texts, title) => {
              const result = readingOf({ title, claims: texts.map((sentence) => ({ sentence })) })
              const stored = storedReading(1, result)
              await store.write((writer) => writer.addReadings([stored]))
              const found = await store.reading(captureAt(1).id, RULES)
              expect(found?.json).toBe(stored.json)
              expect(found).toEqual({ ...stored, result: JSON.parse(stored.json) })
            },
          ),
          { numRuns: 50 },
        )
        expect(await faults()).toEqual([])
      })

      test('take their capture off the list of unread ones, for their producer alone', async () => {
        await store.write(async (writer) => {
          await writer.addCaptures([1, 2, 3].map((i) => captureAt(i)))
          await writer.addReadings([storedReading(2, readingOf({ claims: [] }))])
        })
        const unread = async (producer: string, limit = 10): Promise<readonly number[]> =>
          (await store.unread(producer, limit)).map((capture) => capture.custodyIndex)
        expect(await unread(RULES)).toEqual([1, 3])
        expect(await unread(NEWER_RULES, 2)).toEqual([1, 2])
        await store.write(async (writer) => {
          await writer.addReadings([storedReading(1, { sourceId: null, reason: 'binary', message: 'Not text.' })])
          await writer.addCaptures([captureAt(4)])
        })
        expect(await unread(RULES)).toEqual([3, 4])
        expect(await unread(NEWER_RULES)).toEqual([1, 2, 3, 4])
      })

      test('of a capture that cannot be read are kept with the reason and count as failed', async () => {
        const fault = storedReading(1, { sourceId: 's', reason: 'binary', message: 'Not text. Give the text of it.' })
        await store.write(async (writer) => {
          await writer.setSetting('producer', RULES)
          await writer.addCaptures([captureAt(1)])
          await writer.addReadings([fault])
        })
        expect(await store.reading(captureAt(1).id, RULES)).toEqual(fault)
        expect(await store.counts(RULES)).toEqual({ captures: 1, readings: 0, failed: 1, claims: 0 })
        expect((await store.documents(ALL_DOCUMENTS, FIRST_PAGE)).items).toEqual([])
        expect(await faults()).toEqual([])
      })

      test('are replaced by their own producer, in every list', async () => {
        await fill()
        const corrected = readingOf({
          title: 'Corrected',
          claims: [{ sentence: 'Eleven died in Hrušov.', figure: { low: 11, high: 11 } }],
        })
        await store.write((writer) => writer.addReadings([storedReading(2, corrected)]))
        expect((await store.reading(captureAt(2).id, RULES))?.result).toEqual(corrected)
        expect(sentences((await store.claims({ ...ALL_CLAIMS, text: 'Hrušov' }, FIRST_PAGE)).items)).toEqual([
          'Eleven died in',
        ])
        expect((await store.claims({ ...ALL_CLAIMS, claimant: 'mayor' }, FIRST_PAGE)).items).toEqual([])
        expect((await store.documents({ ...ALL_DOCUMENTS, text: 'shells' }, FIRST_PAGE)).items).toEqual([])
        expect(await store.counts(RULES)).toEqual({ captures: 3, readings: 3, failed: 0, claims: 3 })
        expect(await faults()).toEqual([])
      })

      test('by another producer stand beside them and are listed when it is the active one', async () => {
        await fill()
        const newer = readingOf({ title: 'Read anew', claims: [{ sentence: 'Twelve died, the mayor said.' }] })
        await store.write((writer) => writer.addReadings([storedReading(2, newer, { producer: NEWER_RULES })]))
        expect((await store.claims(ALL_CLAIMS, FIRST_PAGE)).items.length).toBe(5)
        await store.write((writer) => writer.setSetting('producer', NEWER_RULES))
        expect(sentences((await store.claims({ ...ALL_CLAIMS, text: 'mayor' }, FIRST_PAGE)).items)).toEqual([
          'Twelve died, the',
        ])
        expect((await store.documents(ALL_DOCUMENTS, FIRST_PAGE)).items.map(({ title }) => title)).toEqual([
          'Read anew',
        ])
        expect((await store.reading(captureAt(2).id, RULES))?.result).toEqual(readingOf(DOCUMENTS[0] ?? { claims: [] }))
        expect(await faults()).toEqual([])
      })

      test('of a capture that is not stored are refused', async () => {
        const work = store.write((writer) => writer.addReadings([storedReading(1, readingOf({ claims: [] }))]))
        await expect(work).rejects.toMatchObject({ code: 'bad-workspace' })
      })
    })

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
        expect((await store.claimsById('c-')).length).toBe(5)
        expect(await store.claimsById('d')).toEqual([])
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
