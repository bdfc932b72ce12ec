import type { Kysely } from 'kysely'

import type { StoreDialect } from '../store-dialect.ts'

/** What people did to the record. */
export async function createDecisions(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('dataset_id', 'text', (column) => column.notNull())
    .addColumn('custody_index', 'bigint', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('file_end', 'bigint', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decisions_key', ['dataset_id', 'custody_index'])
    .addUniqueConstraint('decisions_id', ['dataset_id', 'id'])
    .modifyEnd(dialect.clustered)
    .execute()
  await dialect.guardDecisions(db)
}
