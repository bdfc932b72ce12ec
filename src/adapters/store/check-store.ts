import { createHash } from 'node:crypto'

import { sql, type Kysely } from 'kysely'

import type { Unreadable } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { claimRow, incidentReportRow, readingRow } from './make-rows.ts'
import { unpackReading } from './pack-reading.ts'
import {
  DATASET,
  type ClaimRow,
  type IncidentReportRow,
  type LedgerRow,
  type ReadingBodyRow,
  type ReadingRow,
  type Schema,
} from './schema.ts'
import type { StoreDialect } from './store-dialect.ts'

const READINGS_A_PAGE = 100

/** Names everything that is wrong with a store: its pages and indexes, then each reading against what is derived from it. */
export async function* checkStore(db: Kysely<Schema>, dialect: StoreDialect): AsyncIterable<string> {
  yield* dialect.findStorageFaults(db)
  const { rows: producers } = await sql<Producer>`
    select number, name from producers where dataset_id = ${DATASET} order by number`.execute(db)
  for (const producer of producers) {
    for (let after: number | null = -1; after !== null;) {
      const page: ReadingPage = await loadPage(db, producer, after)
      for (const row of page.readings) {
        for (const fault of faultsOf(row, page, producer)) {
          yield `reading of the capture at custody index ${row.custody_index} by ${producer.name}: ${fault}`
        }
      }
      after = page.readings.at(-1)?.custody_index ?? null
    }
  }
  yield* findStrayRows(db)
  yield* findDecisionFaults(db)
}

interface Producer {
  readonly number: number
  readonly name: string
}

/** Some readings with all rows that are derived from them, by custody index. */
interface ReadingPage {
  readonly readings: readonly ReadingRow[]
  readonly bodies: ByIndex<ReadingBodyRow>
  readonly claims: ByIndex<ClaimRow>
  readonly incidents: ByIndex<IncidentReportRow>
  readonly ledger: ByIndex<LedgerRow>
}
type ByIndex<Row> = ReadonlyMap<number, readonly Row[]>

async function loadPage(db: Kysely<Schema>, { number, name }: Producer, after: number): Promise<ReadingPage> {
  const readings = await ofProducer(db.selectFrom('readings').selectAll(), number)
    .where('custody_index', '>', after)
    .orderBy('custody_index')
    .limit(READINGS_A_PAGE)
    .execute()
  const last = readings.at(-1)?.custody_index ?? after
  const bodies = await ofProducer(db.selectFrom('reading_bodies').selectAll(), number)
    .where('custody_index', '>', after)
    .where('custody_index', '<=', last)
    .execute()
  const claims = await ofProducer(db.selectFrom('claims').selectAll(), number)
    .where('custody_index', '>', after)
    .where('custody_index', '<=', last)
    .orderBy('custody_index')
    .orderBy('position')
    .execute()
  const incidents = await ofProducer(db.selectFrom('incident_reports').selectAll(), number)
    .where('custody_index', '>', after)
    .where('custody_index', '<=', last)
    .orderBy('custody_index')
    .orderBy('position')
    .execute()
  const ledger = await db
    .selectFrom('ledger')
    .selectAll()
    .where('dataset_id', '=', DATASET)
    .where('stage', '=', 'read')
    .where('version', '=', name)
    .where('custody_index', '>', after)
    .where('custody_index', '<=', last)
    .execute()
  return {
    readings,
    bodies: byIndex(bodies),
    claims: byIndex(claims),
    incidents: byIndex(incidents),
    ledger: byIndex(ledger),
  }
}

function byIndex<Row extends { readonly custody_index: number }>(rows: readonly Row[]): ByIndex<Row> {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const known = found.get(row.custody_index)
    if (known === undefined) found.set(row.custody_index, [row])
    else known.push(row)
  }
  return found
}

/** Re-hashes the JSON and derives every row from it again. */
function faultsOf(row: ReadingRow, page: ReadingPage, { name }: Producer): readonly string[] {
  const { producer, custody_index: custodyIndex, sha256, read_at: readAt } = row
  const body = page.bodies.get(custodyIndex)?.[0]
  if (body === undefined) return ['its JSON is missing']
  let json: string
  try {
    json = unpackReading(body.body)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  if (createHash('sha256').update(json).digest('hex') !== sha256) {
    return ['its JSON does not have the digest that was stored']
  }

  const result = JSON.parse(json) as Reading | Unreadable
  const number = { producer, custodyIndex }
  const faults: string[] = []
  const stored = { captureId: '', producer: name, result, json, sha256, readAt }
  if (!isSame([readingRow(stored, number)], [row])) faults.push('its row does not agree with its JSON')
  const claims = 'reason' in result ? [] : result.claims.map((claim, position) => claimRow(claim, position, number))
  const claimRows = page.claims.get(custodyIndex) ?? []
  if (!isSame(claims, claimRows)) {
    faults.push(`${claimRows.length} rows of claims do not agree with the ${claims.length} in its JSON`)
  }
  const incidents =
    'reason' in result ? [] : result.incidents.map((report, position) => incidentReportRow(report, position, number))
  const incidentRows = page.incidents.get(custodyIndex) ?? []
  if (!isSame(incidents, incidentRows)) {
    faults.push(`${incidentRows.length} rows of incident reports do not agree with the ${incidents.length} in its JSON`)
  }
  const state = page.ledger.get(custodyIndex)?.[0]?.state
  if (state !== (row.kind === 'reading' ? 'done' : 'failed')) faults.push('the ledger does not say so')
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

/** Re-hashes every decision. */
async function* findDecisionFaults(db: Kysely<Schema>): AsyncIterable<string> {
  const rows = await db.selectFrom('decisions').selectAll().where('dataset_id', '=', DATASET).execute()
  for (const { id, json, sha256 } of rows) {
    const isWhole = createHash('sha256').update(json).digest('hex') === sha256
    if (!isWhole) yield `decision ${id} does not have the digest that was stored`
  }
}

interface WithKey<Query> {
  where(column: 'dataset_id' | 'producer', operator: '=', value: string | number): Query
}

function ofProducer<Query extends WithKey<Query>>(query: Query, producer: number): Query {
  return query.where('dataset_id', '=', DATASET).where('producer', '=', producer)
}

/** Same columns with the same values, whatever the order of the columns. */
function isSame(expected: readonly object[], found: readonly object[]): boolean {
  return expected.length === found.length && expected.every((row, i) => hasSameColumns(row, found[i] ?? {}))
}

function hasSameColumns(expected: object, found: object): boolean {
  const columns = new Map(Object.entries(found))
  const entries = Object.entries(expected)
  return entries.length === columns.size && entries.every(([column, value]) => columns.get(column) === value)
}
