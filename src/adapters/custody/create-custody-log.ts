import { chmod, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { signCheckpoint } from './checkpoint.ts'
import { custodyFolder, withFile } from './custody-folder.ts'
import { EMPTY_FRONTIER } from './merkle-frontier.ts'
import { makeSigningKey, renderPublicKey } from './signing-key.ts'
import { headOf } from './write-batch.ts'

/**
 * Makes an empty log with a new key in a folder that has none; a file that is there already is never overwritten (EEXIST).
 *
 * The key can be read by its owner alone.
 */
export async function createCustodyLog(path: string): Promise<void> {
  const folder = custodyFolder(path)
  const key = makeSigningKey()
  await mkdir(dirname(folder.signingKey), { recursive: true, mode: 0o700 })
  const files: readonly (readonly [path: string, text: string])[] = [
    [folder.signingKey, key.pem],
    [folder.publicKey, renderPublicKey(key.publicKey)],
    [folder.log, ''],
    [folder.hashes, ''],
    [folder.checkpoints, signCheckpoint(headOf(EMPTY_FRONTIER), key)],
  ]
  for (const [file, text] of files) {
    await writeFile(file, text, { flag: 'wx', mode: file === folder.signingKey ? 0o600 : 0o644, flush: true })
  }
  await chmod(folder.signingKey, 0o600)
  await syncFolder(path)
  await syncFolder(dirname(folder.signingKey))
}

/** Makes the names in a folder durable; systems that cannot sync a folder keep them anyway. */
export async function syncFolder(path: string): Promise<void> {
  await withFile(open(path, 'r'), (folder) => folder.sync()).catch(() => undefined)
}
