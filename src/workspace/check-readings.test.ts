import { expect, test } from 'vitest'

import { checkReadings } from './check-readings.ts'

const RULES = 'rules 1.0.0'
const NEWER = 'rules 2.0.0'
type Logged = readonly [captureId: string, producer: string, sha256: string]

/** Readings of a store: "capture producer" -> digest. */
const storeOf = (readings: Readonly<Record<string, string>>) => ({
  readingDigests: (ids: readonly string[], producer: string) =>
    Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const digest = readings[`${id} ${producer}`]
          return digest === undefined ? [] : [[id, digest] as const]
        }),
      ),
    ),
})

test.each<{
  what: string
  logged: readonly Logged[]
  stored: Readonly<Record<string, string>>
  wrong: readonly (readonly [captureId: string, producer: string, isMissing: boolean])[]
}>([
  { what: 'nothing', logged: [], stored: {}, wrong: [] },
  { what: 'as logged', logged: [['a', RULES, 'one']], stored: { [`a ${RULES}`]: 'one' }, wrong: [] },
  { what: 'missing', logged: [['a', RULES, 'one']], stored: {}, wrong: [['a', RULES, true]] },
  { what: 'changed', logged: [['a', RULES, 'one']], stored: { [`a ${RULES}`]: 'two' }, wrong: [['a', RULES, false]] },
  {
    what: 'replaced, as logged last',
    logged: [
      ['a', RULES, 'one'],
      ['a', RULES, 'two'],
    ],
    stored: { [`a ${RULES}`]: 'two' },
    wrong: [],
  },
  {
    what: 'put back to what was logged before',
    logged: [
      ['a', RULES, 'one'],
      ['a', RULES, 'two'],
    ],
    stored: { [`a ${RULES}`]: 'one' },
    wrong: [['a', RULES, false]],
  },
  {
    what: 'each producer for itself',
    logged: [
      ['a', RULES, 'one'],
      ['a', NEWER, 'two'],
    ],
    stored: { [`a ${RULES}`]: 'one' },
    wrong: [['a', NEWER, true]],
  },
])('$what', async ({ logged, stored, wrong }) => {
  // The others fill batches, so that first and last entry of a capture do not meet in one.
  const others = Array.from({ length: 700 }, (_, i) => [`other${i}`, RULES, 'same'] as const)
  const all = {
    ...stored,
    ...Object.fromEntries(others.map(([id, producer, digest]) => [`${id} ${producer}`, digest])),
  }
  for (const entries of [logged, logged.flatMap((entry) => [entry, ...others])]) {
    const check = checkReadings(storeOf(all))
    for (const [captureId, producer, sha256] of entries)
      await check.add({ kind: 'reading', at: '2026-01-01T00:00:00Z', captureId, documentId: null, producer, sha256 })
    const found = await check.finish()
    expect(found.map((one) => [one.captureId, one.producer, one.isMissing])).toEqual(wrong)
  }
})

test('a reading that is kept while the log is read is no fault', async () => {
  const readings: Record<string, string> = {}
  const check = checkReadings(storeOf(readings))
  for (let i = 0; i < 600; i++) {
    await check.add({
      kind: 'reading',
      at: '2026-01-01T00:00:00Z',
      captureId: `c${i}`,
      documentId: null,
      producer: RULES,
      sha256: 'one',
    })
  }
  for (let i = 0; i < 600; i++) readings[`c${i} ${RULES}`] = 'one'
  expect(await check.finish()).toEqual([])
})
