import { expect, test } from 'vitest'

import { settleTargets, withKnownEffect } from './settle-targets.ts'
import type { Harmed } from './template.ts'

const dead = (low: number | null, words: string): Harmed => ({ effect: 'DEATH', low, high: low, words })
const hurt = (low: number | null, words: string): Harmed => ({ effect: 'INJURY', low, high: low, words })
const struck = (words: string): Harmed => ({ effect: null, low: 1, high: 1, words })

test.each<[rule: string, people: readonly Harmed[], words: readonly string[]]>([
  ['perpetrators are no targets', [dead(2, 'TWO POLICEMEN'), dead(3, 'THREE REBELS')], ['TWO POLICEMEN']],
  ['aimed at and killed', [struck('MAYOR ANA ROJAS'), dead(1, 'ANA ROJAS')], ['ANA ROJAS']],
  ['killed and aimed at', [dead(1, 'ANA ROJAS'), struck('MAYOR ROJAS')], ['ANA ROJAS']],
  ['the graver effect', [hurt(1, 'ANA ROJAS'), dead(1, 'ROJAS')], ['ROJAS']],
  [
    'a total of anybody and its members',
    [dead(3, 'THREE PEOPLE'), dead(1, 'ANA ROJAS'), dead(2, 'TWO GUARDS')],
    ['ANA ROJAS', 'TWO GUARDS'],
  ],
  [
    'a group whose members are all named',
    [dead(2, 'TWO CLERKS'), dead(1, 'ANA ROJAS'), dead(1, 'PEDRO MORA')],
    ['ANA ROJAS', 'PEDRO MORA'],
  ],
  ['a total that is larger stays', [dead(7, 'SEVEN PEOPLE'), dead(1, 'ANA ROJAS')], ['SEVEN PEOPLE', 'ANA ROJAS']],
  ['one person, later described', [dead(1, 'ONE PERSON'), dead(1, 'A BAKER')], ['A BAKER']],
  ['another effect is another group', [dead(1, 'ONE PERSON'), hurt(1, 'A BAKER')], ['ONE PERSON', 'A BAKER']],
  ['a part without a description', [hurt(9, 'NINE MINERS'), hurt(2, 'TWO OF THEM')], ['NINE MINERS']],
  ['a person told of again', [dead(1, 'ANA ROJAS'), dead(1, 'THE LEADER')], ['ANA ROJAS']],
  ['another effect is not told again', [dead(1, 'ANA ROJAS'), hurt(1, 'THE DRIVER')], ['ANA ROJAS', 'THE DRIVER']],
  [
    'people of whom nothing is told',
    [dead(1, 'ANA ROJAS'), { ...struck('CIVILIANS'), low: null, high: null }],
    ['ANA ROJAS'],
  ],
  ['people without a number', [dead(7, 'SEVEN MINERS'), dead(null, 'MANY WORKERS')], ['SEVEN MINERS']],
  ['soldiers beside others', [dead(2, 'TWO SOLDIERS'), dead(1, 'A CHILD')], ['A CHILD']],
  ['soldiers alone', [dead(2, 'TWO SOLDIERS')], ['TWO SOLDIERS']],
  ['a part alone', [hurt(2, 'TWO OF THEM')], ['TWO OF THEM']],
])('%s', (_, people, words) => expect(settleTargets(people).map((one) => one.words)).toEqual(words))

test.each<[rule: string, told: readonly Harmed[], effect: Harmed['effect']]>([
  ['killed, it is told elsewhere', [hurt(1, 'ROJAS'), dead(1, 'ANA ROJAS')], 'DEATH'],
  ['another of the family was', [dead(1, 'PEDRO ROJAS')], null],
])('a person abducted: %s', (_, told, effect) =>
  expect(withKnownEffect(struck('MAYOR ANA ROJAS'), told).effect).toBe(effect),
)
