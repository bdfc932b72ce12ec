import { open, readFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError } from '../../model/error.ts'
import { readPublicKey, readSigningKey } from './signing-key.ts'
import type { PublicKey, SigningKey } from './signing-key.ts'

/** Where the files of a log lie. */
export interface CustodyFolder {
  readonly log: string
  readonly hashes: string
  readonly checkpoints: string
  readonly publicKey: string
  readonly signingKey: string
  readonly timestamps: string
  /** Opens a file; tests put a full disk in its place. */
  readonly open: (path: string, flags: string) => Promise<FileHandle>
}

export function custodyFolder(folder: string, openFile: CustodyFolder['open'] = open): CustodyFolder {
  return {
    log: join(folder, 'custody.log'),
    hashes: join(folder, 'custody.hashes'),
    checkpoints: join(folder, 'custody.checkpoints'),
    publicKey: join(folder, 'custody.pub'),
    signingKey: join(folder, 'keys', 'custody.key'),
    timestamps: join(folder, 'timestamps'),
    open: openFile,
  }
}

/** Text of a file, or null when it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, 'latin1').catch(() => null)
}

const parsePublicKey = rememberLast(readPublicKey)
const parseSigningKey = rememberLast(readSigningKey)

/** Keys are read from their files for every batch; parsing the same text again would cost more than signing. */
function rememberLast<T>(parse: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, value: parse(text) }
    return last.value
  }
}

/** @throws {CairnError} "bad-workspace" when the public key is missing or damaged */
export async function loadPublicKey(folder: CustodyFolder): Promise<PublicKey> {
  const key = parsePublicKey((await readText(folder.publicKey)) ?? '')
  if (key === null) {
    throw new CairnError(
      'bad-workspace',
      `${folder.publicKey} is missing or damaged; "cairn verify" says what is wrong`,
    )
  }
  return key
}

/** @throws {CairnError} "bad-workspace" when the key is missing, damaged or another one */
export async function loadSigningKey(folder: CustodyFolder): Promise<SigningKey> {
  const key = parseSigningKey((await readText(folder.signingKey)) ?? '')
  const publicKey = await loadPublicKey(folder)
  if (key === null || !key.publicKey.raw.equals(publicKey.raw)) {
    throw new CairnError(
      'bad-workspace',
      `${folder.signingKey} is missing, damaged, or not the key of ${folder.publicKey}: without it nothing can be added to the log`,
    )
  }
  return key
}

/** Runs `work` with a file and closes it in any case. */
export async function withFile<T>(file: Promise<FileHandle>, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const handle = await file
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}
