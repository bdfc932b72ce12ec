import { chmod, mkdir, open, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CairnError } from '../../model/error.ts'
import { signCheckpoint } from './checkpoint.ts'
import { custodyFolder, withFile } from './custody-folder.ts'
import { EMPTY_FRONTIER } from './merkle-frontier.ts'
import { makeSigningKey, renderPublicKey } from './signing-key.ts'
import { headOf } from './write-batch.ts'

/**
 * Makes an empty log with a new key in a folder that has none. What a crash left of an earlier beginning is made anew: a log
 * exists once it has a checkpoint. The key can be read by its owner alone.
 *
 * @throws {CairnError} "bad-workspace" when there is a log or a checkpoint already; nothing is touched then
 */
export async function createCustodyLog(path: string): Promise<void> {
  const folder = custodyFolder(path)
  for (const file of [folder.checkpoints, folder.log]) {
    const { size } = await stat(file).catch(() => ({ size: 0 }))
    if (size > 0) throw new CairnError('bad-workspace', `${file} exists already: nothing was changed`)
  }
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
    await writeFile(file, text, { mode: file === folder.signingKey ? 0o600 : 0o644, flush: true })
  }
  await chmod(folder.signingKey, 0o600)
  await syncFolder(path)
  await syncFolder(dirname(folder.signingKey))
}

/** Makes the names in a folder durable; systems that cannot sync a folder keep them anyway. */
export async function syncFolder(path: string): Promise<void> {
  await withFile(open(path, 'r'), (folder) => folder.sync()).catch(() => undefined)
}
