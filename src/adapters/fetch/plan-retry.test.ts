import { expect, test } from 'vitest'

import { backOffMs, DEFAULT_RETRY, readRetryAfter } from './plan-retry.ts'

const NOW = Date.parse('2024-05-01T12:00:00Z')

test.each([
  ['120', '2024-05-01T12:02:00.000Z'],
  [' 0 ', '2024-05-01T12:00:00.000Z'],
  ['Wed, 01 May 2024 12:30:00 GMT', '2024-05-01T12:30:00.000Z'],
  ['Wednesday, 01-May-24 12:30:00 GMT', '2024-05-01T12:30:00.000Z'],
  ['Wed, 01 May 2024 11:00:00 GMT', '2024-05-01T12:00:00.000Z'],
  ['999999999', '2024-05-08T12:00:00.000Z'],
  ['Fri, 01 May 2099 11:00:00 GMT', '2024-05-08T12:00:00.000Z'],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After "%s" means %s', (header, expected) => {
  const at = readRetryAfter(header, NOW)
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected)
})

test.each([
  [1, 0, 500],
  [1, 0.5, 750],
  [2, 0, 1000],
  [3, 0.999, 3998],
  [40, 0, 15_000],
])('after request %i with chance %d: %i ms', (attempt, chance, expected) => {
  expect(backOffMs(attempt, DEFAULT_RETRY, chance)).toBe(expected)
})
