import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'

import { ABOUT_SENTENCES } from '../../data/words/digest-sentences.ts'
import type { RecordSources } from '../../src/5-record/build-incident.ts'
import { fallsIn } from '../../src/exports/digest/choose-incidents.ts'
import { concernsPeriod } from '../../src/exports/digest/concerns-period.ts'
import type { DigestFacts } from '../../src/exports/digest/digest-facts.ts'
import { isOfPeriod } from '../../src/exports/digest/find-gaps.ts'
import { gatherFacts } from '../../src/exports/digest/gather-facts.ts'
import { writeHtml } from '../../src/exports/digest/write-html.ts'
import { writeMarkdown } from '../../src/exports/digest/write-markdown.ts'
import { recordIncidents, recordTotals } from '../../src/pipeline.ts'
import { marketSources, SPRING } from '../support/market-digest.ts'
import { marketIncident } from '../support/market-incident.ts'
import { sampleDocuments } from '../support/sample-documents.ts'

/** Texts that mean something in HTML, Markdown, a table, a terminal, or to the order of letters. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></title><b>',
  '&lt;b&gt; &amp; &#60;',
  '| a | b |\n| --- | --- |',
  '\n\n# A heading\n\n- a list\n1. one\n> quote\n```',
  '[1]: https://evil.example "x"',
  '[text](javascript:alert(1)) ![](https://evil.example/x.png) <https://evil.example>',
  '**bold** _em_ ~~no~~ `code` \\',
  'https://evil.example www.evil.example a@evil.example',
  'قال محافظ دونيتسك',
  'בית החולים',
  '\u202Egnihton\u202C \u2066isolated \u200F\u200Emarks',
  'a\u0000b\u0007\u001B[31mc\u2028d\uD800e',
  '{count} {list} $1 $& ${x}',
  '',
]
const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }), fc.string())

/** The made-up incident with texts from outside in every name, title, address and word. */
function attacked(text: string, url: string | null): RecordSources {
  const incident = marketIncident()
  const place = { asWritten: text, facility: text, admin1: text }
  return {
    ...incident,
    identities: incident.identities.map((one) => ({ ...one, claimant: text, party: one.party === null ? null : text })),
    origins: incident.origins.map((one) => ({ ...one, claimant: text })),
    documents: incident.documents.map((document) => ({
      ...document,
      reading: {
        ...document.reading,
        document: { ...document.reading.document, title: text, outlet: text, url, language: 'ar' },
        incidents: document.reading.incidents.map((report) => ({
          ...report,
          place: report.place === null ? null : { ...report.place, ...place, name: text },
        })),
        claims: document.reading.claims.map((claim) => ({
          ...claim,
          place: claim.place === null ? null : { ...claim.place, ...place, name: text },
          evidence: { ...claim.evidence, exact: text },
          figure:
            claim.figure === null || claim.figure.vague === null ? claim.figure : { ...claim.figure, vague: text },
          attribution: {
            ...claim.attribution,
            hedges: [text],
            claimant: { ...claim.attribution.claimant, name: text, role: text },
          },
        })),
      },
    })),
  }
}

function factsOf(text: string, url: string | null, level: 'public' | 'full'): DigestFacts {
  const request = { ...SPRING, place: null }
  const facts = gatherFacts({ ...marketSources(attacked(text, url)), level }, request)
  return { ...facts, head: { ...facts.head, request: { ...request, place: text } } }
}

const ALLOWED = new Set(
  'html head meta title style body main h1 h2 h3 section article div p span a dl dt dd table caption thead tbody tr th td ol li bdi blockquote mark'.split(
    ' ',
  ),
)
const FIXED = Object.values(ABOUT_SENTENCES).map(
  (sentence) => new RegExp(`^${sentence.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace(/\{\w+\}/gu, '[^]*?')}$`, 'u'),
)

/** Checks what holds for every digest in HTML. @returns how many sentences of either kind it has */
function checkHtml(html: string, facts: DigestFacts): { readonly told: number; readonly about: number } {
  const { document } = parseHTML(html)
  const elements = [...document.querySelectorAll('*')]
  expect(elements.map(({ localName }) => localName).filter((name) => !ALLOWED.has(name))).toEqual([])
  for (const element of elements)
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^src$|^style$/u)
  for (const table of document.querySelectorAll('table')) {
    const columns = table.querySelectorAll('thead th[scope=col]').length
    for (const row of table.querySelectorAll('tbody tr')) expect(row.children.length).toBe(columns)
    expect(table.querySelector('caption')?.textContent).not.toBe('')
  }
  for (const link of document.querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^#source-\d+$|^https?:/u)
  const told = [...document.querySelectorAll('span.told')]
  for (const sentence of told) {
    const last = sentence.querySelectorAll('a.cite')
    expect(sentence.textContent.endsWith(`${last[last.length - 1]?.textContent}.`)).toBe(true)
  }
  const about = [...document.querySelectorAll('span.about')]
  for (const { textContent } of about) expect(FIXED.some((form) => form.test(textContent))).toBe(true)
  for (const paragraph of document.querySelectorAll('section > p, article > p'))
    for (const child of paragraph.children) expect(['told', 'about']).toContain(child.className)
  for (const cite of document.querySelectorAll('a.cite'))
    expect(document.getElementById(cite.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
  expect(document.querySelectorAll('article')).toHaveLength(facts.developments.length)
  return { told: told.length, about: about.length }
}

/** Checks that no text from outside makes a line or a cell of its own. */
function checkMarkdown(text: string): void {
  const lines = text.split('\n')
  let columns = 0
  for (const [i, line] of lines.entries()) {
    expect(line).toMatch(/^(?:# |## |### |> |- |\| |Table: |  - |Incident |$|[A-Z])/u)
    if (!line.startsWith('|')) continue
    const cells = line.replace(/\\\\/gu, '').replace(/\\\|/gu, '').split('|').length
    if (lines[i + 1]?.startsWith('| ---') === true) columns = cells
    expect(cells).toBe(columns)
  }
  // What is left without escapes and our own links holds nothing that Markdown or HTML reads.
  const bare = text
    .replace(/\\[^\n]/gu, '')
    .replace(/^ {2}- <https?:[^<>\s]+>$/gmu, '')
    .replace(/\[\d+\]/gu, '')
  expect(bare).not.toMatch(/[<\]]|[^\n]`|!\[|https?:\/\//u)
  expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1)
}

describe('a digest holds whatever stands in names, titles, addresses and words', () => {
  test.each(HOSTILE)('%j', (text) => {
    for (const level of ['public', 'full'] as const) {
      const facts = factsOf(text, `https://example.org/${text}`, level)
      const { told, about } = checkHtml(writeHtml(facts), facts)
      const plain = factsOf('Port Elen', 'https://example.org/', level)
      expect([told > 5, about > 5]).toEqual([true, true])
      expect(facts.developments).toHaveLength(plain.developments.length)
      checkMarkdown(writeMarkdown(facts))
    }
  })
  test('any text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('public', 'full'), (text, url, level) => {
        const facts = factsOf(text, url, level)
        checkHtml(writeHtml(facts), facts)
        checkMarkdown(writeMarkdown(facts))
      }),
      { numRuns: 60 },
    )
  })
  test('no character steers the order of letters or a terminal', () => {
    const facts = factsOf(HOSTILE.join(' '), null, 'full')
    for (const text of [writeHtml(facts), writeMarkdown(facts)])
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200E\u200F\u202A-\u202E\u2066\u2067]/u)
  })
  test('right-to-left words stand apart and say their language', () => {
    const facts = factsOf('قال محافظ', null, 'full')
    expect(writeHtml(facts)).toMatch(/<blockquote dir="auto" lang="ar">.*<mark>قال محافظ<\/mark>/u)
    expect(writeHtml(facts)).toContain('<bdi dir="auto" lang="ar">قال محافظ</bdi>')
    expect(writeMarkdown(facts)).toContain('\u2068قال محافظ\u2069')
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://user:secret@example.org/'])(
    '%s is no link',
    (url) => {
      const facts = factsOf('x', url, 'full')
      expect(writeHtml(facts)).not.toContain(`href="${url}`)
      expect(writeMarkdown(facts)).not.toContain(`<${url}`)
    },
  )
})

test('the same facts give the same digest, in whatever order the material comes', () => {
  const sources = marketSources()
  const turned = { ...sources, documents: sources.documents.toReversed(), records: sources.records.toReversed() }
  expect(writeMarkdown(gatherFacts(turned, SPRING))).toBe(writeMarkdown(gatherFacts(sources, SPRING)))
})

test('what does not concern a period can be left out of what its digest is made of', async () => {
  const documents = await sampleDocuments()
  const records = recordIncidents(documents, { policy: 'cairn', decisions: [] })
  const sources = { ...marketSources(), records, series: recordTotals(documents, []), documents }
  const day = fc
    .integer({ min: Date.UTC(2013, 0, 1) / 86_400_000, max: Date.UTC(2026, 0, 1) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  let [held, all] = [0, 0]
  fc.assert(
    fc.property(day, day, fc.constantFrom(null, 'Kharkiv', 'Gaza'), (a, b, place) => {
      const [since = '', until = ''] = [a, b].sort()
      const request = { since, until, place, country: null }
      const capturedThen = new Set(documents.flatMap((one) => (fallsIn(one.receivedAt, request) ? one.captureId : [])))
      const concerned = records.filter((record) => concernsPeriod(record, request, capturedThen))
      const behind = new Set(concerned.flatMap(({ incident }) => incident.documents.map((one) => one.captureId)))
      const needed = documents.filter(
        (one) =>
          behind.has(one.captureId) ||
          isOfPeriod(one, request) ||
          one.reading.claims.some(({ figure }) => figure?.scope === 'cumulative'),
      )
      held += concerned.length
      all += records.length
      expect(gatherFacts({ ...sources, records: concerned, documents: needed }, request)).toEqual(
        gatherFacts(sources, request),
      )
    }),
    { numRuns: 40 },
  )
  expect(held).toBeGreaterThan(0)
  expect(held).toBeLessThan(all)
})

test('every sentence about the samples cites claims that stand in a document at their span', async () => {
  const documents = await sampleDocuments()
  const sources = {
    ...marketSources(),
    records: recordIncidents(documents, { policy: 'cairn', decisions: [] }),
    series: recordTotals(documents, []),
    documents,
    level: 'full' as const,
  }
  const facts = gatherFacts(sources, { since: '2014-01-01', until: '2025-12-31', place: null, country: null })
  const html = writeHtml(facts)
  expect(checkHtml(html, facts).told).toBeGreaterThan(100)
  const byCapture = new Map(documents.map(({ captureId, reading }) => [captureId, reading]))
  const { document } = parseHTML(html)
  const items = [...document.querySelectorAll('ol.sources > li')]
  expect(items.length).toBeGreaterThan(100)
  for (const item of items) {
    const trail = /claim (\S+), characters (\d+) to (\d+) of the text; capture ([^\s,]+), (sha256:\S+)/u.exec(
      item.querySelector('.trail')?.textContent ?? '',
    )
    const [, claimId, start, end, captureId = '', digest] = trail ?? []
    const reading = byCapture.get(captureId)
    const claim = reading?.claims.find(({ id }) => id === claimId)
    expect(claim?.evidence).toMatchObject({ start: Number(start), end: Number(end) })
    expect(reading?.document.captureId).toBe(digest)
    const words = reading?.document.text.slice(Number(start), Number(end)).replace(/\s+/gu, ' ')
    expect(item.querySelector('blockquote mark')?.textContent).toBe(words)
  }
})
