import { createHash } from 'node:crypto'

import type { BundleCheck, ExpectedKey } from '../adapters/custody/bundle/check-parts.ts'
import { readBundled } from '../adapters/custody/bundle/check-record.ts'
import { checkPackedBundle, unpackBundle } from '../adapters/custody/bundle/pack-bundle.ts'
import { type BundledRecord, readRecord } from '../adapters/custody/bundle/read-record.ts'
import { NAMES } from '../adapters/custody/bundle/bundle-files.ts'
import { decodeDecision } from '../adapters/custody/encode-decision.ts'
import { CairnError } from '../model/error.ts'
import { captureIdOf } from './capture-id.ts'
import { commit } from './commit.ts'
import { clearDecisionTail } from './decisions/clear-decision-tail.ts'
import { loadDecisions } from './decisions/load-decisions.ts'
import type { Sourced } from './ingest/source-item.ts'
import type { Workspace } from './workspace.ts'

/** An evidence bundle of which everything was proven. */
export interface ProvenBundle {
  readonly record: BundledRecord
  /** SHA-256 of the file, hex. */
  readonly sha256: string
  /** The signed checkpoint that proves it, without its signature: name, size and root of the log. */
  readonly checkpoint: string
}

/**
 * Proves an evidence bundle.
 *
 * @returns what failed, when anything did
 * @throws {CairnError} "bad-usage" when the file is sound and no evidence bundle of a record
 */
export async function proveBundle(
  bytes: Buffer,
  expectedKey: ExpectedKey,
): Promise<ProvenBundle | readonly BundleCheck[]> {
  const checks = await checkPackedBundle(bytes, expectedKey)
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  const files = await unpackBundle(bytes)
  if ('reason' in files || failed.length > 0) return failed
  const record = readRecord(files)
  if (typeof record === 'string')
    throw new CairnError(
      'bad-usage',
      'It proves one claim or capture and is no evidence bundle of a record: there is nothing to import. "cairn export --format wacz --full" writes one.',
    )
  const note = Buffer.from(files.get(NAMES.checkpoint) ?? []).toString('utf8')
  return {
    record,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    checkpoint: note.split('\n').slice(0, 3).join(' '),
  }
}

/** Notes in the log where the captures that follow come from. */
export async function noteImport(workspace: Workspace, { record, sha256, checkpoint }: ProvenBundle): Promise<void> {
  const at = workspace.clock.now().toISOString()
  const detail = { bundle: sha256, checkpoint, captures: record.items.length, isWhole: record.manifest.isWhole }
  await commit(workspace, async ({ log }) => {
    await log([{ kind: 'note', at, what: 'import', detail }])
  })
}

/**
 * The captures of a bundle as items for custody, in its order. They keep what the other workspace knew of them: how and when they
 * were received and what was said of them, and so their ids.
 *
 * @throws {CairnError} "bad-usage" when a capture's id is not the one that its content gives
 */
export async function* fromBundle({ record }: ProvenBundle): AsyncGenerator<Sourced> {
  for (const { capture, span } of record.items) {
    const read = await readBundled(span, record.items)
    if (typeof read === 'string') throw new CairnError('bad-usage', `${capture.captureId}: ${read}`)
    const item = { ...read.content.item, payload: read.payload }
    if (captureIdOf(item) !== capture.captureId)
      throw new CairnError(
        'bad-usage',
        `${capture.captureId} has another id than its content gives, ${captureIdOf(item)}: it was made by another version of Cairn.`,
      )
    yield { kind: 'item', label: capture.captureId, item, bookmark: null }
  }
}

/** Captures whose reading here is another than in the bundle, by the digest. */
export async function findUnlike(
  { store }: Pick<Workspace, 'store'>,
  { record }: ProvenBundle,
  producer: string,
): Promise<readonly string[]> {
  const told = record.items.filter(({ reading }) => reading !== null)
  const ids = told.map(({ capture }) => capture.captureId)
  const digests = await store.readingDigests(ids, producer)
  return told.flatMap(({ capture: { captureId }, reading }) =>
    digests.get(captureId) === reading?.sha256 ? [] : [captureId],
  )
}

/**
 * Takes the decisions of a bundle over in one step, as they were taken; those that the workspace has are passed over.
 *
 * @returns how many are new
 * @throws {CairnError} "bad-usage" when the workspace has later decisions of its own: decisions stand in the order of their times
 */
export async function takeDecisions(workspace: Workspace, { record }: ProvenBundle): Promise<number> {
  const known = new Set((await loadDecisions(workspace)).map(({ id }) => id))
  const fresh = record.decisions
    .map(({ json }) => ({
      json,
      decision: decodeDecision(json),
      sha256: createHash('sha256').update(json).digest('hex'),
    }))
    .filter(({ decision }) => !known.has(decision.id))
  const [first] = fresh
  if (first === undefined) return 0
  return commit(workspace, async ({ writer, log }) => {
    await clearDecisionTail(workspace, writer)
    const last = (await writer.lastDecision())?.decision.at ?? ''
    if (first.decision.at <= last)
      throw new CairnError(
        'bad-usage',
        `The workspace has decisions that are later than those of the bundle (${last}), so these were not taken over. Import it into a workspace without decisions.`,
      )
    const ends: number[] = []
    for (const { json } of fresh) ends.push(await workspace.decisions.append(json))
    const at = workspace.clock.now().toISOString()
    const index = await log(
      fresh.map(({ decision, sha256 }) => ({ kind: 'decision', at, decisionId: decision.id, sha256 })),
    )
    await writer.addDecisions(fresh.map((one, i) => ({ ...one, fileEnd: ends[i] ?? 0, custodyIndex: index + i })))
    return fresh.length
  })
}
