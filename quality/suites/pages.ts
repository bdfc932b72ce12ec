import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import type { Document } from '../../src/model/document.ts'
import { countBodyLines } from '../count-body-lines.ts'
import { goldRows } from '../gold-data.ts'
import { compareShingles, shinglesOf } from '../shingles.ts'
import { score, type Score, type Suite } from '../suite.ts'

interface GoldPage {
  readonly id: string
  readonly url: string
  /** Path of the page, gzip or plain, relative to the gold file. */
  readonly html: string
  readonly title: string | null
  readonly authors: readonly string[] | null
  readonly published: string | null
  readonly summary: readonly string[]
  readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[]
}

/** How a value of a page compares with the gold one; `absent` when the gold has none. */
type Verdict = 'right' | 'wrong' | 'missing' | 'absent'

interface PageResult {
  readonly id: string
  readonly precision: number
  readonly recall: number
  readonly title: Verdict
  readonly authors: Verdict
  readonly published: Verdict
  readonly language: string | null
  /** Lines of the article, and those of them that were set aside as other matter. */
  readonly lines: { readonly body: number; readonly lost: readonly string[] }
}

/** Main text and metadata of news pages, read without knowing their outlet. */
export const pages: Suite = {
  name: 'pages',
  title: 'Text and metadata of news pages from about 40 countries',
  files: ['pages/dev.jsonl'],
  run: ({ data, error }) => {
    const results: PageResult[] = []
    for (const path of data) {
      for (const page of goldRows<GoldPage>(path)) {
        const { result, document } = scorePage(page, dirname(path))
        results.push(result)
        if (isWorthShowing(result)) error({ ...result, found: summaryOf(document), gold: summaryOfGold(page) })
      }
    }
    return Promise.resolve(scoresOf(results))
  },
}

function scorePage(
  page: GoldPage,
  folder: string,
): { readonly result: PageResult; readonly document: Document | null } {
  const raw = readFileSync(join(folder, page.html))
  const bytes = page.html.endsWith('.gz') ? gunzipSync(raw) : raw
  const given = { sourceId: page.id, title: null, published: null, url: page.url, outlet: null }
  const read = readDocument(captureBytes(bytes, 'html', given))
  const document = 'reason' in read ? null : read
  const text = document === null ? '' : document.text.slice(document.title === null ? 0 : document.title.length)
  const gold = [...page.summary, ...page.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])]
  const result = {
    id: page.id,
    ...compareShingles(shinglesOf(gold.join('\n')), shinglesOf(text)),
    title: verdict(page.title, document?.title ?? null, (a, b) => comparable(a) === comparable(b)),
    authors: compareAuthors(page.authors, document?.byline ?? null),
    published: verdict(page.published, document?.publishedAt ?? null, isSameDay),
    language: document?.language ?? null,
    lines: document === null ? { body: 0, lost: [] } : countBodyLines(document, gold.join('\n')),
  }
  return { result, document }
}

function scoresOf(results: readonly PageResult[]): Score[] {
  const mean = (of: (result: PageResult) => number): number | null =>
    results.length === 0 ? null : results.reduce((sum, result) => sum + of(result), 0) / results.length
  const precision = mean((result) => result.precision)
  const recall = mean((result) => result.recall)
  // The public benchmark takes F1 from the means; the mean of the pages' own F1 is shown beside it.
  const f1 = precision === null || recall === null ? null : harmonic(precision, recall)
  const n = results.length
  const share = (field: 'title' | 'authors' | 'published', value: Verdict): readonly [number | null, number] => {
    const judged = results.filter((result) => result[field] !== 'absent')
    return [
      judged.length === 0 ? null : judged.filter((result) => result[field] === value).length / judged.length,
      judged.length,
    ]
  }
  const body = results.reduce((sum, { lines }) => sum + lines.body, 0)
  const lost = results.reduce((sum, { lines }) => sum + lines.lost.length, 0)
  return [
    score('text precision', precision, n),
    score('text recall', recall, n),
    score('text F1', f1, n, 0.925),
    score(
      'text F1, mean of pages',
      mean((page) => harmonic(page.precision, page.recall)),
      n,
    ),
    score('body lines kept', body === 0 ? null : 1 - lost / body, body, 0.995),
    score('title right', ...share('title', 'right')),
    score('title missing', ...share('title', 'missing'), null, 'at-most'),
    score('authors right', ...share('authors', 'right')),
    score('authors wrong', ...share('authors', 'wrong'), null, 'at-most'),
    score('published right', ...share('published', 'right'), 0.96),
    score('published wrong', ...share('published', 'wrong'), 0.01, 'at-most'),
    score('published missing', ...share('published', 'missing'), null, 'at-most'),
  ]
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function verdict(gold: string | null, found: string | null, isSame: (gold: string, found: string) => boolean): Verdict {
  if (gold === null || gold === '') return 'absent'
  if (found === null) return 'missing'
  return isSame(gold, found) ? 'right' : 'wrong'
}

/** Right when any of the gold names is among the found ones. */
function compareAuthors(gold: readonly string[] | null, found: string | null): Verdict {
  if (gold === null || gold.length === 0) return 'absent'
  if (found === null) return 'missing'
  const names = comparable(found)
  return gold.some((name) => comparable(name) !== '' && names.includes(comparable(name))) ? 'right' : 'wrong'
}

/** The same calendar day as written, or the same day in UTC when both give a zone. */
function isSameDay(gold: string, found: string): boolean {
  if (gold.slice(0, 10) === found.slice(0, 10)) return true
  const [a, b] = [gold.replace(' ', 'T'), found].map((date) =>
    /T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(date) ? new Date(date) : null,
  )
  return a != null && b != null && a.toISOString().slice(0, 10) === b.toISOString().slice(0, 10)
}

function comparable(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

function isWorthShowing(result: PageResult): boolean {
  const isFault = (value: Verdict): boolean => value === 'wrong' || value === 'missing'
  const faults = [result.title, result.authors, result.published].some(isFault)
  return faults || result.lines.lost.length > 0 || result.precision < 0.8 || result.recall < 0.8
}

function summaryOf(document: Document | null): Readonly<Record<string, unknown>> | null {
  if (document === null) return null
  const { title, byline, publishedAt, publishedFrom, text } = document
  return { title, byline, publishedAt, publishedFrom, units: text.length }
}

function summaryOfGold({ title, authors, published }: GoldPage): Readonly<Record<string, unknown>> {
  return { title, authors, published }
}
