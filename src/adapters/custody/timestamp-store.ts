import { hash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CustodyFault } from '../../ports/custody-log.ts'
import { isCheckpointFault } from './checkpoint-file.ts'
import { readCheckpoint } from './checkpoint.ts'
import { syncFolder } from './create-custody-log.ts'
import type { CustodyFolder } from './custody-folder.ts'
import type { PublicKey } from './signing-key.ts'
import { checkTimestamp } from './timestamp-token.ts'

/** The files of one timestamp, in a folder of its own; SHA256SUMS lists the digests of the others. */
const FILES = ['checkpoint.txt', 'response.tsr', 'roots.pem', 'chain.pem'] as const
const SUMS = 'SHA256SUMS'

/** A timestamp with all that is needed to check it years later without a network. */
export interface StoredTimestamp {
  /** The checkpoint that was timestamped, as it stands in the file of checkpoints. */
  readonly checkpoint: string
  /** TimeStampResp, DER. */
  readonly response: Uint8Array
  /** Certificates that were trusted when it was made, PEM. */
  readonly rootsPem: string
  /** Certificates that came with it, PEM. */
  readonly chainPem: string
}

const sumsOf = (files: Readonly<Record<string, Uint8Array>>): string =>
  Object.entries(files)
    .map(([name, bytes]) => `${hash('sha256', bytes, 'hex')}  ${name}\n`)
    .join('')

/** Keeps a timestamp; returns the name of its folder. */
export async function storeTimestamp(folder: CustodyFolder, size: number, timestamp: StoredTimestamp): Promise<string> {
  const files = {
    'checkpoint.txt': Buffer.from(timestamp.checkpoint),
    'response.tsr': timestamp.response,
    'roots.pem': Buffer.from(timestamp.rootsPem),
    'chain.pem': Buffer.from(timestamp.chainPem),
  }
  const name = `${String(size).padStart(12, '0')}-${hash('sha256', timestamp.response, 'hex').slice(0, 16)}`
  const draft = join(folder.timestamps, `${name}.new`)
  await mkdir(draft, { recursive: true })
  for (const [file, bytes] of Object.entries({ ...files, [SUMS]: Buffer.from(sumsOf(files)) })) {
    await writeFile(join(draft, file), bytes, { flush: true })
  }
  await rename(draft, join(folder.timestamps, name))
  await syncFolder(folder.timestamps)
  return name
}

/** A timestamp of the folder, or what is wrong with it. */
export interface FiledTimestamp {
  readonly name: string
  readonly timestamp: StoredTimestamp | null
  /** Time and authority, when it holds. */
  readonly checked: { readonly size: number; readonly at: string; readonly authority: string } | null
  readonly fault: CustodyFault | null
}

/** The timestamps of a workspace, unchecked: the SHA-256 of each one's list of digests by its name. */
export async function listTimestamps(folder: CustodyFolder): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of await readdir(folder.timestamps).catch((): string[] => [])) {
    const sums = await readFile(join(folder.timestamps, name, SUMS)).catch(() => null)
    if (sums !== null) found.set(name, hash('sha256', sums, 'hex'))
  }
  return found
}

/** Every timestamp of a workspace, checked; in the order of the sizes that they stamp. */
export async function readTimestamps(folder: CustodyFolder, key: PublicKey): Promise<readonly FiledTimestamp[]> {
  const names = await readdir(folder.timestamps).catch((): string[] => [])
  const kept = names.filter((name) => !name.endsWith('.new')).sort()
  return Promise.all(kept.map((name) => readTimestamp(folder, name, key)))
}

async function readTimestamp(folder: CustodyFolder, name: string, key: PublicKey): Promise<FiledTimestamp> {
  const bad = (what: string): FiledTimestamp => ({
    name,
    timestamp: null,
    checked: null,
    fault: { index: null, reason: 'bad-timestamp', message: `timestamps/${name}: ${what}` },
  })
  const files: Record<string, Uint8Array> = {}
  for (const file of FILES) {
    const bytes = await readFile(join(folder.timestamps, name, file)).catch(() => null)
    if (bytes === null) return bad(`${file} is missing`)
    files[file] = bytes
  }
  const sums = await readFile(join(folder.timestamps, name, SUMS), 'utf8').catch(() => '')
  if (sums !== sumsOf(files)) {
    const lines = sums.split('\n')
    const changed = sumsOf(files)
      .split('\n')
      .filter((line, i) => line !== lines[i])
      .map((line) => line.split('  ')[1] ?? SUMS)
    return bad(`${changed.join(', ')} or ${SUMS} was changed`)
  }
  const text = (file: string): string => Buffer.from(files[file] ?? []).toString('utf8')
  const timestamp = {
    checkpoint: text('checkpoint.txt'),
    response: files['response.tsr'] ?? new Uint8Array(),
    rootsPem: text('roots.pem'),
    chainPem: text('chain.pem'),
  }
  const head = readCheckpoint(timestamp.checkpoint, key)
  if (isCheckpointFault(head)) return bad(`checkpoint.txt: ${head.message}`)
  const checked = await checkTimestamp({
    response: timestamp.response,
    stamped: Buffer.from(timestamp.checkpoint),
    rootsPem: timestamp.rootsPem,
    nonce: null,
  })
  if ('reason' in checked) return bad(checked.reason)
  return { name, timestamp, checked: { size: head.size, at: checked.at, authority: checked.authority }, fault: null }
}
