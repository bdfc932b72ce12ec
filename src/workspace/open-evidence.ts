import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { openCustodyLog } from '../adapters/custody/open-custody-log.ts'
import { openStore } from '../adapters/store/open-store.ts'
import { verifySums } from '../adapters/sqlite/sums/verify-sums.ts'
import { CairnError } from '../model/error.ts'
import type { RecordStore } from '../ports/record-store.ts'
import { INCIDENTS_FILE, openIncidents } from './incidents/open-incidents.ts'
import { MANIFEST_FILE, readManifest } from './manifest.ts'
import { openArchiveOf } from './open-archive-of.ts'
import { DATABASE_FILE, SYSTEM_CLOCK } from './open-workspace.ts'
import { openDecisionsFile } from './decisions/decisions-file.ts'
import type { Evidence, VerifyFault } from './verify.ts'

/** The parts of a workspace opened for verifying, and what could not be opened. */
export type OpenedEvidence = Evidence & {
  readonly unopened: readonly VerifyFault[]
  close(): Promise<void>
}

/**
 * Opens what `verifyWorkspace` looks at, however damaged.
 *
 * @throws {CairnError} "no-workspace" when there is none
 */
export async function openEvidence(folder: string): Promise<OpenedEvidence> {
  const damaged: VerifyFault[] = []
  const note = (part: VerifyFault['part'], reason: string, error: unknown): null => {
    const message = error instanceof Error ? error.message : String(error)
    damaged.push({ part, captureId: null, resource: null, reason, message })
    return null
  }
  try {
    readManifest(folder)
  } catch (error) {
    if (error instanceof CairnError && error.code === 'no-workspace') throw error
    note('workspace', 'bad-manifest', error)
  }
  const manifestSha256 = hashOf(join(folder, MANIFEST_FILE))
  const store = await openSound(join(folder, DATABASE_FILE), note)
  for (const message of await incidentFaults(folder)) note('incidents', 'damaged', new Error(message))
  const archive = await openArchiveOf(folder, SYSTEM_CLOCK)
  const custody = openCustodyLog(folder)
  return {
    store,
    archive,
    custody,
    decisions: openDecisionsFile(folder),
    manifestSha256,
    unopened: damaged,
    async close() {
      await store?.close()
      await archive.close()
      await custody.close()
    },
  }
}

/**
 * Opens the database when every page of it is as it was written; null when not. SQLite's binding ends the process on text that
 * is no UTF-8, so a damaged file is named and not read.
 */
async function openSound(
  path: string,
  note: (part: VerifyFault['part'], reason: string, error: unknown) => null,
): Promise<RecordStore | null> {
  let isSound = true
  for await (const { message } of existsSync(path) ? verifySums(path) : []) {
    isSound = false
    note('database', 'damaged', message)
  }
  if (!isSound) return null
  return openStore(path, { readonly: true }).catch((error: unknown) => note('database', 'unreadable', error))
}

/** What is wrong with the incidents, which prove nothing and are made again at will. */
async function incidentFaults(folder: string): Promise<readonly string[]> {
  const faults: string[] = []
  try {
    const incidents = await openIncidents({ folder }, 'read')
    for await (const fault of incidents.check()) faults.push(fault)
    await incidents.close()
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  const advice = `No evidence is touched: delete ${INCIDENTS_FILE}, which is derived, and "cairn incidents" makes it again.`
  return faults.map((fault) => `${fault} ${advice}`)
}

function hashOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}
