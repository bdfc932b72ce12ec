import { gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { detectFormat } from './detect-format.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('the format of an input by its name and content', () => {
  test.each([
    ['a.txt', 'Shells fell on the town.', 'text'],
    ['a.TXT', 'Shells fell on the town.', 'text'],
    ['a.txt', '<!DOCTYPE html><p>saved as text', 'html'],
    ['a.md', '# A heading', 'text'],
    ['a.html', 'no tag at all', 'html'],
    ['a.htm', '{"id": "x", "text": "looks like JSON"}', 'html'],
    ['a.jsonl', 'not JSON at all', 'jsonl'],
    ['a.ndjson', '{"id"', 'jsonl'],
    ['a.warc', '', 'warc'],
    ['a.warc.gz', 'a destroyed head', 'warc'],
    ['a.wacz', 'a destroyed head', 'wacz'],
    ['report', 'Shells fell on the town.', 'text'],
    ['report', '[Photo] Shells fell on the town.', 'text'],
    ['report', '{curly} words are no JSON', 'text'],
    ['report', '<3 is no tag', 'text'],
    [null, '<html lang="en">', 'html'],
    [null, '\n  <!-- saved from the web --> <html>', 'html'],
    [null, '<div class="story"><p>a fragment', 'html'],
    [null, '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', 'html'],
    [null, '{"id": "a", "text": "b"}\n{"id": "c"}', 'jsonl'],
    [null, '\ufeff{"id": "a"', 'jsonl'],
    [null, 'WARC/1.0\r\n', 'warc'],
    [null, '', 'text'],
  ])('%s with %j is %s', (path, content, format) => {
    expect(detectFormat(path, bytes(content))).toBe(format)
  })

  test('a compressed WARC and a package are known by what they begin with', () => {
    expect(detectFormat(null, gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\n'))).toBe('warc')
    expect(detectFormat('a.gz', gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\n'))).toBe('warc')
    expect(detectFormat('a.gz', gzipSync('<html>'))).toMatchObject({ what: 'compressed (gzip)' })
    const zip = (name: string): Buffer =>
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(name)])
    expect(detectFormat(null, zip('archive/data.warc.gz'))).toBe('wacz')
    expect(detectFormat('a.zip', zip('datapackage.json'))).toBe('wacz')
    expect(detectFormat('a.zip', zip('word/document.xml'))).toMatchObject({
      what: 'a ZIP archive (or an office document)',
    })
  })

  test('two-byte text is looked into', () => {
    expect(detectFormat(null, utf16('<html><body>'))).toBe('html')
    expect(detectFormat(null, utf16('Shells fell on the town.'))).toBe('text')
  })

  test.each([
    ['a.html', '\u001f\u008b\b', 'compressed (gzip)'],
    [null, 'PK\u0003\u0004', 'a ZIP archive (or an office document)'],
    [null, '<?xml version="1.0"?><rss>', 'XML, not HTML'],
    [null, '{\n  "id": "a"\n}', 'JSON, but not JSON lines'],
    ['a.json', '[{"id": "a"}]', 'JSON, but not JSON lines'],
  ])('%s with %j is refused as %s', (path, content, what) => {
    expect(detectFormat(path, Buffer.from(content, 'latin1'))).toMatchObject({ what })
  })
})
