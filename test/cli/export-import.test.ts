import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-export-'))
const at = (...names: readonly string[]): string => join(root, ...names)
afterAll(() => rmSync(root, { recursive: true }))

const SAMPLES = ['samples/reports/harbour-wire.jsonl', 'samples/reports/sg-kremenchuk.txt']
const exporting = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli(['export', '--workspace', at('source'), ...args])

beforeAll(() => {
  expect(runCli(['ingest', ...SAMPLES, '--workspace', at('source')]).code).toBe(0)
  expect(exporting('--unreviewed', '--full', '--format', 'all', '-o', at('full')).code).toBe(0)
})

describe('cairn export', () => {
  test('all formats into a folder, with what the columns mean beside the CSV files', () => {
    expect(readdirSync(at('full')).sort()).toEqual([
      'acled.csv',
      'acled.csv-metadata.json',
      'claims.csv',
      'claims.csv-metadata.json',
      'claims.parquet',
      'evidence.wacz',
      'figures.csv',
      'figures.csv-metadata.json',
      'figures.parquet',
      'hxl.csv',
      'hxl.csv-metadata.json',
      'incidents.csv',
      'incidents.csv-metadata.json',
      'incidents.geojson',
      'incidents.parquet',
      'record.jsonld',
      'ucdp-ged.csv',
      'ucdp-ged.csv-metadata.json',
    ])
  })

  test('one format into a file, and its metadata names that file', () => {
    expect(exporting('--unreviewed', '-o', at('mine.csv')).code).toBe(0)
    expect(readFileSync(at('mine.csv'), 'utf8')).toMatch(/^incident_id,/u)
    expect(JSON.parse(readFileSync(at('mine.csv-metadata.json'), 'utf8'))).toMatchObject({ url: 'mine.csv' })
  })

  test('to standard output: the table alone, what it is on standard error', () => {
    const { code, out, err } = exporting('--unreviewed')
    expect(code).toBe(0)
    expect(out).toMatch(/^incident_id,/u)
    expect(err).toContain('documented minimum, not the toll')
  })

  test('what nobody has reviewed stays, and that is said', () => {
    const { code, out, err } = exporting('--format', 'geojson')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ features: [] })
    expect(err).toMatch(/0 of \d+ incidents are written: nobody has reviewed the others/u)
  })

  test('a filter narrows it; one that nothing meets is no evidence that nothing happened', () => {
    const rows = (...filter: readonly string[]): number =>
      exporting('--unreviewed', ...filter)
        .out.trimEnd()
        .split('\r\n').length - 1
    const all = rows()
    const inUkraine = rows('--country', 'ua')
    expect(inUkraine).toBeGreaterThan(0)
    expect(inUkraine).toBeLessThan(all)
    expect(exporting('--unreviewed', '--country', 'ar').err).toContain('no evidence that nothing happened')
  })

  test.each([
    [['--format', 'wacz', '-o', 'x.wacz'], 2, 'add --full'],
    [['--format', 'wacz', '--full'], 2, 'name a file with --output'],
    [['--format', 'parquet'], 2, 'name a folder with --output'],
    [['--format', 'all'], 2, 'name a folder with --output'],
    [['--incident', 'inc-zzz'], 4, 'No incident begins with inc-zzz'],
    [['--country', 'Ukraine'], 2, 'two letters'],
    [['--from', 'May'], 2, '2022-05-24'],
    [['--status', 'rejected'], 2, 'Allowed choices'],
  ])('%j ends with %i', (args, code, words) => {
    const run = exporting(...args)
    expect(run.err).toContain(words)
    expect(run.code).toBe(code)
    expect(existsSync('x.wacz')).toBe(false)
  })
})

test('at the public level no file names a person who is quoted', () => {
  expect(exporting('--unreviewed', '--format', 'all', '-o', at('public')).code).toBe(0)
  const { out } = runCli(['claims', '--workspace', at('source'), '--jsonl', '--limit', '0'])
  const people = [...out.matchAll(/"kind":"person","name":"([^"]+)","role":"/gu)].map(([, name]) => name ?? '')
  expect(people.length).toBeGreaterThan(0)
  const files = readdirSync(at('public'))
  expect(files).not.toContain('evidence.wacz')
  for (const name of files) {
    const text = readFileSync(at('public', name)).toString('utf8')
    expect(people.filter((person) => text.includes(person))).toEqual([])
  }
})

describe('the evidence bundle', () => {
  test('is verified without the workspace', () => {
    const { code, out } = runCli(['verify', at('full', 'evidence.wacz')])
    expect(code).toBe(0)
    expect(out).toContain('The proof holds.')
  })

  test('imported into another workspace it gives the same exports, byte by byte', () => {
    const run = runCli(['import', at('full', 'evidence.wacz'), '--workspace', at('copy')])
    expect(run).toMatchObject({ code: 0 })
    const again = ['export', '--workspace', at('copy'), '--unreviewed', '--full', '--format', 'all', '-o', at('again')]
    expect(runCli(again).code).toBe(0)
    const differ = readdirSync(at('full')).filter(
      (name) => !readFileSync(at('full', name)).equals(readFileSync(at('again', name))),
    )
    // The bundle is signed by the key of its own workspace.
    expect(differ).toEqual(['evidence.wacz'])
  })

  test('that was changed is not taken in at all', () => {
    const bytes = readFileSync(at('full', 'evidence.wacz'))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(at('changed.wacz'), bytes)
    const { code, err } = runCli(['import', at('changed.wacz'), '--workspace', at('none')])
    expect(code).toBe(6)
    expect(err).toContain('nothing was taken in')
    expect(existsSync(at('none'))).toBe(false)
  })

  test('of another key than the one expected is not taken in', () => {
    const bundle = at('full', 'evidence.wacz')
    const { code, err } = runCli([
      'import',
      bundle,
      '--workspace',
      at('none'),
      '--key',
      'cairn.custody/0000000000000000',
    ])
    expect(code).toBe(6)
    expect(err).toContain('not the expected')
  })

  test.each([['no-such.wacz'], ['package.json']])('%s is no bundle', (path) => {
    const { code } = runCli(['import', path, '--workspace', at('none')])
    expect([2, 6]).toContain(code)
    expect(existsSync(at('none'))).toBe(false)
  })
})
