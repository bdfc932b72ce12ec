import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { splitLines } from '../adapters/inputs/split-lines.ts'
import { openCustodyLog } from '../adapters/custody/open-custody-log.ts'
import type { DecisionEntry } from '../model/custody.ts'
import { CairnError } from '../model/error.ts'
import type { RecordStore, RecordWriter, StoredCapture, StoredReading } from '../ports/record-store.ts'
import {
  BACKUP_SCHEMA,
  type BackupManifest,
  CAPTURES_FILE,
  FILES_FOLDER,
  MANIFEST_FILE,
  READINGS_FILE,
  SETTINGS_FILE,
} from './backup.ts'
import { openDecisionsFile } from './decisions/decisions-file.ts'
import { findLogged } from './decisions/find-logged.ts'
import { makeWhole } from './make-whole.ts'

const BATCH = 50
const PLAIN_NAME = /^[^/\\\0]+(?:\/[^/\\\0]+)*$/u

/**
 * Makes a workspace from a backup in a folder that is not there yet. Every file is hashed against the manifest before
 * anything is written.
 *
 * @param openStore  opens the empty store in the folder that it is given
 * @throws {CairnError} "bad-usage" | "bad-workspace" that names each file that is missing or changed
 */
export async function restore(
  backup: string,
  folder: string,
  openStore: (folder: string) => Promise<RecordStore>,
): Promise<BackupManifest> {
  const manifest = readManifest(backup)
  await checkFiles(backup, manifest)
  await makeWhole(folder, async (draft) => {
    mkdirSync(join(draft, 'archive'), { mode: 0o700 })
    for (const { name } of manifest.files)
      if (name.startsWith(`${FILES_FOLDER}/`))
        await copyFile(join(backup, name), join(draft, name.slice(FILES_FOLDER.length + 1)))
    const store = await openStore(draft)
    try {
      await fillStore(store, backup, manifest)
      await fillDecisions(store, draft)
    } finally {
      await store.close()
    }
  })
  return manifest
}

async function copyFile(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  copyFileSync(from, to)
  const file = await open(to, 'r+')
  await file.sync()
  await file.close()
}

async function fillStore(store: RecordStore, backup: string, { head }: BackupManifest): Promise<void> {
  await fill<StoredCapture>(store, join(backup, CAPTURES_FILE), (writer, rows) => writer.addCaptures(rows))
  await fill<Omit<StoredReading, 'result'>>(store, join(backup, READINGS_FILE), (writer, rows) =>
    writer.addReadings(rows.map((row) => ({ ...row, result: JSON.parse(row.json) as StoredReading['result'] }))),
  )
  await fill<Setting>(store, join(backup, SETTINGS_FILE), async (writer, rows) => {
    for (const { name, value } of rows) await writer.setSetting(name, value)
  })
  await store.write((writer) => writer.setCustodyHead(head))
}

/** Decisions lie in the folder as they are; the store's rows are made from their file and the log. */
async function fillDecisions(store: RecordStore, folder: string): Promise<void> {
  const custody = openCustodyLog(folder)
  try {
    const entries: (readonly [number, DecisionEntry])[] = []
    for await (const [index, entry] of custody.entries()) if (entry.kind === 'decision') entries.push([index, entry])
    const { found, lost } = await findLogged(openDecisionsFile(folder), entries)
    if (lost.length > 0)
      throw new CairnError('bad-workspace', `The backup is not whole; nothing was restored: ${lost.join(' ')}`)
    await store.write((writer) => writer.addDecisions(found))
  } finally {
    await custody.close()
  }
}

interface Setting {
  readonly name: string
  readonly value: string
}

function readManifest(backup: string): BackupManifest {
  const path = join(backup, MANIFEST_FILE)
  if (!existsSync(path))
    throw new CairnError('bad-usage', `${path} is missing: this is no backup, or one that was not finished.`)
  let manifest: Partial<BackupManifest>
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<BackupManifest>
  } catch (cause) {
    throw new CairnError('bad-workspace', `${path} is not JSON: it was damaged. Take another copy of the backup.`, {
      cause,
    })
  }
  if (manifest.schema !== BACKUP_SCHEMA || !Array.isArray(manifest.files))
    throw new CairnError('bad-workspace', `${path} is not a manifest of ${BACKUP_SCHEMA}.`)
  const bad = manifest.files.find(({ name }) => !PLAIN_NAME.test(name) || name.split('/').includes('..'))
  if (bad !== undefined)
    throw new CairnError('bad-workspace', `${path} names ${JSON.stringify(bad.name)}, which leads out of the folder.`)
  return manifest as BackupManifest
}

async function checkFiles(backup: string, { files }: BackupManifest): Promise<void> {
  const wrong: string[] = []
  for (const { name, sha256 } of files) {
    const path = join(backup, name)
    if (!existsSync(path)) wrong.push(`${name} is missing`)
    else if ((await digestOf(path)) !== sha256) wrong.push(`${name} was changed`)
  }
  if (wrong.length > 0)
    throw new CairnError('bad-workspace', `The backup is damaged; nothing was restored: ${wrong.join('; ')}.`)
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Reads NDJSON and writes it in batches. */
async function fill<Row>(
  store: RecordStore,
  path: string,
  keep: (writer: RecordWriter, rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  let rows: Row[] = []
  const flush = async (): Promise<void> => {
    const full = rows
    rows = []
    if (full.length > 0) await store.write((writer) => keep(writer, full))
  }
  const decoder = new TextDecoder()
  for await (const { bytes } of splitLines(createReadStream(path), Number.POSITIVE_INFINITY)) {
    if (bytes !== null && bytes.length > 0 && rows.push(JSON.parse(decoder.decode(bytes)) as Row) >= BATCH)
      await flush()
  }
  await flush()
}
