import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { exportSetOf, marketSet } from '../../test/support/export-set.ts'
import { isRequired } from '../../test/support/is-required.ts'
import type { IncidentRecord } from '../model/record.ts'
import { exportFiles, type RecordFormat } from './export-files.ts'
import type { ExportSet } from './export-set.ts'

const [market] = marketSet().records as [IncidentRecord]
/** Two incidents: one on the map; one without place and date, with a label that is hard on readers. */
const set: ExportSet = {
  ...exportSetOf([
    market,
    {
      ...market,
      label: 'A "second", with\na break, 😢 and قتل',
      incident: { ...market.incident, id: 'i-nowhere', place: null, when: null },
    },
  ]),
  level: 'full',
}
const folder = mkdtempSync(join(tmpdir(), 'cairn-exports-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a format's files with what lies beside them, and gives the path of one. */
function write(format: RecordFormat, name: string): string {
  for (const file of exportFiles(set, format)) {
    writeFileSync(join(folder, file.name), file.bytes)
    if (file.metadata !== null) writeFileSync(join(folder, `${file.name}-metadata.json`), file.metadata(file.name))
  }
  return join(folder, name)
}

describe('DuckDB', () => {
  let duck: DuckDBConnection
  beforeAll(async () => {
    duck = await (await DuckDBInstance.create()).connect()
  })
  const ask = async (sql: string): Promise<unknown[]> => (await duck.runAndReadAll(sql)).getRowObjectsJson()

  const sums = `count(*) as rows, sum(low) as low, sum(high) as high, sum(best_cairn) as best`
  test('figures: the sums of the Parquet file are those of the CSV file', async () => {
    const [parquet] = await ask(`select ${sums} from '${write('parquet', 'figures.parquet')}'`)
    const [csv] = await ask(`select ${sums} from read_csv('${write('csv-figures', 'figures.csv')}')`)
    expect(parquet).toEqual({ rows: '6', low: '166', high: '172', best: '172' })
    expect(csv).toEqual(parquet)
  })

  test.each([
    ['incidents', 'csv-incidents', 2],
    ['figures', 'csv-figures', 6],
    ['claims', 'csv-claims', 16],
  ] as const)('%s: every row of both, under the same names of columns', async (name, format, rows) => {
    const parquet = write('parquet', `${name}.parquet`)
    const csv = write(format, `${name}.csv`)
    const count = (of: string): Promise<unknown[]> => ask(`select count(*)::int as n from ${of}`)
    const columns = async (of: string): Promise<unknown[]> =>
      (await ask(`describe select * from ${of}`)).map((row) => (row as { column_name: string }).column_name)
    expect(await count(`'${parquet}'`)).toEqual([{ n: rows }])
    expect(await count(`read_csv('${csv}')`)).toEqual([{ n: rows }])
    expect(await columns(`read_csv('${csv}')`)).toEqual(await columns(`'${parquet}'`))
  })

  test.each([
    ['incident_id', 'VARCHAR'],
    ['previous_ids', 'VARCHAR[]'],
    ['latitude', 'DOUBLE'],
    ['where_prec', 'BIGINT'],
    ['date_start', 'DATE'],
    ['documents', 'BIGINT'],
    ['claim_ids', 'VARCHAR[]'],
    ['provenance', 'VARCHAR'],
  ])('the column %s has the type %s', async (column, type) => {
    const of = write('parquet', 'incidents.parquet')
    expect(await ask(`select typeof(${column}) as type from '${of}' limit 1`)).toEqual([{ type }])
  })

  test('what is hard on readers comes through', async () => {
    const of = write('parquet', 'incidents.parquet')
    const want = [{ label: 'A "second", with\na break, 😢 and قتل', date_start: null, latitude: null }]
    const sql = (from: string): string =>
      `select label, date_start, latitude from ${from} where incident_id = 'i-nowhere'`
    expect(await ask(sql(`'${of}'`))).toEqual(want)
    expect(await ask(sql(`read_csv('${write('csv-incidents', 'incidents.csv')}')`))).toEqual(want)
  })

  test.each([
    // It takes the row of hashtags for a comment, so that the columns keep their types.
    ['hxl', 'hxl.csv', 2],
    ['acled', 'acled.csv', 2],
    ['ucdp', 'ucdp-ged.csv', 2],
  ] as const)('%s: the incidents below the header', async (format, name, rows) => {
    const csv = write(format, name)
    expect(await ask(`select count(*)::int as n from read_csv('${csv}')`)).toEqual([{ n: rows }])
  })

  test('the Parquet file says what it is', async () => {
    const of = write('parquet', 'incidents.parquet')
    const [note] = await ask(
      `select decode(value) as value from parquet_kv_metadata('${of}') where decode(key) = 'cairn'`,
    )
    expect(JSON.parse((note as { value: string }).value)).toContain('documented minimum, not the toll')
  })
})

describe('hyparquet', () => {
  test.each(['incidents', 'figures', 'claims'])('%s', async (name) => {
    const bytes = readFileSync(write('parquet', `${name}.parquet`))
    const file = Uint8Array.from(bytes).buffer
    expect((await parquetReadObjects({ file })).length).toBe(Number(parquetMetadata(file).num_rows))
  })

  test('the same record gives the same bytes', () => {
    for (const [i, { bytes }] of exportFiles(set, 'parquet').entries())
      expect(Buffer.from(bytes).equals(Buffer.from(exportFiles(set, 'parquet')[i]?.bytes ?? []))).toBe(true)
  })
})

describe('metadata beside a CSV file', () => {
  test.each([
    ['csv-incidents', 'incidents.csv'],
    ['csv-figures', 'figures.csv'],
    ['csv-claims', 'claims.csv'],
    ['hxl', 'hxl.csv'],
    ['acled', 'acled.csv'],
    ['ucdp', 'ucdp-ged.csv'],
  ] as const)('%s: names the file and every column of it, in order', (format, name) => {
    const csv = readFileSync(write(format, name), 'utf8')
    const metadata = JSON.parse(readFileSync(join(folder, `${name}-metadata.json`), 'utf8')) as {
      readonly url: string
      readonly tableSchema: { readonly columns: readonly { readonly titles: string }[] }
    }
    const titles = metadata.tableSchema.columns.map(({ titles: title }) => title)
    const header = titles.map((title) => (title.includes(',') ? `"${title}"` : title)).join(',')
    expect(metadata.url).toBe(name)
    expect(csv.startsWith(`${header}\r\n`)).toBe(true)
  })
})

/** GDAL opens what GIS programs open. It is not ours to install: without it this is skipped aloud. */
const HAS_OGR = spawnSync('ogr2ogr', ['--version']).status === 0
if (!HAS_OGR) console.warn('ogr2ogr (gdal-bin) is not installed: that GIS programs read the exports was not tested.')
test.runIf(isRequired('ogr2ogr'))('ogr2ogr is there, as CAIRN_TEST_REQUIRE asks', () => expect(HAS_OGR).toBe(true))

describe.runIf(HAS_OGR)('ogr2ogr', () => {
  const run = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('ogr2ogr', args, { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return stdout
  }
  interface Feature {
    readonly id: string
    readonly geometry: object | null
    readonly properties: Readonly<Record<string, unknown>>
  }
  const featuresOf = (path: string): readonly Feature[] =>
    (JSON.parse(readFileSync(path, 'utf8')) as { features: readonly Feature[] }).features

  test('GeoJSON through GDAL and back: every feature, geometry and property', () => {
    const from = write('geojson', 'incidents.geojson')
    const to = join(folder, 'again.geojson')
    run('-f', 'GeoJSON', '-lco', 'RFC7946=YES', to, from)
    const [written, read] = [featuresOf(from), featuresOf(to)]
    expect(read.map(({ id }) => id)).toEqual(written.map(({ id }) => id))
    for (const [i, { geometry, properties }] of written.entries()) {
      expect(read[i]?.geometry ?? null).toEqual(geometry)
      expect(read[i]?.properties).toEqual(properties)
    }
  })

  test('GeoJSON into a GeoPackage: as many features, and the one with coordinates on the map', () => {
    const to = join(folder, 'incidents.gpkg')
    run('-f', 'GPKG', '-mapFieldType', 'StringList=String', to, write('geojson', 'incidents.geojson'))
    const back = join(folder, 'from-gpkg.geojson')
    run('-f', 'GeoJSON', back, to)
    const features = featuresOf(back)
    expect(features).toHaveLength(2)
    expect(features.map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [30.7233, 46.4825] }, null])
    expect(features.map(({ properties }) => properties['grade'])).toEqual(['confirmed', 'confirmed'])
  })

  test('CSV as a layer of points', () => {
    const to = join(folder, 'points.geojson')
    const csv = write('csv-incidents', 'incidents.csv')
    run('-f', 'GeoJSON', '-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude', to, csv)
    const [first] = featuresOf(to)
    expect(first?.geometry).toMatchObject({ type: 'Point', coordinates: [30.7233, 46.4825] })
    expect(first?.properties).toMatchObject({ incident_id: 'i-market' })
  })
})
