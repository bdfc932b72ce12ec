import { sql, type Kysely, type RawBuilder } from 'kysely'

import { CairnError } from '../../model/error.ts'
import type { Claim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import type { ClaimFilter, FoundClaim, Page, PageRequest } from '../../ports/record-store.ts'
import { unpackReading } from './pack-reading.ts'
import { DATASET, type Schema } from './schema.ts'
import { searchToken } from './search-token.ts'
import type { ClaimCursor, ClaimSource, DocumentWords, StoreDialect } from './store-dialect.ts'

/** Before the first claim. */
const START: ClaimCursor = { custodyIndex: -1, position: 0 }
const CURSOR = /^(\d+)-(\d+)$/u
/** More than anybody who looks for one claim wants to see. */
const MAX_BY_ID = 100

interface FoundRow {
  readonly custody_index: number
  readonly position: number
  readonly id: string
  readonly capture_id: string
  readonly document_id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published_at: string | null
}

/** A page of the claims of one producer that meet the filter, in the order of captures and then of the text. */
export async function listClaims(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  producer: number,
  filter: ClaimFilter,
  { limit, after }: PageRequest,
): Promise<Page<FoundClaim>> {
  const { text, claimant, place } = filter
  const source = dialect.findClaims({ text, claimant, place }, producer, readCursor(after))
  const rows = await selectRows(db, source, conditions(dialect, producer, filter), limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: await attachClaims(db, producer, shown),
    next: last === undefined ? null : `${last.custody_index}-${last.position}`,
  }
}

/** The claims of one producer whose id begins with `prefix`, at most 100. */
export async function findClaimsById(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  producer: number,
  prefix: string,
): Promise<readonly FoundClaim[]> {
  const source = dialect.findClaimsById(prefix, producer)
  return await attachClaims(db, producer, await selectRows(db, source, [], MAX_BY_ID))
}

async function selectRows(
  db: Kysely<Schema>,
  source: ClaimSource,
  conditionList: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select c.custody_index, c.position, c.id, k.id as capture_id, r.document_id, r.title, r.outlet, r.url, r.published_at
    from ${source.from}
    join readings as r on r.dataset_id = c.dataset_id and r.producer = c.producer and r.custody_index = c.custody_index
    join captures as k on k.dataset_id = c.dataset_id and k.custody_index = c.custody_index
    where ${sql.join([source.where, ...conditionList], sql` and `)}
    order by ${source.order} limit ${limit}`.execute(db)
  return rows
}

function conditions(dialect: StoreDialect, producer: number, filter: ClaimFilter): readonly RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  const matchDocuments = (words: Partial<DocumentWords>): RawBuilder<unknown> =>
    dialect.matchDocuments({ id: null, outlet: null, text: null, ...words }, producer, 'c')
  const equals = { kind: filter.kind, measure: filter.measure, stance: filter.stance, scope: filter.scope }
  for (const [column, value] of Object.entries(equals)) {
    if (value !== null) found.push(sql`${sql.ref(`c.${column}`)} = ${value}`)
  }
  if (filter.who !== null) found.push(sql`c.who like ${`% ${filter.who.replace(/[%_]/gu, '')} %`}`)
  if (filter.country !== null) found.push(sql`c.country = ${filter.country.toUpperCase()}`)
  if (filter.from !== null || filter.to !== null) {
    found.push(sql`(c.when_start is not null or c.when_end is not null)`)
  }
  if (filter.from !== null) found.push(sql`(c.when_end is null or c.when_end >= ${filter.from})`)
  if (filter.to !== null) found.push(sql`(c.when_start is null or c.when_start <= ${filter.to})`)
  if (filter.outlet !== null) found.push(matchDocuments({ outlet: filter.outlet }))
  if (filter.document?.startsWith('cap-') === true) {
    found.push(sql`k.id >= ${filter.document} and k.id < ${`${filter.document}\uffff`}`)
  } else if (filter.document !== null) {
    found.push(matchDocuments({ id: searchToken(filter.document) }), sql`r.document_id = ${filter.document}`)
  }
  return found
}

/** Takes each claim out of its reading's JSON; rows of one reading follow one another, so each is unpacked once. */
async function attachClaims(
  db: Kysely<Schema>,
  producer: number,
  rows: readonly FoundRow[],
): Promise<readonly FoundClaim[]> {
  const found: FoundClaim[] = []
  let unpackedIndex = -1
  let claims: readonly Claim[] = []
  for (const row of rows) {
    if (row.custody_index !== unpackedIndex) {
      unpackedIndex = row.custody_index
      claims = (await loadReading(db, producer, unpackedIndex)).claims
    }
    const claim = claims[row.position]
    if (claim === undefined || claim.id !== row.id) throw disagree(row)
    found.push({
      claim,
      captureId: row.capture_id,
      documentId: row.document_id,
      title: row.title,
      outlet: row.outlet,
      url: row.url,
      publishedAt: row.published_at,
    })
  }
  return found
}

async function loadReading(db: Kysely<Schema>, producer: number, custodyIndex: number): Promise<Reading> {
  const { body } = await db
    .selectFrom('reading_bodies')
    .select('body')
    .where('dataset_id', '=', DATASET)
    .where('producer', '=', producer)
    .where('custody_index', '=', custodyIndex)
    .executeTakeFirstOrThrow()
  return JSON.parse(unpackReading(body)) as Reading
}

function readCursor(after: string | null): ClaimCursor {
  if (after === null) return START
  const [, custodyIndex, position] = CURSOR.exec(after) ?? []
  if (custodyIndex === undefined || position === undefined) {
    throw new CairnError(
      'bad-usage',
      `"${after}" does not continue a list of claims. Use the "next" of the page before.`,
    )
  }
  return { custodyIndex: Number(custodyIndex), position: Number(position) }
}

function disagree({ id, capture_id }: FoundRow): CairnError {
  return new CairnError(
    'bad-workspace',
    `The claim ${id} is not what the reading of ${capture_id} says. Run "cairn verify".`,
  )
}
