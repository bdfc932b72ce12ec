import { expect, test } from 'vitest'

import { madeUpClaim } from '../../test/support/record-claims.ts'
import { marketIncident } from '../../test/support/market-incident.ts'
import { buildCumulative } from './build-cumulative.ts'
import { buildIncident } from './build-incident.ts'
import { describeDays } from './label-incident.ts'
import { prepareClaims } from './prepare-claims.ts'

const record = buildIncident(marketIncident(), 'cairn')

test('an incident says what, where, when, how many by whom, and how well attested', () => {
  const { incident, label, admiralty } = record
  expect(label).toBe('Air strike, Port Elen, 1 May 2030')
  expect(incident).toMatchObject({
    id: 'i-market',
    previousIds: ['i-old'],
    type: { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike' },
    status: 'machine',
    grade: { value: 'confirmed', rules: ['grade/responsibility-accepted: north', 'grade/denied-by: Northern army'] },
  })
  expect(incident.figures).toEqual([
    {
      measure: 'killed',
      who: ['people'],
      scope: 'incident',
      low: 38,
      high: 41,
      best: 41,
      policy: 'cairn',
      lowClaim: 'gazette-1',
      highClaim: 'monitor-0',
      bestClaim: 'monitor-0',
    },
    {
      measure: 'killed',
      who: ['civilians'],
      scope: 'incident',
      low: 41,
      high: 41,
      best: 41,
      policy: 'cairn',
      lowClaim: 'monitor-0',
      highClaim: 'monitor-0',
      bestClaim: 'monitor-0',
    },
    {
      measure: 'killed',
      who: ['children'],
      scope: 'subset',
      low: 4,
      high: 4,
      best: 4,
      policy: 'cairn',
      lowClaim: 'gazette-2',
      highClaim: 'gazette-2',
      bestClaim: 'gazette-2',
    },
  ])
  expect(incident.documents.map(({ sourceId, copyOf }) => [sourceId, copyOf])).toEqual([
    ['wire', null],
    ['copy', 'sha256:capture-wire'],
    ['gazette', null],
    ['monitor', null],
  ])
  expect(admiralty).toEqual({ reliability: 'B', credibility: 2, rules: ['admiralty/origins: 2'] })
})

test('what became of every figure', () => {
  expect(record.claims.map(({ entry, state, by, rule }) => [entry.claim.id, state, by, rule])).toEqual([
    ['wire-0', 'repeat', 'wire-1', 'record/headline-repeat'],
    ['monitor-0', 'current', null, 'record/latest'],
    ['wire-1', 'superseded', 'gazette-1', 'record/later'],
    ['copy-0', 'repeat', 'wire-1', 'record/copy'],
    ['gazette-0', 'superseded', 'wire-1', 'record/earlier-count'],
    ['gazette-3', 'cumulative', null, 'record/cumulative'],
    ['gazette-2', 'current', null, 'record/latest'],
    ['gazette-1', 'current', null, 'record/latest'],
  ])
})

test('its history', () => {
  expect(
    record.incident.history.map(
      ({ at, field, before, after, cause }) =>
        `${at.slice(5, 10)} ${field}: ${before ?? '-'} > ${after ?? '-'} [${cause}]`,
    ),
  ).toEqual([
    '05-01 killed people low: - > 31 [wire-1]',
    '05-01 killed people high: - > open [wire-1]',
    '05-01 killed people best: - > 31 [wire-1]',
    '05-01 grade: - > weak [wire-1]',
    '05-03 killed people low: 31 > 38 [gazette-1]',
    '05-03 killed people high: open > 38 [gazette-1]',
    '05-03 killed people best: 31 > 38 [gazette-1]',
    '05-03 killed children (part) low: - > 4 [gazette-2]',
    '05-03 killed children (part) high: - > 4 [gazette-2]',
    '05-03 killed children (part) best: - > 4 [gazette-2]',
    '06-01 killed people high: 38 > 41 [monitor-0]',
    '06-01 killed people best: 38 > 41 [monitor-0]',
    '06-01 killed civilians low: - > 41 [monitor-0]',
    '06-01 killed civilians high: - > 41 [monitor-0]',
    '06-01 killed civilians best: - > 41 [monitor-0]',
    '06-01 grade: weak > confirmed [monitor-1]',
  ])
})

test('the order of documents, reports and identities changes nothing', () => {
  const { documents, reports, identities, origins, ...rest } = marketIncident()
  const turned = {
    ...rest,
    documents: documents.toReversed(),
    reports: reports.toReversed(),
    identities: identities.toReversed(),
    origins: origins.toReversed(),
  }
  expect(buildIncident(turned, 'cairn')).toEqual(record)
})

test('a total over a period makes a series of its own', () => {
  const [next, series] = buildCumulative([
    ...prepareClaims(marketIncident()),
    madeUpClaim({
      id: 'next',
      by: 'city council',
      count: '950',
      who: ['civilians'],
      scope: 'cumulative',
      on: '2030-07-01',
    }),
  ])
  expect(series).toMatchObject({
    measure: 'killed',
    who: ['civilians'],
    place: { name: 'Port Elen' },
    points: [{ claim: 'gazette-3', low: 900, state: 'current' }],
  })
  expect(next).toMatchObject({ place: null, points: [{ claim: 'next' }] })
})

test.each([
  ['2030-05-01', '2030-05-01', '1 May 2030'],
  ['2030-05-01', '2030-05-04', '1 to 4 May 2030'],
  ['2030-04-28', '2030-05-04', '28 April 2030 to 4 May 2030'],
  ['2030-02-01', '2030-02-28', 'February 2030'],
  [null, '2030-05-04', 'until 4 May 2030'],
  ['2030-05-04', null, 'from 4 May 2030'],
  [null, null, 'date not known'],
])('%s to %s is written %s', (start, end, expected) => {
  expect(describeDays({ start, end })).toBe(expected)
})
