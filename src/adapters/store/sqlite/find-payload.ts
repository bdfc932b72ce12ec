import type { Connection } from '../../sqlite/connection.ts'
import { DATASET, PAYLOAD_KEY, PAYLOAD_KEY_LENGTH, type CaptureRow } from '../schema.ts'

/**
 * The first capture of a payload, by the index over the first characters of its digest.
 *
 * The captures that the index gives are asked for on their own: taken together with the rest, SQLite holds it for cheaper to
 * walk through all captures. Asked for each document that comes in, so as a statement that stays prepared.
 */
export const FIND_PAYLOAD = `select * from captures where dataset_id = ? and payload_sha256 = ? and custody_index in
  (select custody_index from captures where dataset_id = ? and ${PAYLOAD_KEY} = ?)
  order by custody_index limit 1`

/** Null when no capture has it. */
export function findPayload(connection: Connection, payloadSha256: string): CaptureRow | null {
  const key = payloadSha256.slice(0, PAYLOAD_KEY_LENGTH)
  return connection.first(FIND_PAYLOAD, DATASET, payloadSha256, DATASET, key) as CaptureRow | null
}
