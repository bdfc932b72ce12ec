import { expect, test } from 'vitest'

import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport } from '../../src/model/reading.ts'
import { harmedIn, targetsOf } from './human-targets.ts'

/** A figure claim: its words, the words from them to the harm word, and the count. */
function claim(exact: string, quote: string, count: number | null, measure = 'killed'): Claim {
  return {
    evidence: { exact, sentence: { start: 0, end: 90 } },
    attribution: { stance: 'asserted' },
    figure: { measure, low: count, high: count, scope: 'incident' },
    trace: [{ rule: '', quote, reason: '' }],
  } as unknown as Claim
}

test.each<[rule: string, claims: readonly Claim[], words: readonly string[]]>([
  ['a group is called by its own words', [claim('TWO CLERKS', 'TWO CLERKS WERE KILLED', 2)], ['TWO CLERKS']],
  ['a bare count by its harm word, and people', [claim('30', 'WOUNDED 30', 30, 'injured')], ['30 WOUNDED 30 PEOPLE']],
  [
    'others by the group before them',
    [claim('TWO CLERKS', 'TWO CLERKS WERE KILLED', 2), claim('FIVE OTHERS', 'FIVE OTHERS INJURED', 5, 'injured')],
    ['TWO CLERKS', 'FIVE OTHERS FIVE OTHERS INJURED TWO CLERKS'],
  ],
  ['one person is not a count', [claim('ROJAS', 'ROJAS WAS KILLED', 1)], ['ROJAS']],
])('%s', (_, claims, words) => expect(harmedIn(claims).map((one) => one.words)).toEqual(words))

test('no casualties: neither killed nor hurt; a count of casualties says neither', () => {
  const claims = [
    claim('NO CASUALTIES', 'NO CASUALTIES', 0, 'killed_or_injured'),
    claim('9', '9', 9, 'killed_or_injured'),
  ]
  expect(harmedIn(claims).map(({ effect }) => effect)).toEqual(['NO INJURY OR DEATH'])
})

test.each([
  ['MAYOR ANA ROJAS ESCAPED UNHARMED FROM AN ATTACK.', 'MAYOR ANA ROJAS', 'NO INJURY OR DEATH'],
  ['GUNMEN ATTACKED MAYOR ANA ROJAS. HER GUARDS WERE UNHARMED.', 'MAYOR ANA ROJAS', null],
  ['GUNMEN ATTACKED THE POLICE POST.', 'THE POLICE POST', undefined],
])('a target: %s', (text, name, effect) => {
  const event = {
    kind: 'event',
    evidence: { exact: 'ATTACK', sentence: { start: 0, end: text.indexOf('.') + 1 } },
  } as unknown as Claim
  const report = { actors: [{ role: 'target', name }] } as unknown as IncidentReport
  expect(targetsOf(report, [event], text)[0]?.effect).toBe(effect)
})
