import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createCustodyLog } from '../../src/adapters/custody/create-custody-log.ts'
import { openCustodyLog } from '../../src/adapters/custody/open-custody-log.ts'
import { testCustodyLog } from './custody-log.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

testCustodyLog('files in a folder', () => ({
  async create() {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-custody-'))
    folders.push(folder)
    await createCustodyLog(folder)
    return openCustodyLog(folder)
  },
  async reopen() {
    return openCustodyLog(folders.at(-1) ?? '')
  },
}))
