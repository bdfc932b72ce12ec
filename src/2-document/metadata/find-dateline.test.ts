import { expect, test } from 'vitest'

import { findDateline } from './find-dateline.ts'

test.each<[text: string, day: string | null]>([
  ['KYIV, May 24, 2022 (Plains Wire) — Two people were killed.', '2022-05-24'],
  ['ARICA, 9 SEP 89 (SUR-PRENSA) -- [TEXT] TWO MEN WERE SHOT', '1989-09-09'],
  ['GAZA CITY, Gaza Strip, 7 Jan 2009 - Shells fell on the camp.', '2009-01-07'],
  ['By Mira Halvorsen, 24 May 2022\nTwo people were killed in the town.', '2022-05-24'],
  ['Shelling kills two\nTuesday, 24 May 2022 10:15 GMT\nTwo people were killed in the town.', '2022-05-24'],
  ['Published: 24 May 2022\nTwo people were killed in the town.', '2022-05-24'],
  ['Published on 24 May 2022 Updated on 26 May 2022', '2022-05-24'],
  ['Mon Jul 18 2016 Two commanders killed near the border', '2016-07-18'],
  ['24 May 2022\n\nTwo people were killed in the town.', '2022-05-24'],
  // The date of a change, of an event, without a year, or deep in the text is not that of publication.
  ['Last updated: Friday, 26 May 2022\nTwo people were killed.', null],
  ['Updated 26 May 2022 10:00\nPublished 24 May 2022 09:00', '2022-05-24'],
  ['On 24 May 2022 two people were killed in the town.', null],
  ['July 11, 1995 was the day on which the town fell.', null],
  ['He was shot on 24 May 2022 (a Tuesday) near his house.', null],
  ['KYIV, May 24 (Plains Wire) — Two people were killed.', null],
  [`${'The town was shelled again.\n'.repeat(12)}24 May 2022`, null],
  ['', null],
])('%j was published on %j', (text, day) => {
  expect(findDateline(text)?.day ?? null).toBe(day)
})

test('the words that give the date are named', () => {
  const text = 'Headline\n\nKYIV, May 24, 2022 (Plains Wire) — Two people were killed.'
  const dateline = findDateline(text, 10)
  expect(text.slice(dateline?.start, dateline?.end)).toBe('May 24, 2022')
})
