import { mkdtempSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type CliRun, runCli } from '../support/run-cli.ts'

const GOOD = 'Two medics were killed in the shelling of Nikopol on Friday, the regional administration said.'
const BINARY = Uint8Array.from({ length: 5000 }, (_, i) => (i * 89 + ((i * i) % 251)) % 256)
let folder = ''
let mixed: CliRun
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-bad-'))
  const bad = CASES.map(([, make]) => make())
  mixed = runCli(['read', ...bad, file('good.txt', GOOD), '--jsonl'])
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
function hugeFile(name: string): string {
  const path = file(name, GOOD)
  truncateSync(path, 100_000_000)
  return path
}
function link(name: string, target: string): string {
  const path = join(folder, name)
  symlinkSync(target, path)
  return path
}
function emptyDirectory(): string {
  const path = join(folder, 'empty-directory')
  mkdirSync(path)
  return path
}
const CASES: readonly (readonly [name: string, make: () => string, message: RegExp])[] = [
  ['a binary file', () => file('data.bin', BINARY), /data\.bin: binary: .*binary/u],
  ['an empty file', () => file('empty.txt', ''), /empty\.txt: .*(?:empty|no text)/iu],
  ['a file of blanks', () => file('blank.txt', ' \n\n\t\n'), /blank\.txt: .*(?:empty|no text)/iu],
  ['a 100 MB file', () => hugeFile('huge.txt'), /huge\.txt: too-large: it has 100000000 bytes.*--max-bytes/u],
  ['a file that is not there', () => join(folder, 'none.txt'), /none\.txt: does not exist.*Check the path/u],
  ['a link to nothing', () => link('dangling.txt', 'nowhere'), /dangling\.txt: does not exist, or is a link to/u],
  ['a link to itself', () => link('loop.txt', 'loop.txt'), /loop\.txt: is a link that leads back to itself/u],
  ['a device', () => '/dev/null', /\/dev\/null: is neither a file nor a directory/u],
  ['a file that fails while it is read', () => '/proc/self/mem', /\/proc\/self\/mem: could not be read \(EIO\)/u],
  ['a broken PDF', () => file('report.pdf', '%PDF-1.7 ...'), /report\.pdf: bad-input: /u],
  ['a gzip file', () => file('a.html.gz', Uint8Array.of(0x1f, 0x8b, 8, 0)), /a\.html\.gz: is compressed \(gzip\)/u],
  [
    'a WARC of one broken record',
    () => file('crawl.warc', 'WARC/1.1\r\nWARC-Type: warcinfo\r\n'),
    /crawl\.warc, byte 0: not-warc/u,
  ],
  [
    'a ZIP that calls itself WACZ',
    () => file('crawl.wacz', 'PK\u0003\u0004 and no more'),
    /crawl\.wacz: not-wacz: it is no ZIP file/u,
  ],
  ['JSON over many lines', () => file('x.json', '{\n  "id": "a"\n}\n'), /x\.json: is JSON, but not JSON lines/u],
  ['a feed', () => file('feed.xml', '<?xml version="1.0"?><rss version="2.0"></rss>'), /feed\.xml: is XML, not HTML/u],
  ['an empty directory', emptyDirectory, /empty-directory: is an empty directory/u],
]

const sourceIds = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text).document.sourceId)

describe('input that cannot be read is named with what is wrong and what to do, and the rest goes on', () => {
  test.each(CASES.map(([name, , message]) => [name, message] as const))('%s', (_, message) => {
    expect(mixed.err).toMatch(message)
  })

  test('all of these in one run: one line for each, the good one read, exit code 3', () => {
    expect(mixed.code).toBe(3)
    expect(mixed.err).toContain(`1 document was read; ${CASES.length} problems are listed above (exit code 3)`)
    expect(mixed.err.trim().split('\n')).toHaveLength(CASES.length + 1)
    expect(JSON.parse(mixed.out).document).toMatchObject({ sourceId: join(folder, 'good.txt'), text: GOOD })
  })

  const LINES: readonly (readonly [line: string, message: RegExp])[] = [
    ['{"id": "x", "text": ', /: is not JSON/u],
    ['"just a text"', /: is JSON but not an object/u],
    ['{"text": "no id"}', /: has no "id"/u],
    ['{"id": "x"}', /: must have either "text" or "html" \(text\), not neither/u],
    ['{"id": "x", "text": "a", "html": "<p>a</p>"}', /: must have either "text" or "html" \(text\), not both/u],
    ['{"id": "x", "text": 5}', /: must have either "text" or "html"/u],
    ['{"id": "x", "text": "a", "title": 5}', /: has a "title" that is not text/u],
    ['{"id": "x", "text": ""}', /: empty/u],
  ]
  test('JSONL lines', () => {
    const good = (id: string) => JSON.stringify({ id, text: GOOD })
    const input = [good('a'), ...LINES.map(([line]) => line), '', good('b')].join('\n')
    const { code, out, err } = runCli(['read', '-', '--jsonl'], { input })
    const told = err.trim().split('\n')
    LINES.forEach(([, message], i) => {
      expect(told[i]).toMatch(new RegExp(`standard input, line ${i + 2}: `, 'u'))
      expect(told[i]).toMatch(message)
    })
    expect(told).toHaveLength(LINES.length + 1)
    expect(code).toBe(3)
    expect(sourceIds(out)).toEqual(['a', 'b'])
  })

  test('a publication date that is none is left out and told; the document is read', () => {
    const input = JSON.stringify({ id: 'a', text: GOOD, published: '2022-02-30' })
    const { code, out, err } = runCli(['read', '-', '--jsonl'], { input })
    expect(code).toBe(3)
    expect(err).toContain('line 1: "published" "2022-02-30" is not a date')
    expect(JSON.parse(out).document).toMatchObject({ publishedAt: null, publishedFrom: 'none' })
  })

  test('a JSONL line over the limit is passed over without being held', () => {
    const input = `{"id":"a","text":"${'x'.repeat(5000)}"}\n${JSON.stringify({ id: 'b', text: GOOD })}`
    const { code, out, err } = runCli(['read', '-', '--jsonl', '--max-bytes', '2000'], { input })
    expect(code).toBe(3)
    expect(err).toMatch(/standard input, line 1: too-large/u)
    expect(sourceIds(out)).toEqual(['b'])
  })

  test('a page that takes longer than the time limit is given up, and those behind it are read', () => {
    const page = `<html><body><article>${`<div><p>${GOOD}</p>`.repeat(20_000)}</article></body></html>`
    const rows = [
      { id: 'slow', html: page },
      { id: 'a', html: `<p>${GOOD}</p>` },
      { id: 'b', text: GOOD },
    ]
    const input = rows.map((row) => JSON.stringify(row)).join('\n')
    const args = ['read', '-', '--input-format', 'jsonl', '--jsonl', '--workers', '1', '--time-limit', '0.1']
    const { code, out, err } = runCli(args, { input })
    expect(err).toMatch(/line 1: timeout: Reading took longer than 0\.1 s\. Raise the limit with --time-limit/u)
    expect(code).toBe(3)
    expect(sourceIds(out)).toContain('b')
  })

  test('broken HTML is read as far as it goes', () => {
    const html = `<html><body><article><h1>Nikopol shelled<p>${GOOD}<div><p>Rescue work went on overnight</b></span>`
    const { err, out } = runCli(['read', file('broken.html', html), '--jsonl'])
    expect(err).toBe('')
    expect(JSON.parse(out).document.text).toContain(GOOD)
  })

  test('a directory with all of these gives the good ones in order', () => {
    const tree = join(folder, 'mixed')
    mkdirSync(tree)
    file('mixed/1-good.txt', GOOD)
    file('mixed/2-binary.bin', BINARY)
    file('mixed/3-empty.html', '')
    hugeFile('mixed/4-huge.txt')
    file('mixed/5-lines.jsonl', `not json\n${JSON.stringify({ id: 'in-lines', text: GOOD })}`)
    link('mixed/6-dangling.txt', 'nowhere')
    file('mixed/7-good.txt', GOOD)
    link('mixed/8-circle', '.')
    const { code, out, err } = runCli(['read', tree, '--jsonl'])
    expect(code).toBe(3)
    expect(sourceIds(out)).toEqual([join(tree, '1-good.txt'), 'in-lines', join(tree, '7-good.txt')])
    const bad = ['2-binary.bin', '3-empty.html', '4-huge.txt', '5-lines.jsonl, line 1', '6-dangling.txt', '8-circle']
    for (const name of bad) expect(err).toContain(`${join(tree, name)}: `)
    expect(err).toContain('3 documents were read; 6 problems are listed above')
  })
})

describe('wrong usage ends with exit code 2 and says what would be right', () => {
  const USAGE: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['raed'], /Did you mean read\?/u],
    [['read', '--jsnl', 'x'], /Did you mean --jsonl\?/u],
    [['read', '--json', '--jsonl', 'x'], /'--json' cannot be used with option '--jsonl'/u],
    [['read', '--published', 'Tuesday', 'x'], /Write it like 2022-05-24/u],
    [['read', '--input-format', 'pdf', 'x'], /Allowed choices are auto, text, html, jsonl, warc/u],
    [['read', '--max-bytes', 'many', 'x'], /must be a whole number/u],
    [['read', '--time-limit', '0', 'x'], /must be a number of seconds above 0/u],
    [['read', '--title', 'One', 'a.txt', 'b.txt'], /--title describes one document/u],
    [['read', '-', '-'], /is named twice/u],
    [['explain'], /missing required argument 'claim'/u],
    [[], /Usage: cairn/u],
  ]
  test.each(USAGE)('cairn %j', (args, message) => {
    const { code, out, err } = runCli(args)
    expect(err).toMatch(message)
    expect([code, out]).toEqual([2, ''])
  })
})
