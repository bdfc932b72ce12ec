import { randomBytes } from 'node:crypto'
import { readLastCheckpoint } from './checkpoint-file.ts'
import { custodyFolder, loadPublicKey, withFile } from './custody-folder.ts'
import { storeTimestamp } from './timestamp-store.ts'
import type { StoredTimestamp } from './timestamp-store.ts'
import { checkTimestamp, encodeTimestampRequest } from './timestamp-token.ts'
import type { TimestampFault } from './timestamp-token.ts'

/** Sends bytes to a URL and gives the body of the answer; throws when there is none. */
export type PostBytes = (url: string, body: Uint8Array, contentType: string) => Promise<Uint8Array>

/** An RFC 3161 time stamping authority. */
export interface TimestampAuthority {
  readonly url: string
  /** Its root certificates, PEM; null trusts the highest certificate that its token brings, as of the first time. */
  readonly rootsPem: string | null
  readonly post: PostBytes
}

/** A timestamp that was made and kept. */
export interface MadeTimestamp {
  /** Entries of the log that it covers. */
  readonly size: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly authority: string
  /** Its folder under "timestamps". */
  readonly folder: string
}

/** Asks an authority for the time of a checkpoint, and checks the answer as anyone may later. */
export async function timestampCheckpoint(
  checkpoint: string,
  authority: TimestampAuthority,
): Promise<(StoredTimestamp & { readonly at: string; readonly authority: string }) | TimestampFault> {
  const stamped = Buffer.from(checkpoint)
  const nonce = randomBytes(12)
  // The first byte is neither zero nor negative, so that the number has one encoding.
  nonce[0] = 64 | ((nonce[0] ?? 0) & 63)
  let response: Uint8Array
  try {
    response = await authority.post(
      authority.url,
      encodeTimestampRequest(stamped, nonce),
      'application/timestamp-query',
    )
  } catch (error) {
    return { reason: `no answer from ${authority.url}: ${error instanceof Error ? error.message : String(error)}` }
  }
  const checked = await checkTimestamp({ response, stamped, rootsPem: authority.rootsPem, nonce })
  if ('reason' in checked) return checked
  return { ...checked, checkpoint, response }
}

/** Timestamps the last checkpoint of a workspace and keeps the answer; what is wrong with the answer is a value. */
export async function timestampWorkspace(
  path: string,
  authority: TimestampAuthority,
): Promise<MadeTimestamp | TimestampFault> {
  const folder = custodyFolder(path)
  const key = await loadPublicKey(folder)
  const last = await withFile(folder.open(folder.checkpoints, 'r'), (file) => readLastCheckpoint(file, key))
  if (last === null) return { reason: 'there is no checkpoint that holds' }
  const made = await timestampCheckpoint(last.note, authority)
  if ('reason' in made) return made
  const name = await storeTimestamp(folder, last.head.size, made)
  return { size: last.head.size, at: made.at, authority: made.authority, folder: name }
}
