import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { RecordStore } from '../../src/ports/record-store.ts'
import { captureAt, decisionAt, NEWER_RULES, readingOf, RULES, sha256, storedReading } from './made-up-record.ts'
import { ALL_CLAIMS } from '../../src/ports/record-store.ts'
import { ALL_DOCUMENTS } from '../support/list-everything.ts'
import { DOCUMENTS, fillStore, FIRST_PAGE, promiseLists, sentences } from './record-lists.ts'

/**
 * What every record store promises, whatever it is built on.
 *
 * @param open opens the store of a folder; each test has a folder of its own
 */
export function promiseRecordStore(builtOn: string, open: (folder: string) => Promise<RecordStore>): void {
  describe(`${builtOn} keeps the promises of a record store`, () => {
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

    const fill = (): Promise<void> => fillStore(store)
    const faults = async (): Promise<readonly string[]> => {
      const found: string[] = []
      for await (const fault of store.check()) found.push(fault)
      return found
    }

    describe('An empty store', () => {
      test('holds nothing and is sound', async () => {
        expect(await store.custodyHead()).toEqual({ size: 0, root: sha256('') })
        expect(await store.setting('producer')).toBeNull()
        expect(await store.settings()).toEqual([])
        expect(await store.payloadLocation(sha256('payload 1'))).toBeNull()
        expect(await store.producers('cap-1')).toEqual([])
        expect(await store.capture('cap-1')).toBeNull()
        expect(await store.captures(null, 10)).toEqual([])
        expect(await store.unread(RULES, null, 10)).toEqual([])
        expect(await store.latestCapture('https://wire.example/1')).toBeNull()
        expect(await store.reading('cap-1', RULES)).toBeNull()
        expect(await store.claims(ALL_CLAIMS, FIRST_PAGE)).toEqual({ items: [], next: null })
        expect(await store.claimsById('c-')).toEqual([])
        expect(await store.capturesById('cap-')).toEqual([])
        expect(await store.documents(ALL_DOCUMENTS, FIRST_PAGE)).toEqual({ items: [], next: null })
        expect(await store.decisions(null, 10)).toEqual([])
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

    describe('Decisions', () => {
      test('come back as they were, in custody order, from any of them on', async () => {
        const decisions = [4, 9, 17].map(decisionAt)
        await store.write(async (writer) => {
          expect(await writer.lastDecision()).toBeNull()
          await writer.addDecisions([...decisions].reverse())
          expect(await writer.lastDecision()).toEqual(decisions[2])
        })
        expect(await store.decisions(null, 10)).toEqual(decisions)
        expect(await store.decisions(null, 2)).toEqual(decisions.slice(0, 2))
        expect(await store.decisions(decisionAt(9).decision.id, 10)).toEqual([decisions[2]])
        await expect(store.decisions('dec-none', 10)).rejects.toThrow('holds no decision dec-none')
        expect(await faults()).toEqual([])
      })

      test('that are stored already stay as they are', async () => {
        await store.write((writer) => writer.addDecisions([decisionAt(4)]))
        await store.write((writer) => writer.addDecisions([{ ...decisionAt(4), custodyIndex: 5 }, decisionAt(9)]))
        expect(await store.decisions(null, 10)).toEqual([decisionAt(4), decisionAt(9)])
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

    test('A payload lies where its first capture was archived', async () => {
      const payloadSha256 = sha256('the same page')
      await store.write((writer) => writer.addCaptures([8, 4, 6].map((i) => captureAt(i, { payloadSha256 }))))
      expect(await store.payloadLocation(payloadSha256)).toEqual(captureAt(4).location)
      expect(await store.payloadLocation(sha256('another page'))).toBeNull()
      expect(await store.payloadLocation(`${payloadSha256.slice(0, 63)}g`)).toBeNull()
    })

    test('Settings are listed by name, replaced, and seen inside the transaction', async () => {
      await store.write(async (writer) => {
        for (const name of ['watch/b', 'watch/a', 'watch_', 'producer', 'w%'])
          await writer.setSetting(name, `1 ${name}`)
        await writer.setSetting('watch/b', 'ä\u{1F4F0}')
        expect(await writer.settings('watch/')).toEqual([
          ['watch/a', '1 watch/a'],
          ['watch/b', 'ä\u{1F4F0}'],
        ])
        expect((await writer.settings('')).length).toBe(5)
      })
      expect((await store.settings()).map(([name]) => name)).toEqual(['producer', 'w%', 'watch/a', 'watch/b', 'watch_'])
      expect(await store.setting('watch/b')).toBe('ä\u{1F4F0}')
    })

    describe('Readings', () => {
      test('are known by the digest of what their producer made', async () => {
        const reading = storedReading(1, readingOf({ claims: [] }))
        await store.write(async (writer) => {
          await writer.addCaptures([captureAt(1), captureAt(2)])
          await writer.addReadings([reading, { ...reading, producer: NEWER_RULES }])
          const ids = [captureAt(1).id, captureAt(2).id, 'cap-unknown']
          expect(await writer.knownReadings(ids, RULES)).toEqual(new Map([[captureAt(1).id, reading.sha256]]))
          expect(await writer.knownReadings(ids, 'rules 9.9.9')).toEqual(new Map())
        })
        const ids = [captureAt(2).id, captureAt(1).id, 'cap-unknown']
        expect(await store.readingDigests(ids, NEWER_RULES)).toEqual(new Map([[captureAt(1).id, reading.sha256]]))
        expect(await store.readingDigests(ids, 'rules 9.9.9')).toEqual(new Map())
        expect(await store.producers(captureAt(1).id)).toEqual([RULES, NEWER_RULES])
        expect(await store.producers(captureAt(2).id)).toEqual([])
      })

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
          (await store.unread(producer, null, limit)).map((capture) => capture.custodyIndex)
        expect(await unread(RULES)).toEqual([1, 3])
        expect(await unread(NEWER_RULES, 2)).toEqual([1, 2])
        await store.write(async (writer) => {
          await writer.addReadings([storedReading(1, { sourceId: null, reason: 'binary', message: 'Not text.' })])
          await writer.addCaptures([captureAt(4)])
        })
        expect(await unread(RULES)).toEqual([3, 4])
        expect(await unread(NEWER_RULES)).toEqual([1, 2, 3, 4])
        const later = await store.unread(NEWER_RULES, captureAt(2).id, 1)
        expect(later.map((capture) => capture.custodyIndex)).toEqual([3])
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

    promiseLists(() => store)
  })
}
