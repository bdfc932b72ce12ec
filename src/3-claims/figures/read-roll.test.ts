import { describe, expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findFigures } from './find-figures.ts'

/** "measure count: the words", in text that is all capitals. */
function figuresOf(text: string): string[] {
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  return findFigures(splitSentences(document)).map(
    ({ measure, low, span }) => `${measure} ${low}: ${text.slice(span.start, span.end)}`,
  )
}

type Row = readonly [text: string, figures: readonly string[]]

const BEFORE_THE_VERB: readonly Row[] = [
  [
    'IVAN SOTO, ANA LUNA, AND PEDRO ROJAS WERE KILLED.',
    ['killed 1: IVAN SOTO', 'killed 1: ANA LUNA', 'killed 1: PEDRO ROJAS'],
  ],
  [
    'IT WAS REPORTED THAT UNION LEADER ANA LUNA AND SEVEN OTHER PEOPLE WERE WOUNDED.',
    ['injured 1: UNION LEADER ANA LUNA', 'injured 7: SEVEN OTHER PEOPLE'],
  ],
  ['JUDGE ANA LUNA, 34, A NATIVE OF PUNO, WAS KILLED.', ['killed 1: JUDGE ANA LUNA']],
  ['SENATOR PEDRO ROJAS, WHO HAD LED THE INQUIRY, WAS WOUNDED IN THE AMBUSH.', ['injured 1: SENATOR PEDRO ROJAS']],
  [
    'PRIESTS IVAN SOTO, PEDRO ROJAS (A BOLIVIAN), AND LUIS MORA, AS WELL AS THEIR COOK, ANA LUNA, WERE MURDERED.',
    ['killed 1: IVAN SOTO', 'killed 1: PEDRO ROJAS', 'killed 1: LUIS MORA', 'killed 1: THEIR COOK'],
  ],
  ['MAYOR AND SENATE HOPEFUL PEDRO ROJAS WAS SHOT DEAD.', ['killed 1: MAYOR AND SENATE HOPEFUL PEDRO ROJAS']],
  [
    'HIS BROTHER IVAN SOTO AND DEPUTY LUIS MORA DIED.',
    ['killed 1: HIS BROTHER IVAN SOTO', 'killed 1: DEPUTY LUIS MORA'],
  ],
  ['MAYOR PEDRO ROJAS SAID A GUARD WAS KILLED.', ['killed 1: A GUARD']],
  ['PUNO, CUZCO, AND SANTA ROSA WERE ATTACKED AND TWO MEN WERE KILLED.', ['killed 2: TWO MEN']],
]

const BEHIND_THE_VERB: readonly Row[] = [
  [
    'GUNMEN MURDERED JUDGE ANA LUNA, COLONEL ROJAS, AND SENATOR LUIS MORA, WHO WAS 40.',
    ['killed 1: JUDGE ANA LUNA', 'killed 1: COLONEL ROJAS', 'killed 1: SENATOR LUIS MORA'],
  ],
  [
    'THE ASSASSINATION OF SENATOR LUIS MORA AND COLONEL ROJAS SHOCKED THE CITY.',
    ['killed 1: SENATOR LUIS MORA', 'killed 1: COLONEL ROJAS'],
  ],
  [
    'THEY KILLED SENATOR LUIS MORA AND MAYOR PEDRO ROJAS WAS WOUNDED.',
    ['killed 1: SENATOR LUIS MORA', 'injured 1: MAYOR PEDRO ROJAS'],
  ],
]

const AWAY_FROM_THE_VERB: readonly Row[] = [
  ['HE TOOK THE POST OF SENATOR LUIS MORA, WHO WAS KILLED ON FRIDAY.', ['killed 1: SENATOR LUIS MORA']],
  ['ENGINEER PEDRO ROJAS, KIDNAPPED LAST TUESDAY BY REBELS, SPOKE TODAY.', ['abducted 1: ENGINEER PEDRO ROJAS']],
  ["COLONEL PEDRO ROJAS'S MURDER SHOCKED THE CITY.", ['killed 1: COLONEL PEDRO ROJAS']],
  ["COLONEL PEDRO ROJAS'S DECREE SHOCKED THE CITY.", []],
  ['THE BOMB KILLED 10 PEOPLE, INCLUDING LEADER ANA LUNA.', ['killed 10: 10 PEOPLE', 'killed 1: LEADER ANA LUNA']],
  [
    'THE ARMY KILLED TWO CLERKS: IVAN SOTO, A BAKER, AND ANA LUNA.',
    ['killed 2: TWO CLERKS', 'killed 1: IVAN SOTO', 'killed 1: ANA LUNA'],
  ],
  ['THE WOUNDED PERSON WAS IDENTIFIED AS ANA LUNA.', ['injured 1: ANA LUNA']],
  [
    'THE INJURED WERE 19-YEAR-OLD IVAN SOTO, 40-YEAR-OLD LUIS MORA, AND TWO OTHER CLERKS.',
    ['injured 1: 19-YEAR-OLD IVAN SOTO', 'injured 1: 40-YEAR-OLD LUIS MORA', 'injured 2: TWO OTHER CLERKS'],
  ],
  [
    'TWO CLERKS WERE KILLED. THEY ARE IVAN SOTO AND ANA LUNA.',
    ['killed 2: TWO CLERKS', 'killed 1: IVAN SOTO', 'killed 1: ANA LUNA'],
  ],
  ['THE VICTIMS WERE IDENTIFIED BY THEIR RELATIVES.', []],
]

const NO_NAMES: readonly Row[] = [
  ['THE MURDER OF POPULAR LEADERS MUST STOP.', []],
  ['THE PARTY WAS HURT BY THE DEBATE.', []],
  ['NO TRIALS WERE KILLED BY THE LAW.', []],
  ['TEAR GAS WAS SHOT AT THE CROWD.', []],
]

describe.each<[place: string, rows: readonly Row[]]>([
  ['before the verb', BEFORE_THE_VERB],
  ['behind the verb', BEHIND_THE_VERB],
  ['away from the verb', AWAY_FROM_THE_VERB],
  ['words that are no names', NO_NAMES],
])('people named in capitals %s', (_place, rows) => {
  test.each(rows)('%s', (text, figures) => expect(figuresOf(text)).toEqual(figures))
})

test('a roll longer than any list is read no further', () => {
  const names = Array.from({ length: 2000 }, () => 'IVAN SOTO').join(', ')
  expect(figuresOf(`GUNMEN KILLED MAYOR ${names}.`)).toEqual(['killed 1: MAYOR IVAN SOTO'])
})
