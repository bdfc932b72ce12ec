import type { Unreadable } from '../../../model/document.ts'
import { CairnError } from '../../../model/error.ts'
import type { Reading } from '../../../model/reading.ts'
import { indexWarc } from '../../wacz/index-warc.ts'
import { canonicalJson } from '../encode-entry.ts'
import type { CustodyEvidence, ProvenEntry } from '../read-evidence.ts'
import { NAMES } from './bundle-files.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkpointFiles } from './checkpoint-files.ts'
import { checkBundle } from './check-bundle.ts'
import { bytesOf, readCapture } from './read-spans.ts'
import { renderReadme } from './render-readme.ts'
import { signPackage } from './sign-package.ts'

/** What a proof bundle is made of. */
export interface BundleParts {
  /** The entry of the capture and, where a reading is proven too, the entry of that. */
  readonly evidence: CustodyEvidence
  /** The capture's span as it lies in the archive. */
  readonly span: Uint8Array
  /** The span that holds the payload when the capture only refers to it, else null. */
  readonly originalSpan: Uint8Array | null
  /** The reading as the bytes that were logged, or null to prove the capture alone. */
  readonly readingJson: string | null
  /** The claim to be proven, or null to prove the document with all of its claims. */
  readonly claimId: string | null
  /** ISO 8601, UTC. */
  readonly created: string
  /** Name and version of this software. */
  readonly software: string
}

/**
 * Puts together the files of a proof bundle: everything that is needed to check, without the workspace, that these bytes
 * and this reading were in its log. The files go into a WACZ as they are, in this order.
 *
 * @throws {CairnError} "bad-usage" when the reading has no such claim; "bad-workspace" when the parts do not prove each other
 */
export async function makeBundle(parts: BundleParts): Promise<BundleFiles> {
  const { evidence, readingJson, claimId, created, software } = parts
  const [captureEntry, readingEntry = null] = evidence.entries
  if (captureEntry === undefined) throw new CairnError('bad-usage', 'a proof needs the custody entry of its capture')
  const capture = await readCapture(parts.span, parts.originalSpan)
  if (typeof capture === 'string') throw new CairnError('bad-workspace', `the capture cannot be read: ${capture}`)
  const reading = readingJson === null ? null : (JSON.parse(readingJson) as Reading | Unreadable)
  if (reading !== null && !('document' in reading)) {
    throw new CairnError('bad-usage', `the capture could not be read (${reading.reason}): prove it without a reading`)
  }
  const claim = claimId === null ? null : (reading?.claims.find(({ id }) => id === claimId) ?? null)
  if (claimId !== null && claim === null) throw new CairnError('bad-usage', `the reading has no claim ${claimId}`)
  const { resource, receivedAt } = capture.content.item
  const title = reading?.document.title ?? resource
  const files = new Map<string, Uint8Array>()
  const put = (name: string, content: string | Uint8Array): void =>
    void files.set(name, typeof content === 'string' ? Buffer.from(content) : content)
  const putProven = (entry: ProvenEntry, names: { readonly entry: string; readonly proof: string }): void => {
    put(names.entry, entry.line)
    put(names.proof, `${canonicalJson(entry.proof)}\n`)
  }

  const hasTimestamp = evidence.timestamps.length > 0
  put(
    NAMES.readme,
    renderReadme({
      keyName: evidence.key.publicKey.name,
      hasOriginal: parts.originalSpan !== null,
      hasReading: reading !== null,
      hasClaim: claim !== null,
      hasTimestamp,
    }),
  )
  put(NAMES.archive, parts.span)
  if (parts.originalSpan !== null) put(NAMES.original, parts.originalSpan)
  put(NAMES.index, await renderIndex(files))
  put(NAMES.pages, renderPages({ url: capture.content.item.http?.finalUrl ?? resource, ts: receivedAt, title }))
  putProven(captureEntry, { entry: NAMES.captureEntry, proof: NAMES.captureProof })
  if (readingEntry !== null) putProven(readingEntry, { entry: NAMES.readingEntry, proof: NAMES.readingProof })
  for (const [name, content] of checkpointFiles(evidence)) put(name, content)
  if (readingJson !== null) put(NAMES.reading, readingJson)
  if (reading !== null) put(NAMES.document, reading.document.text)
  if (claim !== null) put(NAMES.claim, `${canonicalJson(claim)}\n`)

  const bundle = signPackage(files, { title, created, software }, evidence.key)
  const failed = (await checkBundle(bundle, null)).find(({ outcome }) => outcome === 'failed')
  if (failed !== undefined) throw new CairnError('bad-workspace', `no proof: ${failed.file}: ${failed.message}`)
  return bundle
}

async function renderIndex(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const lines: string[] = []
  for (const name of [NAMES.archive, NAMES.original]) {
    const bytes = files.get(name)
    if (bytes === undefined) continue
    const filename = name.slice(name.indexOf('/') + 1)
    for await (const { cdxj } of indexWarc(bytesOf(bytes), filename)) lines.push(`${cdxj}\n`)
  }
  return lines.sort().join('')
}

/** The list of pages that WACZ readers show first. */
function renderPages(page: { readonly url: string; readonly ts: string; readonly title: string }): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' }
  return `${JSON.stringify(head)}\n${JSON.stringify({ id: '1', ...page })}\n`
}
