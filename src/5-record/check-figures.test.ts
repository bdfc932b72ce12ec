import { expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import { checkFigures } from './check-figures.ts'
import { foldRecord } from './fold-record.ts'

const part = (count: string, who: MadeUpClaim['who'], at: number): MadeUpClaim => ({
  count,
  ...(who === undefined ? {} : { who }),
  scope: 'subset',
  document: 'a',
  at,
})
const whole: MadeUpClaim = { count: '12', document: 'a' }

test.each<[string, MadeUpClaim[], string[]]>([
  ['a part within its whole', [whole, part('5', ['children'], 20)], []],
  [
    'a part larger than its whole',
    [whole, part('15', ['children'], 20)],
    ['record/part-exceeds-whole Mayor, killed: "15" (children) cannot be part of "12" (people)'],
  ],
  [
    'parts that are together larger',
    [whole, part('8', ['children'], 20), part('7', ['women'], 40)],
    ['record/parts-exceed-whole Mayor, killed: "8" (children) and "7" (women) are together more than "12" (people)'],
  ],
  [
    'parts that make up everybody and do not add up',
    [whole, part('8', ['civilians'], 20), part('3', ['combatants'], 40)],
    ['record/parts-differ-from-whole Mayor, killed: "8" (civilians) and "3" (combatants) make 11, not "12" (people)'],
  ],
  [
    'parts of an earlier text are not held against a later whole',
    [
      { ...whole, on: '2030-05-01' },
      part('9', ['civilians'], 20),
      part('3', ['combatants'], 40),
      { count: '14', on: '2030-05-02', document: 'b' },
    ],
    [],
  ],
  ['parts that do', [whole, part('9', ['civilians'], 20), part('3', ['combatants'], 40)], []],
  ['parts that may overlap are not added', [whole, part('8', ['children'], 20), part('7', ['civilians'], 40)], []],
  [
    'a sum that the record makes is told',
    [
      { count: '1', who: ['combatants'], document: 'a' },
      { count: '2', who: ['police'], document: 'a', at: 20 },
    ],
    ['record/sum Mayor, killed: "2" (police) and "1" (combatants) make 3'],
  ],
  [
    "one claimant's parts are not measured by another's whole",
    [whole, { ...part('15', ['children'], 20), by: 'Hospital' }],
    [],
  ],
])('%s', (_, claims, expected) => {
  const { states } = foldRecord({
    entries: claims.map(madeUpClaim),
    positionsOf: () => [],
    policy: 'cairn',
    decisions: [],
    isOurs: () => false,
  })
  expect(checkFigures(states).map(({ rule, message }) => `${rule} ${message}`)).toEqual(expected)
})
