import { CairnError } from '../../../model/error.ts'
import type { Reading } from '../../../model/reading.ts'
import type { StoredDecision } from '../../../model/decision.ts'
import type { TreeHead } from '../../../ports/custody-log.ts'
import type { RecordWriter, StoredCapture, StoredReading } from '../../../ports/record-store.ts'
import type { Connection, SqlValue } from '../../sqlite/connection.ts'
import {
  captureRow,
  claimRow,
  claimText,
  decisionRow,
  documentText,
  incidentReportRow,
  readingRow,
  storedDecision,
  type ReadingNumber,
} from '../make-rows.ts'
import { packReading } from '../pack-reading.ts'
import { DATASET, type DecisionRow } from '../schema.ts'
import { CUSTODY_BITS, POSITION_BITS, PRODUCER_BITS } from './sqlite-dialect.ts'

/** Stage of the ledger that readings are entered under. */
export const READING_STAGE = 'read'

type Row = Readonly<Record<string, SqlValue>>

/** Writes of one transaction, through statements that stay prepared. */
export class SqliteWriter implements RecordWriter {
  readonly #connection: Connection
  /** Numbers seen or given in this transaction. */
  readonly #producers = new Map<string, number>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  custodyHead(): Promise<TreeHead> {
    return Promise.resolve(readCustodyHead(this.#connection))
  }

  setCustodyHead({ size, root }: TreeHead): Promise<void> {
    this.#insert(
      'custody_heads',
      { dataset_id: DATASET, size, root },
      'on conflict do update set size = excluded.size, root = excluded.root',
    )
    return Promise.resolve()
  }

  knownCaptures(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(ids.filter((id) => this.#custodyIndex(id) !== null)))
  }

  knownReadings(captureIds: readonly string[], producer: string): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(findReadingDigests(this.#connection, captureIds, producer))
  }

  settings(prefix: string): Promise<readonly (readonly [name: string, value: string])[]> {
    return Promise.resolve(readSettings(this.#connection, prefix))
  }

  addCaptures(captures: readonly StoredCapture[]): Promise<void> {
    for (const capture of captures) {
      this.#insert('captures', { ...captureRow(capture) }, 'on conflict (dataset_id, id) do nothing')
    }
    return Promise.resolve()
  }

  addReadings(readings: readonly StoredReading[]): Promise<void> {
    for (const stored of readings) this.#addReading(stored)
    return Promise.resolve()
  }

  addDecisions(decisions: readonly StoredDecision[]): Promise<void> {
    for (const decision of decisions)
      this.#insert('decisions', { ...decisionRow(decision) }, 'on conflict (dataset_id, id) do nothing')
    return Promise.resolve()
  }

  lastDecision(): Promise<StoredDecision | null> {
    const row = this.#connection.first(
      'select * from decisions where dataset_id = ? order by custody_index desc limit 1',
      DATASET,
    )
    return Promise.resolve(row === null ? null : storedDecision(row as DecisionRow))
  }

  setSetting(name: string, value: string): Promise<void> {
    this.#insert('settings', { dataset_id: DATASET, name, value }, 'on conflict do update set value = excluded.value')
    return Promise.resolve()
  }

  #addReading(stored: StoredReading): void {
    const custodyIndex = this.#custodyIndex(stored.captureId)
    if (custodyIndex === null) {
      throw new CairnError(
        'bad-workspace',
        `A reading by ${stored.producer} belongs to the capture ${stored.captureId}, which the store does not hold. Add the capture first.`,
      )
    }
    const number = { producer: this.#producerNumber(stored.producer), custodyIndex }
    const row = readingRow(stored, number)
    const { dataset_id, producer, custody_index, ...rest } = row
    const key = [dataset_id, producer, custody_index] as const
    const body = packReading(stored.json)
    const before = this.#connection.first(
      'select claims, document_id from readings where dataset_id = ? and producer = ? and custody_index = ?',
      ...key,
    ) as { readonly claims: number; readonly document_id: string | null } | null
    if (before === null) {
      this.#insert('readings', { ...row })
      this.#insert('reading_bodies', { dataset_id, producer, custody_index, body })
    } else {
      this.#removeParts(number, before.claims, before.document_id !== null)
      this.#replace('readings', { ...rest }, key)
      this.#replace('reading_bodies', { body }, key)
    }
    const isFault = 'reason' in stored.result
    if (!('reason' in stored.result)) this.#addParts(stored.result, number)
    const entry = {
      dataset_id,
      stage: READING_STAGE,
      version: stored.producer,
      custody_index,
      state: isFault ? 'failed' : 'done',
      reason: 'reason' in stored.result ? stored.result.reason : null,
      at: stored.readAt,
    }
    this.#insert(
      'ledger',
      entry,
      'on conflict do update set state = excluded.state, reason = excluded.reason, at = excluded.at',
    )
  }

  /** Claims, incident reports and words of a reading. */
  #addParts(reading: Reading, number: ReadingNumber): void {
    const { producer, custodyIndex } = number
    const { text } = reading.document
    const words = documentText(reading)
    this.#connection.run(
      `insert into document_text(rowid, id, outlet, title, body) values (${READING_NUMBER}, ?, ?, ?, ?)`,
      producer,
      custodyIndex,
      words.id,
      words.outlet,
      words.title,
      words.body,
    )
    if (reading.claims.length >= 2 ** POSITION_BITS) {
      throw new CairnError(
        'bad-workspace',
        `${reading.document.id} has more claims than can be numbered. Split the document.`,
      )
    }
    for (const [position, claim] of reading.claims.entries()) {
      this.#insert('claims', { ...claimRow(claim, position, number) })
      const { id, claimant, place, sentence } = claimText(claim, text)
      this.#connection.run(
        `insert into claim_text(rowid, id, claimant, place, sentence) values (${CLAIM_NUMBER}, ?, ?, ?, ?)`,
        producer,
        custodyIndex,
        position,
        id,
        claimant,
        place,
        sentence,
      )
    }
    for (const [position, report] of reading.incidents.entries()) {
      this.#insert('incident_reports', { ...incidentReportRow(report, position, number) })
    }
  }

  #removeParts({ producer, custodyIndex }: ReadingNumber, claims: number, hasDocument: boolean): void {
    const key = [DATASET, producer, custodyIndex] as const
    for (let position = 0; position < claims; position++) {
      this.#connection.run(`delete from claim_text where rowid = ${CLAIM_NUMBER}`, producer, custodyIndex, position)
    }
    if (hasDocument) {
      this.#connection.run(`delete from document_text where rowid = ${READING_NUMBER}`, producer, custodyIndex)
    }
    for (const table of ['claims', 'incident_reports']) {
      this.#connection.run(`delete from ${table} where dataset_id = ? and producer = ? and custody_index = ?`, ...key)
    }
  }

  #custodyIndex(captureId: string): number | null {
    const row = this.#connection.first(
      'select custody_index from captures where dataset_id = ? and id = ?',
      DATASET,
      captureId,
    )
    return row === null ? null : (row as { readonly custody_index: number }).custody_index
  }

  #producerNumber(name: string): number {
    const known = this.#producers.get(name) ?? findProducer(this.#connection, name) ?? this.#addProducer(name)
    this.#producers.set(name, known)
    return known
  }

  #addProducer(name: string): number {
    const number = 1 + this.#connection.count('select max(number) from producers where dataset_id = ?', DATASET)
    if (number >= 2 ** PRODUCER_BITS) {
      throw new CairnError(
        'bad-workspace',
        `The store cannot number another extractor (${name}). Start a new workspace from the archive.`,
      )
    }
    this.#insert('producers', { dataset_id: DATASET, number, name })
    return number
  }

  #insert(table: string, row: Row, onConflict = ''): void {
    const columns = Object.keys(row)
    this.#connection.run(insertStatement(table, columns, onConflict), ...Object.values(row))
  }

  #replace(table: string, row: Row, key: readonly SqlValue[]): void {
    const assignments = Object.keys(row).map((column) => `${column} = ?`)
    this.#connection.run(
      `update ${table} set ${assignments.join(', ')} where dataset_id = ? and producer = ? and custody_index = ?`,
      ...Object.values(row),
      ...key,
    )
  }
}

/** A number of JavaScript is bound as a real one, which is exact to 2^53 only: sums beyond are made of integers. */
const INTEGER = 'cast(? as integer)'
const READING_NUMBER = `((${INTEGER} << ${CUSTODY_BITS}) + ${INTEGER})`
const CLAIM_NUMBER = `((${INTEGER} << ${CUSTODY_BITS + POSITION_BITS}) + (${INTEGER} << ${POSITION_BITS}) + ${INTEGER})`
const INSERTS = new Map<string, string>()

function insertStatement(table: string, columns: readonly string[], onConflict: string): string {
  const known = INSERTS.get(table)
  if (known !== undefined) return known
  const statement = `insert into ${table}(${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) ${onConflict}`
  INSERTS.set(table, statement)
  return statement
}

/** Digests of the readings of captures, by capture; what the producer has not read is left out. */
export function findReadingDigests(
  connection: Connection,
  captureIds: readonly string[],
  producer: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const id of captureIds) {
    const row = connection.first(
      `select r.sha256 from captures as k
        join producers as p on p.dataset_id = k.dataset_id and p.name = ?
        join readings as r on r.dataset_id = k.dataset_id and r.producer = p.number and r.custody_index = k.custody_index
        where k.dataset_id = ? and k.id = ?`,
      producer,
      DATASET,
      id,
    )
    if (row !== null) found.set(id, (row as { readonly sha256: string }).sha256)
  }
  return found
}

export function findProducer(connection: Connection, name: string): number | null {
  const row = connection.first('select number from producers where dataset_id = ? and name = ?', DATASET, name)
  return row === null ? null : (row as { readonly number: number }).number
}

/** Settings whose names begin so, by name. */
export function readSettings(connection: Connection, prefix: string): readonly (readonly [string, string])[] {
  const rows = connection.all(
    'select name, value from settings where dataset_id = ? and name >= ? and name < ? order by name',
    DATASET,
    prefix,
    `${prefix}\u{10FFFF}`,
  )
  return (rows as readonly { readonly name: string; readonly value: string }[]).map(({ name, value }) => [name, value])
}

export function readCustodyHead(connection: Connection): TreeHead {
  const row = connection.first('select size, root from custody_heads where dataset_id = ?', DATASET)
  return row === null ? EMPTY_HEAD : (row as TreeHead)
}

/** RFC 6962: the root of a tree without entries is the hash of nothing. */
const EMPTY_HEAD: TreeHead = { size: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }
