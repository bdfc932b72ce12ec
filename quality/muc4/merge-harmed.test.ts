import { expect, test } from 'vitest'

import { mergeHarmed } from './merge-harmed.ts'
import type { Harmed } from './template.ts'

const dead = (low: number | null, words: string): Harmed => ({ effect: 'DEATH', low, high: low, words })

test.each<[rule: string, people: readonly Harmed[], words: readonly string[]]>([
  ['a person named again, with more', [dead(1, 'ROJAS'), dead(1, 'JUDGE ANA ROJAS')], ['JUDGE ANA ROJAS']],
  ['two persons of one family', [dead(1, 'ANA ROJAS'), dead(1, 'PEDRO ROJAS')], ['ANA ROJAS', 'PEDRO ROJAS']],
  ['an office and who holds it', [dead(1, 'THE JUDGE'), dead(1, 'JUDGE ANA ROJAS')], ['JUDGE ANA ROJAS']],
  ['two offices', [dead(1, "THE JUDGE'S DRIVER"), dead(1, 'A JUDGE')], ["THE JUDGE'S DRIVER", 'A JUDGE']],
  ['another one', [dead(1, 'A GUARD'), dead(1, 'ANOTHER GUARD')], ['A GUARD', 'ANOTHER GUARD']],
  ['a count told again', [dead(6, 'SIX MINERS'), dead(6, '6 PEOPLE')], ['SIX MINERS']],
  ['a group counted twice', [dead(6, 'SIX MINERS'), dead(7, 'SEVEN MINERS')], ['SIX MINERS']],
  ['two groups', [dead(6, 'SIX MINERS'), dead(2, 'TWO COOKS')], ['SIX MINERS', 'TWO COOKS']],
  ['a group counted and not counted', [dead(6, 'SIX MINERS'), dead(null, 'THE MINERS')], ['SIX MINERS']],
  ['one of a group', [dead(6, 'SIX MINERS'), dead(1, 'A MINER')], ['SIX MINERS', 'A MINER']],
])('%s', (_, people, words) => expect(mergeHarmed(people).map((one) => one.words)).toEqual(words))
