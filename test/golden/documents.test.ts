import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { type ReadOptions, readDocument } from '../../src/2-document/read-document.ts'

/** Each case: `source.html`, `expected.json` and a note of what is wanted. Only UPDATE_GOLDEN=1 writes expectations. */
const CASES = join(import.meta.dirname, 'cases')
const NOTHING_GIVEN = { sourceId: null, title: null, published: null, url: null, outlet: null }

function read(name: string, options: ReadOptions): unknown {
  const bytes = readFileSync(join(CASES, name, 'source.html'))
  const document = readDocument(captureBytes(bytes, 'html', NOTHING_GIVEN), options)
  if ('reason' in document) return document
  const { title, outlet, byline, url, language, publishedAt, publishedFrom, modifiedAt, text } = document
  const lines = document.lines.map(({ start, end, role, postedAt }) => ({
    role,
    postedAt,
    text: text.slice(start, end),
  }))
  return { title, outlet, byline, url, language, publishedAt, publishedFrom, modifiedAt, lines }
}

test.each(readdirSync(CASES))('%s is read as expected', (name) => {
  const path = join(CASES, name, 'expected.json')
  const reading = read(name, {})
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, `${JSON.stringify(reading, null, 2)}\n`)
  expect(existsSync(path), `${path} is missing: look at the reading, then run with UPDATE_GOLDEN=1`).toBe(true)
  expect(existsSync(join(CASES, name, 'note.md')), 'a note says what the case is for').toBe(true)
  expect(reading).toEqual(JSON.parse(readFileSync(path, 'utf8')))
})

test.each(readdirSync(CASES))('%s: the fast reader loses none of the lines that the confirmed one finds', (name) => {
  const wanted = (read(name, { extractor: 'confirmed' }) as { lines: { text: string }[] }).lines.map(({ text }) => text)
  const fast = (read(name, { extractor: 'fast' }) as { lines: { text: string }[] }).lines.map(({ text }) => text)
  expect(fast).toEqual(expect.arrayContaining(wanted))
})
