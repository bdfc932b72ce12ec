import { expect, test } from 'vitest'

import { isPublicationDate } from './published-date.ts'

test.each([
  ['2022-05-24', true],
  ['2022-05-24T10:00', true],
  ['2022-05-24T10:00:00Z', true],
  ['2022-05-24T10:00:00.123+02:00', true],
  ['2022-05-24 10:00:00 +0200', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-13-01', false],
  ['2022-05-24T25:00', false],
  ['2022-05', false],
  ['24 May 2022', false],
  ['24.05.2022', false],
  ['Tuesday', false],
  ['', false],
])('%j: %s', (date, isOne) => {
  expect(isPublicationDate(date)).toBe(isOne)
})
