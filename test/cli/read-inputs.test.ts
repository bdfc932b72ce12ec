import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-inputs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const STRIKE = 'Four people were killed in Kharkiv on Monday when a shell hit a bus stop, the regional governor said.'
const line = (id: string, rest: object) => JSON.stringify({ id, ...rest })
const readings = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))
const sourceIds = (out: string) => readings(out).map(({ document }) => document.sourceId)

describe('cairn read takes every kind of input', () => {
  test('a text file; its path is the source id', () => {
    const path = file('strike.txt', STRIKE)
    const { code, out, err } = runCli(['read', path, '--jsonl'])
    expect([code, err]).toEqual([0, ''])
    expect(readings(out)).toMatchObject([
      { schema: 'cairn/reading@1', document: { sourceId: path, text: STRIKE, language: 'en', publishedFrom: 'none' } },
    ])
  })

  test('text on standard input, with what the options say about it', () => {
    const args = [
      'read',
      '-',
      '--published',
      '2022-05-24',
      '--title',
      'Shell hits bus stop',
      '--outlet',
      'Harbour Wire',
    ]
    const { code, out } = runCli([...args, '--url', 'https://harbour-wire.example/1', '--jsonl'], { input: STRIKE })
    expect(code).toBe(0)
    expect(readings(out)).toMatchObject([
      {
        document: {
          sourceId: null,
          title: 'Shell hits bus stop',
          outlet: 'Harbour Wire',
          url: 'https://harbour-wire.example/1',
          publishedAt: '2022-05-24',
          publishedFrom: 'given',
          text: `Shell hits bus stop\n\n${STRIKE}`,
        },
      },
    ])
  })

  test('piped text without any argument is read from standard input', () => {
    expect(readings(runCli(['read', '--jsonl'], { input: STRIKE }).out)).toHaveLength(1)
  })

  test('JSONL: order is kept, and a line with html is read as a page', () => {
    const page = `<html lang="en"><head><title>Bus stop hit</title></head><body><article><h1>Bus stop hit</h1><p>${STRIKE}</p><p>The wounded were taken to two hospitals in the city, doctors said on Monday evening.</p></article></body></html>`
    const rows = [line('a', { text: STRIKE }), line('b', { html: page }), line('c', { text: STRIKE, title: null })]
    const { code, out } = runCli(['read', '-', '--input-format', 'jsonl', '--jsonl'], { input: rows.join('\n') })
    expect(code).toBe(0)
    expect(sourceIds(out)).toEqual(['a', 'b', 'c'])
    expect(readings(out)[1].document.text).toContain(STRIKE)
    expect(readings(out)[1].document.text).not.toContain('<p>')
  })

  test('JSONL order holds over hundreds of documents on several threads', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `d${i}`)
    const input = ids.map((id, i) => line(id, { text: `${STRIKE}\n\n`.repeat(1 + ((i * 7) % 40)) })).join('\n')
    const { code, out } = runCli(['read', '-', '--jsonl', '--workers', '3'], { input })
    expect(code).toBe(0)
    expect(sourceIds(out)).toEqual(ids)
  })

  test('a directory is read in full, in the order of the names, without hidden files', () => {
    mkdirSync(join(folder, 'tree/b'), { recursive: true })
    for (const name of ['tree/c.txt', 'tree/B.txt', 'tree/b/inner.txt', 'tree/a.txt', 'tree/.hidden'])
      file(name, STRIKE)
    const { code, out, err } = runCli(['read', join(folder, 'tree'), '--jsonl'])
    expect(code).toBe(0)
    expect(sourceIds(out)).toEqual(['B.txt', 'a.txt', 'b/inner.txt', 'c.txt'].map((name) => join(folder, 'tree', name)))
    expect(err).toContain('1 hidden entry was left out')
  })

  test('--json prints one array of the same readings as --jsonl prints lines', () => {
    const path = file('strike.txt', STRIKE)
    const lines = runCli(['read', path, path, '--jsonl']).out
    expect(JSON.parse(runCli(['read', path, path, '--json']).out)).toEqual(readings(lines))
  })

  test('the same input gives the same bytes, in one thread and on several', () => {
    const path = file('strike.txt', STRIKE.repeat(2000))
    expect(runCli(['read', path, '--jsonl', '--workers', '0']).out).toBe(runCli(['read', path, '--jsonl']).out)
  })
})
