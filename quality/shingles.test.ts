import { expect, test } from 'vitest'

import { compareShingles, shinglesOf } from './shingles.ts'

test('shingles are runs of four words of any script, lower case', () => {
  expect([...shinglesOf('Two people — WERE killed. Again').keys()]).toEqual([
    'two people were killed',
    'people were killed again',
  ])
  expect([...shinglesOf('Двое убиты').keys()]).toEqual(['двое убиты'])
  expect(shinglesOf('').size).toBe(0)
})

test.each<[gold: string, found: string, precision: number, recall: number]>([
  ['a b c d e', 'a b c d e', 1, 1],
  ['a b c d e', 'a b c d', 1, 0.5],
  ['a b c d', 'a b c d e', 0.5, 1],
  ['a b c d', '', 0, 0],
  ['', '', 1, 1],
  ['a b c d', 'a b c d a b c d', 0.2, 1],
])('gold %j, found %j', (gold, found, precision, recall) => {
  expect(compareShingles(shinglesOf(gold), shinglesOf(found))).toEqual({ precision, recall })
})
