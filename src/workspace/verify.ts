import { isDeepStrictEqual } from 'node:util'

import type { CustodyEntry, NoteEntry } from '../model/custody.ts'
import type { CustodyAnchor } from '../ports/custody-log.ts'
import type { RecordStore, StoredCapture } from '../ports/record-store.ts'
import { checkDecisions } from './decisions/check-decisions.ts'
import { checkReadings } from './check-readings.ts'
import { startKeySet } from './key-set.ts'
import { mergeSpans } from './merge-spans.ts'
import type { Workspace } from './workspace.ts'
import { toStored } from './commit.ts'
import { readArchived } from './read-archived.ts'
import { KEY_NAME_SETTING } from './settings.ts'
import { findLostTimestamp } from './take-timestamp.ts'
import { readingKey, verifyStore } from './verify-store.ts'

/** One thing that is wrong with the evidence. */
export interface VerifyFault {
  /** Which part it is in. */
  readonly part: 'archive' | 'custody' | 'database' | 'decisions' | 'incidents' | 'workspace'
  /** The capture it touches, where it touches one. */
  readonly captureId: string | null
  readonly resource: string | null
  /** Stable word for the fault. */
  readonly reason: string
  /** What, where, and what to do. */
  readonly message: string
}

/** The answer for one capture. */
export interface VerifiedCapture {
  readonly captureId: string
  readonly resource: string
  readonly receivedAt: string
  readonly payloadSha256: string
  readonly fault: VerifyFault | null
}

export interface Verification {
  readonly captures: number
  readonly entries: number
  readonly faults: number
}

export interface VerifyObserver {
  /** Verification goes on when the promise resolves. */
  capture(answer: VerifiedCapture): Promise<void> | void
  fault(fault: VerifyFault): void
}

/** What is verified. `store` is null when the database cannot even be opened: the rest is verified all the same. */
export type Evidence = Pick<Workspace, 'archive' | 'custody' | 'decisions'> & {
  readonly store: RecordStore | null
  /** SHA-256 of workspace.json, hex; null when it cannot be read, which is a fault of its own. */
  readonly manifestSha256: string | null
}

/**
 * Proves the workspace again from its bytes: every line of the custody log against its signed checkpoints, every archived
 * span against the log, every byte of the archive against all spans, every decision against the log, the database against its
 * own sums and against the log.
 *
 * Reads only. Faults of the log itself come first, then one answer per capture in the order of the log.
 */
export async function verifyWorkspace(evidence: Evidence, observer: VerifyObserver): Promise<Verification> {
  const { store, archive, custody } = evidence
  let faults = 0
  const tell = (fault: VerifyFault): void => {
    faults++
    observer.fault(fault)
  }
  const general = (part: VerifyFault['part'], reason: string, message: string): void =>
    tell({ part, captureId: null, resource: null, reason, message })

  const anchor = await anchorOf(store, (message) => general('database', 'unreadable', message))
  for await (const { reason, message } of custody.verify(anchor)) general('custody', reason, message)

  const spans = mergeSpans()
  const decisions = await checkDecisions(evidence)
  const readings = store === null ? null : checkReadings(store)
  const logged = startKeySet()
  const notes: NoteEntry[] = []
  let unreadable: unknown = null
  let captures = 0
  let entries = 0
  try {
    for await (const [index, entry] of custody.entries()) {
      entries = index + 1
      if (entry.kind === 'archive-head') {
        spans.add(entry.location)
        const fault = await archive.check(entry.location)
        if (fault !== null) general('archive', fault.reason, fault.message)
      } else if (entry.kind === 'capture') {
        spans.add(entry.location)
        captures++
        const answer = await verifyCapture(evidence, entry, index)
        if (answer.fault !== null) faults++
        await observer.capture(answer)
      } else if (entry.kind === 'reading') {
        logged.add(readingKey(entry.captureId, entry.producer))
        if (unreadable !== null) continue
        await readings?.add(entry).catch((error: unknown) => {
          unreadable = error
        })
      } else if (entry.kind === 'decision') {
        decisions.add(index, entry)
      } else if (entry.kind === 'note') {
        notes.push(entry)
        if (entry.what === 'created' && !isManifest(evidence, entry.detail))
          general(
            'workspace',
            'other-manifest',
            'workspace.json is not the one that the log says was made with the workspace. Restore it from a backup.',
          )
      }
    }
  } catch (error) {
    general('custody', 'unreadable', `The log cannot be read on: ${messageOf(error)}`)
  }

  const timestamps = await custody.timestamps()
  for (const note of notes) {
    const lost = findLostTimestamp(note, timestamps)
    if (lost !== null) general('custody', 'lost-timestamp', lost)
  }

  for (const stray of await archive.findStray(spans.all())) {
    if (stray.isUnderway) continue
    const { file, offset, length } = stray
    general(
      'archive',
      'stray',
      `archive/${file}: ${length} bytes from byte ${offset} on belong to no logged capture. Left by an interrupted run they go with the next "cairn ingest"; otherwise somebody put them there.`,
    )
  }

  for await (const { part, reason, message } of decisions.finish()) general(part, reason, message)
  if (store !== null && readings !== null) {
    const known = anchor.head?.size ?? entries
    await verifyStore(store, { known, entries, captures, readings, logged, unreadable }, tell)
  }
  return { captures, entries, faults }
}

function isManifest({ manifestSha256 }: Evidence, detail: Readonly<Record<string, unknown>>): boolean {
  return manifestSha256 === null || detail['manifestSha256'] === manifestSha256
}

async function anchorOf(store: RecordStore | null, fail: (message: string) => void): Promise<CustodyAnchor> {
  const nothing = { head: null, keyName: null }
  if (store === null) return nothing
  try {
    return { head: await store.custodyHead(), keyName: await store.setting(KEY_NAME_SETTING) }
  } catch (error) {
    fail(`The database cannot say where the log stood: ${messageOf(error)} "cairn rebuild" makes it again.`)
    return nothing
  }
}

/** The capture as the database has it; null also where the database is not there. */
async function findStored(store: RecordStore, captureId: string): Promise<StoredCapture | null> {
  try {
    return await store.capture(captureId)
  } catch {
    return null
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function verifyCapture(
  evidence: Evidence,
  entry: Extract<CustodyEntry, { kind: 'capture' }>,
  index: number,
): Promise<VerifiedCapture> {
  const { captureId, resource, receivedAt, payloadSha256, location } = entry
  const fail = (part: VerifyFault['part'], reason: string, message: string): VerifiedCapture => ({
    captureId,
    resource,
    receivedAt,
    payloadSha256,
    fault: { part, captureId, resource, reason, message },
  })
  const item = await readArchived(evidence, { id: captureId, location, payloadSha256 })
  if ('reason' in item) return fail('archive', item.reason, item.message)
  const verified = { captureId, resource, receivedAt, payloadSha256, fault: null }
  if (evidence.store === null) return verified
  const stored = await findStored(evidence.store, captureId)
  if (stored === null)
    return fail(
      'database',
      'missing-capture',
      `${captureId} is logged (entry ${index}) and archived, but not in the database.`,
    )
  const isSame =
    item.resource === resource &&
    item.receivedAt === receivedAt &&
    isDeepStrictEqual(stored, toStored(item, captureId, location, index))
  if (!isSame)
    return fail(
      'database',
      'other-capture',
      `The database says other things about ${captureId} than entry ${index} of the log and the archive.`,
    )
  return verified
}
