import { expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { readDocument } from '../read-document.ts'

const SHA256 = '0'.repeat(64)
const GIVEN = { sourceId: null, title: null, published: null, url: null, outlet: null }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function mapped(
  bytes: Uint8Array,
  format: 'text' | 'html',
  title: string | null = null,
): readonly (readonly [string, string])[] {
  const capture = { bytes, sha256: SHA256, format, charset: null, given: { ...GIVEN, title } }
  const { text, sourceMap } = readDocument(capture, { mapSource: true, extractor: 'fast' }) as Document
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8')
  return sourceMap.map((run) => [
    text.slice(run.start, run.end),
    decoder.decode(bytes.subarray(run.byteStart, run.byteEnd)),
  ])
}

test.each<[what: string, bytes: Uint8Array, title: string | null, runs: readonly string[]]>([
  ['plain ASCII is one run', utf8('Two dead.\nThree hurt.'), null, ['Two dead.\nThree hurt.']],
  ['a given title stands nowhere in the bytes', utf8('Two dead.'), 'Shelling', ['Two dead.']],
  ['runs part where characters take more bytes', utf8('In Łódź — 3'), null, ['In ', 'Łó', 'd', 'ź', ' ', '—', ' 3']],
  ['a byte order mark is passed over', utf8('\ufeffTwo dead.'), null, ['Two dead.']],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x54, 0, 0x77, 0, 0x6f, 0), null, ['Two']],
])('%s', (_, bytes, title, runs) => {
  expect(mapped(bytes, 'text', title)).toEqual(runs.map((run) => [run, run]))
})

test('a page maps back where its characters stand unchanged between markup', () => {
  const filler = 'The governor said that rescue work would go on through the night in all districts. '.repeat(4).trim()
  const html = `<html><body><h1>T</h1><p>At least <b>12</b> people were killed &amp; five\n  hurt.</p><p>${filler}</p></body></html>`
  const runs = mapped(utf8(html), 'html')
  for (const [text, source] of runs) expect(source).toBe(text)
  expect(runs.map(([text]) => text)).toEqual(['At least ', '12', ' people were killed ', ' five', 'hurt.', filler])
})
