import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { openCustodyLog } from '../adapters/custody/open-custody-log.ts'
import { removeIncidentStore } from '../adapters/incidents/open-incident-store.ts'
import { openStore } from '../adapters/store/open-store.ts'
import { CairnError } from '../model/error.ts'
import type { CustodyLog } from '../ports/custody-log.ts'
import type { RecordStore } from '../ports/record-store.ts'
import { END_SETTING } from './clear-tails.ts'
import { openDecisionsFile } from './decisions/decisions-file.ts'
import { INCIDENTS_FILE } from './incidents/open-incidents.ts'
import { readManifest } from './manifest.ts'
import { openArchiveOf } from './open-archive-of.ts'
import { DATABASE_FILE, SYSTEM_CLOCK } from './open-workspace.ts'
import { rebuild, type Rebuilt, type RebuildOptions } from './rebuild.ts'
import { KEY_NAME_SETTING } from './settings.ts'

/** The name of the old database, null when there was none to keep. */
export type RebuiltDatabase = Rebuilt & { readonly kept: string | null }

/**
 * Makes the database of a workspace again from archive and log, and puts it in the place of the old one, which is kept.
 *
 * Settings that the log does not hold (feeds watched) are taken from the old database where that can still be read. Other
 * processes that have the workspace open find out at their next write and end.
 *
 * @throws {CairnError} "no-workspace" | "bad-workspace"
 */
export async function rebuildDatabase(
  folder: string,
  options: RebuildOptions,
  onProgress: (captures: number) => void,
): Promise<RebuiltDatabase> {
  readManifest(folder)
  const draft = `${DATABASE_FILE}.rebuilt`
  removeDatabase(folder, draft)
  const archive = await openArchiveOf(folder, SYSTEM_CLOCK)
  const custody = openCustodyLog(folder)
  const old = await openOld(folder)
  try {
    // What a crash left unfinished at the log's end is put right first, under the lock that writers hold.
    const recover = (): Promise<unknown> => custody.recover()
    await (old === null ? recover() : old.write(recover))
    await assertLogHolds(custody, old)
    const store = await openStore(join(folder, draft))
    let rebuilt: Rebuilt
    try {
      rebuilt = await rebuild({ archive, custody, decisions: openDecisionsFile(folder) }, store, options, onProgress)
      const settings = [...((await old?.settings().catch(() => [])) ?? []), [KEY_NAME_SETTING, await custody.keyName()]]
      const held = new Set((await store.settings()).map(([name]) => name))
      await store.write(async (writer) => {
        for (const [name, value] of settings) {
          const isFree = name !== undefined && !held.has(name) && !name.startsWith(END_SETTING)
          if (isFree && value !== undefined) await writer.setSetting(name, value)
        }
      })
    } finally {
      await store.close()
    }
    const kept = old === null && !existsSync(join(folder, DATABASE_FILE)) ? null : `${DATABASE_FILE}.before-rebuild`
    const swap = async (): Promise<void> => {
      if (kept !== null) {
        removeDatabase(folder, kept)
        moveDatabase(folder, DATABASE_FILE, kept)
      }
      moveDatabase(folder, draft, DATABASE_FILE)
    }
    // The old database's lock keeps other writers out while the files change places.
    await (old === null ? swap() : old.write(swap))
    // What was merged may hold reports of captures that are not in the new one.
    await removeIncidentStore(join(folder, INCIDENTS_FILE))
    return { ...rebuilt, kept }
  } finally {
    await archive.close()
    await custody.close()
  }
}

/**
 * A database is made from a log that holds only, and that is the one which the old database knows: else it would vouch for
 * whatever somebody put there.
 */
async function assertLogHolds(custody: CustodyLog, old: RecordStore | null): Promise<void> {
  const head = (await old?.custodyHead().catch(() => null)) ?? null
  const keyName = (await old?.setting(KEY_NAME_SETTING).catch(() => null)) ?? null
  for await (const { message } of custody.verify({ head, keyName })) {
    const way = head === null ? '' : ` Should the database be at fault, move ${DATABASE_FILE} away and run it again.`
    throw new CairnError(
      'bad-workspace',
      `Nothing was made again, as the custody log does not hold: ${message} "cairn verify" names every fault; restore the log from a backup.${way}`,
    )
  }
}

/** The old database where it can be opened; it is left open, as closing would write to it. */
async function openOld(folder: string): Promise<RecordStore | null> {
  const path = join(folder, DATABASE_FILE)
  if (!existsSync(path)) return null
  try {
    return await openStore(path)
  } catch (error) {
    if (error instanceof CairnError && error.code === 'store-busy') throw error
    return null
  }
}

/** The files of a database: itself and those beside it that carry its name. */
function filesOf(folder: string, database: string): string[] {
  return readdirSync(folder).filter(
    (name) =>
      name === database ||
      /^[-.](?:wal|shm|journal|sums|lock)/u.test(name.startsWith(database) ? name.slice(database.length) : ''),
  )
}

function removeDatabase(folder: string, database: string): void {
  for (const name of filesOf(folder, database)) rmSync(join(folder, name))
}

function moveDatabase(folder: string, from: string, to: string): void {
  for (const name of filesOf(folder, from))
    renameSync(join(folder, name), join(folder, `${to}${name.slice(from.length)}`))
}
