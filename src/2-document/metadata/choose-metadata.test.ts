import { expect, test } from 'vitest'

import type { GivenMetadata } from '../../model/capture.ts'
import type { Document } from '../../model/document.ts'
import { readDocument } from '../read-document.ts'

const SHA256 = '0'.repeat(64)
const NOTHING_GIVEN: GivenMetadata = { sourceId: null, title: null, published: null, url: null, outlet: null }
const BODY = `<p>${'Two people were killed when a shell hit the station, the governor said. '.repeat(5)}</p>`
const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

function read(head: string, body = '', given: Partial<GivenMetadata> = {}): Document {
  const html = `<html><head>${head}</head><body>${body}${BODY}</body></html>`
  const bytes = new TextEncoder().encode(html)
  const capture = {
    bytes,
    sha256: SHA256,
    format: 'html',
    charset: null,
    given: { ...NOTHING_GIVEN, ...given },
  } as const
  return readDocument(capture, { extractor: 'fast' }) as Document
}

test.each<[what: string, head: string, body: string, wanted: Partial<Document>]>([
  [
    'published, never the change',
    '<meta property="article:modified_time" content="2024-05-06T08:00:00Z"><meta property="article:published_time" content="2024-05-04T08:00:00Z">',
    '',
    { publishedAt: '2024-05-04T08:00:00Z', modifiedAt: '2024-05-06T08:00:00Z', publishedFrom: 'metadata' },
  ],
  [
    'only a change known',
    '<meta property="article:modified_time" content="2024-05-06T08:00:00Z">',
    '',
    { publishedAt: null, modifiedAt: '2024-05-06T08:00:00Z', publishedFrom: 'none' },
  ],
  [
    'JSON-LD before meta',
    `${jsonLd({ '@type': 'NewsArticle', datePublished: '2024-05-04' })}<meta name="date" content="2020-01-01">`,
    '',
    { publishedAt: '2024-05-04' },
  ],
  [
    'an article in an array in a graph',
    jsonLd([{ '@graph': [{ '@type': ['Article', 'ReportageNewsArticle'], datePublished: '2024-05-04' }] }]),
    '',
    { publishedAt: '2024-05-04' },
  ],
  [
    'the day of the page, not of UTC',
    jsonLd({ '@type': 'Article', datePublished: '2024-05-04T00:30:00+03:00' }),
    '',
    { publishedAt: '2024-05-04T00:30:00+03:00' },
  ],
  [
    'a time element',
    '',
    '<h1>Two killed</h1><time datetime="2024-05-04T09:00:00+03:00">Saturday</time>',
    { publishedAt: '2024-05-04T09:00:00+03:00' },
  ],
  [
    'a time element of a change',
    '',
    '<h1>Two killed</h1><p class="updated">Updated <time datetime="2024-05-06T09:00:00+03:00">Monday</time></p>',
    { publishedAt: null },
  ],
  [
    'an itemprop',
    '',
    '<h1>Two killed</h1><span itemprop="datePublished" content="2024-05-04">Saturday</span>',
    { publishedAt: '2024-05-04' },
  ],
  [
    'a date in the address',
    '<link rel="canonical" href="https://harbour-post.example/2024/05/04/two-killed">',
    '',
    { publishedAt: '2024-05-04', url: 'https://harbour-post.example/2024/05/04/two-killed' },
  ],
  [
    'a date line',
    '',
    '<h1>Two killed</h1><div>4 May 2024</div>',
    { publishedAt: '2024-05-04', publishedFrom: 'dateline' },
  ],
  [
    'broken JSON-LD',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A\nB","datePublished":"2024-05-04",}</script>',
    '',
    { publishedAt: '2024-05-04' },
  ],
  [
    'hopeless JSON-LD',
    '<script type="application/ld+json">{"@type": NewsArticle</script><meta name="date" content="2024-05-04">',
    '',
    { publishedAt: '2024-05-04' },
  ],
  [
    'the visible headline before that for search engines',
    '<title>Ukraine war: station shelled | Harbour Post</title><meta property="og:site_name" content="Harbour Post">',
    '<h1>Station shelled, two killed</h1>',
    { title: 'Station shelled, two killed', outlet: 'Harbour Post' },
  ],
  [
    'a title element without its outlet',
    '<title>Two killed at station - The Harbour Post</title>',
    '',
    { title: 'Two killed at station' },
  ],
  [
    'names of authors',
    jsonLd({ '@type': 'NewsArticle', author: [{ name: 'Mira Halvorsen' }, { name: 'Oleh Danyliuk' }] }),
    '',
    { byline: 'Mira Halvorsen, Oleh Danyliuk' },
  ],
  [
    'a byline in the page',
    '',
    '<h1>Two killed</h1><p class="byline">By Mira Halvorsen and Oleh Danyliuk</p>',
    { byline: 'Mira Halvorsen, Oleh Danyliuk' },
  ],
  [
    'an address is no author',
    '<meta name="author" content="https://www.facebook.example/harbourpost">',
    '',
    { byline: null },
  ],
])('%s', (_, head, body, wanted) => {
  expect(read(head, body)).toMatchObject(wanted)
})

test('what is given wins over what the page says', () => {
  const head = `<meta property="og:site_name" content="Harbour Post">${jsonLd({ '@type': 'NewsArticle', headline: 'Two killed', datePublished: '2024-05-04' })}`
  const given = { title: 'Given title', published: '2024-05-03', url: 'https://given.example/', outlet: 'Given outlet' }
  expect(read(head, '', given)).toMatchObject({
    title: 'Given title',
    publishedAt: '2024-05-03',
    publishedFrom: 'given',
    url: 'https://given.example/',
    outlet: 'Given outlet',
  })
})

test('of several articles in the JSON-LD the one with the address of the page speaks', () => {
  const data = [
    { '@type': 'NewsArticle', url: 'https://harbour-post.example/other', datePublished: '2019-01-01' },
    {
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@id': 'https://www.harbour-post.example/own/?utm=1' },
      datePublished: '2024-05-04',
    },
  ]
  const head = `<link rel="canonical" href="https://harbour-post.example/own">${jsonLd(data)}`
  expect(read(head).publishedAt).toBe('2024-05-04')
})
