import { expect, test } from 'vitest'

import { countSlots, isNumber, type SlotCount } from './score-slots.ts'
import type { Harmed, KeyTemplate, Response } from './template.ts'

const KEY: KeyTemplate = {
  n: 1,
  optional: false,
  incident_location: [
    [
      [
        { name: 'PERU', type: null },
        { name: 'CUZCO', type: 'CITY' },
      ],
    ],
  ],
  incident_type: [{ alts: ['ATTACK', 'BOMBING'] }],
  perp_organization_id: [],
  perp_organization_confidence: [],
  hum_tgt_description: [{ alts: ['MAYOR'], ref: ['ANA ROJAS'] }],
  hum_tgt_number: [
    { alts: ['1'], ref: ['ANA ROJAS'] },
    { alts: ['PLURAL'], ref: ['GUARDS'], optional: true },
  ],
  hum_tgt_effect: [],
  derived: { dates: [{ on: '1989-03-15' }], killed: [], injured: [] },
}
const OWN: Response = {
  type: 'BOMBING',
  when: { asWritten: null, start: '1989-03-15', end: '1989-03-15', datePrec: 1, timePrecision: 1, anchor: 'text' },
  location: { country: 'PE', names: ['Cuzco'] },
  harmed: [],
  organizations: [],
}
const one = (words: string): Harmed => ({ effect: null, low: 1, high: 1, words })
const counts = (correct: number, partial: number, possible: number, actual: number): SlotCount => ({
  correct,
  partial,
  possible,
  actual,
})

test('an alternative of the key is right', () =>
  expect(countSlots(KEY, OWN, null)['incident type']).toEqual(counts(1, 0, 1, 1)))

test.each([
  ['the finest level', { country: 'PE', names: ['Cuzco'] }, counts(1, 0, 1, 1)],
  ['the country alone is half', { country: 'PE', names: [] }, counts(0, 1, 1, 1)],
  ['another town of the country is half', { country: 'PE', names: ['Lima'] }, counts(0, 1, 1, 1)],
  ['another country', { country: 'CL', names: [] }, counts(0, 0, 1, 1)],
  ['no place', { country: null, names: [] }, counts(0, 0, 1, 0)],
])('location: %s', (_, location, expected) =>
  expect(countSlots(KEY, { ...OWN, location }, null)['incident location']).toEqual(expected),
)

test.each([
  ['the name', [one('ANA ROJAS')], counts(1, 0, 1, 1)],
  ['what the key calls her', [one('THE MAYOR')], counts(1, 0, 1, 1)],
  ['another word with the right number is half', [one('A WOMAN')], counts(0, 1, 1, 1)],
  ['an optional fill is possible once it is hit', [{ ...one('GUARDS'), low: null, high: null }], counts(1, 0, 2, 1)],
  ['nothing', [], counts(0, 0, 1, 0)],
])('number: %s', (_, harmed, expected) =>
  expect(countSlots(KEY, { ...OWN, harmed }, null)['hum-tgt number']).toEqual(expected),
)

const nobody = (effect: Harmed['effect']): Harmed => ({ effect, low: 0, high: 0, words: 'NO ONE' })

test.each([
  ['nobody named in the key, nobody hurt', '-', nobody('NO INJURY OR DEATH'), counts(1, 0, 1, 1)],
  ['a zero of one kind meets "no injury or death"', '-', nobody('NO INJURY'), counts(1, 0, 1, 1)],
  ['the key names somebody', 'ANA ROJAS', nobody('NO INJURY OR DEATH'), counts(0, 1, 1, 1)],
  ['somebody was hurt', '-', { ...one('A CLERK'), effect: 'INJURY' as const }, counts(0, 0, 1, 1)],
])('no effect: %s', (_, ref, group, expected) => {
  const key: KeyTemplate = { ...KEY, hum_tgt_effect: [{ alts: ['NO INJURY OR DEATH'], ref: [ref] }] }
  expect(countSlots(key, { ...OWN, harmed: [group] }, null)['hum-tgt effect']).toEqual(expected)
})

test.each([
  ['5', 5, 5, true],
  ['5', 5, null, true],
  ['5', 4, 4, false],
  ['~100', 100, 100, true],
  ['6-8', 6, 8, true],
  ['6 -', 6, null, true],
  ['-15', null, 15, true],
  ['PLURAL', null, null, true],
  ['PLURAL', 3, 3, true],
  ['PLURAL', 1, 1, false],
])('%s against %s to %s', (fill, low, high, expected) => expect(isNumber(fill, { low, high })).toBe(expected))
