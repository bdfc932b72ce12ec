import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import type { Document, Unreadable } from '../../src/model/document.ts'

const GIVEN = { sourceId: 'any', title: null, published: null, url: null, outlet: null }
const READERS = ['fast', 'confirmed'] as const

const read = (bytes: Uint8Array, format: 'text' | 'html', extractor: 'fast' | 'confirmed'): Document | Unreadable =>
  readDocument(captureBytes(bytes, format, GIVEN), { extractor, mapSource: true })

function check(bytes: Uint8Array, format: 'text' | 'html', extractor: 'fast' | 'confirmed'): void {
  const document = read(bytes, format, extractor)
  expect(read(bytes, format, extractor)).toEqual(document)
  if ('reason' in document) {
    expect(document.message.length).toBeGreaterThan(10)
    return
  }
  let at = 0
  for (const line of document.lines) {
    expect(line.start).toBeGreaterThanOrEqual(at)
    expect(line.end).toBeGreaterThan(line.start)
    expect(document.text.slice(line.start, line.end).trim()).not.toBe('')
    at = line.end
  }
  expect(at).toBeLessThanOrEqual(document.text.length)
  for (const run of document.sourceMap) {
    expect((run.byteEnd - run.byteStart) % (run.end - run.start)).toBe(0)
    expect(run.byteEnd).toBeLessThanOrEqual(bytes.length)
  }
}

/** Pieces of pages, thrown together without sense. */
const PIECES = [
  '<div class="article">',
  '</div>',
  '<p>',
  '</p>',
  '<article>',
  '</article>',
  '<h1>',
  '</h1>',
  '<table><tr><td>',
  '<ul><li>',
  '<a href="#">',
  '</a>',
  '<script>',
  '</script>',
  '<script type="application/ld+json">',
  '{"@type":"NewsArticle",',
  '"headline":"A',
  '"articleBody":"Two people were killed"',
  '}',
  '[',
  '<!--',
  '-->',
  '<svg>',
  '</svg>',
  '<time datetime="2024-05-04T10:00:00Z">',
  '</time>',
  '<section class="live-post">',
  '</section>',
  '<title>',
  '</title>',
  '<html>',
  '<body>',
  '</body>',
  '<meta property="og:title" content="',
  '">',
  '<template>',
  '<nav>',
  '<br>',
  '&amp;',
  '&#0;',
  '&nbsp;',
  '<',
  '>',
  '"',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u00ad',
  '\n',
  'Two people were killed and five were wounded when a shell hit the station, the governor of the region said. ',
]

describe('any bytes become a document or a value that says why not', () => {
  test.each(READERS)('random bytes, %s', (extractor) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('text' as const, 'html' as const),
        (bytes, format) => check(bytes, format, extractor),
      ),
      { numRuns: 100 },
    )
  })

  test.each(READERS)('pages put together from pieces, %s', (extractor) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }), (pieces) =>
        check(new TextEncoder().encode(pieces.join('')), 'html', extractor),
      ),
      { numRuns: 150 },
    )
  })
})

const PROSE = 'Two people were killed when a shell hit the station, the governor said. '

test.each<[what: string, html: string]>([
  ['nested a hundred thousand deep', `${'<div>'.repeat(100_000)}<p>${PROSE.repeat(9)}`],
  ['inline elements nested a hundred thousand deep', `<p>${'<b>'.repeat(100_000)}${PROSE.repeat(9)}`],
  ['tables nested fifty thousand deep', `${'<table><tr><td>'.repeat(50_000)}${PROSE.repeat(9)}`],
  ['an attribute of a megabyte', `<div class="${'a '.repeat(500_000)}"><p>${PROSE.repeat(9)}</p></div>`],
  ['a line of a megabyte', `<p>${PROSE.repeat(14_000)}</p>`],
  ['sixty thousand paragraphs', `<article>${`<p>${PROSE}</p>`.repeat(60_000)}</article>`],
  [
    'JSON-LD nested a hundred thousand deep',
    `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>${PROSE.repeat(9)}</p>`,
  ],
])('a hostile page is read in bounded time: %s', (_, html) => {
  const started = performance.now()
  const document = read(new TextEncoder().encode(html), 'html', 'confirmed')
  expect('text' in document && document.text).toContain(PROSE.trim())
  expect(performance.now() - started).toBeLessThan(30_000)
})
