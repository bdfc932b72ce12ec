import { expect, test } from 'vitest'

import { findWrittenDays, parsePageDate } from './parse-page-date.ts'

test.each<[value: string, date: string | null]>([
  ['2022-05-24', '2022-05-24'],
  ['2022-05-24T10:15:00Z', '2022-05-24T10:15:00Z'],
  ['2022-05-24T23:30:00.000+03:00', '2022-05-24T23:30:00+03:00'],
  ['2022-05-24T23:30:00+0300', '2022-05-24T23:30:00+03:00'],
  ['2022-05-24 10:15:00 UTC', '2022-05-24T10:15:00Z'],
  // A time without a zone is no moment: the day is what the page says.
  ['2022-05-24T10:15:00', '2022-05-24'],
  ['2022/5/4', '2022-05-04'],
  ['20220524', '2022-05-24'],
  ['20220524T1015', '2022-05-24'],
  ['1653387300', '2022-05-24T10:15:00Z'],
  ['1653387300000', '2022-05-24T10:15:00Z'],
  ['Tue, 24 May 2022 10:15:00 GMT', '2022-05-24T10:15:00Z'],
  ['May 24th, 2022', '2022-05-24'],
  ['24 mai 2022 à 10h15', '2022-05-24'],
  ['24. Mai 2022', '2022-05-24'],
  ['24 de mayo de 2022', '2022-05-24'],
  ['24 травня 2022', '2022-05-24'],
  ['2022年5月24日', '2022-05-24'],
  ['24.05.2022', '2022-05-24'],
  ['24/05/2022', '2022-05-24'],
  ['05/24/2022', '2022-05-24'],
  // Fourth of May or fifth of April: nobody can tell.
  ['04/05/2022', null],
  ['31 February 2022', null],
  ['2022-13-01', null],
  ['yesterday', null],
  ['', null],
])('%j is %j', (value, date) => {
  expect(parsePageDate(value)).toBe(date)
})

test('every whole date of a text is found, with where it stands', () => {
  const text = 'Published 3 June 2018, updated on June 5, 2018; in 2017 there was none.'
  const found = findWrittenDays(text).map(({ start, end, day }) => [text.slice(start, end), day])
  expect(found).toEqual([
    ['3 June 2018', '2018-06-03'],
    ['June 5, 2018', '2018-06-05'],
  ])
})
