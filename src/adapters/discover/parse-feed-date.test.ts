import { expect, test } from 'vitest'

import { parseFeedDate } from './parse-feed-date.ts'

test.each([
  ['Wed, 01 May 2024 10:00:00 GMT', '2024-05-01T10:00:00Z'],
  ['Wed, 1 May 2024 10:00:00 +0200', '2024-05-01T08:00:00Z'],
  ['1 May 2024 10:00 +02:00', '2024-05-01T08:00:00Z'],
  ['Wednesday, 01-May-24 10:00:00 UTC', '2024-05-01T10:00:00Z'],
  ['Wed, 01 May 24 10:00:00 EST', '2024-05-01T15:00:00Z'],
  ['Wed, 01 May 2024 23:30:00 PDT', '2024-05-02T06:30:00Z'],
  ['Wed, 01 May 2024 10:00:00 +0000 (UTC)', '2024-05-01T10:00:00Z'],
  ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'],
  ['2024-05-01T10:00:00.123456+05:30', '2024-05-01T04:30:00Z'],
  ['2024-05-01T10:00+03:00', '2024-05-01T07:00:00Z'],
  ['2024-05-01 10:00:00 UTC', '2024-05-01T10:00:00Z'],
  ['2024-05-01', '2024-05-01'],
  [' 2024-02-29 ', '2024-02-29'],
  // no zone, or one that many countries use
  ['2024-05-01T10:00:00', null],
  ['Wed, 01 May 2024 10:00:00', null],
  ['Wed, 01 May 2024 10:00:00 IST', null],
  ['Wed, 01 May 2024 10:00:00 A', null],
  ['Wed, 01 May 2024 10:00:00 +9900', null],
  // no such moment
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['Wed, 31 Apr 2024 10:00:00 GMT', null],
  ['2024-05-01T25:00:00Z', null],
  ['2024-05-01T10:61:00Z', null],
  ['0001-01-01T00:00:00Z', null],
  // no form that is certain
  ['01/05/2024', null],
  ['May 1, 2024', null],
  ['yesterday', null],
  ['1714557600', null],
  ['', null],
])('"%s" is %s', (raw, expected) => {
  expect(parseFeedDate(raw)).toBe(expected)
})
