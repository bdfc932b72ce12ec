import type { CustodyAnchor, CustodyFault } from '../../ports/custody-log.ts'
import { readText } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { readPublicKey, readSigningKey } from './signing-key.ts'
import type { PublicKey } from './signing-key.ts'

/** What the keys of a log are good for. */
export interface CheckedKeys {
  /** The key to check signatures with; null when neither half can be read. */
  readonly key: PublicKey | null
  readonly faults: readonly CustodyFault[]
}

/** Checks both halves of the key against each other and against the anchor. */
export async function verifyKeys(folder: CustodyFolder, anchor: CustodyAnchor): Promise<CheckedKeys> {
  const faults: CustodyFault[] = []
  const bad = (message: string): void => void faults.push({ index: null, reason: 'bad-key', message })
  const publicKey = readPublicKey((await readText(folder.publicKey)) ?? '')
  const signingKey = readSigningKey((await readText(folder.signingKey)) ?? '')
  if (publicKey === null) bad('custody.pub is missing or not as it was written')
  if (signingKey === null) {
    bad('keys/custody.key is missing or not as it was written: nothing more can be signed')
  }
  if (publicKey !== null && signingKey !== null && !publicKey.raw.equals(signingKey.publicKey.raw)) {
    bad(`keys/custody.key is the key ${signingKey.publicKey.name}, custody.pub is ${publicKey.name}`)
  }
  const key = publicKey ?? signingKey?.publicKey ?? null
  if (key !== null && anchor.keyName !== null && key.name !== anchor.keyName) {
    bad(`the log is signed by ${key.name}, the record knows ${anchor.keyName}`)
  }
  return { key, faults }
}
