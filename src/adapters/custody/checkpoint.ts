import type { TreeHead } from '../../ports/custody-log.ts'
import { isSignedBy } from './signing-key.ts'
import type { PublicKey, SigningKey } from './signing-key.ts'

/** Lines of one checkpoint: origin, size, root, an empty one, one signature. */
export const CHECKPOINT_LINES = 5

/** A checkpoint that could not be accepted, and why in words. */
export interface CheckpointFault {
  readonly reason: 'bad-signature' | 'bad-checkpoint'
  readonly message: string
}

function renderBody(origin: string, head: TreeHead): string {
  return `${origin}\n${head.size}\n${Buffer.from(head.root, 'hex').toString('base64')}\n`
}

function renderSignature(key: PublicKey, signature: Buffer): string {
  return `\u2014 ${key.name} ${Buffer.concat([key.keyHash, signature]).toString('base64')}\n`
}

/** A signed statement of the log's state: C2SP tlog-checkpoint in a signed-note. */
export function signCheckpoint(head: TreeHead, key: SigningKey): string {
  const body = renderBody(key.publicKey.name, head)
  return `${body}\n${renderSignature(key.publicKey, key.sign(Buffer.from(body)))}`
}

/** Reads a checkpoint of one key; every character must be as `signCheckpoint` writes it. */
export function readCheckpoint(note: string, key: PublicKey): TreeHead | CheckpointFault {
  const bad = (message: string): CheckpointFault => ({ reason: 'bad-checkpoint', message })
  const [origin, sizeText = '', rootText = '', empty, signatureLine = '', rest, ...more] = note.split('\n')
  if (rest !== '' || more.length > 0 || empty !== '') return bad('it has not the five lines of a checkpoint')
  if (origin !== key.name) return bad(`its first line is "${origin}", the key's name is "${key.name}"`)
  const size = Number(sizeText)
  if (!Number.isSafeInteger(size) || size < 0 || String(size) !== sizeText) return bad(`"${sizeText}" is not a size`)
  const root = Buffer.from(rootText, 'base64')
  if (root.length !== 32 || root.toString('base64') !== rootText) return bad(`"${rootText}" is not a root hash`)
  const head: TreeHead = { size, root: root.toString('hex') }
  const signature = Buffer.from(signatureLine.slice(signatureLine.lastIndexOf(' ') + 1), 'base64').subarray(4)
  if (renderSignature(key, signature) !== `${signatureLine}\n`) return bad('its signature line is not one of this key')
  if (!isSignedBy(key, Buffer.from(renderBody(origin, head)), signature)) {
    return { reason: 'bad-signature', message: `its signature does not hold for size ${size} and root ${head.root}` }
  }
  return head
}
