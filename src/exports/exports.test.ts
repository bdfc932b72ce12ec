import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ACLED_COLUMNS, UCDP_COLUMNS } from '../../data/words/export-columns.ts'
import { HARBOUR } from '../../test/support/made-up-report.ts'
import { marketRecord } from '../../test/support/market-incident.ts'
import type { IncidentRecord } from '../model/record.ts'
import { exportAcled } from './export-acled.ts'
import { exportClaims, exportFigures, exportIncidents } from './export-csv.ts'
import { exportGeoJson } from './export-geojson.ts'
import type { ExportSet } from './export-set.ts'
import { exportUcdp } from './export-ucdp.ts'
import { protectPlace } from './protect-record.ts'
import { writeCsv } from './write-csv.ts'

const record = marketRecord()
const provenance = {
  codebook: '1',
  extractor: 'rules 1',
  policies: ['cairn-best@1'],
  languages: ['en'],
  asOf: '2030-07-01T00:00:00Z',
}
const set: ExportSet = { records: [record], level: 'public', withUnreviewed: true, provenance }
const FORMATS = { exportIncidents, exportFigures, exportClaims, exportGeoJson, exportAcled, exportUcdp }

/** Rows of a CSV as objects, read by a reader of its own (RFC 4180). */
function readCsv(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const text = csv.replace(/^(?:#.*\r\n)*/u, '')
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(i + 1) === '"') cell += text.charAt(++i)
      else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === ',' || sign === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\r') {
        i++
        rows.push([])
      }
    } else cell += sign
  }
  const [columns = [], ...body] = rows.filter((row) => row.length > 0)
  return body.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])))
}

describe('every export', () => {
  test.each(Object.entries(FORMATS))('%s says what it is and what it is not', (_, format) => {
    const text = format(set)
    for (const words of [
      'documented minimum, not the toll',
      'codebook 1',
      'rules 1',
      'cairn-best@1',
      'languages covered en',
    ])
      expect(text).toContain(words)
  })
  test.each(Object.entries(FORMATS))('%s leaves out what nobody reviewed unless asked', (_, format) => {
    expect(format(set)).toContain('i-market')
    expect(format({ ...set, withUnreviewed: false })).not.toContain('i-market')
  })
  test.each(Object.entries(FORMATS))('%s leads back to claims and captures', (_, format) => {
    expect(format(set)).toContain('gazette-1')
    expect(format(set)).toContain('sha256:capture-gazette')
  })
  test.each(Object.entries(FORMATS))('%s holds no exact place and no quote at the public level', (_, format) => {
    for (const words of ['46.4825', '30.7233', '31 people', 'At least']) expect(format(set)).not.toContain(words)
  })
  test.each(Object.entries(FORMATS))('%s keeps the order of ids, whatever the order of input', (_, format) => {
    const other: IncidentRecord = { ...record, incident: { ...record.incident, id: 'i-aaa' } }
    expect(format({ ...set, records: [record, other] })).toBe(format({ ...set, records: [other, record] }))
  })
  test.each(Object.entries(FORMATS))('%s never holds a rejected incident', (_, format) => {
    const rejected: IncidentRecord = { ...record, incident: { ...record.incident, status: 'rejected' } }
    expect(format({ ...set, records: [rejected] })).not.toContain('i-market')
  })
})

test('a place leaves without its facility, to a tenth of a degree, and its codes say so', () => {
  expect(protectPlace(HARBOUR, 'public')).toMatchObject({
    facility: null,
    lat: 46.5,
    lon: 30.7,
    wherePrec: 2,
    geoPrecision: 2,
  })
  expect(protectPlace({ ...HARBOUR, wherePrec: 6, geoPrecision: 3 }, 'public')).toMatchObject({
    wherePrec: 6,
    geoPrecision: 3,
  })
  expect(protectPlace(HARBOUR, 'full')).toBe(HARBOUR)
})

test('a person goes by role at the public level', () => {
  const claims = record.claims.map((settled) => {
    const { claim } = settled.entry
    const claimant = { kind: 'person', name: 'Ana Petrova', role: 'a nurse', affiliation: null } as const
    const attribution = { ...claim.attribution, claimant }
    return { ...settled, entry: { ...settled.entry, claimant: 'Ana Petrova', claim: { ...claim, attribution } } }
  })
  const named: ExportSet = { ...set, records: [{ ...record, claims }] }
  for (const format of [exportClaims, exportUcdp]) {
    expect(format(named)).not.toContain('Petrova')
    expect(format(named)).toContain('a nurse')
    expect(format({ ...named, level: 'full' })).toContain('Petrova')
  }
})

test('incidents as CSV', () => {
  expect(readCsv(exportIncidents(set))).toMatchObject([
    {
      incident_id: 'i-market',
      label: 'Air strike, Port Elen, 1 May 2030',
      latitude: '46.5',
      longitude: '30.7',
      where_prec: '2',
      date_start: '2030-05-01',
      grade: 'confirmed',
      grade_rules: 'grade/responsibility-accepted; grade/denied-by',
      documents: '4',
      copies: '1',
      claim_ids: 'gazette-1 gazette-2 monitor-0',
    },
  ])
})

test('figures as CSV: one row a whole or a part', () => {
  expect(
    readCsv(exportFigures(set)).map((row) => [
      row['who'],
      row['scope'],
      row['low'],
      row['high'],
      row['best_cairn'],
      row['best_acled'],
      row['best_airwars'],
    ]),
  ).toEqual([
    ['people', 'incident', '38', '41', '41', '38', ''],
    ['civilians', 'incident', '41', '41', '41', '41', ''],
    ['children', 'subset', '4', '4', '4', '4', ''],
  ])
})

test('claims as CSV: the superseded and uncounted ones too', () => {
  expect(
    readCsv(exportClaims({ ...set, level: 'full' })).map((row) => [row['claim_id'], row['state'], row['quote']]),
  ).toEqual([
    ['wire-0', 'repeat', 'Dozens'],
    ['monitor-0', 'current', '41 civilians'],
    ['wire-1', 'superseded', 'At least 31 people'],
    ['copy-0', 'repeat', 'At least 31 people'],
    ['gazette-0', 'superseded', '31'],
    ['gazette-3', 'cumulative', '900 residents'],
    ['gazette-2', 'current', '4 of them children'],
    ['gazette-1', 'current', '38,'],
  ])
})

test('GeoJSON: longitude first, one feature an incident', () => {
  const { type, features } = JSON.parse(exportGeoJson(set)) as { type: string; features: object[] }
  expect(type).toBe('FeatureCollection')
  expect(features).toMatchObject([
    {
      type: 'Feature',
      id: 'i-market',
      geometry: { type: 'Point', coordinates: [30.7, 46.5] },
      properties: { grade: 'confirmed' },
    },
  ])
})

test('ACLED: 31 columns, the lowest number', () => {
  expect(ACLED_COLUMNS).toHaveLength(31)
  const [row] = readCsv(exportAcled(set))
  expect(Object.keys(row ?? {})).toEqual(ACLED_COLUMNS)
  expect(row).toMatchObject({
    event_id_cnty: 'i-market',
    event_date: '2030-05-01',
    year: '2030',
    disorder_type: 'Political violence',
    event_type: 'Explosions/Remote violence',
    sub_event_type: 'Air/drone strike',
    actor1: 'Unidentified Armed Group (Ukraine)',
    country: 'Ukraine',
    geo_precision: '2',
    fatalities: '38',
  })
})

test('UCDP: 49 columns, and the four kinds of deaths add up to best', () => {
  expect(UCDP_COLUMNS).toHaveLength(49)
  const [row] = readCsv(exportUcdp(set))
  expect(Object.keys(row ?? {})).toEqual(UCDP_COLUMNS)
  expect(row).toMatchObject({
    where_prec: '2',
    best: '41',
    low: '38',
    high: '41',
    number_of_sources: '5',
    priogrid_gid: '196982',
  })
  const kinds = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'].map((kind) => Number(row?.[kind]))
  expect(kinds.reduce((a, b) => a + b)).toBe(41)
})

describe('cells', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+38', "'+38"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
  ])('%j is written %s', (cell, written) => {
    expect(writeCsv({ columns: ['c'], rows: [[cell]] }, [])).toBe(`c\r\n${written}\r\n`)
  })
  test('a negative number stays a number', () => {
    expect(writeCsv({ columns: ['c'], rows: [[-12.5]] }, [])).toBe('c\r\n-12.5\r\n')
  })
  test('property: any text comes back as it was, behind at most one apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (cells) => {
        const [row] = readCsv(writeCsv({ columns: cells.map((_, i) => `c${i}`), rows: [cells] }, []))
        expect(Object.values(row ?? {}).map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells)
      }),
    )
  })
})
