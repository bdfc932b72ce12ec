import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import { GROUPS, STANCES } from '../model/claim.ts'
import type { Policy } from '../model/incident.ts'
import { checkFigures } from './check-figures.ts'
import { foldRecord, type FoldedRecord } from './fold-record.ts'

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2030-05-0${n}`)
const claim = fc
  .record({
    by: fc.constantFrom('Mayor', 'Army', 'Monitor', 'Dispatch', 'residents'),
    measure: fc.constantFrom('killed', 'injured', 'bodies_found'),
    count: fc.oneof(
      fc.nat(30).map(String),
      fc.nat(30).map((n) => `${n}+`),
      fc.nat(30).map((n) => `-${n}`),
      fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => `${a}-${a + b}`),
      fc.constantFrom('dozens', 'several'),
    ),
    who: fc.constantFrom(...GROUPS).map((group) => [group]),
    scope: fc.constantFrom('incident', 'incident', 'subset', 'cumulative', 'other'),
    stance: fc.constantFrom('asserted', ...STANCES),
    on: fc.option(day),
    received: day.map((at) => `${at}T06:00:00Z`),
    document: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.nat(400),
    party: fc.constantFrom(null, 'north'),
    copyOf: fc.constantFrom(null, null, 'a'),
    isHeadline: fc.boolean(),
    isEarlier: fc.boolean(),
    reliability: fc.constantFrom(null, 'A', 'E'),
  })
  .map((made) => made as MadeUpClaim)
const claims = fc
  .array(claim, { maxLength: 25 })
  .map((list) => list.map((made, i) => madeUpClaim({ ...inDocument(made), id: `c${i}` })))
/** A document is published and received once and says who copied it once. */
function inDocument(made: MadeUpClaim): MadeUpClaim {
  const n = 'abcde'.indexOf(made.document ?? 'a') + 1
  const copyOf = made.document === 'e' ? 'a' : null
  return {
    ...made,
    on: n === 4 ? null : `2030-05-0${n}`,
    received: `2030-05-0${10 - n}T06:00:00Z`,
    copyOf,
    kind: made.by === 'Dispatch' ? 'outlet' : 'person',
  }
}
const policy = fc.constantFrom<Policy>('cairn', 'acled', 'airwars', 'ucdp')
const fold = (entries: Parameters<typeof foldRecord>[0]['entries'], by: Policy): FoldedRecord =>
  foldRecord({ entries, positionsOf: () => [], policy: by, decisions: [], isOurs: () => false })

test('low <= best <= high, whatever is claimed', () => {
  fc.assert(
    fc.property(claims, policy, (entries, by) => {
      for (const { figure } of fold(entries, by).rows) {
        const { low, best, high } = figure
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        if (low !== null && best !== null) expect(low).toBeLessThanOrEqual(best)
        if (best !== null && high !== null) expect(best).toBeLessThanOrEqual(high)
        if (low !== null) expect(figure.lowClaim).not.toBeNull()
        if (best !== null) expect(figure.bestClaim).not.toBeNull()
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of input changes nothing, neither record nor history', () => {
  fc.assert(
    fc.property(
      claims.chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
      ),
      policy,
      ([entries, shuffled], by) => {
        expect(fold(shuffled, by)).toEqual(fold(entries, by))
      },
    ),
    { numRuns: 200 },
  )
})

test('the history up to a date is the history of what was captured until then', () => {
  fc.assert(
    fc.property(claims, day, (entries, on) => {
      const until = `${on}T23:59:59Z`
      const early = entries.filter(({ receivedAt }) => receivedAt <= until)
      expect(fold(entries, 'cairn').history.filter(({ at }) => at <= until)).toEqual(fold(early, 'cairn').history)
    }),
    { numRuns: 200 },
  )
})

test('the history ends with the published values', () => {
  fc.assert(
    fc.property(claims, (entries) => {
      const { history, rows, grade } = fold(entries, 'cairn')
      const last = new Map(history.map(({ field, after }) => [field, after]))
      const tolls = rows.filter(
        (row, i) => row.figure.scope === 'incident' && rows[i - 1]?.figure.measure !== row.figure.measure,
      )
      for (const { figure } of tolls)
        expect(last.get(`${figure.measure} people low`) ?? null).toBe(figure.low === null ? null : String(figure.low))
      if (entries.length > 0) expect(last.get('grade')).toBe(grade.value)
    }),
  )
})

test('no total over a period, denial or forecast gives a number of an incident', () => {
  fc.assert(
    fc.property(claims, policy, (entries, by) => {
      const out = new Set(
        entries
          .filter(
            ({
              claim: {
                figure,
                attribution: { stance },
              },
            }) =>
              figure?.scope === 'cumulative' ||
              figure?.scope === 'other' ||
              stance === 'denied' ||
              stance === 'conditional',
          )
          .map((entry) => entry.claim.id),
      )
      for (const { figure } of fold(entries, by).rows)
        for (const id of [figure.lowClaim, figure.highClaim, figure.bestClaim]) expect(out.has(id ?? '')).toBe(false)
    }),
  )
})

test('every figure claim is told of: nothing is dropped', () => {
  fc.assert(
    fc.property(claims, (entries) => {
      expect(
        fold(entries, 'cairn')
          .claims.map(({ entry }) => entry.claim.id)
          .sort(),
      ).toEqual(entries.map((entry) => entry.claim.id).sort())
    }),
  )
})

test('a part larger than its whole is always flagged', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), (whole, part) => {
      const { states } = fold(
        [
          madeUpClaim({ id: 'w', count: String(whole), document: 'a' }),
          madeUpClaim({ id: 'p', count: String(part), who: ['children'], scope: 'subset', document: 'a', at: 50 }),
        ],
        'cairn',
      )
      expect(checkFigures(states).map(({ rule }) => rule)).toEqual(part > whole ? ['record/part-exceeds-whole'] : [])
    }),
  )
})
