import { sql, type Kysely, type RawBuilder } from 'kysely'

import { CairnError } from '../../model/error.ts'
import type { DocumentFilter, FoundDocument, Page, PageRequest } from '../../ports/record-store.ts'
import { DATASET, type Schema } from './schema.ts'
import type { StoreDialect } from './store-dialect.ts'

type FoundRow = FoundDocument & { readonly custody_index: number }

/** A page of the documents that one producer read and that meet the filter, in the order of captures. */
export async function listDocuments(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  producer: number,
  filter: DocumentFilter,
  { limit, after }: PageRequest,
): Promise<Page<FoundDocument>> {
  const { rows } = await sql<FoundRow>`
    select r.custody_index, k.id as "captureId", r.document_id as "documentId", k.resource, r.title, r.outlet, r.url,
      r.language, r.published_at as "publishedAt", k.received_at as "receivedAt", r.claims, (
        select e.id from captures as e
        join readings as q on q.dataset_id = e.dataset_id and q.producer = r.producer and q.custody_index = e.custody_index
        where e.dataset_id = k.dataset_id and e.resource = k.resource and e.custody_index < k.custody_index
          and q.document_id <> r.document_id
          and (k.resource like 'http://%' or k.resource like 'https://%')
        order by e.custody_index desc limit 1
      ) as revises
    from readings as r
    join captures as k on k.dataset_id = r.dataset_id and k.custody_index = r.custody_index
    where ${sql.join(conditions(dialect, producer, filter, readCursor(after)), sql` and `)}
    order by r.custody_index limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ custody_index: _position, ...document }) => document),
    next: last === undefined ? null : String(last.custody_index),
  }
}

function conditions(
  dialect: StoreDialect,
  producer: number,
  { outlet, language, from, to, text }: DocumentFilter,
  after: number,
): readonly RawBuilder<unknown>[] {
  const found = [
    sql`r.dataset_id = ${DATASET} and r.producer = ${producer} and r.custody_index > ${after} and r.document_id is not null`,
  ]
  if (outlet !== null || text !== null) found.push(dialect.matchDocuments({ id: null, outlet, text }, producer, 'r'))
  if (language !== null) found.push(sql`r.language = ${language.toLowerCase()}`)
  if (from !== null) found.push(sql`r.published_day >= ${from}`)
  if (to !== null) found.push(sql`r.published_day <= ${to}`)
  return found
}

function readCursor(after: string | null): number {
  if (after === null) return -1
  if (!/^\d+$/u.test(after)) {
    throw new CairnError(
      'bad-usage',
      `"${after}" does not continue a list of documents. Use the "next" of the page before.`,
    )
  }
  return Number(after)
}
