import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { gzipEach, makeRecord, makeResponse } from '../support/make-warc.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KILLED =
  'Four people were killed when shells hit Nikopol on Monday, the mayor said. Windows were broken in several houses, and the power was out until the evening.'
const planted = join(folder, 'planted')
const script = `<script>require('fs').writeFileSync(${JSON.stringify(planted)}, 'x'); document.write('<p>Nine people were killed in Kyiv.</p>')</script>`
const page = (body: string): string => `<html><body><article><h1>Shelling</h1>${body}</article></body></html>`

/** Each page is what an enemy of the collector could put on the web. */
const PAGES: readonly (readonly [name: string, content: string | Buffer])[] = [
  ['scripts and handlers', page(`${script}<p onclick="alert(1)">${KILLED}</p><img src=x onerror=alert(1)>${script}`)],
  ['a megabyte of an attribute', page(`<p data-x="${'x'.repeat(1_000_000)}">${KILLED}</p>`)],
  ['100,000 attributes', page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>${KILLED}</p>`)],
  ['100,000 nested tags', page(`${'<div>'.repeat(100_000)}<p>${KILLED}</p>`)],
  ['null bytes', page(`<p>${KILLED.replaceAll(' ', '\0 ')}</p>`)],
  [
    'an entity that grows',
    `<!DOCTYPE html [<!ENTITY a "${'x'.repeat(1000)}">]>${page(`<p>${'&a;'.repeat(50_000)} ${KILLED}</p>`)}`,
  ],
  ['an endless comment', page(`<p>${KILLED}</p><!-- ${'-'.repeat(1_000_000)}`)],
  ['signs that steer a terminal', page(`<p>\u001b]0;owned\u0007\u001b[2J${KILLED}</p>`)],
]

describe('hostile pages do no harm, and the run goes on', () => {
  const workspace = ['--workspace', join(folder, 'workspace')]
  let run: CliRun
  beforeAll(() => {
    const records = [
      ...PAGES.map(([, content], i) =>
        makeRecord({ id: `urn:${i}`, uri: `https://enemy.example/${i}`, content: makeResponse(content) }),
      ),
      makeRecord({
        id: 'urn:bomb',
        uri: 'https://enemy.example/bomb',
        content: makeResponse(gzipSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'gzip' }),
      }),
      makeRecord({
        id: 'urn:path',
        uri: 'file:///../../../../etc/passwd',
        content: makeResponse(page(`<p>${KILLED}</p>`)),
      }),
      makeRecord({ id: 'urn:good', uri: 'https://good.example/1', content: makeResponse(page(`<p>${KILLED}</p>`)) }),
    ]
    const input = join(folder, 'hostile.warc.gz')
    writeFileSync(input, gzipEach(records))
    run = runCli(['ingest', input, ...workspace, '--time-limit', '10', '--workers', '2', '--json'])
  })

  test('each is read, or told with what is wrong', () => {
    expect(run.err).not.toMatch(/\n\s+at |heap|crash/u)
    expect(run.code).toBe(3)
    const report = JSON.parse(run.out) as Readonly<Record<string, number>> & { readonly problems: readonly object[] }
    expect(report['captured']).toBeGreaterThanOrEqual(PAGES.length)
    expect((report['read'] ?? 0) + (report['unreadable'] ?? 0)).toBe(report['captured'])
    expect(run.err).toMatch(/enemy\.example\/bomb.*too-large/u)
    expect(run.err).not.toContain('\u001b')
  })

  test('scripts ran nowhere, and what they would have written was not read', () => {
    expect(existsSync(planted)).toBe(false)
    const { out } = runCli(['claims', '--measure', 'killed', ...workspace, '--jsonl', '--limit', '0'])
    const lows = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly figure: { readonly low: number } }).figure.low)
    expect(new Set(lows)).toEqual(new Set([4]))
    expect(lows.length).toBeGreaterThanOrEqual(5)
  })

  test('the lists for people carry nothing that steers the terminal, and the evidence is as it came', () => {
    for (const what of ['claims', 'documents']) expect(runCli([what, ...workspace]).out).not.toMatch(/[^\P{Cc}\n]/u)
    expect(runCli(['verify', ...workspace]).code).toBe(0)
    const log = readFileSync(join(folder, 'workspace/custody.log'), 'utf8')
    expect(log).toContain('"resource":"https://good.example/1"')
  })
})
