import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'

import { exportSetOf, marketSet, readCsv } from '../../test/support/export-set.ts'
import { HARBOUR } from '../../test/support/made-up-report.ts'
import type { Claimant } from '../model/claim.ts'
import type { Actor } from '../model/reading.ts'
import type { IncidentRecord } from '../model/record.ts'
import { exportFiles, RECORD_FORMATS, type RecordFormat } from './export-files.ts'
import type { ExportSet } from './export-set.ts'
import { NO_FILTER, type ExportFilter } from './match-filter.ts'
import { nameActor, protectPlace, protectUrl } from './protect-record.ts'
import { writeCsv } from './write-csv.ts'

const set = marketSet()
const [record] = set.records as [IncidentRecord]

/** Everything that a format holds, as text. */
async function textOf(given: ExportSet, format: RecordFormat): Promise<string> {
  const parts = exportFiles(given, format).map(async ({ bytes, metadata, name }) =>
    name.endsWith('.parquet')
      ? readParquet(bytes)
      : [bytes, metadata?.(name) ?? new Uint8Array()].map((one) => Buffer.from(one).toString('utf8')).join('\n'),
  )
  return (await Promise.all(parts)).join('\n')
}

/** Rows and metadata of a Parquet file as text. */
async function readParquet(bytes: Uint8Array): Promise<string> {
  const file = Uint8Array.from(bytes).buffer
  const rows = await parquetReadObjects({ file })
  const { key_value_metadata: notes } = parquetMetadata(file)
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)
  return `${notes?.map(({ value }) => value).join('\n') ?? ''}\n${JSON.stringify(rows, plain)}`
}

/** The main file of a CSV format. */
function csvOf(given: ExportSet, format: RecordFormat): string {
  return Buffer.from(exportFiles(given, format)[0]?.bytes ?? []).toString('utf8')
}

describe('every export', () => {
  test.each(RECORD_FORMATS)('%s says what it is and what it is not', async (format) => {
    const text = await textOf(set, format)
    for (const words of [
      'documented minimum, not the toll',
      'codebook 1',
      'rules 1',
      'acled-lowest@2, airwars-range@1, cairn-best@2, ucdp-best@2',
      'languages covered en',
      'level public',
      'nobody has reviewed',
    ])
      expect(text).toContain(words)
  })
  test.each(RECORD_FORMATS)('%s leaves out what nobody reviewed unless asked', async (format) => {
    expect(await textOf(set, format)).toContain('i-market')
    expect(await textOf({ ...set, withUnreviewed: false }, format)).not.toContain('i-market')
  })
  test.each(RECORD_FORMATS)('%s leads back to claims and captures', async (format) => {
    expect(await textOf(set, format)).toContain('gazette-1')
    expect(await textOf(set, format)).toMatch(/sha256(?::|%3A)capture-gazette/u)
    expect(await textOf(set, format)).toContain('sha256:bytes-of-gazette')
  })
  test.each(RECORD_FORMATS)('%s holds no exact place and no quote at the public level', async (format) => {
    for (const words of ['46.4825', '30.7233', '31 people', 'At least', 'Dozens dead'])
      expect(await textOf(set, format)).not.toContain(words)
  })
  test.each(RECORD_FORMATS)('%s keeps the order of ids, whatever the order of input', async (format) => {
    const other: IncidentRecord = { ...record, incident: { ...record.incident, id: 'i-aaa' } }
    const one = await textOf({ ...set, records: [record, other] }, format)
    expect(one).toBe(await textOf({ ...set, records: [other, record] }, format))
  })
  test.each(RECORD_FORMATS)('%s never holds a rejected incident', async (format) => {
    const rejected: IncidentRecord = { ...record, incident: { ...record.incident, status: 'rejected' } }
    expect(await textOf({ ...set, records: [rejected] }, format)).not.toContain('i-market')
  })
  test.each(RECORD_FORMATS)('%s can be empty', async (format) => {
    const empty = exportSetOf([])
    expect(await textOf(empty, format)).toContain('policies none applied')
  })
})

describe('what leaves at the public level', () => {
  test.each<readonly [Partial<Claimant>, registry: string, asPublic: string]>([
    [{ kind: 'person', name: 'Ana Petrova', role: 'a nurse' }, 'Ana Petrova', 'a nurse'],
    [{ kind: 'person', name: 'Ana Petrova', affiliation: 'Port Elen' }, 'Ana Petrova', 'a person of Port Elen'],
    [{ kind: 'person', name: 'Ana Petrova' }, 'Ana Petrova', 'a person'],
    [{ kind: 'office', name: 'the mayor' }, 'Ana Petrova', 'the mayor'],
    [{ kind: 'unnamed', name: 'residents' }, 'residents, by Ana Petrova', 'residents'],
    [{ kind: 'organisation', name: 'the council' }, 'City council (Port Elen)', 'City council (Port Elen)'],
  ])('claimant %j, in the record %j, leaves as %j', async (given, registry, asPublic) => {
    const claims = record.claims.map((settled) => {
      const { claim } = settled.entry
      const claimant = { kind: 'person', name: '', role: null, affiliation: null, ...given } as const
      const attribution = { ...claim.attribution, claimant }
      return { ...settled, entry: { ...settled.entry, claimant: registry, claim: { ...claim, attribution } } }
    })
    const named = exportSetOf([{ ...record, claims }])
    for (const format of RECORD_FORMATS) {
      expect(await textOf(named, format)).not.toContain('Petrova')
      if (!['csv-claims', 'ucdp', 'jsonld', 'parquet'].includes(format)) continue
      expect(await textOf(named, format)).toContain(asPublic)
      expect(await textOf({ ...named, level: 'full' }, format)).toContain(registry)
    }
  })

  test.each<readonly [kind: string, name: string, asPublic: string | null, asFull: string | null]>([
    ['State forces', 'Northern army', 'Northern army', 'Northern army'],
    ['Rebel group', 'the Hill Front', 'the Hill Front', 'the Hill Front'],
    ['State forces', 'Northern army captain Oleh Marchenko', 'State forces', 'Northern army captain Oleh Marchenko'],
    ['Civilians', 'Ana Petrova and her sons', 'Civilians', 'Civilians'],
    ['Protesters', 'students led by Ana Petrova', 'Protesters', 'Protesters'],
    ['Unidentified armed group', 'gunmen', null, null],
    ['Other', 'a warehouse', null, null],
  ])('actor %s %j', (kind, name, asPublic, asFull) => {
    const actor: Actor = { role: 'perpetrator', name, kind, stance: 'asserted' }
    expect([nameActor(actor, 'public'), nameActor(actor, 'full')]).toEqual([asPublic, asFull])
  })

  test.each([
    ['https://quay-wire.example/2030/05/market?page=2', 'https://quay-wire.example/2030/05/market?page=2'],
    ['https://ana:secret@quay-wire.example/a#part', 'https://quay-wire.example/a'],
    ['https://x.com/ana_petrova/status/1', 'https://x.com/'],
    ['https://m.facebook.com/ana.petrova/posts/1', 'https://m.facebook.com/'],
    ['https://notfacebook.com/news/1', 'https://notfacebook.com/news/1'],
    ['file:///home/ana/report.txt', null],
    ['urn:cairn:line:3', null],
    ['reports/a.txt', null],
    [null, null],
  ])('address %j leaves as %j', (url, asPublic) => {
    expect(protectUrl(url, 'public')).toBe(asPublic)
    expect(protectUrl(url, 'full')).toBe(url)
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
})

describe('filters', () => {
  test.each<readonly [Partial<ExportFilter>, boolean]>([
    [{ from: '2030-05-01' }, true],
    [{ from: '2030-05-02' }, false],
    [{ to: '2030-05-01' }, true],
    [{ to: '2030-04-30' }, false],
    [{ place: 'port elen' }, true],
    [{ place: 'Ódesa' }, true],
    [{ place: 'Kyiv' }, false],
    [{ country: 'UA' }, true],
    [{ country: 'RU' }, false],
    [{ status: 'machine' }, true],
    [{ status: 'finalised' }, false],
    [{ grade: 'confirmed' }, true],
    [{ grade: 'weak' }, false],
    [{ measure: 'killed' }, true],
    [{ measure: 'displaced' }, false],
    [{ incident: 'i-market' }, true],
    [{ incident: 'i-old' }, false],
    [{ incident: 'i-other' }, false],
    [{ from: '2030-05-01', country: 'RU' }, false],
  ])('%j', async (filter, isIn) => {
    for (const format of RECORD_FORMATS)
      expect((await textOf({ ...set, filter: { ...NO_FILTER, ...filter } }, format)).includes('i-market')).toBe(isIn)
  })

  test('an incident without a date is in no period', () => {
    const undated: IncidentRecord = { ...record, incident: { ...record.incident, when: null } }
    const asked = { ...set, records: [undated], filter: { ...NO_FILTER, from: '1900-01-01' } }
    expect(readCsv(csvOf(asked, 'csv-incidents'))).toEqual([])
  })

  test('a measure narrows the rows of figures and claims too', () => {
    const claims = record.claims.map((settled, i) => {
      const { claim } = settled.entry
      const figure =
        claim.figure === null ? null : ({ ...claim.figure, measure: i === 0 ? 'injured' : 'killed' } as const)
      return { ...settled, entry: { ...settled.entry, claim: { ...claim, figure } } }
    })
    const asked = { ...set, records: [{ ...record, claims }], filter: { ...NO_FILTER, measure: 'injured' } as const }
    expect(readCsv(csvOf(asked, 'csv-claims')).map((row) => row['measure'])).toEqual(['injured'])
    expect(readCsv(csvOf(asked, 'csv-figures'))).toEqual([])
  })
})

test('incidents as CSV', () => {
  expect(readCsv(csvOf(set, 'csv-incidents'))).toMatchObject([
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
    readCsv(csvOf(set, 'csv-figures')).map((row) => [
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
    readCsv(csvOf({ ...set, level: 'full' }, 'csv-claims')).map((row) => [row['claim_id'], row['state'], row['quote']]),
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
    expect(writeCsv({ columns: [{ name: 'c' }], rows: [[cell]] })).toBe(`c\r\n${written}\r\n`)
  })
  test('a negative number stays a number', () => {
    expect(writeCsv({ columns: [{ name: 'c' }], rows: [[-12.5]] })).toBe('c\r\n-12.5\r\n')
  })
  test('property: any text comes back as it was, behind at most one apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (cells) => {
        const [row] = readCsv(writeCsv({ columns: cells.map((_, i) => ({ name: `c${i}` })), rows: [cells] }))
        expect(Object.values(row ?? {}).map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells)
      }),
    )
  })
})
