import { createHash } from 'node:crypto'

import { sql, type Kysely } from 'kysely'

import type { Unreadable } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { claimRow, incidentReportRow, readingRow } from './make-rows.ts'
import { unpackReading } from './pack-reading.ts'
import { DATASET, type ReadingRow, type Schema } from './schema.ts'
import type { StoreDialect } from './store-dialect.ts'

const READINGS_A_PAGE = 100

/** Names everything that is wrong with a store: its pages and indexes, then each reading against what is derived from it. */
export async function* checkStore(db: Kysely<Schema>, dialect: StoreDialect): AsyncIterable<string> {
  yield* dialect.findStorageFaults(db)
  const { rows: producers } = await sql<{ readonly number: number; readonly name: string }>`
    select number, name from producers where dataset_id = ${DATASET} order by number`.execute(db)
  for (const { number, name } of producers) {
    for (let after: number | null = -1; after !== null;) {
      const page: readonly ReadingRow[] = await readingsAfter(db, number, after)
      for (const row of page) {
        for (const fault of await faultsOf(db, row, name)) {
          yield `reading of the capture at custody index ${row.custody_index} by ${name}: ${fault}`
        }
      }
      after = page.at(-1)?.custody_index ?? null
    }
  }
  yield* findStrayRows(db)
}

async function readingsAfter(db: Kysely<Schema>, producer: number, after: number): Promise<readonly ReadingRow[]> {
  return await ofReading(db.selectFrom('readings').selectAll(), producer)
    .where('custody_index', '>', after)
    .orderBy('custody_index')
    .limit(READINGS_A_PAGE)
    .execute()
}

/** Re-hashes the JSON and derives every row from it again. */
async function faultsOf(db: Kysely<Schema>, row: ReadingRow, producerName: string): Promise<readonly string[]> {
  const { producer, custody_index: custodyIndex, sha256, read_at: readAt } = row
  const body = await ofReading(db.selectFrom('reading_bodies').select('body'), producer)
    .where('custody_index', '=', custodyIndex)
    .executeTakeFirst()
  if (body === undefined) return ['its JSON is missing']
  let json: string
  try {
    json = unpackReading(body.body)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  if (createHash('sha256').update(json).digest('hex') !== sha256)
    return ['its JSON does not have the digest that was stored']

  const result = JSON.parse(json) as Reading | Unreadable
  const number = { producer, custodyIndex }
  const faults: string[] = []
  const stored = { captureId: '', producer: producerName, result, json, sha256, readAt }
  if (!isSame([readingRow(stored, number)], [row])) faults.push('its row does not agree with its JSON')
  const [claims, incidents] =
    'reason' in result
      ? [[], []]
      : [
          result.claims.map((claim, position) => claimRow(claim, position, number)),
          result.incidents.map((report, position) => incidentReportRow(report, position, number)),
        ]
  const claimRows = await ofReading(db.selectFrom('claims').selectAll(), producer)
    .where('custody_index', '=', custodyIndex)
    .orderBy('position')
    .execute()
  if (!isSame(claims, claimRows))
    faults.push(`${claimRows.length} rows of claims do not agree with the ${claims.length} in its JSON`)
  const incidentRows = await ofReading(db.selectFrom('incident_reports').selectAll(), producer)
    .where('custody_index', '=', custodyIndex)
    .orderBy('position')
    .execute()
  if (!isSame(incidents, incidentRows)) {
    faults.push(`${incidentRows.length} rows of incident reports do not agree with the ${incidents.length} in its JSON`)
  }
  const ledger = await db
    .selectFrom('ledger')
    .select('state')
    .where('dataset_id', '=', DATASET)
    .where('stage', '=', 'read')
    .where('version', '=', producerName)
    .where('custody_index', '=', custodyIndex)
    .executeTakeFirst()
  if (ledger?.state !== (row.kind === 'reading' ? 'done' : 'failed')) faults.push('the ledger does not say so')
  return faults
}

/** Rows that belong to no reading; readings whose rows are missing were named above. */
async function* findStrayRows(db: Kysely<Schema>): AsyncIterable<string> {
  for (const table of ['reading_bodies', 'claims', 'incident_reports'] as const) {
    const { rows } = await sql<{ readonly stray: number }>`select count(*) as stray from ${sql.table(table)} as o
      where not exists (select 1 from readings as r where r.dataset_id = o.dataset_id and r.producer = o.producer
        and r.custody_index = o.custody_index)`.execute(db)
    const stray = rows[0]?.stray ?? 0
    if (stray > 0) yield `${table}: ${stray} rows belong to no reading`
  }
  const { rows } = await sql<{ readonly stray: number }>`select count(*) as stray from ledger as l
    where l.dataset_id = ${DATASET} and l.stage = 'read' and not exists (
      select 1 from readings as r join producers as p on p.dataset_id = r.dataset_id and p.number = r.producer
      where p.name = l.version and r.dataset_id = l.dataset_id and r.custody_index = l.custody_index)`.execute(db)
  const stray = rows[0]?.stray ?? 0
  if (stray > 0) yield `ledger: ${stray} captures are marked as read that have no reading`
}

interface WithKey<Query> {
  where(column: 'dataset_id' | 'producer', operator: '=', value: string | number): Query
}

function ofReading<Query extends WithKey<Query>>(query: Query, producer: number): Query {
  return query.where('dataset_id', '=', DATASET).where('producer', '=', producer)
}

/** Same columns with the same values, whatever their order. */
function isSame(expected: readonly object[], found: readonly object[]): boolean {
  const plain = (rows: readonly object[]): string =>
    JSON.stringify(rows.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
  return plain(expected) === plain(found)
}
