import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, expect, test } from 'vitest'

import { writeWacz } from '../../src/adapters/wacz/write-wacz.ts'
import { gzipEach, makeRecord, makeResponse } from '../support/make-warc.ts'
import { runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-read-warc-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = (count: string, town: string): string =>
  `<html><body><article><h1>Shelling of ${town}</h1><p>${count} people were killed when shells hit ${town} on Monday, the mayor said. Windows were broken in several houses, and the power was out until the evening.</p></article></body></html>`
const urlOf = (name: string): string => `https://harbour-wire.example/${name}`
const RECORDS = [
  makeRecord({ id: 'urn:uuid:a', uri: urlOf('a'), content: makeResponse(page('Four', 'Nikopol')) }),
  makeRecord({ id: 'urn:uuid:pic', uri: urlOf('pic'), content: makeResponse('x', { 'Content-Type': 'image/png' }) }),
  makeRecord({
    id: 'urn:uuid:b',
    uri: urlOf('b'),
    content: makeResponse(gzipSync(page('Six', 'Orikhiv')), { 'Content-Encoding': 'gzip' }),
  }),
]
const DAMAGED = Buffer.concat([gzipEach(RECORDS.slice(0, 2)), Buffer.from('damage'), gzipEach(RECORDS.slice(2))])

function file(name: string, content: Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const readings = (out: string): readonly { readonly document: Record<string, unknown>; readonly figures: number[] }[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ document, claims }) => ({
      document,
      figures: claims.flatMap(({ figure }: { figure: { low: number } | null }) => figure?.low ?? []),
    }))

const EXPECTED = [
  { document: { url: urlOf('a'), sourceId: 'urn:uuid:a', outlet: 'Harbour Wire' }, figures: [4] },
  { document: { url: urlOf('b'), sourceId: 'urn:uuid:b', outlet: 'Harbour Wire' }, figures: [6] },
]

test.each([
  ['compressed by record', 'crawl.warc.gz', gzipEach(RECORDS)],
  ['uncompressed', 'crawl.warc', Buffer.concat(RECORDS)],
  ['compressed as a whole, without a name that says so', 'crawl', gzipSync(Buffer.concat(RECORDS))],
])('a WARC %s: one reading for each page, what is no page is counted', (_, name, bytes) => {
  const { code, out, err } = runCli(['read', file(name, bytes), '--jsonl', '--outlet', 'Harbour Wire'])
  expect(readings(out)).toMatchObject(EXPECTED)
  expect(err).toMatch(/crawl[^ ]*: left out what holds no page or text: 1 of image\/png\.\n$/u)
  expect(code).toBe(0)
})

test('a WARC that is piped in', () => {
  const { out } = runCli(['read', '-', '--jsonl', '--outlet', 'Harbour Wire'], { input: gzipEach(RECORDS) })
  expect(readings(out)).toMatchObject(EXPECTED)
})

test('a damaged WARC: the place is told, the rest is read, exit code 3', () => {
  const { code, out, err } = runCli(['read', file('damaged.warc.gz', DAMAGED), '--jsonl', '--outlet', 'Harbour Wire'])
  expect(readings(out)).toMatchObject(EXPECTED)
  const offset = gzipEach(RECORDS.slice(0, 2)).length
  expect(err).toContain(`damaged.warc.gz, byte ${offset}: not-warc: the record does not begin with a WARC header`)
  expect(code).toBe(3)
})

test('a WACZ package is read in place; it cannot be piped in', async () => {
  const parts: Buffer[] = []
  const warc = {
    name: 'data.warc.gz',
    async *chunks() {
      yield gzipEach(RECORDS)
    },
  }
  const told = { title: 't', description: null, created: '2026-11-22T10:00:00Z', software: 'x', pages: null, extra: [] }
  for await (const part of writeWacz({ ...told, warcs: [warc] })) parts.push(part)
  const path = file('crawl.wacz', Buffer.concat(parts))
  const { code, out } = runCli(['read', path, '--jsonl', '--outlet', 'Harbour Wire', '--input-format', 'warc'])
  expect(readings(out)).toMatchObject(EXPECTED)
  expect(code).toBe(0)
  const piped = runCli(['read', '-', '--jsonl'], { input: readFileSync(path) })
  expect(piped.err).toMatch(/standard input: is a WACZ package, which is read from its end\. Save it as a file/u)
  expect(piped.code).toBe(3)
})

test.each([
  ['a broken PDF', makeResponse('%PDF-1.7', { 'Content-Type': 'application/pdf' }), /byte 0, https:.*: bad-input: /u],
  [
    'a bomb in a response',
    makeResponse(gzipSync(Buffer.alloc(20_000_000)), { 'Content-Encoding': 'gzip' }),
    /too-large/u,
  ],
  ['an unknown coding', makeResponse('x', { 'Content-Encoding': 'zz' }), /unknown-coding/u],
  [
    'nothing to read',
    makeResponse('x', { 'Content-Type': 'image/png' }),
    /holds 1 records and no page or text \(1 of image\/png\)/u,
  ],
])('%s is told', (_, content, message) => {
  const { code, err } = runCli(['read', file('one.warc.gz', gzipEach([makeRecord({ content })])), '--jsonl'])
  expect(err).toMatch(message)
  expect(code).toBe(3)
})
