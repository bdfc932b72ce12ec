import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  addMonths,
  dateOf,
  dayOf,
  isoOf,
  quarterPeriod,
  seasonPeriod,
  shiftPeriod,
  weekdayOf,
  weekPeriod,
} from './calendar.ts'

test.each([
  [1970, 1, 1, 0],
  [2000, 2, 29, 11_016],
  [2022, 5, 24, 19_136],
  [1899, 12, 31, -25_568],
])('%d-%d-%d is day %d', (year, month, day, expected) => {
  expect(dayOf(year, month, day)).toBe(expected)
  expect(dateOf(expected)).toEqual({ year, month, day })
})

test.each([
  [2023, 2, 29],
  [2023, 13, 1],
  [2023, 4, 31],
])('there is no %d-%d-%d', (year, month, day) => {
  expect(dayOf(year, month, day)).toBeNull()
})

test.each([
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2022-05-24', '2022-W21'],
  ['2018-12-31', '2019-W01'],
])('%s lies in week %s', (iso, week) => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  expect(weekPeriod(dayOf(year, month, day) ?? 0).value).toBe(week)
})

test('quarters, halves and seasons shift over the turn of the year', () => {
  expect(quarterPeriod(2015, 0).value).toBe('2014-Q4')
  expect(shiftPeriod(seasonPeriod(2015, 'SU'), -1).value).toBe('2014-SU')
  expect(isoOf(addMonths(dayOf(2022, 3, 31) ?? 0, -1))).toBe('2022-02-28')
})

test('the days of any two centuries read back as they were written and follow the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (day) => {
      const { year, month, day: ofMonth } = dateOf(day)
      expect(dayOf(year, month, ofMonth)).toBe(day)
      expect(isoOf(day)).toBe(new Date(day * 864e5).toISOString().slice(0, 10))
      expect(weekdayOf(day)).toBe(new Date(day * 864e5).getUTCDay() || 7)
    }),
  )
})
