import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { madeUpClaim } from '../../test/support/record-claims.ts'
import type { Group } from '../model/claim.ts'
import { compareSaid } from './order-entries.ts'
import { ClaimantFold } from './settle-claimant.ts'
import type { FigureEntry } from './settle-document.ts'

const said = record({
  count: constantFrom('3', '4', '5', '5+', '3+', '-4', 'dozens'),
  day: integer({ min: 1, max: 6 }),
  who: constantFrom<readonly Group[]>(['people'], ['civilians'], ['children']),
  scope: constantFrom('incident' as const, 'subset' as const),
  isEarlier: boolean(),
  /** Several figures stand in one document. */
  document: integer({ min: 0, max: 12 }),
})

function entriesOf(sayings: readonly { count: string; day: number; document: number }[]): FigureEntry[] {
  return sayings.flatMap(({ day, document, ...made }, at) => {
    const entry = madeUpClaim({
      ...made,
      on: `2030-05-0${day}`,
      document: `d${document}`,
      at,
      received: '2030-06-01T00:00:00Z',
    })
    const { figure } = entry.claim
    return figure === null ? [] : [{ entry, figure }]
  })
}

/** What a claimant stands by and what became of the rest, when the figures come in in this order and are asked for after each. */
function settle(entries: readonly FigureEntry[], isAsked: boolean) {
  const fold = new ClaimantFold()
  for (const one of entries) {
    fold.add(one)
    if (isAsked) fold.current()
  }
  return {
    current: fold.current().map(({ entry, first }) => [entry.claim.id, first.claim.id]),
    settled: fold.settled().map(({ entry, state, by, rule }) => [entry.claim.id, state, by, rule]),
    superseded: entries.map((one) => fold.firstSupersededBy(one)?.entry.claim.id ?? null),
  }
}

test('a figure that comes in late leaves what it would have left in time', () => {
  assert(
    property(array(said, { maxLength: 30 }), (sayings) => {
      const entries = entriesOf(sayings)
      const inTime = [...entries].sort((a, b) => compareSaid(a.entry, b.entry))
      const { superseded, ...late } = settle(entries, true)
      const { superseded: _, ...told } = settle(inTime, true)
      expect(late).toEqual(told)
      expect(settle(entries, false).superseded).toEqual(superseded)
    }),
    { numRuns: 400 },
  )
})

test('the count that was revised since is an old one, also when the revision comes in late', () => {
  const on = (day: string, count: string) => madeUpClaim({ count, on: day, document: day })
  const claims = [on('2030-05-01', '5'), on('2030-05-03', '5'), on('2030-05-02', '8')]
  const fold = new ClaimantFold()
  for (const entry of claims) if (entry.claim.figure !== null) fold.add({ entry, figure: entry.claim.figure })
  expect(fold.current().map(({ figure }) => figure.low)).toEqual([8])
  expect(fold.settled().map(({ rule }) => rule)).toEqual(['record/later', 'record/earlier-count', 'record/latest'])
})

test('four times as many figures in any order take no more than ten times as long', () => {
  const timeOf = (n: number): number => {
    const sayings = Array.from({ length: n }, (_, i) => ({
      count: String(1 + ((i * 7919) % 40)),
      day: 1 + ((i * 31) % 6),
      document: i,
    }))
    const entries = entriesOf(sayings)
    const started = process.cpuUsage()
    settle(entries, true)
    return process.cpuUsage(started).user
  }
  timeOf(1000)
  const few = Math.min(timeOf(2000), timeOf(2000))
  expect(timeOf(8000)).toBeLessThan(few * 10)
})
