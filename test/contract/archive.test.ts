import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll } from 'vitest'

import { openArchive } from '../../src/adapters/archive/open-archive.ts'
import type { ArchiveLocation } from '../../src/model/archived.ts'
import type { Archive } from '../../src/ports/archive.ts'
import { describeArchive } from './archive.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-archive-'))
const opened: Archive[] = []
afterAll(async () => {
  for (const archive of opened) await archive.close()
  rmSync(root, { recursive: true })
})

describeArchive('WARC files', async () => {
  const folder = mkdtempSync(join(root, 'a-'))
  const committed = new Map<string, ArchiveLocation>()
  const open = async (): Promise<Archive> => {
    const archive = await openArchive({
      folder,
      clock: { now: () => new Date('2026-11-22T10:00:00Z') },
      software: 'cairn/test',
      findPayload: async (sha256) => committed.get(sha256) ?? null,
    })
    opened.push(archive)
    return archive
  }
  return {
    archive: await open(),
    commit: (sha256, location) => void committed.set(sha256, location),
    tamper: async (file, change) => writeFile(join(folder, file), change(await readFile(join(folder, file)))),
    reopen: open,
  }
})
