import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { HAS_OPENSSL, post, startAuthority, type TestAuthority } from '../../test/support/openssl-authority.ts'
import { ingestReports, openForWriting } from '../../test/support/make-workspace.ts'
import { verifyFolder } from '../../test/support/verify-folder.ts'
import { takeTimestamp } from './take-timestamp.ts'

describe.skipIf(!HAS_OPENSSL)('a timestamp that was taken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-taken-'))
  const original = join(folder, 'original')
  let authority: TestAuthority
  const names: string[] = []
  beforeAll(async () => {
    authority = await startAuthority('ecdsa')
    const rootsPem = await authority.pem('root')
    const workspace = await openForWriting(original)
    for (const n of [0, 1]) {
      await ingestReports(workspace, [n])
      const made = await takeTimestamp(workspace, { url: authority.url, rootsPem, post })
      if ('reason' in made) throw new Error(made.reason)
      names.push(made.folder)
    }
    await workspace.close()
  })
  afterAll(async () => {
    await authority.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const verifyChanged = async (change: (timestamps: string) => void): Promise<readonly string[]> => {
    const copy = join(folder, 'copy')
    rmSync(copy, { recursive: true, force: true })
    cpSync(original, copy, { recursive: true })
    change(join(copy, 'timestamps'))
    return (await verifyFolder(copy)).map(({ part, reason }) => `${part} ${reason}`)
  }
  const at = (timestamps: string, n: number): string => join(timestamps, names[n] ?? '')

  test('verifies', async () => {
    expect(await verifyChanged(() => undefined)).toEqual([])
  })

  test('is missed when its folder is deleted', async () => {
    expect(await verifyChanged((all) => rmSync(at(all, 0), { recursive: true }))).toEqual(['custody lost-timestamp'])
    expect(await verifyChanged((all) => rmSync(all, { recursive: true }))).toEqual([
      'custody lost-timestamp',
      'custody lost-timestamp',
    ])
  })

  test('is missed when a file of it is deleted', async () => {
    expect(await verifyChanged((all) => rmSync(join(at(all, 0), 'response.tsr')))).toEqual(['custody bad-timestamp'])
  })

  test('is missed when another whole one that holds lies in its place', async () => {
    const swap = (all: string): void => {
      rmSync(at(all, 0), { recursive: true })
      cpSync(at(all, 1), at(all, 0), { recursive: true })
    }
    expect(await verifyChanged(swap)).toEqual(['custody lost-timestamp'])
  })

  test('is missed when a file and the list of digests were changed together', async () => {
    const forge = (all: string): void => {
      const roots = join(at(all, 0), 'roots.pem')
      const sums = join(at(all, 0), 'SHA256SUMS')
      const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
      const before = digest(roots)
      writeFileSync(roots, `${readFileSync(roots, 'utf8')}\n`)
      writeFileSync(sums, readFileSync(sums, 'utf8').replace(before, digest(roots)))
    }
    expect(await verifyChanged(forge)).toEqual(['custody lost-timestamp'])
  })
})
