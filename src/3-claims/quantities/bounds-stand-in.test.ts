import { expect, test } from 'vitest'

import { boundsStandIn } from './bounds-stand-in.ts'

const STANDS: readonly [quote: string, low: number | null, high: number | null, vague: string | null][] = [
  ['at least 21,000 people', 21_000, null, null],
  ['The bodies of 200 people', 200, 200, null],
  ['up to 30 civilians', null, 30, null],
  ['between five and eight farmers', 5, 8, null],
  ['5-8 fighters', 5, 8, null],
  ['more than 2.5 million', 2_500_000, null, null],
  ['exceeds 465,000', 465_000, null, null],
  ['dozens of civilians', null, null, 'dozens'],
  ['a soldier', 1, 1, null],
  ['his wife', 1, 1, null],
  ['Amadou Keita', 1, 1, null],
  ['she', 1, 1, null],
  ['no one', 0, 0, null],
  ['no casualties', 0, 0, null],
  ['both men', 2, 2, null],
]
test.each(STANDS)('"%s" says %s to %s (%s)', (quote, low, high, vague) => {
  expect(boundsStandIn(quote, { low, high, vague })).toBe(true)
})

const FALLS: readonly [quote: string, low: number | null, high: number | null, vague: string | null][] = [
  ['at least 21,000 people', 21_000, 21_000, null],
  ['21,000 people', 21_000, null, null],
  ['200 people', 20, 20, null],
  ['12 soldiers', 1, 1, null],
  ['soldiers', 1, 1, null],
  ['a soldier', 0, 0, null],
  ['dozens of civilians', 12, null, null],
  ['scores', null, null, 'dozens'],
  ['civilians', null, null, null],
  ['the town', 2, 2, null],
]
test.each(FALLS)('"%s" does not say %s to %s (%s)', (quote, low, high, vague) => {
  expect(boundsStandIn(quote, { low, high, vague })).toBe(false)
})
