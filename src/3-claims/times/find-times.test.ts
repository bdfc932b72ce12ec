import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { newsDocument } from '../../../test/support/news-document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findTimes } from './find-times.ts'
import type { TimeIndex } from './time-index.ts'

function read(text: string, publishedAt: string | null): TimeIndex {
  const document = newsDocument(text, publishedAt)
  return findTimes(splitSentences(document), document)
}

type Row = readonly [
  sentence: string,
  published: string | null,
  expected: readonly (readonly [
    expression: string,
    value: string | null,
    start: string | null,
    end: string | null,
    prec: number | null,
  ])[],
]

// 2022-05-25 is a Wednesday.
const TABLE: readonly Row[] = [
  // Absolute dates.
  ['The depot burned on 24 May 2022.', '2022-05-25', [['24 May 2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  ['It fell on May 24, 2022, at night.', null, [['May 24, 2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  ['It fell on May 24th, 2022.', null, [['May 24th, 2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  [
    'The bridge went on the 24th of May 2022.',
    null,
    [['the 24th of May 2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]],
  ],
  ['The log says 24/5/2022 in red.', null, [['24/5/2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  ['The log says 4/5/2022 in red.', null, [['4/5/2022', null, null, null, null]]],
  ['The log says 24.05.2022 in red.', null, [['24.05.2022', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  ['Shelling resumed on 2022-05-24 at the dam.', null, [['2022-05-24', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  [
    'ARMY TROOPS ATTACKED A FARM ON 22 NOV 89 IN THE NORTH.',
    null,
    [['22 NOV 89', '1989-11-22', '1989-11-22', '1989-11-22', 1]],
  ],
  [
    'Clashes of 24-26 May 2022 left the mill in ruins.',
    null,
    [['24-26 May 2022', '2022-05-24', '2022-05-24', '2022-05-26', 2]],
  ],
  ['It was hit on Monday, May 23.', '2022-05-25', [['Monday, May 23', '2022-05-23', '2022-05-23', '2022-05-23', 1]]],
  ['Two convoys met on 16 November.', '2022-05-25', [['16 November', '2021-11-16', '2021-11-16', '2021-11-16', 1]]],
  ['A truce will begin on 16 November.', '2022-05-25', [['16 November', '2022-11-16', '2022-11-16', '2022-11-16', 1]]],
  ['In March 20 people were killed.', '2022-05-25', [['March', '2022-03', '2022-03-01', '2022-03-31', 4]]],
  // Parts of years and longer.
  ['They left in early 2014.', null, [['early 2014', '2014', '2014-01-01', '2014-05-02', 5]]],
  ['They left in late September.', '2022-05-25', [['late September', '2021-09', '2021-09-21', '2021-09-30', 4]]],
  ['They left in mid-August 2016.', null, [['mid-August 2016', '2016-08', '2016-08-10', '2016-08-20', 4]]],
  ['The front moved in spring 2015.', null, [['spring 2015', '2015-SP', '2015-03-01', '2015-05-31', 5]]],
  ['The front froze last summer.', '2022-05-25', [['last summer', '2021-SU', '2021-06-01', '2021-08-31', 5]]],
  ['Arrests rose in Q2 2015.', null, [['Q2 2015', '2015-Q2', '2015-04-01', '2015-06-30', 5]]],
  [
    'Arrests rose in the third quarter.',
    '2022-05-25',
    [['the third quarter', '2021-Q3', '2021-07-01', '2021-09-30', 5]],
  ],
  ["The camps date from the '90s.", null, [['90s', '199', '1990-01-01', '1999-12-31', null]]],
  ['The camps date from the 1990s.', null, [['1990s', '199', '1990-01-01', '1999-12-31', null]]],
  ['The border was drawn in the 20th century.', null, [['the 20th century', '19', '1900-01-01', '1999-12-31', null]]],
  // Weekdays lie in the past; the publication's own weekday is that day.
  ['A shell killed five on Friday.', '2022-05-25', [['Friday', '2022-05-20', '2022-05-20', '2022-05-20', 1]]],
  ['A shell killed five on Wednesday.', '2022-05-25', [['Wednesday', '2022-05-25', '2022-05-25', '2022-05-25', 1]]],
  ["Thursday's strike hit a school.", '2022-05-25', [['Thursday', '2022-05-19', '2022-05-19', '2022-05-19', 1]]],
  ['Gunfire was heard late on Saturday.', '2022-05-25', [['Saturday', '2022-05-21', '2022-05-21', '2022-05-21', 1]]],
  [
    'Gunfire was heard on Friday night.',
    '2022-05-25',
    [['Friday night', '2022-05-20TNI', '2022-05-20', '2022-05-20', 1]],
  ],
  ['The envoys will meet on Friday.', '2022-05-25', [['Friday', '2022-05-27', '2022-05-27', '2022-05-27', 1]]],
  ['A ruling is expected on Monday.', '2022-05-25', [['Monday', '2022-05-30', '2022-05-30', '2022-05-30', 1]]],
  ['He was shot last Wednesday.', '2022-05-25', [['last Wednesday', '2022-05-18', '2022-05-18', '2022-05-18', 1]]],
  [
    'The convoy was shelled over the weekend.',
    '2022-05-25',
    [['the weekend', '2022-W20-WE', '2022-05-21', '2022-05-22', 2]],
  ],
  ['He wrote in the Sunday Times about it.', '2022-05-25', []],
  // Relative to the text's day.
  ['Rockets fell yesterday.', '2022-05-25', [['yesterday', '2022-05-24', '2022-05-24', '2022-05-24', 1]]],
  ['Rockets fell overnight.', '2022-05-25', [['overnight', '2022-05-24TNI', '2022-05-24', '2022-05-25', 2]]],
  ['The blast came three days ago.', '2022-05-25', [['three days ago', '2022-05-22', '2022-05-22', '2022-05-22', 1]]],
  // Days around the same weekday, not the calendar week.
  ['The blast came two weeks ago.', '2022-05-25', [['two weeks ago', '2022-W19', '2022-05-08', '2022-05-14', 3]]],
  ['The blast came a week ago.', '2022-05-25', [['a week ago', '2022-W20', '2022-05-17', '2022-05-19', 2]]],
  ['The war began eight years ago.', '2022-05-25', [['eight years ago', '2014', '2014-01-01', '2014-12-31', 5]]],
  ['Losses doubled last month.', '2022-05-25', [['last month', '2022-04', '2022-04-01', '2022-04-30', 4]]],
  ['Nine died earlier this month.', '2022-05-25', [['earlier this month', '2022-05', '2022-05-01', '2022-05-24', 4]]],
  ['Nine have died this year.', '2022-05-25', [['this year', '2022', '2022-01-01', '2022-05-25', 5]]],
  ['Nine died in the past 24 hours.', '2022-05-25', [['the past 24 hours', 'P1D', '2022-05-24', '2022-05-25', 2]]],
  [
    'Ninety died over the past three months.',
    '2022-05-25',
    [['the past three months', 'P3M', '2022-02-25', '2022-05-25', 5]],
  ],
  ['Ninety died in recent days.', '2022-05-25', [['recent days', 'PXD', '2022-05-19', '2022-05-25', 3]]],
  ['The town fell by the end of June.', '2022-08-25', [['the end of June', '2022-06', '2022-06-24', '2022-06-30', 3]]],
  // Leaning on the text.
  [
    'The raid of 3 May 2014 failed. The next day the army shelled the village.',
    null,
    [
      ['3 May 2014', '2014-05-03', '2014-05-03', '2014-05-03', 1],
      ['The next day', '2014-05-04', '2014-05-04', '2014-05-04', 1],
    ],
  ],
  [
    'The siege of 3 May 2014 held. Two days later it broke.',
    '2022-05-25',
    [
      ['3 May 2014', '2014-05-03', '2014-05-03', '2014-05-03', 1],
      ['Two days later', '2014-05-05', '2014-05-05', '2014-05-05', 1],
    ],
  ],
  [
    "He died two days after Monday's attack.",
    '2022-05-25',
    [
      ['two days', 'P2D', '2022-05-25', '2022-05-25', 1],
      ['Monday', '2022-05-23', '2022-05-23', '2022-05-23', 1],
    ],
  ],
  // Lengths, repetition and references are no dates.
  ['The siege lasted 77 years.', '2022-05-25', [['77 years', 'P77Y', null, null, null]]],
  ['A 24-year-old nurse died.', '2022-05-25', []],
  ['The three-day truce ended.', '2022-05-25', [['three-day', 'P3D', null, null, null]]],
  ['Shells fall every day.', '2022-05-25', [['every day', 'P1D', null, null, null]]],
  ['It happened recently.', '2022-05-25', [['recently', 'PAST_REF', null, null, null]]],
  // Names and numbers that only look like times.
  ['Supporters of the March 23 Movement fled.', '2022-05-25', []],
  ['The kingdom praised Vision 2030 and UN Resolution 1701.', '2022-05-25', []],
  ['The army says 2000 fighters were killed.', '2022-05-25', []],
  ['He may march to the mill in the fall of the town.', '2022-05-25', []],
  // Without a publication date only what the text itself fixes is resolved.
  ['Five people died on Friday.', null, [['Friday', null, null, null, null]]],
]

test.each(TABLE)('%s (published %s)', (sentence, published, expected) => {
  const found = read(sentence, published).mentions.map(({ start, end, value, when }) => [
    sentence.slice(start, end),
    value,
    when?.start ?? null,
    when?.end ?? null,
    when?.datePrec ?? null,
  ])
  expect(found).toEqual(expected)
})

test.each([
  ['Published July 19 2016. Strikes killed five on Tuesday.', '2016-07-06', '2016-07-19', 'dateline'],
  ['01-11-2014 Fighters Fall at Gate. Clashes raged on Saturday.', '2014-02-02', '2014-11-01', 'dateline'],
  ['BRASK, 4 JAN 90 (EXAMPLE NEWS) -- A BOMB WENT OFF YESTERDAY.', null, '1990-01-03', 'dateline'],
  ['BRASK, May 24 (Example News) - A bomb went off on Monday.', '2022-05-25', '2022-05-23', 'dateline'],
  ['Strikes killed five on Tuesday.', '2022-05-25T10:00:00Z', '2022-05-24', 'publication'],
])("%s is counted from the text's own date", (text, published, start, anchor) => {
  const when = read(text, published).mentions.at(-1)?.when
  expect(when?.start).toBe(start)
  expect(when?.anchor).toBe(anchor)
})

const PIECES = [
  'On Friday',
  'May',
  '24',
  ',',
  '2022',
  'two',
  'days',
  'ago',
  'last',
  'the',
  'next',
  'week',
  'killed',
  '10',
  'p.m.',
  '-',
  '/',
  'of',
  'early',
  'since',
  'quarter',
  'Q3',
  '1990',
  's',
  'the end of',
  '\n',
  'will',
  'overnight',
  "'",
  '.',
  'nineteen',
  'ninety-six',
  'fall',
]

test('whatever the words, every mention is a valid span of its sentence and the same text reads the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.constantFrom('2022-05-25', null),
      (pieces, published) => {
        const text = pieces.join(' ')
        const { mentions } = read(text, published)
        let end = 0
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          if (mention.when?.start != null && mention.when.end !== null)
            expect(mention.when.start <= mention.when.end).toBe(true)
          end = mention.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(read(text, published).mentions).toEqual(mentions)
      },
    ),
  )
})
