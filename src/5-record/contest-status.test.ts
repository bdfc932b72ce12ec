import { describe, expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import type { AcledEvent } from '../model/claim.ts'
import { buildFigures } from './build-figures.ts'
import { chooseAll } from './choose-best.ts'
import { contestStatus, readCivilianHarm } from './contest-status.ts'
import { foldRecord } from './fold-record.ts'
import { groupKey } from './group-covers.ts'
import { numberForWords } from './number-for-words.ts'

const rowsOf = (claims: readonly MadeUpClaim[]) =>
  buildFigures(
    foldRecord({
      entries: claims.map(madeUpClaim),
      positionsOf: () => [],
      policy: 'cairn',
      decisions: [],
      isOurs: () => false,
    }).states,
    'cairn',
  )

describe('contested status puts the minimum at 0 on both sides', () => {
  const fighters: MadeUpClaim = { by: 'Army', party: 'north', count: '12', who: ['combatants'] }
  test.each<[string, MadeUpClaim[], string[], string[]]>([
    [
      'combatants by one, civilians by another',
      [fighters, { count: '12', who: ['civilians'] }],
      [],
      ['people 12', 'civilians 0', 'combatants 0'],
    ],
    [
      'that the side which did it calls them combatants decides nothing',
      [fighters, { count: '12', who: ['civilians'] }],
      ['north'],
      ['people 12', 'civilians 12', 'combatants 12'],
    ],
    [
      'different numbers are different people',
      [fighters, { count: '3', who: ['civilians'] }],
      [],
      ['people 3', 'civilians 3', 'combatants 12'],
    ],
    [
      'who counts both tells them apart',
      [
        { ...fighters, document: 'a' },
        { by: 'Army', party: 'north', count: '2', who: ['civilians'], document: 'a', at: 20 },
        { count: '12', who: ['civilians'] },
      ],
      [],
      ['people 12', 'civilians 2', 'combatants 12'],
    ],
  ])('%s', (_, claims, perpetrators, expected) => {
    const { rows, findings } = contestStatus(rowsOf(claims), new Set(perpetrators))
    expect(rows.map(({ figure }) => `${groupKey(figure.who)} ${figure.low}`)).toEqual(expected)
    expect(findings.length).toBe(expected.some((row) => row.endsWith(' 0')) ? 1 : 0)
  })
})

describe('civilian harm as Airwars counts it', () => {
  test.each<[string, MadeUpClaim[], AcledEvent, string]>([
    ['people are civilians by default', [{ count: '5-8' }], 'Explosions/Remote violence', '5-8 / -'],
    ['in a battle that is not known', [{ count: '5-8' }], 'Battles', '0-8 / -'],
    ['open above', [{ count: '5+' }], 'Explosions/Remote violence', '5-? / -'],
    [
      'civilians and combatants apart',
      [
        { count: '2', who: ['combatants'], document: 'a' },
        { count: '5', who: ['civilians'], document: 'a', at: 20 },
      ],
      'Explosions/Remote violence',
      '5-5 / 2-2',
    ],
    ['nobody counted', [{ count: '5', measure: 'missing' }], 'Explosions/Remote violence', '- / -'],
  ])('%s', (_, claims, event, expected) => {
    const { rows } = contestStatus(rowsOf(claims), new Set())
    const { civilians, combatants } = readCivilianHarm(rows, 'killed', event)
    const written = [civilians, combatants].map(({ min, max }) =>
      min === null && max === null ? '-' : `${min}-${max ?? '?'}`,
    )
    expect(written.join(' / ')).toBe(expected)
  })
})

describe('best by policy: cairn, acled, airwars, ucdp', () => {
  test.each<[string, MadeUpClaim[], string]>([
    [
      'what two origins say last stands against one of before and one straggler',
      [
        { by: 'A', count: '12', on: '2030-05-01' },
        { by: 'B', count: '12', on: '2030-05-01' },
        { by: 'C', count: '19', on: '2030-05-02' },
        { by: 'D', count: '19', on: '2030-05-03' },
        { by: 'E', count: '40', on: '2030-05-09' },
      ],
      '19 12 - 40',
    ],
    [
      'a party counts only when nobody else does',
      [
        { by: 'A', count: '12', on: '2030-05-01' },
        { by: 'Army', party: 'north', count: '3', on: '2030-05-09' },
      ],
      '12 3 - 12',
    ],
    [
      'one origin in many texts has one vote',
      [
        { by: 'A', count: '12', on: '2030-05-01' },
        { by: 'Mayor', origin: 'o', count: '30', on: '2030-05-02' },
        { by: 'City council', origin: 'o', count: '30', on: '2030-05-03' },
        { by: 'B', count: '12', on: '2030-05-01' },
      ],
      '12 12 - 30',
    ],
    [
      'of numbers of one day the lower',
      [
        { by: 'A', count: '12' },
        { by: 'B', count: '15' },
      ],
      '12 12 - 12',
    ],
    [
      'the most reliable outlet before the latest',
      [
        { by: 'A', count: '12', on: '2030-05-01', reliability: 'A' },
        { by: 'B', count: '15', on: '2030-05-02' },
      ],
      '15 12 - 12',
    ],
    ['words become numbers only by ACLED', [{ count: 'dozens' }], '- 12 - -'],
    ['and only where nobody gives a number', [{ count: 'hundreds' }, { by: 'B', count: '130' }], '130 130 - 130'],
    ['a small event: several is 3', [{ count: 'several' }], '- 3 - -'],
    ['nobody was hurt', [{ count: '0' }], '0 0 - 0'],
  ])('%s', (_, claims, expected) => {
    const [choices = []] = chooseAll(rowsOf(claims).map(({ accounts }) => accounts))
    expect(choices.map(({ policy }) => policy)).toEqual(['cairn', 'acled', 'airwars', 'ucdp'])
    expect(choices.map(({ best }) => best ?? '-').join(' ')).toBe(expected)
  })

  test.each([
    ['dozens', 12],
    ['Hundreds', 100],
    ['tens of thousands', 10_000],
    ['several hundred', 100],
    ['scores', 20],
    ['many', 10],
  ])('ACLED counts "%s" as %d in a large event', (words, number) => {
    expect(numberForWords(words, true)).toBe(number)
  })
})
