import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'

import { DATASET, PAYLOAD_KEY, PAYLOAD_KEY_LENGTH, type CaptureRow, type Schema } from './schema.ts'

/**
 * The first capture of a payload, or none.
 *
 * The captures that the index gives are asked for on their own: taken together with the rest, SQLite holds it for cheaper to
 * walk through all captures.
 */
export function findPayload(
  db: Kysely<Schema>,
  payloadSha256: string,
): SelectQueryBuilder<Schema, 'captures', CaptureRow> {
  const key = payloadSha256.slice(0, PAYLOAD_KEY_LENGTH)
  return db
    .selectFrom('captures')
    .selectAll()
    .where('captures.dataset_id', '=', DATASET)
    .where('captures.payload_sha256', '=', payloadSha256)
    .where(
      sql<boolean>`captures.custody_index in (select custody_index from captures where dataset_id = ${DATASET} and ${PAYLOAD_KEY} = ${key})`,
    )
    .orderBy('captures.custody_index')
    .limit(1)
}
