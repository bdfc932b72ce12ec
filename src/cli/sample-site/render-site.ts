import type { SampleReport } from './read-sample-reports.ts'

/** The page of a report: as it lies in samples/, or made of its paragraphs. */
export function renderReport(report: SampleReport): string {
  if (report.html !== null) return report.html
  const { title, outlet, host, path, published, language, paragraphs } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escape(title)} | ${escape(outlet)}</title>
<link rel="canonical" href="https://${host}${path}">
<meta property="og:title" content="${escape(title)}">
<meta property="og:site_name" content="${escape(outlet)}">
<meta property="article:published_time" content="${published}">
</head>
<body>
<header><nav><a href="/">Home</a></nav></header>
<main>
<article>
<h1>${escape(title)}</h1>
${(paragraphs ?? []).map(renderParagraph).join('\n')}
</article>
</main>
<footer><p>Sample page of Cairn. ${escape(outlet)} is made up.</p></footer>
</body>
</html>
`
}

function renderParagraph(paragraph: string): string {
  const isByline = /^By \p{Lu}/u.test(paragraph) && paragraph.length < 80
  return `<p${isByline ? ' class="byline"' : ''}>${escape(paragraph).replaceAll('\n', '<br>\n')}</p>`
}

/** A report with the address it is served at. */
export interface ServedReport {
  readonly report: SampleReport
  readonly url: string
}

/** An RSS feed. A day without a time goes into `dc:date`, as `pubDate` would make up a time. */
export function renderRss(title: string, link: string, served: readonly ServedReport[]): string {
  const items = served.map(({ report, url }) => {
    const date = report.published.includes('T')
      ? `<pubDate>${new Date(report.published).toUTCString()}</pubDate>`
      : `<dc:date>${report.published}</dc:date>`
    const outlet = `<source url="${escape(link)}">${escape(report.outlet)}</source>`
    const language = `<dc:language>${report.language}</dc:language>`
    return `<item><title>${escape(report.title)}</title><link>${escape(url)}</link><guid>${escape(url)}</guid>${date}${language}${outlet}</item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${escape(title)}</title><link>${escape(link)}</link><description>Sample reports of Cairn</description>
${items.join('\n')}
</channel>
</rss>
`
}

/** A JSON Feed (version 1.1). Days without a time are left out, as its dates must have one. */
export function renderJsonFeed(title: string, link: string, served: readonly ServedReport[]): string {
  const items = served.map(({ report, url }) => ({
    id: url,
    url,
    title: report.title,
    language: report.language,
    ...(report.published.includes('T') ? { date_published: report.published } : {}),
    content_text: report.title,
  }))
  return `${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, home_page_url: link, items }, null, 1)}\n`
}

/** A news sitemap: address, title, outlet, language and publication of each report. */
export function renderNewsSitemap(served: readonly ServedReport[]): string {
  const urls = served.map(
    ({ report, url }) => `<url><loc>${escape(url)}</loc><news:news>
<news:publication><news:name>${escape(report.outlet)}</news:name><news:language>${report.language}</news:language></news:publication>
<news:publication_date>${report.published}</news:publication_date><news:title>${escape(report.title)}</news:title></news:news></url>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('\n')}
</urlset>
`
}

export function renderSitemapIndex(sitemaps: readonly string[]): string {
  const all = sitemaps.map((url) => `<sitemap><loc>${escape(url)}</loc></sitemap>`)
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${all.join('\n')}
</sitemapindex>
`
}

/** The front page: names the feeds and links every report. */
export function renderFront(served: readonly ServedReport[]): string {
  const links = served.map(
    ({ report, url }) =>
      `<li><a href="${escape(url)}">${escape(report.title)}</a> (${escape(report.outlet)}, ${report.published})</li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sample site of Cairn</title>
<link rel="alternate" type="application/rss+xml" title="All reports" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="All reports" href="/feed.json">
</head>
<body>
<h1>Sample site of Cairn</h1>
<p>Outlets and sentences are made up; the facts are public.</p>
<ul>
${links.join('\n')}
</ul>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
