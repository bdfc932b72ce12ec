import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import { ZipFile } from 'yazl'

import { CairnError } from '../../model/error.ts'
import { bytesOfStream } from '../warc/byte-window.ts'
import { indexWarc, type IndexLine } from './index-warc.ts'

const WACZ_VERSION = '1.1.1'
/** The time of every entry (a ZIP has no earlier one), so that the same content gives the same bytes. */
const ENTRY_TIME = new Date(1980, 0, 1)

/** A file that goes into the package; it is read twice and must give the same bytes each time. */
export interface WaczFile {
  readonly name: string
  chunks(): AsyncIterable<Uint8Array>
}

/** A page that a reader of the package is shown. */
export interface WaczPage {
  readonly url: string
  /** When it was captured: ISO 8601, UTC. */
  readonly capturedAt: string
  readonly title: string | null
}

/** What a package is made of. The same input gives the same bytes. */
export interface WaczContent {
  readonly title: string
  readonly description: string | null
  /** ISO 8601, UTC. */
  readonly created: string
  /** Name and version of this software. */
  readonly software: string
  /** WARC files, gzip by record; each goes to `archive/` under its plain name. */
  readonly warcs: readonly WaczFile[]
  /** The pages to list; null lists every HTML page with status 200 and no title. */
  readonly pages: readonly WaczPage[] | null
  /** Further files under their paths in the package; also listed, with their digests, in datapackage.json. */
  readonly extra: readonly WaczFile[]
}

/**
 * Writes a WACZ 1.1.1 package: the WARCs as they are (stored, so that single records can be read out of the package),
 * a sorted CDXJ index, the list of pages, the further files, and the digests of all of them.
 *
 * @returns the bytes of the package, to be written to a file
 * @throws {CairnError} "bad-usage" when a WARC is damaged or a name leads out of the package or comes twice
 */
export async function* writeWacz(content: WaczContent): AsyncGenerator<Buffer> {
  const index: IndexLine[] = []
  const entries: Entry[] = []
  for (const warc of content.warcs) {
    if (!/^[\w.-]+\.warc\.gz$/u.test(warc.name)) throw refuse(warc.name, 'is not a plain name that ends with .warc.gz')
    const digest = startDigest()
    const source = bytesOfStream(digest.over(warc.chunks()))
    for await (const line of indexWarc(source, warc.name)) index.push(line)
    entries.push({ ...digest.finish(), path: `archive/${warc.name}`, chunks: () => warc.chunks() })
  }
  const lines = index.map(({ cdxj }) => `${cdxj}\n`).sort()
  entries.push(textEntry('indexes/index.cdxj', lines.join('')))
  entries.push(textEntry('pages/pages.jsonl', listPages(content.pages ?? pagesOf(index))))
  for (const file of content.extra) {
    const digest = startDigest()
    for await (const _ of digest.over(file.chunks()));
    entries.push({ ...digest.finish(), path: file.name, chunks: () => file.chunks() })
  }
  const description = textEntry('datapackage.json', describePackage(content, entries))
  const digest = { path: description.path, hash: description.hash }
  entries.push(description, textEntry('datapackage-digest.json', `${JSON.stringify(digest, null, 2)}\n`))
  checkNames(entries)
  yield* zip(entries)
}

interface Entry {
  readonly path: string
  readonly size: number
  /** "sha256:" and hex. */
  readonly hash: string
  chunks(): AsyncIterable<Uint8Array>
}

async function* zip(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const file = new ZipFile()
  const output = file.outputStream as Readable
  const fail = (error: unknown): unknown => output.destroy(error instanceof Error ? error : new Error(String(error)))
  file.on('error', fail)
  for (const entry of entries) {
    const options = { mtime: ENTRY_TIME, forceDosTimestamp: true, mode: 0o100644, compress: false, size: entry.size }
    file.addReadStreamLazy(entry.path, options, (give) => {
      const stream = Readable.from(unchanged(entry), { objectMode: false })
      stream.on('error', fail)
      give(null, stream)
    })
  }
  file.end()
  yield* output
}

/** The entry's bytes for the second time; they must be the ones that were hashed. */
async function* unchanged(entry: Entry): AsyncGenerator<Uint8Array> {
  const digest = startDigest()
  yield* digest.over(entry.chunks())
  if (digest.finish().hash !== entry.hash) throw refuse(entry.path, 'changed while the package was written')
}

function describePackage(content: WaczContent, entries: readonly Entry[]): string {
  const { title, description, created, software } = content
  const resources = entries.map(({ path, hash, size }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    hash,
    bytes: size,
  }))
  const told = description === null ? { title } : { title, description }
  const all = { profile: 'data-package', wacz_version: WACZ_VERSION, ...told, created, software, resources }
  return `${JSON.stringify(all, null, 2)}\n`
}

function listPages(pages: readonly WaczPage[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: false }
  const rows = pages.map(({ url, capturedAt, title }) => ({
    id: createHash('sha256').update(`${url} ${capturedAt}`).digest('hex').slice(0, 24),
    url,
    ts: capturedAt,
    title: title ?? url,
  }))
  return [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
}

function pagesOf(index: readonly IndexLine[]): readonly WaczPage[] {
  return index
    .filter(({ mediaType, status }) => /html/u.test(mediaType) && (status === 200 || status === null))
    .map(({ url, date }) => ({ url, capturedAt: date, title: null }))
}

function checkNames(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { path } of entries) {
    const parts = path.split('/')
    if (path.includes('\\') || path.includes(':') || parts.some((part) => ['', '.', '..'].includes(part)))
      throw refuse(path, 'is not a path inside the package')
    if (seen.has(path)) throw refuse(path, 'would stand in the package twice')
    seen.add(path)
  }
}

function textEntry(path: string, text: string): Entry {
  const bytes = Buffer.from(text)
  const digest = startDigest()
  digest.update(bytes)
  return { ...digest.finish(), path, chunks: () => Readable.from([bytes]) }
}

function startDigest() {
  const hash = createHash('sha256')
  let size = 0
  const update = (chunk: Uint8Array): void => {
    hash.update(chunk)
    size += chunk.length
  }
  return {
    update,
    async *over(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        update(chunk)
        yield chunk
      }
    },
    finish: (): { readonly hash: string; readonly size: number } => ({ hash: `sha256:${hash.digest('hex')}`, size }),
  }
}

function refuse(name: string, why: string): CairnError {
  return new CairnError('bad-usage', `The package was not written: ${JSON.stringify(name)} ${why}.`)
}
