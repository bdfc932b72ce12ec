import { Kysely, SqliteDialect, sql } from 'kysely'

import { CairnError } from '../../../model/error.ts'
import type { ArchiveLocation } from '../../../model/archived.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Unreadable } from '../../../model/document.ts'
import type { TreeHead } from '../../../ports/custody-log.ts'
import type {
  ClaimFilter,
  DocumentFilter,
  FoundClaim,
  FoundDocument,
  Page,
  PageRequest,
  RecordStore,
  RecordWriter,
  StoreCounts,
  StoredCapture,
  StoredReading,
} from '../../../ports/record-store.ts'
import { checkStore } from '../check-store.ts'
import { findClaimsById, listClaims } from '../list-claims.ts'
import { listDocuments } from '../list-documents.ts'
import { storedCapture } from '../make-rows.ts'
import { unpackReading } from '../pack-reading.ts'
import { DATASET, type Schema } from '../schema.ts'
import { verifyLog, verifySums } from '../sums/verify-sums.ts'
import type { HeldFile } from '../sums/held-file.ts'
import type { Checkpointer } from './checkpointer.ts'
import type { Connection } from './connection.ts'
import { explainError } from './explain-error.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import {
  findProducer,
  findReadingDigests,
  readCustodyHead,
  READING_STAGE,
  readSettings,
  SqliteWriter,
} from './sqlite-writer.ts'
import type { WriteLock } from './write-lock.ts'

export interface StoreOptions {
  /** Opens what is there and never writes, also not to clean up after a crash. */
  readonly readonly: boolean
  /** How long a write waits for its turn before it fails with "store-busy". */
  readonly patienceMs: number
  /** How long the write-ahead log may grow before a write moves it into the database. */
  readonly logLimitBytes: number
}

interface Parts {
  readonly reader: Connection
  readonly file: HeldFile
  /** Null in a store that is readonly. */
  readonly writing: {
    readonly writer: Connection
    readonly lock: WriteLock
    readonly checkpointer: Checkpointer
  } | null
}

/** How long a store that is closed waits to write its log into the database; the next one does it otherwise. */
const CLOSING_PATIENCE_MS = 5000
const EMPTY: Page<never> = { items: [], next: null }

/** The record in one SQLite file. Reads and writes use connections of their own, so that a read never sees half a write. */
export class SqliteStore implements RecordStore {
  readonly #path: string
  readonly #options: StoreOptions
  readonly #parts: Parts
  readonly #db: Kysely<Schema>
  #isClosed = false

  constructor(path: string, options: StoreOptions, parts: Parts) {
    this.#path = path
    this.#options = options
    this.#parts = parts
    const { reader } = parts
    this.#db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: { prepare: (text) => reader.prepare(text), close: () => undefined } }),
    })
  }

  async write<T>(work: (writer: RecordWriter) => Promise<T>): Promise<T> {
    const { writer, lock } = this.#writing()
    return await this.#explained(() =>
      lock.hold(this.#options.patienceMs, async () => {
        writer.exec('begin immediate')
        let result: T
        try {
          result = await work(new SqliteWriter(writer))
          writer.exec('commit')
        } catch (error) {
          rollBack(writer)
          throw error
        }
        await this.#checkpointWhenDue()
        return result
      }),
    )
  }

  /**
   * Moves the log into the database file and brings the page sums up to date; happens by itself when the log has grown long
   * and when the store is closed.
   *
   * @returns whether all was moved; readers can hold some of it up
   * @throws {CairnError} "disk-full" | "bad-workspace"
   */
  async checkpoint(): Promise<boolean> {
    const { lock, checkpointer } = this.#writing()
    return await this.#explained(() => lock.hold(this.#options.patienceMs, () => checkpointer.run()))
  }

  custodyHead(): Promise<TreeHead> {
    return this.#explained(() => readCustodyHead(this.#parts.reader))
  }

  setting(name: string): Promise<string | null> {
    return this.#explained(async () => {
      const row = await this.#db
        .selectFrom('settings')
        .select('value')
        .where('dataset_id', '=', DATASET)
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value ?? null
    })
  }

  settings(): Promise<readonly (readonly [name: string, value: string])[]> {
    return this.#explained(() => readSettings(this.#parts.reader, ''))
  }

  capture(id: string): Promise<StoredCapture | null> {
    return this.#explained(async () => {
      const row = await this.#captures().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : storedCapture(row)
    })
  }

  capturesById(prefix: string): Promise<readonly StoredCapture[]> {
    return this.#explained(async () => {
      const rows = await this.#captures()
        .where('id', '>=', prefix)
        .where('id', '<', `${prefix}\uffff`)
        .orderBy('custody_index')
        .limit(10)
        .execute()
      return rows.map(storedCapture)
    })
  }

  captures(after: string | null, limit: number): Promise<readonly StoredCapture[]> {
    return this.#explained(async () => {
      const rows = await this.#captures()
        .where('custody_index', '>', await this.#custodyIndex(after))
        .orderBy('custody_index')
        .limit(limit)
        .execute()
      return rows.map(storedCapture)
    })
  }

  unread(producer: string, after: string | null, limit: number): Promise<readonly StoredCapture[]> {
    return this.#explained(async () => {
      if (after === null && this.#isAllRead(producer)) return []
      const rows = await this.#captures()
        .where('custody_index', '>', await this.#custodyIndex(after))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('ledger')
                .select(sql.lit(1).as('done'))
                .where('ledger.dataset_id', '=', DATASET)
                .where('ledger.stage', '=', READING_STAGE)
                .where('ledger.version', '=', producer)
                .whereRef('ledger.custody_index', '=', 'captures.custody_index'),
            ),
          ),
        )
        .orderBy('custody_index')
        .limit(limit)
        .execute()
      return rows.map(storedCapture)
    })
  }

  /** Each entry of the ledger is of another capture, so that counting tells: much less work than looking for each. */
  #isAllRead(producer: string): boolean {
    const { reader } = this.#parts
    const entries = reader.count(
      'select count(*) from ledger where dataset_id = ? and stage = ? and version = ?',
      DATASET,
      READING_STAGE,
      producer,
    )
    return entries === reader.count('select count(*) from captures')
  }

  payloadLocation(payloadSha256: string): Promise<ArchiveLocation | null> {
    return this.#explained(async () => {
      const row = await this.#captures()
        .where('payload_sha256', '=', payloadSha256)
        .orderBy('custody_index')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : storedCapture(row).location
    })
  }

  producers(captureId: string): Promise<readonly string[]> {
    return this.#explained(async () => {
      const rows = await this.#db
        .selectFrom('captures as k')
        .innerJoin('producers as p', 'p.dataset_id', 'k.dataset_id')
        .innerJoin('readings as r', (join) =>
          join
            .onRef('r.dataset_id', '=', 'k.dataset_id')
            .onRef('r.producer', '=', 'p.number')
            .onRef('r.custody_index', '=', 'k.custody_index'),
        )
        .select('p.name')
        .where('k.dataset_id', '=', DATASET)
        .where('k.id', '=', captureId)
        .orderBy('p.name')
        .execute()
      return rows.map(({ name }) => name)
    })
  }

  latestCapture(resource: string): Promise<StoredCapture | null> {
    return this.#explained(async () => {
      const row = await this.#captures()
        .where('resource', '=', resource)
        .orderBy('custody_index', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : storedCapture(row)
    })
  }

  reading(captureId: string, producer: string): Promise<StoredReading | null> {
    return this.#explained(async () => {
      const row = await this.#db
        .selectFrom('captures as k')
        .innerJoin('readings as r', (join) =>
          join.onRef('r.dataset_id', '=', 'k.dataset_id').onRef('r.custody_index', '=', 'k.custody_index'),
        )
        .innerJoin('producers as p', (join) =>
          join.onRef('p.dataset_id', '=', 'r.dataset_id').onRef('p.number', '=', 'r.producer'),
        )
        .innerJoin('reading_bodies as b', (join) =>
          join
            .onRef('b.dataset_id', '=', 'r.dataset_id')
            .onRef('b.producer', '=', 'r.producer')
            .onRef('b.custody_index', '=', 'r.custody_index'),
        )
        .select(['r.sha256', 'r.read_at', 'b.body'])
        .where('k.dataset_id', '=', DATASET)
        .where('k.id', '=', captureId)
        .where('p.name', '=', producer)
        .executeTakeFirst()
      if (row === undefined) return null
      const json = unpackReading(row.body)
      const result = JSON.parse(json) as Reading | Unreadable
      return { captureId, producer, result, json, sha256: row.sha256, readAt: row.read_at }
    })
  }

  readingDigests(captureIds: readonly string[], producer: string): Promise<ReadonlyMap<string, string>> {
    return this.#explained(() => findReadingDigests(this.#parts.reader, captureIds, producer))
  }

  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<FoundClaim>> {
    return this.#ofActiveProducer(EMPTY, (db, producer) => listClaims(db, sqliteDialect, producer, filter, page))
  }

  claimsById(prefix: string): Promise<readonly FoundClaim[]> {
    return this.#ofActiveProducer([], (db, producer) => findClaimsById(db, producer, prefix))
  }

  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<FoundDocument>> {
    return this.#ofActiveProducer(EMPTY, (db, producer) => listDocuments(db, sqliteDialect, producer, filter, page))
  }

  counts(producer: string): Promise<StoreCounts> {
    return this.#explained(async () => {
      const captures = await this.#db
        .selectFrom('captures')
        .select((build) => build.fn.countAll<number>().as('captures'))
        .where('dataset_id', '=', DATASET)
        .executeTakeFirstOrThrow()
      const readings = await this.#db
        .selectFrom('readings as r')
        .innerJoin('producers as p', (join) =>
          join.onRef('p.dataset_id', '=', 'r.dataset_id').onRef('p.number', '=', 'r.producer'),
        )
        .select((build) => [
          build.fn.countAll<number>().filterWhere('r.kind', '=', 'reading').as('readings'),
          build.fn.countAll<number>().filterWhere('r.kind', '=', 'unreadable').as('failed'),
          build.fn.coalesce(build.fn.sum<number>('r.claims'), sql.lit(0)).as('claims'),
        ])
        .where('r.dataset_id', '=', DATASET)
        .where('p.name', '=', producer)
        .executeTakeFirstOrThrow()
      return { ...captures, ...readings }
    })
  }

  async *check(): AsyncIterable<string> {
    for await (const { message } of verifySums(this.#path)) yield message
    for await (const { message } of verifyLog(this.#path)) yield message
    try {
      yield* checkStore(this.#db, sqliteDialect)
    } catch (error) {
      const explained = explainError(error, this.#path)
      yield explained instanceof Error ? explained.message : String(explained)
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    const { reader, file, writing } = this.#parts
    try {
      if (writing !== null) await this.#emptyLog()
    } finally {
      writing?.writer.close()
      reader.close()
      file.release()
      await writing?.lock.close()
    }
  }

  /** A disk that is full or a writer that does not end leaves the log for later. */
  async #emptyLog(): Promise<void> {
    const { lock, checkpointer } = this.#writing()
    try {
      await this.#explained(() => lock.hold(CLOSING_PATIENCE_MS, () => checkpointer.run()))
    } catch (error) {
      if (!(error instanceof CairnError && (error.code === 'disk-full' || error.code === 'store-busy'))) throw error
    }
  }

  /** What was committed stays so: a fault must not look like one of the write. It shows again when the store is closed. */
  async #checkpointWhenDue(): Promise<void> {
    await this.#writing()
      .checkpointer.runWhenDue()
      .catch(() => undefined)
  }

  #writing(): NonNullable<Parts['writing']> {
    const { writing } = this.#parts
    if (writing !== null) return writing
    throw new CairnError('bad-usage', `${this.#path} was opened for reading only. Open it for writing.`)
  }

  /** Custody index of a capture, or -1 for null: before all. */
  async #custodyIndex(captureId: string | null): Promise<number> {
    if (captureId === null) return -1
    const capture = await this.capture(captureId)
    if (capture === null) throw new CairnError('bad-usage', `The store holds no capture ${captureId}.`)
    return capture.custodyIndex
  }

  #captures() {
    return this.#db.selectFrom('captures').selectAll().where('captures.dataset_id', '=', DATASET)
  }

  /** Runs a list over the readings of the producer in the setting "producer", all of it on one state of the record. */
  async #ofActiveProducer<T>(none: T, list: (db: Kysely<Schema>, producer: number) => Promise<T>): Promise<T> {
    return await this.#explained(async () => {
      const name = await this.setting('producer')
      const producer = name === null ? null : findProducer(this.#parts.reader, name)
      return producer === null ? none : await this.#db.transaction().execute((db) => list(db, producer))
    })
  }

  async #explained<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explainError(error, this.#path)
    }
  }
}

/** Leaves the connection usable; SQLite has rolled back by itself after some errors. */
function rollBack(connection: Connection): void {
  try {
    connection.exec('rollback')
  } catch (error) {
    if (!/no transaction is active/u.test(String(error))) throw error
  }
}
