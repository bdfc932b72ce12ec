import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-lookup-'))
const workspace = join(folder, 'workspace')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const REPORTS = [
  {
    id: 'kharkiv',
    text: 'At least 4 children were killed when shells hit a market in Kharkiv on Monday, the regional governor said.',
    published: '2022-05-24',
    outlet: 'Harbour Wire',
  },
  {
    id: 'aleppo',
    text: 'The army denied that 12 civilians were injured in an air strike on Aleppo on 3 October 2016.',
    published: '2016-10-05',
    outlet: 'Crescent Post',
  },
  {
    id: 'total',
    text: 'More than 300 people have been killed in Goma since January, the health ministry said.',
    published: '2023-11-22',
    outlet: 'وكالة البحيرة',
    title: 'Toll rises in Goma',
  },
]

interface Found {
  readonly schema: string
  readonly evidence: { readonly exact: string }
  readonly carrier: { readonly outlet: string }
}

const look = (...args: readonly string[]) => runCli([...args, '--workspace', workspace])
const rows = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

beforeAll(() => {
  const input = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('')
  const args = ['ingest', '-', '--input-format', 'jsonl', '--workspace', workspace, '--workers', '1']
  expect(runCli(args, { input }).code).toBe(0)
})

const OUTLETS = { kharkiv: 'Harbour Wire', aleppo: 'Crescent Post', total: 'وكالة البحيرة' } as const

describe('cairn claims', () => {
  test.each<readonly [filter: readonly string[], ids: readonly (keyof typeof OUTLETS)[], words: readonly string[]]>([
    [
      ['--measure', 'killed'],
      ['kharkiv', 'total'],
      ['At least 4 children', 'More than 300 people'],
    ],
    [
      ['--who', 'children', '--claimant', 'GOVERNOR', '--outlet', 'harbour', '--text', 'market'],
      ['kharkiv'],
      ['At least 4 children'],
    ],
    [['--stance', 'denied', '--kind', 'figure', '--place', 'aleppo'], ['aleppo'], ['12 civilians']],
    [['--scope', 'cumulative', '--country', 'cd', '--outlet', 'البحيرة'], ['total'], ['More than 300 people']],
    [['--from', '2016-10-03', '--to', '2016-10-03', '--kind', 'event'], ['aleppo'], ['air strike']],
    [['--limit', '1'], ['kharkiv'], ['At least 4 children']],
  ])('%j', (filter, ids, words) => {
    const { code, out } = look('claims', ...filter, '--jsonl')
    const found = rows(out) as unknown as readonly Found[]
    expect(found.map(({ evidence }) => evidence.exact)).toEqual(words)
    expect(found.map(({ carrier }) => carrier.outlet)).toEqual(ids.map((id) => OUTLETS[id]))
    expect(found.every(({ schema }) => schema === 'cairn/claim@1')).toBe(true)
    expect(code).toBe(0)
  })

  test('of one document, as one JSON array', () => {
    const [document] = rows(look('documents', '--outlet', 'crescent', '--jsonl').out)
    const { out } = look('claims', '--document', String(document?.['documentId']), '--json')
    const claims = JSON.parse(out) as readonly Found[]
    expect(claims.map(({ carrier }) => carrier.outlet)).toEqual(claims.map(() => 'Crescent Post'))
    expect(claims).toHaveLength(Number(document?.['claims']))
    expect(
      JSON.parse(look('claims', '--document', String(document?.['captureId']).slice(0, 12), '--json').out),
    ).toEqual(claims)
  })

  test.each([
    [['--text', '"market" OR (killed*'], 4, /no claim matches\. This is no evidence that nobody was harmed/u],
    [['--measure', 'dead'], 2, /Allowed choices are/u],
    [['--from', '2022-02-30'], 2, /Write it like 2022-05-24/u],
    [['--country', 'UKR'], 2, /Write two letters, like UA/u],
  ])('%j finds nothing or is wrong', (filter, exitCode, message) => {
    const { code, out, err } = look('claims', ...filter)
    expect(err).toMatch(message)
    expect([out, code]).toEqual(['', exitCode])
  })

  test.each([80, 150])('for people, on a screen of %d columns: every word that matters is there', (columns) => {
    const { out } = runCli(['claims', '--kind', 'figure', '--workspace', workspace], {
      env: { COLUMNS: String(columns) },
    })
    // On the wide screen the words of a cell stand below each other.
    const words = new Set(out.split(/[\s()]+/u))
    const expected = '4 or more killed, children 300 [cumulative] denied Aleppo, SY “12 civilians” 2023-11-22'
    expect(expected.split(' ').filter((word) => !words.has(word))).toEqual([])
    expect(out).toContain('البحيرة\u200e')
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(columns + 2)
  })
})

describe('cairn documents', () => {
  test.each<readonly [filter: readonly string[], ids: readonly (keyof typeof OUTLETS)[]]>([
    [['--outlet', 'WIRE', '--language', 'en', '--text', 'market'], ['kharkiv']],
    [
      ['--from', '2016-10-05', '--to', '2022-05-24'],
      ['kharkiv', 'aleppo'],
    ],
  ])('%j', (filter, ids) => {
    const { code, out } = look('documents', ...filter, '--jsonl')
    expect(rows(out).map(({ outlet }) => outlet)).toEqual(ids.map((id) => OUTLETS[id]))
    expect(code).toBe(0)
  })

  test('none: exit code 4', () => {
    expect(look('documents', '--language', 'uk')).toEqual({ code: 4, out: '', err: 'cairn: no document matches.\n' })
  })
})
