import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

import { CairnError } from '../model/error.ts'
import type { TreeHead } from '../ports/custody-log.ts'
import { commit } from './commit.ts'
import type { Workspace } from './workspace.ts'

export const BACKUP_SCHEMA = 'cairn/backup@1'
export const MANIFEST_FILE = 'manifest.json'
export const CAPTURES_FILE = 'captures.ndjson'
export const READINGS_FILE = 'readings.ndjson'
export const SETTINGS_FILE = 'settings.ndjson'
/** Folder of the workspace's own files inside a backup. */
export const FILES_FOLDER = 'workspace'
/**
 * The database is written as NDJSON, not copied; the incidents are derived and left out; the archive is copied as far as the
 * log reaches.
 */
const NOT_COPIED = /^(?:cairn\.db|incidents\.db|archive(?:\/|$))/u

/** One file of a backup. */
export interface BackupFile {
  /** Path inside the backup, with "/". */
  readonly name: string
  readonly bytes: number
  /** SHA-256, hex. */
  readonly sha256: string
}

/** What a backup holds: every file with its digest, and the state of the log it is of. */
export interface BackupManifest {
  readonly schema: typeof BACKUP_SCHEMA
  readonly createdAt: string
  readonly software: string
  readonly head: TreeHead
  readonly captures: number
  readonly readings: number
  readonly files: readonly BackupFile[]
}

const PAGE = 200

/**
 * Writes the workspace into a new folder: the record as NDJSON, the archive and every other file as they are, and a
 * manifest with the digest of each. The manifest comes last; a backup without one is unfinished.
 *
 * Other processes may go on meanwhile; what they add after the first moment is not in it. The signing key is: the backup
 * is as private as the workspace.
 */
export async function backUp(workspace: Workspace, folder: string, software: string): Promise<BackupManifest> {
  assertFree(folder, workspace.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files: BackupFile[] = []

  // Under the write lock, so that log, checkpoints and settings are of one moment.
  const { head, createdAt, settings } = await commit(workspace, async ({ writer }) => {
    for (const path of listFiles(workspace.folder)) {
      if (!NOT_COPIED.test(path))
        files.push(await copy(join(workspace.folder, path), folder, `${FILES_FOLDER}/${path}`, null))
    }
    const at = workspace.clock.now().toISOString()
    return { head: await workspace.custody.head(), createdAt: at, settings: await writer.settings('') }
  })

  const ends = new Map<string, number>()
  for await (const [index, entry] of workspace.custody.entries()) {
    if (index >= head.size) break
    if (entry.kind !== 'capture' && entry.kind !== 'archive-head') continue
    const { file, offset, length } = entry.location
    ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
  }
  for (const [file, end] of [...ends].sort())
    files.push(await copy(join(workspace.folder, 'archive', file), folder, `${FILES_FOLDER}/archive/${file}`, end))

  let captures = 0
  let readings = 0
  files.push(
    await writeLines(folder, CAPTURES_FILE, async (line) => {
      for await (const capture of capturesUpTo(workspace, head.size)) {
        captures++
        await line(capture)
      }
    }),
    await writeLines(folder, READINGS_FILE, async (line) => {
      for await (const { id } of capturesUpTo(workspace, head.size)) {
        for (const producer of await workspace.store.producers(id)) {
          const reading = await workspace.store.reading(id, producer)
          if (reading === null || reading.readAt > createdAt) continue
          readings++
          const { captureId, readAt, sha256, json } = reading
          await line({ captureId, producer, readAt, sha256, json })
        }
      }
    }),
    await writeLines(folder, SETTINGS_FILE, async (line) => {
      for (const [name, value] of settings) await line({ name, value })
    }),
  )
  const manifest: BackupManifest = { schema: BACKUP_SCHEMA, createdAt, software, head, captures, readings, files }
  await writeLast(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

function assertFree(folder: string, workspace: string): void {
  const isInside = folder === workspace || folder.startsWith(`${workspace}${sep}`)
  const wrong = isInside
    ? 'lies in the workspace itself'
    : existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)
      ? 'is there already and not an empty folder'
      : null
  if (wrong !== null) throw new CairnError('bad-usage', `${folder} ${wrong}. Name a folder that does not exist yet.`)
}

async function* capturesUpTo(workspace: Workspace, size: number) {
  let after: string | null = null
  for (;;) {
    const page = await workspace.store.captures(after, PAGE)
    for (const capture of page) {
      if (capture.custodyIndex >= size) return
      yield capture
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Paths of all files below a folder, sorted, with "/". */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'))
    .sort()
}

/** Copies a file, or its first `end` bytes, and hashes what was written. */
async function copy(from: string, folder: string, name: string, end: number | null): Promise<BackupFile> {
  if (end === 0) throw new RangeError('nothing to copy')
  return write(folder, name, createReadStream(from, end === null ? {} : { end: end - 1 }))
}

async function writeLines(
  folder: string,
  name: string,
  fill: (line: (value: object) => Promise<void>) => Promise<void>,
): Promise<BackupFile> {
  const file = await startFile(folder, name)
  try {
    await fill((value) => file.write(Buffer.from(`${JSON.stringify(value)}\n`)))
    return await file.finish()
  } finally {
    await file.close()
  }
}

async function write(folder: string, name: string, chunks: AsyncIterable<Buffer>): Promise<BackupFile> {
  const file = await startFile(folder, name)
  try {
    for await (const chunk of chunks) await file.write(chunk)
    return await file.finish()
  } finally {
    await file.close()
  }
}

/** Bytes that are gathered before they are written. */
const CHUNK_BYTES = 1 << 20

/** A new file of the backup, hashed as it is written. */
async function startFile(folder: string, name: string) {
  const target = join(folder, name)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const file = await open(target, 'wx', 0o600)
  const hash = createHash('sha256')
  let held: Buffer[] = []
  let heldBytes = 0
  let bytes = 0
  const flush = async (): Promise<void> => {
    await file.writeFile(Buffer.concat(held))
    held = []
    heldBytes = 0
  }
  return {
    async write(part: Buffer): Promise<void> {
      hash.update(part)
      bytes += part.length
      held.push(part)
      heldBytes += part.length
      if (heldBytes >= CHUNK_BYTES) await flush()
    },
    /** On the disk (fsync) when the promise resolves. */
    async finish(): Promise<BackupFile> {
      await flush()
      await file.sync()
      return { name, bytes, sha256: hash.digest('hex') }
    },
    close: () => file.close(),
  }
}

async function writeLast(path: string, text: string): Promise<void> {
  const draft = await open(`${path}.part`, 'w', 0o600)
  await draft.writeFile(text)
  await draft.sync()
  await draft.close()
  await rename(`${path}.part`, path)
}
