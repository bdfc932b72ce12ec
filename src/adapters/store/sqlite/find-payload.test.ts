import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { Connection } from '../../sqlite/connection.ts'
import { FIND_PAYLOAD } from './find-payload.ts'
import { openStore } from '../open-store.ts'

test('A payload is looked for in its index', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-payload-'))
  const path = join(folder, 'cairn.db')
  await (await openStore(path)).close()
  const connection = new Connection(path, 'readonly')
  const plan = connection.all(`explain query plan ${FIND_PAYLOAD}`, '', '', '', '') as { readonly detail: string }[]
  connection.close()
  rmSync(folder, { recursive: true })
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH captures USING PRIMARY KEY (dataset_id=? AND custody_index=?)',
    'LIST SUBQUERY 1',
    'SEARCH captures USING INDEX captures_by_payload (dataset_id=? AND <expr>=?)',
  ])
})
