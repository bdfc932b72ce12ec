import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { writeWacz } from '../../src/adapters/wacz/write-wacz.ts'
import { makePdf } from '../support/make-pdf.ts'
import { gzipEach, makeRecord, makeResponse } from '../support/make-warc.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn ingest ж '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A page like that of an outlet. */
const page = (count: string, town: string): string =>
  `<html><body><article><h1>Shelling of ${town}</h1><p>${count} people were killed when shells hit ${town} on Monday, the mayor said. Windows were broken in several houses, and the power was out until the evening.</p></article></body></html>`
const text = (count: string, town: string): string =>
  `${count} people were killed when shells hit ${town} on Monday, the mayor said.`
const warc = (count: string, town: string): Buffer =>
  gzipEach([
    makeRecord({ uri: `https://harbour-wire.example/${town}`, content: makeResponse(page(count, town)) }),
    makeRecord({ id: 'urn:uuid:2', content: makeResponse('x', { 'Content-Type': 'image/png' }) }),
  ])

async function wacz(content: Buffer): Promise<Buffer> {
  const warcs = [
    {
      name: 'data.warc.gz',
      async *chunks() {
        yield content
      },
    },
  ]
  const told = { title: 't', description: null, created: '2026-11-22T10:00:00Z', software: 'x', pages: null, extra: [] }
  const parts: Buffer[] = []
  for await (const part of writeWacz({ ...told, warcs })) parts.push(part)
  return Buffer.concat(parts)
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Row {
  readonly captureId: string
  readonly resource: string
  readonly outlet: string | null
  readonly revises: string | null
}

/** A run of a few documents is done sooner when only one thread is made ready. */
const ONE_THREAD = ['--workers', '1']
const inWorkspace = (name: string) => ['--workspace', join(folder, name)]
const documents = (name: string): readonly Row[] =>
  runCli(['documents', ...inWorkspace(name), '--jsonl', '--limit', '0'])
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

describe('everything that lies on the disk is taken in', () => {
  let sources: readonly string[] = []
  let first: CliRun
  beforeAll(async () => {
    mkdirSync(join(folder, 'saved pages/inner'), { recursive: true })
    file('saved pages/one.html', page('Two', 'Nikopol'))
    file('saved pages/inner/two (copy).txt', text('Three', 'Orikhiv'))
    const lines = [
      { id: 'line-1', text: text('Four', 'Kupiansk'), published: '2022-05-24', outlet: 'Harbour Wire' },
      { id: 'line-2', html: page('Five', 'Izium'), url: 'https://crescent-post.example/izium' },
    ].map((line) => `${JSON.stringify(line)}\n`)
    sources = [
      join(folder, 'saved pages'),
      file('reports.jsonl', lines.join('')),
      file('звіт №1.txt', text('Six', 'Bakhmut')),
      file('bulletin.pdf', makePdf([[{ x: 72, y: 700, text: text('Seven', 'Avdiivka') }]])),
      file('crawl.warc.gz', warc('Eight', 'Vuhledar')),
      file('crawl.wacz', await wacz(warc('Nine', 'Marinka'))),
      '-',
    ]
    first = runCli(['ingest', ...sources, ...inWorkspace('all'), ...ONE_THREAD, '--outlet', 'Given Wire', '--jsonl'], {
      input: text('Ten', 'Toretsk'),
    })
  })

  test('each is captured once and read, and said so a line each', () => {
    expect(first.code).toBe(0)
    const events = first.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(events.at(-1)).toMatchObject({
      event: 'done',
      schema: 'cairn/ingest@1',
      captured: 9,
      known: 0,
      read: 9,
      problems: [],
    })
    for (const kind of ['captured', 'read']) expect(events.filter(({ event }) => event === kind)).toHaveLength(9)
    expect(first.err).toContain('crawl.warc.gz: 2 records, 1 documents; not documents: 1 image/png.')
  })

  test('with the number that each of them tells', () => {
    const { out } = runCli(['claims', ...inWorkspace('all'), '--measure', 'killed', '--jsonl', '--limit', '0'])
    const figures = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly figure: { readonly low: number } }).figure.low)
    expect(figures).toEqual([3, 2, 4, 5, 6, 7, 8, 9, 10])
  })

  test('under names that do not tell where the collector keeps them', () => {
    const rows = documents('all')
    expect(rows.map(({ resource }) => decodeURIComponent(resource).replace(/^file:.*(?=\/)/u, 'file:…'))).toEqual([
      'file:…/two (copy).txt',
      'file:…/one.html',
      'urn:cairn:line:line-1',
      'https://crescent-post.example/izium',
      'file:…/звіт №1.txt',
      'file:…/bulletin.pdf',
      'https://harbour-wire.example/Vuhledar',
      'https://harbour-wire.example/Marinka',
      'urn:cairn:standard-input',
    ])
    for (const { resource } of rows) expect(resource).not.toContain(encodeURIComponent(tmpdir()))
    expect(rows.map(({ outlet }) => outlet)).toEqual(
      [...Array(2), 'Harbour', ...Array(6)].map((o) => `${o ?? 'Given'} Wire`),
    )
  })

  test('a second run costs nothing, also of a file that was moved', () => {
    renameSync(join(folder, 'звіт №1.txt'), join(folder, 'moved.txt'))
    const again = sources.map((source) => (source.endsWith('№1.txt') ? join(folder, 'moved.txt') : source))
    const { code, out, err } = runCli(
      ['ingest', ...again, ...inWorkspace('all'), ...ONE_THREAD, '--outlet', 'Given Wire', '--json'],
      {
        input: text('Ten', 'Toretsk'),
      },
    )
    expect(JSON.parse(out)).toMatchObject({ captured: 0, read: 0, resumed: 0, problems: [] })
    expect(err).toContain('crawl.warc.gz: was taken in whole before; it is not read again.')
    expect(code).toBe(0)
    expect(documents('all')).toHaveLength(9)
  })
})

describe('faults are told, and the rest is taken', () => {
  test('a missing file, bad lines, another language, something empty: exit code 3', () => {
    const german =
      'Bei einem Angriff auf die Stadt sind nach Angaben der Behörden mindestens vier Menschen getötet worden, zwölf wurden verletzt.'
    const lines = ['{"id": "x", "text": ', JSON.stringify({ id: 'good', text: text('Two', 'Nikopol') }), '{"id": "y"}']
    const bad = [
      join(folder, 'none.txt'),
      file('bad.jsonl', lines.join('\n')),
      file('german.txt', german),
      file('empty.txt', ''),
      file('good.txt', text('Three', 'Orikhiv')),
    ]
    const { code, out, err } = runCli(['ingest', ...bad, ...inWorkspace('faults'), ...ONE_THREAD, '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ captured: 4, read: 3, notCovered: 1, unreadable: 1 })
    expect((JSON.parse(out) as { readonly problems: readonly unknown[] }).problems).toHaveLength(4)
    expect(err).toMatch(/none\.txt: does not exist/u)
    expect(err).toMatch(/bad\.jsonl, line 1: is not JSON/u)
    expect(err).toMatch(/bad\.jsonl, line 3: must have either "text" or "html"/u)
    expect(err).toMatch(/german\.txt: written in German \(de\), which is not covered: kept/u)
    expect(err).toMatch(/empty\.txt: empty: .* It is kept in the archive\./u)
  })

  test('same names are no revision: only a URL tells that a text is another one of the same', () => {
    const line = (count: string) => `${JSON.stringify({ id: '1', text: text(count, 'Nikopol') })}\n`
    const named = [file('monday.jsonl', line('Two')), file('tuesday.jsonl', line('Six'))]
    runCli(['ingest', ...named, ...inWorkspace('names'), ...ONE_THREAD])
    expect(documents('names').map(({ revises }) => revises)).toEqual([null, null])
  })

  test('without sources nothing is read from standard input, which is said', () => {
    const { code, out, err } = runCli(['ingest', ...inWorkspace('nothing')], { input: text('Two', 'Nikopol') })
    expect(out).toMatch(/^0 new captures; /u)
    expect(err).toContain('cairn: standard input is not read unless it is named: cairn ingest -')
    expect(code).toBe(0)
  })
})

describe('a workspace that cannot be worked in is told in a line', () => {
  const plain = file('plain.txt', 'x')
  test.each([
    [
      'claims',
      ['claims', '--workspace', join(folder, 'nowhere')],
      2,
      /nowhere is no workspace\. Make one with "cairn init"/u,
    ],
    ['verify', ['verify', '--workspace', plain], 2, /plain\.txt is no workspace/u],
    ['init', ['init', '--workspace', plain], 2, /plain\.txt is a file, not a folder/u],
    ['ingest', ['ingest', plain, '--workspace', join(plain, 'in it')], 2, /plain\.txt is a file, not a folder/u],
    [
      'init over other things',
      ['init', '--workspace', folder],
      2,
      /is there already, is not empty and is no workspace/u,
    ],
    ['doctor', ['doctor', '--workspace', plain], 6, /FAULT {4}.*plain\.txt is not a folder/su],
    ['watch', ['watch', 'harbour-wire.example/feed', '--workspace', plain], 2, /is not a URL\. Write it in full/u],
  ])('%s', (_, args, exitCode, message) => {
    const { code, out, err } = runCli(args, { env: { COLUMNS: '400' } })
    expect(`${out}${err}`).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /u)
    expect(code).toBe(exitCode)
  })
})
