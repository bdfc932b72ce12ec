import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import type { Gazetteer } from '../../src/model/gazetteer.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { readCapture } from '../../src/pipeline.ts'
import { goldRows } from '../gold-data.ts'

/** An article of a merging set; `incident_id` null for a round-up, which is read and not scored. */
export interface MergeArticle {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly published: string | null
  readonly url?: string | null
  readonly outlet?: string | null
  readonly incident_id?: string | null
  readonly gvc_event_id?: string | null
  readonly gold?: {
    readonly killed: number
    readonly injured: number
    readonly date: string
    readonly city_or_county: string
  }
}

/** The documents of one workspace, and for each scored article (by its id) the gold incident. */
export interface Workspace {
  readonly articles: ReadonlyMap<string, MergeArticle>
  readonly documents: readonly ReadDocument[]
  /** Gold incident by article id, without the articles that are not scored. */
  readonly gold: ReadonlyMap<string, string>
}

/**
 * Reads every article of the files into one workspace, each id once (the last row holds).
 *
 * Readings are kept in the system's temporary folder by the digest of the extractor's code, so that work on merging does
 * not read 3,600 articles again.
 */
export function readWorkspace(files: readonly string[], gazetteer: Gazetteer): Workspace {
  const articles = new Map<string, MergeArticle>()
  for (const row of files.flatMap((path) => goldRows<MergeArticle>(path))) articles.set(row.id, row)
  const folder = join(tmpdir(), 'cairn-merge-readings')
  const digest = createHash('sha256')
    .update(extractorDigest())
    .update(JSON.stringify([...articles.values()]))
  const path = join(folder, `${digest.digest('hex').slice(0, 24)}.jsonl`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const lines = [...articles.values()].flatMap((article, i) => {
      const document = read(article, i, gazetteer)
      return document === null ? [] : [JSON.stringify(document)]
    })
    // Two runs at once write to files of their own.
    const part = `${path}.${process.pid}.part`
    writeFileSync(part, lines.join('\n'))
    renameSync(part, path)
  }
  const documents = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadDocument)
  const gold = new Map<string, string>()
  for (const { id, gvc_event_id: event, incident_id: incident } of articles.values()) {
    const key = event ?? incident ?? null
    if (key !== null) gold.set(id, key)
  }
  return { articles, documents, gold }
}

function read(article: MergeArticle, position: number, gazetteer: Gazetteer): ReadDocument | null {
  const { id, title, published, url = null, outlet = null, text } = article
  const capture = captureBytes(new TextEncoder().encode(text), 'text', { sourceId: id, title, published, url, outlet })
  const reading = readCapture(capture, gazetteer)
  if ('reason' in reading) return null
  // Two articles may have the same bytes: each is a capture of its own.
  return { captureId: `${capture.sha256.slice(0, 16)}-${id}`, receivedAt: receivedAt(position), reading }
}

/** Articles come in in the order of the file, a second apart. */
function receivedAt(position: number): string {
  return new Date(Date.UTC(2024, 0, 1) + position * 1000).toISOString()
}

/** Digest of everything a reading depends on: the built stages before merging, and their data. */
function extractorDigest(): string {
  const root = resolve(import.meta.dirname, '../..')
  const digest = createHash('sha256')
  for (const folder of [
    'src/1-capture',
    'src/2-document',
    'src/3-claims',
    'src/adapters/gazetteer',
    'data/words',
    'data/models',
  ])
    for (const file of readdirSync(join(root, folder), { recursive: true }).map(String).sort())
      if (file.endsWith('.js') && !/^(?:merging|word-shares)/u.test(file))
        digest.update(readFileSync(join(root, folder, file)))
  return digest.digest('hex')
}
