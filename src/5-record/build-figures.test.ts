import { describe, expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import type { Policy } from '../model/incident.ts'
import { buildFigures, type MeasureState } from './build-figures.ts'
import { groupKey } from './group-covers.ts'
import { FigureFold, groupByCapture } from './settle-figures.ts'

function statesOf(claims: readonly MadeUpClaim[]): MeasureState[] {
  const fold = new FigureFold()
  for (const document of groupByCapture(claims.map(madeUpClaim))) fold.add(document)
  return fold.states()
}

/** "killed people incident 39-58" with ids of the claims that give low and high. */
function rows(claims: readonly MadeUpClaim[], policy: Policy = 'cairn'): string[] {
  return buildFigures(statesOf(claims), policy).map(({ figure: f }) =>
    [f.measure, groupKey(f.who), f.scope, `${f.low ?? '?'}-${f.high ?? '?'}`, `best ${f.best ?? '?'}`].join(' '),
  )
}

describe('what stands, and what is superseded', () => {
  test.each<[string, MadeUpClaim[], string[]]>([
    ['one claim is the range', [{ count: '39' }], ['killed people incident 39-39 best 39']],
    [
      'a later claim of the same claimant supersedes the earlier',
      [
        { count: '39+', on: '2030-05-01' },
        { count: '57', on: '2030-05-03' },
        { count: '50', on: '2030-05-02' },
      ],
      ['killed people incident 57-57 best 57'],
    ],
    [
      'claims of other claimants stay a range',
      [{ count: '39' }, { by: 'Health ministry', count: '57' }],
      ['killed people incident 39-57 best 39'],
    ],
    [
      'a bound that is open above leaves the range open when it begins above every upper bound',
      [{ count: '57' }, { by: 'Monitor', count: '58+' }],
      ['killed people incident 57-? best 57'],
    ],
    [
      'and not otherwise',
      [{ count: '70' }, { by: 'Governor', count: '70+' }],
      ['killed people incident 70-70 best 70'],
    ],
    [
      'who counts a narrower group alone is asked for the best number only where nobody counts all',
      [
        { by: 'Health ministry', count: '72' },
        { by: 'Relief group', count: '27', who: ['children'] },
        { by: 'Monitor', count: '27', who: ['children'] },
      ],
      ['killed people incident 27-72 best 72', 'killed children incident 27-27 best 27'],
    ],
    [
      'a narrower group that is larger than the whole is all of them by another name',
      [
        { by: 'Army', count: '129', who: ['civilians'] },
        { by: 'Monitor', count: '276', who: ['children'], on: '2030-05-03' },
      ],
      [
        'killed people incident 129-276 best 276',
        'killed children incident 276-276 best 276',
        'killed civilians incident 129-129 best 129',
      ],
    ],
    ['"up to" leaves the lower bound open', [{ count: '-8' }], ['killed people incident ?-8 best 8']],
    [
      'a denial and a conditional are never counted',
      [
        { count: '12' },
        { by: 'Army', count: '0', stance: 'denied' },
        { by: 'Relief group', count: '400', stance: 'conditional' },
      ],
      ['killed people incident 12-12 best 12'],
    ],
    [
      'an accused count is counted',
      [{ count: '12' }, { by: 'Army', count: '3', stance: 'accused' }],
      ['killed people incident 3-12 best 3'],
    ],
    [
      'a headline counts only where its report gives no number',
      [
        { by: 'Dispatch', kind: 'outlet', count: '40', document: 'a', isHeadline: true },
        { count: '39', document: 'a', at: 100 },
      ],
      ['killed people incident 39-39 best 39'],
    ],
    [
      'the outlet in its own voice repeats the source it names',
      [
        { by: 'Dispatch', kind: 'outlet', count: '39', document: 'a', at: 10 },
        { count: '39', document: 'a', at: 100 },
        { count: '41', on: '2030-05-02' },
      ],
      ['killed people incident 41-41 best 41'],
    ],
    [
      'a copy is no later claim',
      [
        { count: '39', document: 'wire', on: '2030-05-01' },
        { count: '39', document: 'copy', on: '2030-05-04', copyOf: 'wire' },
      ],
      ['killed people incident 39-39 best 39'],
    ],
    [
      'an old count that is told again later does not come back',
      [
        { count: '39', on: '2030-05-01' },
        { count: '57', on: '2030-05-02' },
        { count: '39', on: '2030-05-05' },
      ],
      ['killed people incident 57-57 best 57'],
    ],
    [
      'counts named as earlier ones do not stand, wherever they are in the text',
      [
        { count: '58', document: 'a', at: 10, isEarlier: true },
        { count: '72', document: 'a', at: 50, isEarlier: true },
        { count: '86', document: 'a', at: 90 },
      ],
      ['killed people incident 86-86 best 86'],
    ],
    [
      'without such words the first in the text is the newest',
      [
        { count: '86', document: 'a', at: 10 },
        { count: '72', document: 'a', at: 50 },
      ],
      ['killed people incident 86-86 best 86'],
    ],
    [
      'looser words do not take back a number',
      [
        { count: '57', on: '2030-05-01' },
        { count: '50+', on: '2030-05-02' },
        { count: 'dozens', on: '2030-05-03' },
      ],
      ['killed people incident 57-57 best 57'],
    ],
    [
      'a number takes the place of a vague word',
      [
        { count: 'dozens', on: '2030-05-01' },
        { count: '57', on: '2030-05-02' },
      ],
      ['killed people incident 57-57 best 57'],
    ],
    ['a vague word alone is no number', [{ count: 'dozens' }], ['killed people incident ?-? best ?']],
    [
      'a count of staff is superseded by the count of all people',
      [
        { by: 'Charity', count: '9', who: ['aid_workers'], on: '2030-05-01' },
        { by: 'Charity', count: '42+', on: '2030-06-01' },
      ],
      ['killed people incident 42-? best 42'],
    ],
    [
      'a later part larger than the whole of before takes its place',
      [
        { count: '9', on: '2030-05-01' },
        { count: '15', who: ['civilians'], on: '2030-05-02' },
      ],
      ['killed civilians incident 15-15 best 15'],
    ],
    [
      'a claim without a publication date counts from when it was received',
      [
        { count: '9', on: '2030-05-01' },
        { count: '11', on: null, received: '2030-05-02T09:00:00Z' },
      ],
      ['killed people incident 11-11 best 11'],
    ],
  ])('%s', (_, claims, expected) => {
    expect(rows(claims)).toEqual(expected)
  })
})

describe('wholes, parts and sums', () => {
  test.each<[string, MadeUpClaim[], string[]]>([
    [
      'a part has a row of its own',
      [
        { count: '12', document: 'a' },
        { count: '5', who: ['children'], scope: 'subset', document: 'a', at: 20 },
      ],
      ['killed people incident 12-12 best 12', 'killed children subset 5-5 best 5'],
    ],
    [
      'groups that share nobody are added when no total is given',
      [
        { count: '1', who: ['combatants'], document: 'a' },
        { count: '2', who: ['police'], document: 'a', at: 20 },
      ],
      [
        'killed people incident 3-3 best 3',
        'killed combatants incident 1-1 best 1',
        'killed police incident 2-2 best 2',
      ],
    ],
    [
      'groups that may overlap are not',
      [
        { count: '7', who: ['civilians'], document: 'a' },
        { count: '2', who: ['children'], document: 'a', at: 20 },
      ],
      ['killed civilians incident 7-7 best 7', 'killed children incident 2-2 best 2'],
    ],
    [
      'claimants who count different groups share one toll',
      [{ count: '57' }, { by: 'Monitor', count: '58+', who: ['civilians'] }],
      ['killed people incident 57-? best 57', 'killed civilians incident 58-? best 58'],
    ],
    [
      'bodies found are not added to the killed',
      [{ count: '12' }, { count: '200', measure: 'bodies_found' }],
      ['killed people incident 12-12 best 12', 'bodies_found people incident 200-200 best 200'],
    ],
    [
      'a total over a siege stays outside',
      [{ count: '12' }, { by: "Mayor's office", count: '21000+', scope: 'cumulative' }],
      ['killed people incident 12-12 best 12'],
    ],
    [
      "the outlet's own figures that add up to its source's whole are parts of it",
      [
        { count: '42+', document: 'a', by: 'Charity' },
        { count: '24', document: 'a', at: 20, by: 'Dispatch', kind: 'outlet' },
        { count: '14', document: 'a', at: 40, by: 'Dispatch', kind: 'outlet', who: ['aid_workers'] },
        { count: '4', document: 'a', at: 60, by: 'Dispatch', kind: 'outlet' },
      ],
      ['killed people incident 42-? best 42'],
    ],
    [
      'and tolls beside it when they do not',
      [
        { count: '42+', document: 'a', by: 'Charity' },
        { count: '24', document: 'a', at: 20, by: 'Dispatch', kind: 'outlet' },
      ],
      ['killed people incident 24-? best 24'],
    ],
    [
      'unnamed parts make no row',
      [
        { count: '59', measure: 'injured', document: 'a' },
        { count: '25', measure: 'injured', scope: 'subset', document: 'a', at: 20 },
      ],
      ['injured people incident 59-59 best 59'],
    ],
  ])('%s', (_, claims, expected) => {
    expect(rows(claims)).toEqual(expected)
  })
})

describe('which claim is cited for a bound', () => {
  const cited = (claims: readonly MadeUpClaim[]): (string | null)[] =>
    buildFigures(statesOf(claims), 'cairn').flatMap(({ figure }) => [figure.lowClaim, figure.highClaim])
  test.each<[string, MadeUpClaim[], string[]]>([
    [
      'the named claimant before the unnamed one',
      [
        { id: 'unnamed', by: 'officials', kind: 'unnamed', count: '140+', on: '2030-05-01' },
        { id: 'named', by: 'United Nations', kind: 'organisation', count: '140+', on: '2030-05-07' },
      ],
      ['named', 'named'],
    ],
    [
      "the latest of the claimant's own",
      [
        { id: 'first', count: '18', on: '2030-05-01' },
        { id: 'last', count: '18', on: '2030-05-02' },
      ],
      ['last', 'last'],
    ],
    [
      'the original before its copy',
      [
        { id: 'copy', count: '18', on: '2030-05-02', copyOf: 'wire' },
        { id: 'original', count: '18', document: 'wire', on: '2030-05-01' },
      ],
      ['original', 'original'],
    ],
  ])('%s', (_, claims, expected) => {
    expect(cited(claims)).toEqual(expected)
  })
})
