import type { Kysely, Migration } from 'kysely'

import type { StoreDialect } from '../store-dialect.ts'
import { createRecord } from './001-record.ts'
import { createDecisions } from './002-decisions.ts'

type Step = (db: Kysely<unknown>, dialect: StoreDialect) => Promise<void>

/** Every step that ever changed the tables, in order; a step that was released never changes. */
const STEPS: Readonly<Record<string, Step>> = {
  '001-record': createRecord,
  '002-decisions': createDecisions,
}

/** Version of the tables: how many steps there are. */
export const SCHEMA_VERSION = Object.keys(STEPS).length

/** The steps as Kysely's Migrator takes them. There is no way back: a backup is. */
export function migrationsFor(dialect: StoreDialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(STEPS).map(([name, step]) => [name, { up: (db: Kysely<unknown>) => step(db, dialect) }]),
  )
}
