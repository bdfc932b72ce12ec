import { gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { discover } from './discover.ts'
import type { Discovery } from './discovery.ts'

const URL_OF_FEED = 'https://outlet.example/feeds/world.xml'
const read = (text: string, url = URL_OF_FEED) => discover(new TextEncoder().encode(text), 'application/xml', url)
const rss = (item: string, channel = '<title>Harbour Wire</title><language>en-GB</language>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${item}</channel></rss>`
const first = (text: string, url?: string) => (read(text, url) as Discovery).entries[0]

test('an RSS feed', () => {
  const item = `<item><title>Five killed in Dnipro</title><link>https://outlet.example/a?id=7&amp;utm_source=rss#top</link>
    <pubDate>Wed, 01 May 2024 12:00:00 +0300</pubDate></item>`
  expect(read(rss(item))).toEqual({
    kind: 'feed',
    title: 'Harbour Wire',
    nested: [],
    notes: [],
    entries: [
      {
        url: 'https://outlet.example/a?id=7&utm_source=rss#top',
        identity: 'https://outlet.example/a?id=7',
        title: 'Five killed in Dnipro',
        published: '2024-05-01T09:00:00Z',
        publishedAsWritten: 'Wed, 01 May 2024 12:00:00 +0300',
        outlet: 'Harbour Wire',
        language: 'en-gb',
        way: 'feed',
      },
    ],
  })
})

test('an Atom feed: the page of several links, bases inside one another, never the update', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk" xml:base="/news/"><title type="html">Sloboda &lt;b&gt;Gazette&lt;/b&gt;</title>
    <link rel="self" href="atom.xml"/>
    <entry xml:base="2024/"><id>tag:1</id><title>One</title><link rel="edit" href="e"/><link type="text/html" href="one.html"/>
      <updated>2024-05-02T10:00:00Z</updated></entry>
    <entry><id>tag:2</id><title>Two</title><link rel="alternate" href="/two"/><published>2024-05-01T10:00:00+02:00</published>
      <updated>2024-05-02T10:00:00Z</updated><source><title>Other Paper</title></source></entry></feed>`
  expect(read(atom)).toMatchObject({
    title: 'Sloboda Gazette',
    entries: [
      { url: 'https://outlet.example/news/2024/one.html', published: null, publishedAsWritten: null, language: 'uk' },
      { url: 'https://outlet.example/two', published: '2024-05-01T08:00:00Z', outlet: 'Other Paper' },
    ],
  })
})

test('an RDF feed', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://outlet.example/"><title>Crescent Post</title><link>https://outlet.example/</link></channel>
    <item rdf:about="https://outlet.example/1"><title>One</title><link>https://outlet.example/1</link><dc:date>2024-05-01</dc:date></item></rdf:RDF>`
  expect(read(rdf)).toMatchObject({
    title: 'Crescent Post',
    entries: [{ url: 'https://outlet.example/1', published: '2024-05-01', outlet: 'Crescent Post' }],
  })
})

test('a JSON feed', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Savanna Courier',
    language: 'fr',
    home_page_url: 'https://savanna.example/',
    items: [
      {
        id: '1',
        url: '/1',
        title: 'Un',
        date_published: '2024-05-01T10:00:00Z',
        date_modified: '2024-05-03T10:00:00Z',
      },
      { id: 'https://savanna.example/2', content_text: 'x', date_modified: '2024-05-03T10:00:00Z', language: 'en' },
    ],
  })
  expect(read(json)).toMatchObject({
    entries: [
      { url: 'https://savanna.example/1', title: 'Un', published: '2024-05-01T10:00:00Z', language: 'fr' },
      { url: 'https://savanna.example/2', title: null, published: null, language: 'en' },
    ],
  })
})

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc> https://outlet.example/1 </loc><lastmod>2024-05-09</lastmod><news:news><news:publication><news:name>Outlet &amp; Co</news:name>
    <news:language>en</news:language></news:publication><news:publication_date>2024-05-01T10:00+02:00</news:publication_date>
    <news:title>Seven &amp;amp; more</news:title></news:news><image:image><image:loc>https://outlet.example/i.jpg</image:loc></image:image></url>
  <url><loc>https://outlet.example/2</loc><lastmod>2024-05-09</lastmod></url></urlset>`
const NEWS_ENTRIES = [
  {
    url: 'https://outlet.example/1',
    identity: 'https://outlet.example/1',
    title: 'Seven & more',
    published: '2024-05-01T08:00:00Z',
    publishedAsWritten: '2024-05-01T10:00+02:00',
    outlet: 'Outlet & Co',
    language: 'en',
    way: 'sitemap',
  },
  expect.objectContaining({ url: 'https://outlet.example/2', title: null, published: null, publishedAsWritten: null }),
]

test('a news sitemap, plain and compressed', () => {
  expect(read(NEWS)).toMatchObject({ kind: 'sitemap', entries: NEWS_ENTRIES })
  expect(discover(gzipSync(NEWS), 'application/gzip', URL_OF_FEED)).toMatchObject({ entries: NEWS_ENTRIES })
})

test('an index of sitemaps', () => {
  const index = `<sitemapindex><sitemap><loc>https://outlet.example/a.xml.gz</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap>
    <sitemap><loc>/b.xml</loc></sitemap></sitemapindex>`
  expect(read(index)).toEqual({
    kind: 'sitemap-index',
    title: null,
    entries: [],
    nested: ['https://outlet.example/a.xml.gz', 'https://outlet.example/b.xml'],
    notes: ['1 of 3 sitemaps without a web address or listed before, left out'],
  })
})

describe('the address of an item', () => {
  test.each([
    ['<link>/a</link>', 'https://outlet.example/a'],
    ['<link>a.html</link>', 'https://outlet.example/feeds/a.html'],
    ['<link>//cdn.example/a</link>', 'https://cdn.example/a'],
    ['<link>  https://other.example/ä b </link>', 'https://other.example/%C3%A4%20b'],
    ['<guid>https://outlet.example/g</guid>', 'https://outlet.example/g'],
    ['<guid isPermaLink="false">https://outlet.example/g</guid>', undefined],
    ['<guid>4711</guid>', undefined],
    ['<link>javascript:alert(1)</link>', undefined],
    ['<link>file:///etc/passwd</link>', undefined],
  ])('%s: %s', (item, url) => {
    expect(first(rss(`<item><title>t</title>${item}</item>`))?.url).toBe(url)
  })

  test('relative to the site that the feed names', () => {
    const channel = '<title>T</title><link>https://site.example/news/</link>'
    expect(first(rss('<item><link>a</link></item>', channel))?.url).toBe('https://site.example/news/a')
  })

  test('one article twice is one entry', () => {
    const items = ['', '?utm_medium=x', '#part', '?fbclid=1&gclid=2', '?id=1'].map(
      (end) => `<item><link>/a${end}</link></item>`,
    )
    expect(read(rss(items.join('')))).toMatchObject({
      entries: [{ url: 'https://outlet.example/a' }, { url: 'https://outlet.example/a?id=1' }],
      notes: ['3 entries for an article that was listed before, left out'],
    })
  })
})

test.each([
  ['A &amp; B', 'A & B'],
  ['A &amp;amp; B', 'A & B'],
  ['&lt;b&gt;Five&lt;/b&gt; dead', 'Five dead'],
  ['<![CDATA[<i>Five</i> dead &#8211; mayor]]>', 'Five dead – mayor'],
  ['5 &lt; 6', '5 < 6'],
  ['Kyiv&amp;rsquo;s  \n toll', 'Kyiv’s toll'],
  ['2024', '2024'],
  ['bare & ampersand', 'bare & ampersand'],
  ['colour \u009b31m', 'colour 31m'],
  ['', null],
])('the title %s is "%s"', (title, expected) => {
  expect(first(rss(`<item><title>${title}</title><link>/a</link></item>`))?.title).toBe(expected)
})

describe('feeds with faults', () => {
  test.each([
    ['unclosed elements', '<rss version="2.0"><channel><item><title>t</title><link>/a</link></item>'],
    ['white space in front', ` \n${rss('<item><title>t</title><link>/a</link></item>')}`],
    ['a byte order mark', `\uFEFF${rss('<item><title>t</title><link>/a</link></item>')}`],
    [
      'an old document type',
      `<!DOCTYPE rss SYSTEM "https://x.example/rss.dtd">${rss('<item><title>t</title><link>/a</link></item>')}`,
    ],
    ['a control character', rss('<item><title>t\u0001</title><link>/a</link></item>')],
  ])('%s', (_name, text) => {
    expect(first(text)).toMatchObject({ url: 'https://outlet.example/a', title: 't' })
  })

  test('an encoding of its own', () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>ABC</title><link>/a</link></item></channel></rss>'
    const bytes = Buffer.from(text, 'latin1').map((byte) => (byte >= 65 && byte <= 67 ? byte - 65 + 0xc0 : byte))
    const found = discover(bytes, 'text/xml', URL_OF_FEED) as Discovery
    expect(found.entries[0]?.title).toBe('АБВ')
  })

  test('what is left out is said', () => {
    const items = '<item><title>no address</title></item><item><link>/a</link><pubDate>yesterday</pubDate></item>'
    expect(read(rss(items))).toMatchObject({
      entries: [{ published: null, publishedAsWritten: 'yesterday' }],
      notes: ['1 entry without a web address, left out', '1 entry with a date that cannot be read, kept without it'],
    })
  })
})

test('a web page is answered with the feeds it names', () => {
  const page = `<!doctype html><html><head><base href="/de/"><link rel="stylesheet" href="x.css">
    <link rel='alternate' type='application/rss+xml' title='News &amp; more' href='rss.xml?a=1&amp;b=2'>
    <link href=https://outlet.example/atom.xml rel="alternate home" type="application/atom+xml">
    <link rel="alternate" hreflang="fr" href="/fr/"></head></html>`
  expect(read(page)).toMatchObject({
    kind: 'page',
    feeds: [
      { url: 'https://outlet.example/de/rss.xml?a=1&b=2', title: 'News & more' },
      { url: 'https://outlet.example/atom.xml', title: null },
    ],
    message: expect.stringContaining('https://outlet.example/atom.xml') as string,
  })
  expect(read('<html><body>nothing</body></html>')).toMatchObject({ kind: 'page', feeds: [] })
})

describe('hostile input is harmless', () => {
  const bomb = `<!DOCTYPE r [${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};">`).join('')}<!ENTITY e0 "ha">]>`
  test('an entity bomb', () => {
    expect(first(bomb + rss('<item><title>t &e30;</title><link>/a</link></item>'))?.title).toBe('t &e30;')
    expect(read(`${bomb}<urlset><url><loc>https://outlet.example/&e30;</loc></url></urlset>`)).toMatchObject({
      entries: [{ url: 'https://outlet.example/&e30;' }],
    })
  })

  test('an external entity', () => {
    const xxe = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    expect(first(xxe + rss('<item><title>t &x;</title><link>/a</link></item>'))?.title).toBe('t &x;')
  })

  const N = 100_000
  const open = '<rss version="2.0"><channel><item><title>'
  test.each([
    ['open brackets', open + '<'.repeat(N)],
    ['tags that never end', open + '<a '.repeat(N)],
    ['quotes that never end', open + '<a b="'.repeat(N)],
    ['mixed quotes that never end', open + `<a "'`.repeat(N)],
    ['closing tags that never end', open + '</'.repeat(N)],
    ['comments that never end', open + '<!--'.repeat(N)],
    ['CDATA that never ends', open + '<![CDATA['.repeat(N)],
    ['instructions that never end', open + '<?'.repeat(N)],
    ['document types that never end', '<!DOCTYPE a ['.repeat(N)],
    ['many document types', `${'<!DOCTYPE a>'.repeat(N)}${open}`],
    ['deep elements', open + '<a>'.repeat(N)],
    ['deep items', `<rss version="2.0"><channel>${'<item>'.repeat(N)}`],
    ['deep sitemaps', `<urlset>${'<url>'.repeat(N)}`],
    ['closing tags alone', open + '</a>'.repeat(N)],
    ['a long attribute', `<rss version="2.0" a="${'x'.repeat(N)}"><channel>`],
    ['many attributes', `<rss version="2.0" ${'a="1" '.repeat(N)}><channel>`],
    ['ampersands', `${open}${'&'.repeat(N)}</title></item></channel></rss>`],
    ['references', `${open}${'&amp;lt;'.repeat(N)}</title></item></channel></rss>`],
    ['blanks', `${' '.repeat(N)}${open}${' '.repeat(N)}`],
    ['a long date', rss(`<item><link>/a</link><pubDate>${'Wed, 1 '.repeat(N)}</pubDate></item>`)],
    ['links of a page', `<html>${'<link '.repeat(N)}`],
    ['attributes of links', `<html>${`<link ${'a= '.repeat(900)}>`.repeat(100)}`],
    ['deep JSON', '['.repeat(N)],
    ['a feed inside a feed', rss(rss(rss('')))],
  ])('%s', (_name, text) => {
    const started = process.cpuUsage()
    expect(read(text)).toHaveProperty('kind')
    const { user, system } = process.cpuUsage(started)
    // Quadratic time would take many seconds for 100 000 of anything.
    expect((user + system) / 1e6).toBeLessThan(3)
  })

  test('a compression bomb and broken compression', () => {
    expect(discover(gzipSync(Buffer.alloc(60_000_000, ' ')), '', URL_OF_FEED)).toMatchObject({ reason: 'too-large' })
    expect(discover(gzipSync(NEWS).subarray(0, 99), '', URL_OF_FEED)).toMatchObject({ reason: 'damaged' })
  })

  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['hello', 'not-a-feed'],
    ['<a/>', 'not-a-feed'],
    ['{"a":1}', 'not-a-feed'],
    ['{"a":', 'malformed'],
    ['[]', 'not-a-feed'],
  ])('"%s" is a fault: %s', (text, reason) => {
    expect(read(text)).toMatchObject({ kind: 'fault', reason })
  })

  test('any text gives an answer', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '<link>',
      '</link>',
      '/a',
      '"',
      "'",
      '&amp;',
      '<urlset>',
      '<url>',
      '<loc>',
      '<!DOCTYPE',
      '[',
      ']',
      '<![CDATA[',
      ']]>',
      'x',
      '{',
      '}',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        expect(read(text)).toEqual(read(text))
      }),
    )
  })
})
