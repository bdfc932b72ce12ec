import { Kysely, SqliteDialect, sql } from 'kysely'

import { CairnError } from '../../../model/error.ts'
import type { ArchiveLocation } from '../../../model/archived.ts'
import type { Reading } from '../../../model/reading.ts'
import type { Unreadable } from '../../../model/document.ts'
import type { StoredDecision } from '../../../model/decision.ts'
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
import type { DatabaseFile } from '../../sqlite/database-file.ts'
import { explainError } from '../../sqlite/explain-error.ts'
import { verifyLog, verifySums } from '../../sqlite/sums/verify-sums.ts'
import { checkStore } from '../check-store.ts'
import { findClaimsById, listClaims } from '../list-claims.ts'
import { listDocuments } from '../list-documents.ts'
import { storedCapture, storedDecision } from '../make-rows.ts'
import { unpackReading } from '../pack-reading.ts'
import { DATASET, type Schema } from '../schema.ts'
import { findPayload } from './find-payload.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import {
  findProducer,
  findReadingDigests,
  readCustodyHead,
  READING_STAGE,
  readSettings,
  SqliteWriter,
} from './sqlite-writer.ts'

const EMPTY: Page<never> = { items: [], next: null }

/** The record in one SQLite file. Reads and writes use connections of their own, so that a read never sees half a write. */
export class SqliteStore implements RecordStore {
  readonly #path: string
  readonly #file: DatabaseFile
  readonly #db: Kysely<Schema>

  constructor(path: string, file: DatabaseFile) {
    this.#path = path
    this.#file = file
    const { reader } = file
    this.#db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: { prepare: (text) => reader.prepare(text), close: () => undefined } }),
    })
  }

  write<T>(work: (writer: RecordWriter) => Promise<T>): Promise<T> {
    return this.#file.write((connection) => work(new SqliteWriter(connection)))
  }

  /**
   * Moves the log into the database file and brings the page sums up to date; happens by itself when the log has grown long
   * and when the store is closed.
   *
   * @returns whether all was moved; readers can hold some of it up
   * @throws {CairnError} "disk-full" | "bad-workspace"
   */
  checkpoint(): Promise<boolean> {
    return this.#file.checkpoint()
  }

  custodyHead(): Promise<TreeHead> {
    return this.#file.explained(() => readCustodyHead(this.#file.reader))
  }

  setting(name: string): Promise<string | null> {
    return this.#file.explained(async () => {
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
    return this.#file.explained(() => readSettings(this.#file.reader, ''))
  }

  capture(id: string): Promise<StoredCapture | null> {
    return this.#file.explained(async () => {
      const row = await this.#captures().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : storedCapture(row)
    })
  }

  capturesById(prefix: string): Promise<readonly StoredCapture[]> {
    return this.#file.explained(async () => {
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
    return this.#file.explained(async () => {
      const rows = await this.#captures()
        .where('custody_index', '>', await this.#custodyIndex(after))
        .orderBy('custody_index')
        .limit(limit)
        .execute()
      return rows.map(storedCapture)
    })
  }

  unread(producer: string, after: string | null, limit: number): Promise<readonly StoredCapture[]> {
    return this.#file.explained(async () => {
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
    const { reader } = this.#file
    const entries = reader.count(
      'select count(*) from ledger where dataset_id = ? and stage = ? and version = ?',
      DATASET,
      READING_STAGE,
      producer,
    )
    return entries === reader.count('select count(*) from captures')
  }

  payloadLocation(payloadSha256: string): Promise<ArchiveLocation | null> {
    return this.#file.explained(() => {
      const row = findPayload(this.#file.reader, payloadSha256)
      return row === null ? null : storedCapture(row).location
    })
  }

  producers(captureId: string): Promise<readonly string[]> {
    return this.#file.explained(async () => {
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
    return this.#file.explained(async () => {
      const row = await this.#captures()
        .where('resource', '=', resource)
        .orderBy('custody_index', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : storedCapture(row)
    })
  }

  reading(captureId: string, producer: string): Promise<StoredReading | null> {
    return this.#file.explained(async () => {
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
    return this.#file.explained(() => findReadingDigests(this.#file.reader, captureIds, producer))
  }

  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<FoundClaim>> {
    return this.#ofActiveProducer(EMPTY, (db, producer) => listClaims(db, sqliteDialect, producer, filter, page))
  }

  claimsById(prefix: string): Promise<readonly FoundClaim[]> {
    return this.#ofActiveProducer([], (db, producer) => findClaimsById(db, sqliteDialect, producer, prefix))
  }

  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<FoundDocument>> {
    return this.#ofActiveProducer(EMPTY, (db, producer) => listDocuments(db, sqliteDialect, producer, filter, page))
  }

  decisions(after: string | null, limit: number): Promise<readonly StoredDecision[]> {
    return this.#file.explained(async () => {
      const list = this.#db.selectFrom('decisions').where('dataset_id', '=', DATASET)
      const before =
        after === null ? null : await list.select('custody_index').where('id', '=', after).executeTakeFirst()
      if (before === undefined) throw new CairnError('bad-usage', `The store holds no decision ${after}.`)
      const rows = await list
        .selectAll()
        .where('custody_index', '>', before?.custody_index ?? -1)
        .orderBy('custody_index')
        .limit(limit)
        .execute()
      return rows.map(storedDecision)
    })
  }

  decisionCount(): Promise<number> {
    return this.#file.explained(() =>
      this.#file.reader.count('select count(*) from decisions where dataset_id = ?', DATASET),
    )
  }

  counts(producer: string): Promise<StoreCounts> {
    return this.#file.explained(async () => {
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

  close(): Promise<void> {
    return this.#file.close()
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
    return await this.#file.explained(async () => {
      const name = await this.setting('producer')
      const producer = name === null ? null : findProducer(this.#file.reader, name)
      return producer === null ? none : await this.#db.transaction().execute((db) => list(db, producer))
    })
  }
}
