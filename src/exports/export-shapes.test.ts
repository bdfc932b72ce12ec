import { describe, expect, test } from 'vitest'

import { ACLED_COLUMNS, ACLED_INTER, UCDP_COLUMNS } from '../../data/words/export-columns.ts'
import { exportSetOf, marketSet, readCsv } from '../../test/support/export-set.ts'
import { HARBOUR } from '../../test/support/made-up-report.ts'
import { ACLED_SUB_EVENTS, type AcledSubEvent } from '../model/claim.ts'
import type { Place } from '../model/place.ts'
import type { Actor } from '../model/reading.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { When } from '../model/when.ts'
import { exportAcled } from './export-acled.ts'
import { exportUcdp } from './export-ucdp.ts'
import { writeCsv } from './write-csv.ts'

const [market] = marketSet().records as [IncidentRecord]

interface Change {
  readonly subEvent?: AcledSubEvent
  readonly when?: When | null
  readonly place?: Place | null
  readonly actors?: readonly Actor[]
}

function changed({ subEvent = 'Air/drone strike', when, place, actors }: Change): IncidentRecord {
  const { incident } = market
  const type = { event: ACLED_SUB_EVENTS[subEvent], subEvent }
  return {
    ...market,
    actors: actors ?? market.actors,
    incident: {
      ...incident,
      type,
      when: when === undefined ? incident.when : when,
      place: place === undefined ? incident.place : place,
    },
  }
}

const acledRow = (change: Change): Record<string, string> =>
  readCsv(writeCsv(exportAcled(exportSetOf([changed(change)]))))[0] ?? {}
const ucdpRow = (change: Change): Record<string, string> =>
  readCsv(writeCsv(exportUcdp(exportSetOf([changed(change)]))))[0] ?? {}

const actor = (role: Actor['role'], kind: string, name: string, stance: Actor['stance'] = 'asserted'): Actor => ({
  role,
  kind,
  name,
  stance,
})
const ARMY = actor('perpetrator', 'State forces', 'Northern army')
const FRONT = actor('perpetrator', 'Rebel group', 'Hill Front')
const during = (start: string | null, end: string | null): When => ({
  asWritten: null,
  start,
  end,
  datePrec: start === end ? 1 : 4,
  timePrecision: start === end ? 1 : 3,
  anchor: 'text',
})

/** Every kind of incident that the tables of allowed values are checked on. */
const KINDS: readonly Change[] = [
  ...(Object.keys(ACLED_SUB_EVENTS) as AcledSubEvent[]).map((subEvent) => ({ subEvent })),
  { when: null },
  { when: during('2030-05-01', '2030-05-31') },
  { when: during('2030-05-01', null) },
  { when: during(null, '2030-05-31') },
  { place: null },
  { place: { ...HARBOUR, lat: null, lon: null, name: null, wherePrec: null, geoPrecision: null, country: null } },
  { place: { ...HARBOUR, wherePrec: 6, geoPrecision: 3 } },
  { actors: [ARMY, actor('target', 'Civilians', 'shoppers')] },
  { actors: [FRONT, actor('target', 'State forces', 'Northern army')] },
  { actors: [actor('perpetrator', 'Unidentified armed group', 'gunmen'), actor('target', 'Other', 'a warehouse')] },
  { actors: [actor('perpetrator', 'State forces', 'Northern army', 'denied')] },
]

const EMPTY = /^$/u
const DAY = /^\d{4}-\d\d-\d\d$/u
const oneOf = (...values: readonly (string | number)[]): RegExp =>
  new RegExp(`^(?:${values.map((value) => String(value).replace(/[/.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})$`, 'u')
const orEmpty = (pattern: RegExp): RegExp => new RegExp(`${pattern.source}|^$`, 'u')
const WHOLE = /^\d+$/u
const DEGREES = /^-?\d{1,3}(?:\.\d+)?$/u
const ANY = /^/u

describe('ACLED', () => {
  test('31 columns in the order of its codebook', () => {
    expect(ACLED_COLUMNS).toHaveLength(31)
    expect(Object.keys(acledRow({}))).toEqual(ACLED_COLUMNS)
  })

  /** Allowed values by column (research/field.md 2.6 and 4.1); what is not listed is free text. */
  const inter = oneOf(...ACLED_INTER)
  const ALLOWED: Readonly<Record<string, RegExp>> = {
    event_id_cnty: /^\S+$/u,
    event_date: orEmpty(DAY),
    year: orEmpty(/^\d{4}$/u),
    time_precision: orEmpty(oneOf(1, 2, 3)),
    disorder_type: oneOf(
      'Political violence',
      'Demonstrations',
      'Strategic developments',
      'Political violence; Demonstrations',
    ),
    event_type: oneOf(...new Set(Object.values(ACLED_SUB_EVENTS))),
    sub_event_type: oneOf(...Object.keys(ACLED_SUB_EVENTS)),
    actor1: /\S/u,
    assoc_actor_1: EMPTY,
    inter1: inter,
    assoc_actor_2: EMPTY,
    inter2: orEmpty(inter),
    civilian_targeting: oneOf('Civilians targeted', ''),
    iso: EMPTY,
    region: EMPTY,
    admin2: EMPTY,
    admin3: EMPTY,
    latitude: orEmpty(DEGREES),
    longitude: orEmpty(DEGREES),
    geo_precision: orEmpty(oneOf(1, 2, 3)),
    source: /\S/u,
    source_scale: EMPTY,
    fatalities: WHOLE,
    timestamp: /^\d{10}$/u,
  }
  test.each(KINDS)('allowed values: %j', (change) => {
    const row = acledRow(change)
    const wrong = ACLED_COLUMNS.filter((column) => !(ALLOWED[column] ?? ANY).test(row[column] ?? ''))
    expect(wrong.map((column) => `${column}: ${row[column] ?? ''}`)).toEqual([])
    expect(ACLED_SUB_EVENTS[row['sub_event_type'] as AcledSubEvent]).toBe(row['event_type'])
  })

  test.each<readonly [string, Change, Readonly<Record<string, string>>]>([
    [
      'the lowest number, and no name where nobody is blamed',
      {},
      {
        event_id_cnty: 'i-market',
        event_date: '2030-05-01',
        year: '2030',
        disorder_type: 'Political violence',
        actor1: 'Unidentified Armed Group (Ukraine)',
        inter1: 'Political militia',
        interaction: 'Political militia only',
        country: 'Ukraine',
        geo_precision: '2',
        fatalities: '38',
      },
    ],
    [
      'civilians go by their country',
      { actors: [ARMY, actor('target', 'Civilians', 'Ana Petrova')] },
      {
        actor1: 'Northern army',
        actor2: 'Civilians (Ukraine)',
        interaction: 'State forces-Civilians',
        civilian_targeting: 'Civilians targeted',
      },
    ],
    [
      'the interaction does not tell who began',
      { actors: [FRONT, actor('target', 'State forces', 'Northern army')] },
      {
        actor1: 'Hill Front',
        actor2: 'Northern army',
        interaction: 'State forces-Rebel group',
        civilian_targeting: '',
      },
    ],
    [
      'a thing that was hit is no actor',
      { actors: [ARMY, actor('target', 'Other', 'a warehouse')] },
      { actor2: '', inter2: '', interaction: 'State forces only' },
    ],
    [
      'who denies is not named',
      { actors: [{ ...ARMY, stance: 'denied' }] },
      { actor1: 'Unidentified Armed Group (Ukraine)' },
    ],
    ['a month is put at its middle', { when: during('2030-05-01', '2030-05-31') }, { event_date: '2030-05-16' }],
    ['an open interval at the day that is known', { when: during('2030-05-01', null) }, { event_date: '2030-05-01' }],
    ['no date is no date', { when: null }, { event_date: '', year: '', time_precision: '' }],
    [
      'shots at protesters are both',
      { subEvent: 'Excessive force against protesters' },
      { disorder_type: 'Political violence; Demonstrations' },
    ],
    ['a mob is violence', { subEvent: 'Mob violence' }, { disorder_type: 'Political violence' }],
  ])('%s', (_, change, expected) => {
    expect(acledRow(change)).toMatchObject(expected)
  })
})

describe('UCDP GED', () => {
  test('49 columns in its order', () => {
    expect(UCDP_COLUMNS).toHaveLength(49)
    expect(Object.keys(ucdpRow({}))).toEqual(UCDP_COLUMNS)
  })

  const OWN_IDS = [
    'conflict_dset_id',
    'conflict_new_id',
    'conflict_name',
    'dyad_dset_id',
    'dyad_new_id',
    'dyad_name',
    'side_a_dset_id',
    'side_a_new_id',
    'side_b_dset_id',
    'side_b_new_id',
    'adm_2',
    'country_id',
    'region',
    'gwnoa',
    'gwnob',
  ]
  /** Allowed values by column (research/field.md 2.7 and 4.2); what is not listed is free text. */
  const ALLOWED: Readonly<Record<string, RegExp>> = {
    ...Object.fromEntries(OWN_IDS.map((column) => [column, EMPTY])),
    id: /^\S+$/u,
    year: orEmpty(/^\d{4}$/u),
    code_status: oneOf('Clear', 'Check'),
    type_of_violence: orEmpty(oneOf(1, 2, 3)),
    number_of_sources: oneOf(...Array.from({ length: 20 }, (_, i) => i + 1)),
    where_prec: orEmpty(oneOf(1, 2, 3, 4, 5, 6, 7)),
    latitude: orEmpty(DEGREES),
    longitude: orEmpty(DEGREES),
    geom_wkt: orEmpty(/^POINT \(-?[\d.]+ -?[\d.]+\)$/u),
    priogrid_gid: orEmpty(WHOLE),
    event_clarity: oneOf(1, 2),
    date_prec: orEmpty(oneOf(1, 2, 3, 4, 5)),
    date_start: orEmpty(DAY),
    date_end: orEmpty(DAY),
    ...Object.fromEntries(
      ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low'].map((name) => [
        name,
        WHOLE,
      ]),
    ),
  }
  test.each(KINDS)('allowed values: %j', (change) => {
    const row = ucdpRow(change)
    const wrong = UCDP_COLUMNS.filter((column) => !(ALLOWED[column] ?? ANY).test(row[column] ?? ''))
    expect(wrong.map((column) => `${column}: ${row[column] ?? ''}`)).toEqual([])
    const [a, b, civilians, unknown, best, high, low] = [
      'deaths_a',
      'deaths_b',
      'deaths_civilians',
      'deaths_unknown',
      'best',
      'high',
      'low',
    ].map((name) => Number(row[name])) as [number, number, number, number, number, number, number]
    expect(a + b + civilians + unknown).toBe(best)
    expect(low <= best && best <= high).toBe(true)
    expect(high).toBeGreaterThanOrEqual(1)
  })

  test.each<readonly [string, Change, Readonly<Record<string, string>>]>([
    [
      'the market',
      {},
      { where_prec: '2', best: '41', low: '38', high: '41', number_of_sources: '5', priogrid_gid: '196982' },
    ],
    ['no armed actor is known', { actors: [] }, { type_of_violence: '', side_a: '', side_b: '' }],
    ['a state', { actors: [ARMY] }, { type_of_violence: '1', side_a: 'Northern army' }],
    ['two groups', { actors: [FRONT] }, { type_of_violence: '2', side_a: 'Hill Front' }],
    [
      'against civilians',
      { actors: [ARMY, actor('target', 'Civilians', 'Ana Petrova')] },
      { type_of_violence: '3', side_b: 'Civilians' },
    ],
    ['a thing is no side', { actors: [ARMY, actor('target', 'Other', 'a warehouse')] }, { side_b: '' }],
    [
      'a month',
      { when: during('2030-05-01', '2030-05-31') },
      { event_clarity: '2', date_prec: '4', date_end: '2030-05-31' },
    ],
  ])('%s', (_, change, expected) => {
    expect(ucdpRow(change)).toMatchObject(expected)
  })

  test('incidents in which nobody is claimed to have died are no events of it', () => {
    const unhurt: IncidentRecord = { ...market, incident: { ...market.incident, figures: [] }, choices: [] }
    expect(exportUcdp(exportSetOf([unhurt])).rows).toEqual([])
  })
})
