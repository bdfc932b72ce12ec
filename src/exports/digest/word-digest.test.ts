import { describe, expect, test } from 'vitest'

import { HARBOUR } from '../../../test/support/made-up-report.ts'
import type { Figure } from '../../model/claim.ts'
import type { ToldClaim } from './digest-facts.ts'
import type { Part, Sentence } from './digest-pages.ts'
import { wordCount } from './word-counts.ts'
import {
  wordGrade,
  wordNotCounted,
  wordParts,
  wordPosition,
  wordReported,
  wordRevision,
  wordSpread,
  wordToll,
} from './word-development.ts'
import { wordPlace, wordWhen } from './word-scene.ts'
import { wordDispute } from './word-tables.ts'

const FIGURE: Figure = {
  measure: 'killed',
  low: 5,
  high: 5,
  approx: false,
  vague: null,
  asWritten: '5',
  who: ['people'],
  scope: 'incident',
  subsetOf: null,
  period: null,
}
const open = (low: number, asWritten = `at least ${low}`): Partial<Figure> => ({ low, high: null, asWritten })
const exact = (count: number): Partial<Figure> => ({ low: count, high: count, asWritten: String(count) })
const vague = (word: string): Partial<Figure> => ({ low: null, high: null, vague: word, asWritten: word })

/** A claim of the council in Quay Wire, unless said otherwise. */
function claim(id: string, figure: Partial<Figure> | null, made: Partial<ToldClaim> = {}): ToldClaim {
  return {
    captureId: `cap-${id}`,
    claimId: id,
    kind: figure === null ? 'statement' : 'figure',
    figure: figure === null ? null : { ...FIGURE, ...figure },
    claimant: 'the council',
    isOwnVoice: false,
    party: null,
    stance: 'asserted',
    hedges: [],
    saidAt: '2030-05-01',
    receivedAt: '2030-05-01T18:00:00Z',
    digest: 'sha256:1',
    outlet: 'Quay Wire',
    url: null,
    language: 'en',
    start: 0,
    end: 1,
    title: null,
    quote: null,
    context: null,
    ...made,
  }
}
const army = { claimant: 'the army', party: 'Arland' }
const monitor = { claimant: 'Toll Watch', outlet: 'Toll Watch', isOwnVoice: true, saidAt: '2030-06-01' }

/** Parts as plain text, claims cited by their ids. */
function plain(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : 'foreign' in part
          ? part.foreign
          : part.cites.map(({ claimId }) => ` [${claimId}]`).join(''),
    )
    .join('')
}
const say = (...sentences: readonly Sentence[]): string[] => sentences.map(({ parts }) => `${plain(parts)}.`)

test.each<[Partial<Figure>, string]>([
  [exact(5), '5 people killed'],
  [exact(1), '1 person killed'],
  [exact(0), 'no people killed'],
  [exact(21000), '21,000 people killed'],
  [open(58), 'at least 58 people killed'],
  [open(58, 'more than 58'), 'more than 58 people killed'],
  [open(58, '58-plus'), 'at least 58 people killed'],
  [{ low: null, high: 8, asWritten: 'up to 8' }, 'up to 8 people killed'],
  [{ low: null, high: 8, asWritten: 'fewer than 8' }, 'fewer than 8 people killed'],
  [{ low: 100, high: 300, asWritten: '100 to 300' }, '100 to 300 people killed'],
  [{ ...exact(600), approx: true, asWritten: 'nearly 600' }, 'nearly 600 people killed'],
  [{ ...exact(600), approx: true, asWritten: '600 or so' }, 'about 600 people killed'],
  [vague('Dozens'), '"dozens" of people killed'],
  [vague('several'), '"several" people killed'],
  [{ low: null, high: null }, 'people killed, without a number'],
  [{ ...exact(1), who: ['children'] }, '1 child killed'],
  [{ ...exact(12), who: ['women', 'children'] }, '12 women and children killed'],
  [{ ...exact(3), who: ['medics'], measure: 'killed_or_injured' }, '3 medical workers killed or injured'],
  [{ ...exact(200), measure: 'bodies_found' }, '200 bodies found'],
  [{ ...exact(1), measure: 'bodies_found', who: ['civilians'] }, '1 body found (civilians)'],
  [{ ...open(1300), measure: 'trapped' }, 'at least 1,300 people trapped'],
])('count: %j is "%s"', (figure, words) => {
  expect(plain(wordCount({ ...FIGURE, ...figure }))).toBe(words)
})

test.each([
  ['2030-05-01', '2030-05-01', 1, 'on 1 May 2030'],
  ['2030-05-01', '2030-05-01', 2, 'on or about 1 May 2030'],
  ['2030-05-01', '2030-05-03', 2, 'between 1 May 2030 and 3 May 2030'],
  ['2030-05-06', '2030-05-12', 3, 'in the week of 6 May 2030'],
  ['2030-02-01', '2030-02-28', 4, 'in February 2030'],
  ['2030-01-01', '2030-12-31', 5, 'in 2030'],
  [null, '2030-05-01', 5, 'on or before 1 May 2030'],
  ['2030-05-01', null, 5, 'on or after 1 May 2030'],
  [null, null, null, 'on a day that no report gives'],
] as const)('when: %s to %s at %s is "%s"', (start, end, datePrec, words) => {
  expect(wordWhen({ asWritten: null, start, end, datePrec, timePrecision: null, anchor: 'absolute' })).toBe(words)
})

test.each([
  [{ facility: null }, 'in Port Elen, Odesa, Ukraine'],
  [{ wherePrec: 2, facility: null }, 'in or near Port Elen, Odesa, Ukraine'],
  [{ facility: 'market' }, 'at "market" in Port Elen, Odesa, Ukraine'],
  [{ wherePrec: 6, name: 'Ukraine', facility: null }, 'in Ukraine'],
  [{ name: null, asWritten: 'Elenka', facility: null }, 'at "Elenka", a place that was not found in the gazetteer'],
] as const)('where: %j is "%s"', (place, words) => {
  expect(plain(wordPlace({ ...HARBOUR, ...place }))).toBe(words)
})
test('where: no claim gives a place', () => {
  expect(plain(wordPlace(null))).toBe('at a place that no report gives')
})

describe('a toll', () => {
  const one = (c: ToldClaim) => ({ sum: null, claims: [c] })
  const first = claim('a', exact(31))
  test('one count', () => {
    expect(say(...wordToll({ lowest: one(first), highest: one(first), others: [], best: null }))).toEqual([
      'The current count was 31 people killed, by the council in Quay Wire on 1 May 2030 [a].',
    ])
  })
  test('a range, with who says either end, a count between and the choice of a policy', () => {
    const high = claim('b', open(41), monitor)
    const between = claim('c', vague('dozens'), { ...army, saidAt: null })
    const best = { value: 41, policy: 'cairn-best@2', claim: high }
    expect(say(...wordToll({ lowest: one(first), highest: one(high), others: [between], best }))).toEqual([
      'The lowest current count was 31 people killed, by the council in Quay Wire on 1 May 2030 [a]; the highest was at least 41 people killed, by Toll Watch on 1 June 2030 [b].',
      'A count besides was "dozens" of people killed, by the army (a party to the conflict: Arland) in Quay Wire in an undated report [c].',
      'The policy cairn-best@2 chose 41, by Toll Watch [b].',
    ])
  })
  test('only vague words and no number', () => {
    const others = [claim('a', vague('several')), claim('b', { low: null, high: null }, army)]
    expect(say(...wordToll({ lowest: null, highest: null, others, best: null }))).toEqual([
      'The counts given were "several" people killed, by the council in Quay Wire on 1 May 2030 [a]; and people killed, without a number, by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [b].',
    ])
  })
  test('only an upper bound, in hedged words, of an outlet that is not named', () => {
    const up = claim('a', { low: null, high: 8, asWritten: 'up to 8' }, { hedges: ['reportedly'], outlet: null })
    expect(say(...wordToll({ lowest: null, highest: one(up), others: [], best: null }))).toEqual([
      'The current count was up to 8 people killed ("reportedly"), by the council in an outlet that is not named on 1 May 2030 [a].',
    ])
  })
  test('a sum that the record makes names what it adds up', () => {
    const sum = { sum: 33, claims: [first, claim('b', { ...exact(2), who: ['police'] })] }
    expect(say(...wordToll({ lowest: sum, highest: sum, others: [], best: null }))).toEqual([
      'The current count was 33 people killed, which the record adds up from counts by the council in Quay Wire on 1 May 2030: 31 people killed [a] and 2 police officers killed [b].',
    ])
  })
  test('an allegation of a party is told as both', () => {
    const alleged = claim('a', exact(31), { ...army, stance: 'accused' })
    expect(say(...wordToll({ lowest: one(alleged), highest: one(alleged), others: [], best: null }))).toEqual([
      'The current count was 31 people killed, put as an allegation, by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [a].',
    ])
  })
})

test('parts of one claimant in one report stand together', () => {
  const report = { captureId: 'cap-1' }
  const children = claim('a', { ...exact(4), who: ['children'] }, report)
  const women = claim('b', { ...open(2), who: ['women'] }, report)
  expect(say(wordParts([children, women, claim('c', { ...exact(1), who: ['medics'] }, monitor)]))).toEqual([
    'As parts of larger counts were given: by the council in Quay Wire on 1 May 2030, 4 children killed [a] and at least 2 women killed [b]; by Toll Watch on 1 June 2030, 1 medical worker killed [c].',
  ])
})

test('a claimant who revised the count, and one report that gives the count of before', () => {
  const now = claim('c', exact(38), { saidAt: '2030-05-03' })
  const earlier = [claim('a', open(31)), claim('b', exact(35), { captureId: now.captureId })]
  expect(say(wordRevision({ earlier, now }))).toEqual([
    'Earlier counts by the council, since revised, were at least 31 people killed (1 May 2030) [a] and 35 people killed (given as a count of before in the same report) [b]; the current one is 38 (3 May 2030) [c].',
  ])
})

test('what is denied or only possible is told as such', () => {
  const denied = claim('a', exact(31), { ...army, stance: 'denied' })
  expect(say(wordNotCounted(denied), wordNotCounted(claim('b', exact(90), { stance: 'conditional' })))).toEqual([
    'A count of 31 people killed was denied by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [a].',
    'A possible count of 90 people killed, which is not counted, was given by the council in Quay Wire on 1 May 2030 [b].',
  ])
})

test.each([
  ['denies', null, 'A denial was issued by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [p].'],
  [
    'accepts',
    null,
    'Responsibility was accepted by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [p].',
  ],
  [
    'blames',
    'Borland',
    'An accusation against Borland was made by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [p].',
  ],
  [
    'blames',
    null,
    'An accusation against a side that is not resolved was made by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [p].',
  ],
] as const)('position: %s %s', (kind, blamed, words) => {
  expect(say(wordPosition({ kind, blamed, claim: claim('p', null, army) }))).toEqual([words])
})
test('a party by its own name is labelled once', () => {
  const own = claim('p', null, { claimant: 'Arland', party: 'Arland' })
  expect(say(wordPosition({ kind: 'denies', blamed: null, claim: own }))).toEqual([
    'A denial was issued by Arland (a party to the conflict) in Quay Wire on 1 May 2030 [p].',
  ])
})
test('a position with its words, at the full level', () => {
  const said = claim('p', null, { ...army, quote: 'any strike on the town' })
  expect(say(wordPosition({ kind: 'denies', blamed: null, claim: said }))[0]).toContain(
    'on 1 May 2030, in the words "any strike on the town" [p].',
  )
})

const sources = [claim('a', exact(1))]
test.each([
  ['fair', 'grade/independent-origins', '3', 'The grade was "fair", since 3 independent origins attested it [a].'],
  [
    'weak',
    'grade/one-party-only',
    null,
    'The grade was "weak", since one party to the conflict alone attested it [a].',
  ],
  [
    'contested',
    'grade/competing-claims-of-responsibility',
    null,
    'The grade was "contested", since responsibility was laid on several sides [a].',
  ],
  [
    'confirmed',
    'grade/responsibility-accepted',
    null,
    'The grade was "confirmed", since a party to the conflict accepted responsibility [a].',
  ],
  ['discounted', 'decision/set-grade', null, 'The grade was "discounted", since a person set it [a].'],
] as const)('grade: %s by %s', (value, rule, found, words) => {
  expect(say(wordGrade({ value, rule, found, claims: sources }))).toEqual([words])
})

test.each([
  [
    { documents: 12, outlets: 5, copies: 4, origins: 3 },
    '12 documents of 5 outlets, 4 of them copies of another, told of it, with claims of 3 origins [a].',
  ],
  [
    { documents: 2, outlets: 2, copies: 1, origins: 1 },
    '2 documents of 2 outlets, 1 of them a copy of another, told of it, with claims of 1 origin [a].',
  ],
  [
    { documents: 1, outlets: 0, copies: 0, origins: 1 },
    '1 document without a named outlet told of it, with claims of 1 origin [a].',
  ],
])('spread: %j', (spread, words) => {
  expect(say(wordSpread({ ...spread, claims: sources }))).toEqual([words])
})

test('what no claim says of a scene is told as not given', () => {
  expect(say(wordReported({ noun: 'an attack', place: null, when: null, claims: sources }))).toEqual([
    'Reports told of an attack at a place that no report gives on a day that no report gives [a].',
  ])
})

const incident = {
  id: 'i-1',
  label: 'Air strike, Port Elen, 1 May 2030',
  status: 'machine',
  isReviewed: false,
  grade: 'contested',
  documents: 2,
  origins: 2,
  firstCapture: '2030-05-01T18:00:00Z',
  claims: sources,
} as const
test.each([
  [
    {
      rule: 'positions',
      finding: null,
      positions: [
        { kind: 'denies', blamed: null, claim: claim('p', null, army) },
        { kind: 'blames', blamed: 'Arland', claim: claim('q', null) },
      ],
      claims: [],
    },
    'who did it was disputed: a denial by the army (a party to the conflict: Arland) in Quay Wire on 1 May 2030 [p]; an accusation against Arland by the council in Quay Wire on 1 May 2030 [q].',
  ],
  [
    { rule: 'range', finding: null, positions: [], claims: [claim('a', exact(12)), claim('b', open(600), monitor)] },
    'current counts lay far apart: 12 people killed, by the council in Quay Wire on 1 May 2030 [a]; at least 600 people killed, by Toll Watch on 1 June 2030 [b].',
  ],
  [
    { rule: 'finding', finding: 'record/part-exceeds-whole', positions: [], claims: sources },
    'a part was larger than the whole it was given as a part of: 1 person killed, by the council in Quay Wire on 1 May 2030 [a].',
  ],
] as const)('dispute: %j', (dispute, words) => {
  expect(say(wordDispute({ incident, ...dispute }))).toEqual([
    `On Air strike, Port Elen, 1 May 2030 (not reviewed): ${words}`,
  ])
})
