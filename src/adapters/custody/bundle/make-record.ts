import { CairnError } from '../../../model/error.ts'
import { indexWarc } from '../../wacz/index-warc.ts'
import { canonicalJson } from '../encode-entry.ts'
import type { CustodyEvidence } from '../read-evidence.ts'
import { type BundleFiles, NAMES } from './bundle-files.ts'
import { checkpointFiles } from './checkpoint-files.ts'
import { checkRecord } from './check-record.ts'
import { MAX_BYTES } from './pack-bundle.ts'
import { bytesOf } from './read-spans.ts'
import { RECORD_NAMES, RECORD_SCHEMA, type RecordManifest, type WithheldCapture } from './record-files.ts'
import { renderRecordReadme } from './render-record-readme.ts'
import { signPackage } from './sign-package.ts'

/** A capture that goes into an evidence bundle. */
export interface RecordCapture {
  readonly captureId: string
  /** Its span as it lies in the archive. */
  readonly span: Uint8Array
  /** Address and title that readers of web archives list, and when it was received. */
  readonly page: { readonly url: string; readonly ts: string; readonly title: string }
  /** The reading as the bytes that were logged; null when there is none. */
  readonly readingJson: string | null
}

/** What an evidence bundle is made of. */
export interface RecordParts {
  /** Entries of the captures, their readings and the decisions, under one checkpoint. */
  readonly evidence: CustodyEvidence
  /** In the order of custody; with every capture that another's payload lies in. */
  readonly captures: readonly RecordCapture[]
  /** Captures that it only names; their entries are in `evidence`. */
  readonly withheld: readonly WithheldCapture[]
  readonly holdsRedacted: boolean
  /** Decisions as the bytes that were logged, in order. */
  readonly decisions: readonly string[]
  /** Files of the export, by their names. */
  readonly exports: ReadonlyMap<string, Uint8Array>
  readonly isWhole: boolean
  readonly producer: string
  /** ISO 8601, UTC. */
  readonly created: string
  /** Name and version of this software. */
  readonly software: string
}

/**
 * Puts together the files of an evidence bundle: a WACZ package with the captures behind a record, the log's proofs, what was
 * read, what was decided, and the export itself.
 *
 * @throws {CairnError} "bad-usage" when it would be too large; "bad-workspace" when the parts do not prove each other
 */
export async function makeRecord(parts: RecordParts): Promise<BundleFiles> {
  const { evidence, captures, withheld, holdsRedacted, decisions, producer, isWhole, created, software } = parts
  const total = captures.reduce((sum, { span, readingJson }) => sum + span.length + (readingJson?.length ?? 0), 0)
  if (total > MAX_BYTES / 2)
    throw new CairnError(
      'bad-usage',
      `The evidence bundle would hold ${total} bytes, which is more than fits one: narrow the export, for example with --from and --to. "cairn backup" keeps a whole workspace of any size.`,
    )
  const archive = Buffer.concat(captures.map(({ span }) => span))
  let offset = 0
  const manifest: RecordManifest = {
    schema: RECORD_SCHEMA,
    isWhole,
    producer,
    captures: captures.map(({ captureId, span }) => {
      const at = offset
      offset += span.length
      return { captureId, offset: at, length: span.length }
    }),
    withheld,
    holdsRedacted,
  }
  const files = new Map<string, Uint8Array>()
  const put = (name: string, content: string | Uint8Array): void =>
    void files.set(name, typeof content === 'string' ? Buffer.from(content) : content)
  const lines = (items: readonly string[]): string => items.map((item) => `${item}\n`).join('')
  const readings = captures.flatMap(({ readingJson }) => (readingJson === null ? [] : [readingJson]))

  put(NAMES.readme, renderRecordReadme(evidence.key.publicKey.name, manifest))
  put(RECORD_NAMES.manifest, `${JSON.stringify(manifest, null, 2)}\n`)
  put(NAMES.archive, archive)
  put(NAMES.index, await renderIndex(archive))
  put(NAMES.pages, renderPages(captures))
  put(
    RECORD_NAMES.entries,
    lines(evidence.entries.map(({ line, proof }) => canonicalJson({ entry: line.toString('utf8'), proof }))),
  )
  for (const [name, content] of checkpointFiles(evidence)) put(name, content)
  put(RECORD_NAMES.readings, lines([...new Set(readings)]))
  put(RECORD_NAMES.decisions, lines(decisions))
  for (const [name, bytes] of parts.exports) put(`exports/${name}`, bytes)

  const title = `Evidence behind ${captures.length} captures`
  const bundle = signPackage(files, { title, created, software }, evidence.key)
  const failed = (await checkRecord(bundle, null)).find(({ outcome }) => outcome === 'failed')
  if (failed !== undefined) throw new CairnError('bad-workspace', `no proof: ${failed.file}: ${failed.message}`)
  return bundle
}

async function renderIndex(archive: Uint8Array): Promise<string> {
  const found: string[] = []
  const name = NAMES.archive.slice(NAMES.archive.indexOf('/') + 1)
  for await (const { cdxj } of indexWarc(bytesOf(archive), name)) found.push(`${cdxj}\n`)
  return found.sort().join('')
}

/** The list of pages that WACZ readers show first. */
function renderPages(captures: readonly RecordCapture[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' }
  return [head, ...captures.map(({ captureId, page }) => ({ id: captureId, ...page }))]
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
