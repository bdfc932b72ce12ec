import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'

import { findPayload } from './find-payload.ts'
import { openStore } from './open-store.ts'
import type { Schema } from './schema.ts'
import { Connection } from '../sqlite/connection.ts'

test('A payload is looked for in its index', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-payload-'))
  const path = join(folder, 'cairn.db')
  await (await openStore(path)).close()
  const connection = new Connection(path, 'readonly')
  const database = { prepare: (text: string) => connection.prepare(text), close: () => undefined }
  const { sql, parameters } = findPayload(
    new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }),
    '0'.repeat(64),
  ).compile()
  const plan = connection.all(`explain query plan ${sql}`, ...(parameters as string[])) as { detail: string }[]
  connection.close()
  rmSync(folder, { recursive: true })
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH captures USING PRIMARY KEY (dataset_id=? AND custody_index=?)',
    'LIST SUBQUERY 1',
    'SEARCH captures USING INDEX captures_by_payload (dataset_id=? AND <expr>=?)',
  ])
})
