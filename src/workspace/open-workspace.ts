import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { createCustodyLog } from '../adapters/custody/create-custody-log.ts'
import { openCustodyLog } from '../adapters/custody/open-custody-log.ts'
import { openStore } from '../adapters/store/open-store.ts'
import { CairnError } from '../model/error.ts'
import type { Clock } from '../ports/clock.ts'
import { ARCHIVE_FOLDER, openArchiveOf } from './open-archive-of.ts'
import { clearTails } from './clear-tails.ts'
import { openDecisionsFile } from './decisions/decisions-file.ts'
import { clearDecisionTail } from './decisions/clear-decision-tail.ts'
import { commit } from './commit.ts'
import { makeWhole } from './make-whole.ts'
import { hasManifest, readManifest, writeManifest } from './manifest.ts'
import { KEY_NAME_SETTING } from './settings.ts'
import { startSession } from './session.ts'
import { software } from './software.ts'
import type { Workspace } from './workspace.ts'

export interface OpenOptions {
  /** `read` changes nothing, and works beside other processes that write. */
  readonly access: 'read' | 'write'
  /** Who collects; null for the system's user name. Kept in the private folder only. */
  readonly collector?: string | null
}

export const DATABASE_FILE = 'cairn.db'

export const SYSTEM_CLOCK: Clock = { now: () => new Date() }

/**
 * Makes a workspace in a folder that is not there or empty, as a whole.
 *
 * @returns false when there is one already, which is left as it is
 * @throws {CairnError} "bad-usage" when the folder holds something else
 */
export async function initWorkspace(folder: string): Promise<boolean> {
  if (hasManifest(folder)) return false
  try {
    await makeWhole(folder, fillWorkspace)
    return true
  } catch (error) {
    // Another process may have been quicker.
    if (hasManifest(folder)) return false
    throw error
  }
}

async function fillWorkspace(draft: string): Promise<void> {
  mkdirSync(join(draft, ARCHIVE_FOLDER), { mode: 0o700 })
  await createCustodyLog(draft)
  const text = writeManifest(draft, SYSTEM_CLOCK.now().toISOString())
  const workspace = await open(draft, 'write', '')
  try {
    const keyName = await workspace.custody.keyName()
    const manifestSha256 = createHash('sha256').update(text).digest('hex')
    await commit(workspace, async ({ writer, log }) => {
      const at = SYSTEM_CLOCK.now().toISOString()
      await log([{ kind: 'note', at, what: 'created', detail: { manifestSha256, software: software() } }])
      await writer.setSetting(KEY_NAME_SETTING, keyName)
    })
  } finally {
    await workspace.close()
  }
}

/**
 * Opens a workspace. With `write`, what a killed run left unfinished is put right first, and the run is noted in the log.
 *
 * @throws {CairnError} "no-workspace" | "bad-workspace" | "store-busy"
 */
export async function openWorkspace(folder: string, { access, collector = null }: OpenOptions): Promise<Workspace> {
  readManifest(folder)
  if (!existsSync(join(folder, DATABASE_FILE)))
    throw new CairnError(
      'bad-workspace',
      `${join(folder, DATABASE_FILE)} is missing. "cairn rebuild" makes it again from the archive and the log.`,
    )
  if (access === 'read') return open(folder, access, '')
  const session = startSession(folder, SYSTEM_CLOCK.now().toISOString(), software(), collector)
  const workspace = await open(folder, access, session.id)
  try {
    await commit(workspace, async ({ writer, log }) => {
      const at = SYSTEM_CLOCK.now().toISOString()
      await log([{ kind: 'note', at, what: 'session', detail: { session: session.id, sha256: session.sha256 } }])
      await clearTails(workspace, writer)
      await clearDecisionTail(workspace, writer)
    })
    return workspace
  } catch (error) {
    await workspace.close()
    throw error
  }
}

async function open(folder: string, access: OpenOptions['access'], session: string): Promise<Workspace> {
  const database = join(folder, DATABASE_FILE)
  const store = await openStore(database, { readonly: access === 'read' })
  const archive = await openArchiveOf(folder, SYSTEM_CLOCK, (sha256) => store.payloadLocation(sha256))
  const custody = openCustodyLog(folder)
  const { ino } = statSync(database)
  return {
    folder,
    store,
    archive,
    custody,
    decisions: openDecisionsFile(folder),
    clock: SYSTEM_CLOCK,
    session,
    assertCurrent() {
      if (statSync(database, { throwIfNoEntry: false })?.ino === ino) return
      throw new CairnError(
        'bad-workspace',
        'The database was made again by another process meanwhile. Run the command again; nothing acknowledged is lost.',
      )
    },
    async close() {
      await archive.close()
      await custody.close()
      await store.close()
    },
  }
}
