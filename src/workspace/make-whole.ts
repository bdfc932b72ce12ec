import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { CairnError } from '../model/error.ts'
import { hasManifest, MANIFEST_FILE } from './manifest.ts'

/** Where a workspace is put together inside a folder that was there before. */
const DRAFT = '.cairn-unfinished'
/** What a new file system brings with it. */
const IGNORED = 'lost+found'

/**
 * Makes a workspace's folder as a whole: `fill` works in a draft, which then takes its place; a failure leaves nothing. A
 * folder that is there already must be empty (it may be the root of a disk); it becomes a workspace with the manifest, which
 * comes last.
 *
 * @throws {CairnError} "bad-usage" when the folder holds something
 */
export async function makeWhole(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  assertFree(folder)
  const isThere = existsSync(folder)
  const draft = isThere ? join(folder, DRAFT) : join(dirname(folder), `.${basename(folder)}.new-${process.pid}`)
  if (!isThere) rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(draft), { recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  try {
    await fill(draft)
    if (!isThere) {
      renameSync(draft, folder)
      return
    }
    const names = readdirSync(draft).filter((name) => name !== MANIFEST_FILE)
    for (const name of [...names, MANIFEST_FILE]) renameSync(join(draft, name), join(folder, name))
    rmdirSync(draft)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

function assertFree(folder: string): void {
  const above = nearestExisting(folder)
  if (!statSync(above).isDirectory())
    throw new CairnError('bad-usage', `${above} is a file, not a folder. Name another folder with --workspace.`)
  if (!existsSync(folder) || readdirSync(folder).every((name) => name === IGNORED)) return
  const state = hasManifest(folder)
    ? 'is a workspace already'
    : existsSync(join(folder, DRAFT))
      ? `is being made a workspace by another run, or one that was interrupted (then remove ${join(folder, DRAFT)})`
      : 'is there already, is not empty and is no workspace'
  throw new CairnError('bad-usage', `${folder} ${state}. Name another folder with --workspace.`)
}

function nearestExisting(path: string): string {
  const above = dirname(path)
  return above === path || existsSync(path) ? path : nearestExisting(above)
}
