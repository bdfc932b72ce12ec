import { closeSync, existsSync, openSync } from 'node:fs'

import { Kysely, Migrator, SqliteDialect } from 'kysely'

import { CairnError } from '../../model/error.ts'
import { migrationsFor, SCHEMA_VERSION } from './migrations/migrations.ts'
import { Checkpointer } from './sqlite/checkpointer.ts'
import { Connection, openForReading } from './sqlite/connection.ts'
import { explainError } from './sqlite/explain-error.ts'
import { sqliteDialect } from './sqlite/sqlite-dialect.ts'
import { SqliteStore, type StoreOptions } from './sqlite/sqlite-store.ts'
import { WriteLock } from './sqlite/write-lock.ts'
import { HeldFile } from './sums/held-file.ts'

/** "CAIR": tells `file` and us whose database it is. */
const APPLICATION_ID = 0x43414952
const DEFAULT_PATIENCE_MS = 180_000
/** A checkpoint re-hashes each block that changed, once however often it did: in a large store, a longer log means less work. */
const DEFAULT_LOG_LIMIT_BYTES = 128 << 20

/**
 * Opens the record of a workspace, and makes it where there is none (unless `readonly`).
 *
 * @throws {CairnError} "no-workspace" when there is nothing to read; "bad-workspace" when it was made by a newer version or
 * is no database of ours; "store-busy"; "disk-full"
 */
export async function openStore(path: string, options: Partial<StoreOptions> = {}): Promise<SqliteStore> {
  const settled: StoreOptions = {
    readonly: options.readonly ?? false,
    patienceMs: options.patienceMs ?? DEFAULT_PATIENCE_MS,
    logLimitBytes: options.logLimitBytes ?? DEFAULT_LOG_LIMIT_BYTES,
  }
  try {
    return settled.readonly ? openReadonly(path, settled) : await openForWriting(path, settled)
  } catch (error) {
    throw explainError(error, path)
  }
}

function openReadonly(path: string, options: StoreOptions): SqliteStore {
  if (!existsSync(path)) throw new CairnError('no-workspace', `There is no record at ${path}.`)
  const file = new HeldFile(path)
  const reader = openForReading(path)
  try {
    const version = checkVersion(reader, path)
    if (version < SCHEMA_VERSION) {
      throw new CairnError(
        version === 0 ? 'no-workspace' : 'bad-workspace',
        version === 0
          ? `${path} holds no record yet.`
          : `${path} was written by an older version (tables ${version}, here ${SCHEMA_VERSION}). Open it once for writing to bring it up to date.`,
      )
    }
    return new SqliteStore(path, options, { reader, file, writing: null })
  } catch (error) {
    reader.close()
    file.release()
    throw error
  }
}

async function openForWriting(path: string, options: StoreOptions): Promise<SqliteStore> {
  if (!existsSync(path)) closeSync(openSync(path, 'a'))
  const file = new HeldFile(path)
  const lock = new WriteLock(path)
  const writer = new Connection(path, 'write')
  try {
    for (const pragma of ['synchronous=full', 'foreign_keys=on', 'wal_autocheckpoint=0', 'cache_size=-32768']) {
      writer.exec(`pragma ${pragma}`)
    }
    checkVersion(writer, path)
    writer.exec('pragma journal_mode=wal')
    writer.neverCheckpointOnClose()
    const checkpointer = new Checkpointer(path, writer, file, options.logLimitBytes)
    await lock.hold(options.patienceMs, async () => {
      await migrate(writer, checkpointer, path)
      await checkpointer.run()
    })
    return new SqliteStore(path, options, {
      reader: openForReading(path),
      file,
      writing: { writer, lock, checkpointer },
    })
  } catch (error) {
    writer.close()
    await lock.close()
    file.release()
    throw error
  }
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
