import { join } from 'node:path'

import { readSpanBytes } from '../adapters/custody/bundle/gather-parts.ts'
import { makeRecord, type RecordCapture } from '../adapters/custody/bundle/make-record.ts'
import { packBundle } from '../adapters/custody/bundle/pack-bundle.ts'
import { readOriginal } from '../adapters/custody/bundle/read-spans.ts'
import { readCustodyEvidence } from '../adapters/custody/read-evidence.ts'
import { CairnError } from '../model/error.ts'
import type { StoredDecision } from '../model/decision.ts'
import type { StoredCapture } from '../ports/record-store.ts'
import { findRedacted } from './decisions/find-redacted.ts'
import { ARCHIVE_FOLDER } from './open-archive-of.ts'
import { PRODUCER_SETTING } from './settings.ts'
import { software } from './software.ts'
import type { Workspace } from './workspace.ts'

/** What an evidence bundle is to hold. */
export interface RecordRequest {
  /** Captures behind the export; null for all of the workspace. */
  readonly captureIds: ReadonlySet<string> | null
  /** Ids of the decisions to be told; null for all. */
  readonly decisionIds: ReadonlySet<string> | null
  /** Files of the export by their names. */
  readonly exports: ReadonlyMap<string, Uint8Array>
  /** Takes pages and readings along in which words were redacted; else they are withheld, with their digests in their place. */
  readonly withRedacted: boolean
}

/** An evidence bundle as the bytes of one file. */
export interface ProvenRecord {
  readonly bytes: Buffer
  /** Captures that are named and not held, because words in them were redacted. */
  readonly withheld: number
  /** Whether it holds redacted words. */
  readonly holdsRedacted: boolean
}

const PAGE = 200

/**
 * The evidence behind an export as the bytes of one file, a WACZ that `checkPackedBundle` checks without the workspace and
 * `importBundle` takes over into another.
 *
 * @throws {CairnError} "bad-usage" when there is nothing to prove or too much for one file; "bad-workspace" when evidence is missing
 *   or changed
 */
export async function proveRecord(workspace: Workspace, request: RecordRequest): Promise<ProvenRecord> {
  const { folder, store, clock } = workspace
  const producer = await store.setting(PRODUCER_SETTING)
  const chosen = await chooseCaptures(workspace, request.captureIds)
  if (producer === null || chosen.length === 0)
    throw new CairnError('bad-usage', 'No capture stands behind this export: there is nothing to prove.')
  const redacted = await findRedacted(workspace)
  const withheld = request.withRedacted
    ? []
    : chosen.flatMap(({ capture }) => (redacted.has(capture.id) ? capture : []))
  if (withheld.length === chosen.length)
    throw new CairnError(
      'bad-usage',
      'Words were redacted in every capture behind this export, so that no page could be in the bundle. --with-redacted takes them along.',
    )
  const notHeld = new Set(withheld.map(({ id }) => id))
  const captures: RecordCapture[] = []
  const digests = new Map<string, string>()
  for (const { capture, span } of chosen) {
    const reading = await store.reading(capture.id, producer)
    if (reading !== null) digests.set(capture.id, reading.sha256)
    if (notHeld.has(capture.id)) continue
    const { id, resource, receivedAt } = capture
    const title = reading !== null && 'document' in reading.result ? reading.result.document.title : null
    const page = { url: capture.finalUrl ?? resource, ts: receivedAt, title: title ?? resource }
    captures.push({ captureId: id, span, page, readingJson: reading?.json ?? null })
  }
  const decisions = (await loadStored(workspace)).filter(
    ({ decision }) => request.decisionIds === null || request.decisionIds.has(decision.id),
  )
  const indexes = [
    ...chosen.map(({ capture }) => capture.custodyIndex),
    ...(await findReadings(workspace, digests)),
    ...decisions.map(({ custodyIndex }) => custodyIndex),
  ]
  const holdsRedacted = captures.some(({ captureId }) => redacted.has(captureId))
  const parts = {
    evidence: await readCustodyEvidence(folder, indexes),
    captures,
    withheld: withheld.map(({ id, payloadSha256 }) => ({ captureId: id, payloadSha256, reason: 'redacted' as const })),
    holdsRedacted,
    decisions: decisions.map(({ json }) => json),
    exports: request.exports,
    isWhole: request.captureIds === null && withheld.length === 0,
    producer,
    created: clock.now().toISOString(),
    software: software(),
  }
  return { bytes: await packBundle(await makeRecord(parts)), withheld: withheld.length, holdsRedacted }
}

interface ChosenCapture {
  readonly capture: StoredCapture
  readonly span: Buffer
}

/** The captures asked for and those that hold a payload of theirs, in the order of custody. */
async function chooseCaptures(workspace: Workspace, ids: ReadonlySet<string> | null): Promise<ChosenCapture[]> {
  const all: StoredCapture[] = []
  for (let page = await workspace.store.captures(null, PAGE); page.length > 0;) {
    all.push(...page)
    page = await workspace.store.captures(page.at(-1)?.id ?? null, PAGE)
  }
  const archive = join(workspace.folder, ARCHIVE_FOLDER)
  const bySpan = new Map(all.map((capture) => [capture.location.sha256, capture]))
  const chosen = new Map<string, ChosenCapture>()
  const add = async (capture: StoredCapture): Promise<void> => {
    if (chosen.has(capture.id)) return
    const span = await readSpanBytes(archive, capture.location)
    chosen.set(capture.id, { capture, span })
    const original = bySpan.get((await readOriginal(span))?.sha256 ?? '')
    if (original !== undefined) await add(original)
  }
  for (const capture of all) if (ids === null || ids.has(capture.id)) await add(capture)
  return [...chosen.values()].sort((a, b) => a.capture.custodyIndex - b.capture.custodyIndex)
}

/** Positions of the entries of readings, by the digest of each capture's reading. */
async function findReadings({ custody }: Workspace, digests: ReadonlyMap<string, string>): Promise<number[]> {
  const found = new Map<string, number>()
  for await (const [index, entry] of custody.entries())
    if (entry.kind === 'reading' && digests.get(entry.captureId) === entry.sha256 && !found.has(entry.captureId))
      found.set(entry.captureId, index)
  const lost = [...digests.keys()].find((captureId) => !found.has(captureId))
  if (lost !== undefined)
    throw new CairnError('bad-workspace', `no proof: the custody log has no entry for the reading of ${lost}`)
  return [...found.values()].sort((a, b) => a - b)
}

/** Every decision as it was logged, in order. */
async function loadStored({ store }: Workspace): Promise<StoredDecision[]> {
  const all: StoredDecision[] = []
  for (let page = await store.decisions(null, PAGE); page.length > 0;) {
    all.push(...page)
    page = await store.decisions(page.at(-1)?.decision.id ?? null, PAGE)
  }
  return all
}
