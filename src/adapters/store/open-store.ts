import { existsSync } from 'node:fs'

import { Kysely, Migrator, SqliteDialect } from 'kysely'

import { CairnError } from '../../model/error.ts'
import type { Checkpointer } from '../sqlite/checkpointer.ts'
import type { Connection } from '../sqlite/connection.ts'
import {
  DatabaseFile,
  type DatabaseOptions,
  DEFAULT_LOG_LIMIT_BYTES,
  DEFAULT_PATIENCE_MS,
} from '../sqlite/database-file.ts'
import { explainError } from '../sqlite/explain-error.ts'
import { migrationsFor, SCHEMA_VERSION } from './migrations/migrations.ts'
import { sqliteDialect } from './sqlite/sqlite-dialect.ts'
import { SqliteStore } from './sqlite/sqlite-store.ts'

/** "CAIR": tells `file` and us whose database it is. */
const APPLICATION_ID = 0x43414952

/**
 * Opens the record of a workspace, and makes it where there is none (unless `readonly`).
 *
 * @throws {CairnError} "no-workspace" when there is nothing to read; "bad-workspace" when it was made by a newer version or
 * is no database of ours; "store-busy"; "disk-full"
 */
export async function openStore(path: string, options: Partial<DatabaseOptions> = {}): Promise<SqliteStore> {
  const settled: DatabaseOptions = {
    readonly: options.readonly ?? false,
    patienceMs: options.patienceMs ?? DEFAULT_PATIENCE_MS,
    logLimitBytes: options.logLimitBytes ?? DEFAULT_LOG_LIMIT_BYTES,
  }
  try {
    const file = settled.readonly ? openReadonly(path, settled) : await openForWriting(path, settled)
    return new SqliteStore(path, file)
  } catch (error) {
    throw explainError(error, path)
  }
}

function openReadonly(path: string, options: DatabaseOptions): DatabaseFile {
  if (!existsSync(path)) throw new CairnError('no-workspace', `There is no record at ${path}.`)
  return DatabaseFile.openReadonly(path, options, {
    check(reader) {
      const version = checkVersion(reader, path)
      if (version >= SCHEMA_VERSION) return
      throw new CairnError(
        version === 0 ? 'no-workspace' : 'bad-workspace',
        version === 0
          ? `${path} holds no record yet.`
          : `${path} was written by an older version (tables ${version}, here ${SCHEMA_VERSION}). Open it once for writing to bring it up to date.`,
      )
    },
  })
}

function openForWriting(path: string, options: DatabaseOptions): Promise<DatabaseFile> {
  return DatabaseFile.openForWriting(path, options, {
    synchronous: 'full',
    check: (writer) => void checkVersion(writer, path),
    makeTables: (writer, checkpointer) => migrate(writer, checkpointer, path),
  })
}

/** Version of the tables, 0 when there are none. */
function checkVersion(connection: Connection, path: string): number {
  const version = connection.count('pragma user_version')
  const owner = connection.count('pragma application_id')
  const tables = connection.count('select count(*) from sqlite_schema')
  if (version > SCHEMA_VERSION) {
    throw new CairnError(
      'bad-workspace',
      `${path} was written by a newer version of Cairn (tables ${version}, here ${SCHEMA_VERSION}). Update Cairn; nothing was changed.`,
    )
  }
  if (tables > 0 && owner !== APPLICATION_ID && owner !== 0) {
    throw new CairnError('bad-workspace', `${path} is a database of another program. Nothing was changed.`)
  }
  return version
}

async function migrate(writer: Connection, checkpointer: Checkpointer, path: string): Promise<void> {
  if (checkVersion(writer, path) === SCHEMA_VERSION) return
  checkpointer.begin()
  const db = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: { prepare: (sql) => writer.prepare(sql), close: () => undefined } }),
  })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrationsFor(sqliteDialect)) },
  })
  const { error } = await migrator.migrateToLatest()
  await db.destroy()
  if (error !== undefined) throw error
  writer.exec(`pragma application_id=${APPLICATION_ID}`)
  writer.exec(`pragma user_version=${SCHEMA_VERSION}`)
}
