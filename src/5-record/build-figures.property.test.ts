import fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildNaively } from '../../test/support/naive-figures.ts'
import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import type { Policy } from '../model/incident.ts'
import { buildFigures, FigureTable, type MeasureState } from './build-figures.ts'
import { contestStatus } from './contest-status.ts'
import { areCivilians } from './group-covers.ts'
import { FigureFold, groupByCapture } from './settle-figures.ts'

const CLAIMANTS = ['Mayor', 'Army', 'Monitor', 'Dispatch', 'residents', 'Governor', 'Hospital', 'Ministry']

/** Many documents of few claimants in few days: numbers are replaced, repeated and withdrawn all the time. */
const claim = fc
  .record({
    by: fc.constantFrom(...CLAIMANTS),
    measure: fc.constantFrom('killed', 'killed', 'injured'),
    count: fc.oneof(
      fc.nat(6).map(String),
      fc.nat(6).map((n) => `${n}+`),
      fc.nat(6).map((n) => `-${n}`),
      fc.tuple(fc.nat(5), fc.nat(5)).map(([a, b]) => `${a}-${a + b}`),
      fc.constantFrom('dozens', 'several', '12'),
    ),
    who: fc.constantFrom(
      ['people'],
      ['people'],
      ['civilians'],
      ['combatants'],
      ['women', 'children'],
      ['children', 'women'],
    ),
    scope: fc.constantFrom('incident', 'incident', 'incident', 'subset'),
    day: fc.integer({ min: 1, max: 6 }),
    delay: fc.integer({ min: 0, max: 3 }),
    origin: fc.constantFrom('o-1', 'o-2', 'o-3', 'o-4'),
    isParty: fc.boolean(),
    reliability: fc.constantFrom(null, 'A', 'C'),
  })
  .map(({ day, delay, isParty, ...made }) => ({
    ...made,
    on: `2030-05-0${day}`,
    received: `2030-05-0${day + delay}T06:00:00Z`,
    party: isParty && (made.by === 'Army' || made.by === 'Ministry') ? 'north' : null,
    kind: made.by === 'Dispatch' ? 'outlet' : made.by === 'residents' ? 'unnamed' : 'office',
  }))
  .map((made) => made as MadeUpClaim)

const documents = fc
  .array(claim, { minLength: 1, maxLength: 60 })
  .map((list) => list.map((made, i) => madeUpClaim({ ...made, id: `c${i}`, document: `d${i >> 1}`, at: i })))
  .map(groupByCapture)

test('rows that are kept up to date are the rows by their definition, after every document', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom<Policy>('cairn', 'acled', 'airwars', 'ucdp'), (known, policy) => {
      const fold = new FigureFold()
      const table = new FigureTable(policy)
      for (const document of known) {
        fold.add(document)
        for (const change of fold.changes()) table.change(change)
        const naive = buildNaively(fold.states(), policy)
        expect(table.rows().map(({ figure }) => figure)).toEqual(naive)
        expect(buildFigures(fold.states(), policy).map(({ figure }) => figure)).toEqual(naive)
      }
    }),
    { numRuns: 150 },
  )
})

/** Whether somebody counts just combatants and somebody just civilians whose numbers fit, by the definition. */
function isContested({ claimants }: MeasureState): boolean {
  const single = claimants.flatMap((current) => {
    const wholes = current.filter(({ figure }) => figure.scope === 'incident')
    return wholes.length === 1 ? wholes : []
  })
  const fit = (a: number | null, b: number | null): boolean => (a ?? 0) <= (b ?? Infinity)
  return single.some(
    ({ entry, figure: one }) =>
      one.who.join() === 'combatants' &&
      entry.party !== 'north' &&
      single.some(
        ({ figure: other }) => areCivilians(other.who) && fit(one.low, other.high) && fit(other.low, one.high),
      ),
  )
}

test('contested minimums are those by their definition, after every document', () => {
  fc.assert(
    fc.property(documents, (known) => {
      const fold = new FigureFold()
      const table = new FigureTable('cairn')
      for (const document of known) {
        fold.add(document)
        for (const change of fold.changes()) table.change(change)
        const contested = fold.states().filter(isContested)
        const { rows, findings } = contestStatus(table.rows(), new Set(['north']))
        expect(findings).toHaveLength(contested.length)
        for (const row of rows)
          if (row.figure.scope === 'incident' && row.figure.who.join() === 'combatants')
            expect(row.isContested).toBe(contested.some(({ measure }) => measure === row.figure.measure))
      }
    }),
    { numRuns: 150 },
  )
})
