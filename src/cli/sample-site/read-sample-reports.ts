import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A sample report as a page of its invented outlet. */
export interface SampleReport {
  /** The id of samples/answers.json: the line's id, or the file's name. */
  readonly id: string
  readonly title: string
  readonly outlet: string
  /** Invented host of the outlet, such as harbour-wire.example. */
  readonly host: string
  /** Calendar day, or day and time with zone. */
  readonly published: string
  readonly language: string
  /** Path of the page under its outlet, such as /2022/05/24/hw-mariupol-basement. */
  readonly path: string
  /** Paragraphs without the title; null when the report is a page already. */
  readonly paragraphs: readonly string[] | null
  /** The page as it lies in samples/; null when one has to be made of the paragraphs. */
  readonly html: string | null
}

interface Outlet {
  readonly outlet: string
  readonly host: string
}
interface Line {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly outlet: string
  readonly url: string
  readonly text: string
}

const DATELINE = /\p{Lu}{3,}.{0,40}?(\p{L}{3,9}) (\d{1,2}), (\d{4})/u
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * Reads the reports of a folder like samples/reports: JSONL lines, HTML pages, and text files whose first line is the title and
 * whose dateline says the day. A file's outlet is the one whose JSONL lines begin like its name ("hw-…").
 *
 * @returns the newest first, those of one day in the order of their ids
 */
export function readSampleReports(folder: string): SampleReport[] {
  const names = readdirSync(folder).toSorted()
  const read = (ending: string): [string, string][] =>
    names.filter((name) => name.endsWith(ending)).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  const lines = read('.jsonl').flatMap(([, text]) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Line),
  )
  const outlets = new Map(lines.map(({ id, outlet, url }) => [prefixOf(id), { outlet, host: new URL(url).host }]))
  const reports = [
    ...lines.map(fromLine),
    ...read('.txt').map(([name, text]) => fromText(name, text, outlets.get(prefixOf(name)))),
    ...read('.html').map(([name, html]) => fromPage(name, html, outlets.get(prefixOf(name)))),
  ]
  return reports.toSorted((a, b) => b.published.localeCompare(a.published) || a.id.localeCompare(b.id))
}

function fromLine({ id, title, published, outlet, url, text }: Line): SampleReport {
  const { host, pathname } = new URL(url)
  return {
    id,
    title,
    outlet,
    host,
    published,
    language: 'en',
    path: pathname,
    paragraphs: paragraphsOf(text),
    html: null,
  }
}

function fromText(name: string, text: string, known: Outlet | undefined): SampleReport {
  const [title = name, ...paragraphs] = paragraphsOf(text)
  const [, month = '', day = '', year = ''] = DATELINE.exec(text) ?? []
  const published = `${year}-${twoDigits(MONTHS.indexOf(month) + 1)}-${twoDigits(Number(day))}`
  const outlet = known ?? { outlet: prefixOf(name), host: `${prefixOf(name)}.example` }
  return {
    id: name,
    title,
    ...outlet,
    published,
    language: 'en',
    path: pathOf(published, name),
    paragraphs,
    html: null,
  }
}

function fromPage(name: string, html: string, known: Outlet | undefined): SampleReport {
  const find = (pattern: RegExp): string | undefined => pattern.exec(html)?.[1]
  const published =
    find(/"(?:datePublished|coverageStartTime)":"([^"]+)"/u) ?? find(/published_time" content="([^"]+)"/u) ?? ''
  const outlet = find(/og:site_name" content="([^"]+)"/u) ?? prefixOf(name)
  const canonical = find(/rel="canonical" href="([^"]+)"/u)
  const title = find(/<title>([^<|]+)/u)?.trim() ?? name
  return {
    id: name,
    title,
    outlet,
    host: canonical === undefined ? (known?.host ?? `${outlet.toLowerCase()}.example`) : new URL(canonical).host,
    published,
    language: find(/<html lang="([^"]+)"/u) ?? 'en',
    path: canonical === undefined ? pathOf(published, name) : new URL(canonical).pathname,
    paragraphs: null,
    html,
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function pathOf(published: string, name: string): string {
  return `/${published.slice(0, 10).replaceAll('-', '/')}/${name.replace(/\.\w+$/u, '')}`
}

function prefixOf(name: string): string {
  return name.split(/[-.]/u, 1)[0] ?? name
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
