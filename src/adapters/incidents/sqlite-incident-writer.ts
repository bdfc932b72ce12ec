import { CairnError } from '../../model/error.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type {
  FormerId,
  IncidentQuestion,
  IncidentState,
  IncidentWriter,
  MergeReport,
  PlacedReport,
  ReportPlace,
} from '../../ports/incident-store.ts'
import type { Connection } from '../sqlite/connection.ts'
import { blockToken } from './block-token.ts'
import { findPlace, findPlaceOrWhole, hashOf, PLACE_BITS, readKey, readVersion } from './find-reports.ts'
import { packRecord } from './pack-record.ts'
import type { ReportNode, StoreVersion, Written } from './report-cache.ts'
import { incidentRow, wordsOf } from './summarise-incident.ts'
import { emptyTables } from './tables.ts'

const SHIFT = 2 ** PLACE_BITS
const RECORD_COLUMNS = [
  'number',
  'id',
  'previous_ids',
  'label',
  'event',
  'sub_event',
  'place',
  'country',
  'admin1',
  'lat',
  'lon',
  'start_day',
  'end_day',
  'status',
  'grade',
  'killed',
  'injured',
  'documents',
  'origins',
  'claims',
  'findings',
  'first_day',
  'most_killed',
] as const
const PUT_RECORD = `insert or replace into incident_records(${RECORD_COLUMNS.join(', ')})
  values (${RECORD_COLUMNS.map(() => '?').join(', ')})`

/** Writes of one transaction, through statements that stay prepared. */
export class SqliteIncidentWriter implements IncidentWriter {
  readonly #connection: Connection
  readonly #before: StoreVersion
  readonly #moved = new Set<number>()
  /** Words of the index by place: they go in by ascending number, or each step back would begin a new run of the index. */
  readonly #blocks = new Map<number, string>()
  readonly #entered = new Map<number, readonly string[]>()
  readonly #added = new Map<number, ReportNode>()
  #isCleared = false

  constructor(connection: Connection) {
    this.#connection = connection
    this.#before = readVersion(connection)
  }

  addReports(reports: readonly (PlacedReport & { readonly blocks: readonly string[] })[]): Promise<void> {
    let body = this.#connection.count('select max(number) from reports')
    const places = reports.map((report) => {
      body++
      const place = this.#newPlace(report)
      const { captureId, reportId, receivedAt, claims, parts, profile, blocks } = report
      this.#connection.run(
        'insert into reports(number, capture, report, received, claims, parts, profile) values (?, ?, ?, ?, ?, ?, ?)',
        body,
        captureId,
        reportId,
        receivedAt,
        claims,
        parts.length === 0 ? null : JSON.stringify(parts),
        profile,
      )
      this.#connection.run(
        'insert into places(id, body, hash, leader, incident) values (?, ?, ?, null, null)',
        place,
        body,
        hashOf(captureId),
      )
      if (blocks.length > 0) this.#enter(place, report)
      return place
    })
    for (const [i, report] of reports.entries()) this.#stand(places[i] ?? 0, report)
    this.#refuseCircles(places)
    return Promise.resolve()
  }

  moveReports(places: readonly (ReportPlace & { readonly key: string })[]): Promise<void> {
    const moved = places.map((report) => {
      const place = this.#place(report.key)
      this.#stand(place, report)
      this.#moved.add(place)
      return place
    })
    this.#refuseCircles(moved)
    return Promise.resolve()
  }

  markStale(incidents: readonly string[]): Promise<void> {
    for (const id of incidents) {
      this.#connection.run('update incidents set is_stale = 1 where number = ?', this.#incidentNumber(id))
    }
    return Promise.resolve()
  }

  putRecord(record: IncidentRecord): Promise<void> {
    const number = this.#incidentNumber(record.incident.id)
    this.#connection.run('update incidents set is_stale = 0 where number = ?', number)
    const row = { number, ...incidentRow(record) }
    this.#connection.run(PUT_RECORD, ...RECORD_COLUMNS.map((column) => row[column]))
    this.#connection.run('delete from incident_words where rowid = ?', number)
    this.#connection.run('insert into incident_words(rowid, words) values (?, ?)', number, wordsOf(record))
    this.#connection.run(
      'insert or replace into incident_bodies(number, body) values (?, ?)',
      number,
      packRecord(record),
    )
    return Promise.resolve()
  }

  removeIncidents(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const row = this.#connection.first('select number from incidents where id = ?', id)
      if (row === null) continue
      const { number } = row as { readonly number: number }
      if (this.#connection.count('select exists (select 1 from places where incident = ?)', number) > 0)
        throw new CairnError('bad-usage', `The incident ${id} holds reports. Move them before it is removed.`)
      for (const table of ['incidents', 'incident_records', 'incident_bodies'])
        this.#connection.run(`delete from ${table} where number = ?`, number)
      this.#connection.run('delete from incident_words where rowid = ?', number)
      this.#removeQuestions(id)
    }
    return Promise.resolve()
  }

  putQuestions(incidents: readonly string[], questions: readonly IncidentQuestion[]): Promise<void> {
    for (const id of incidents) this.#removeQuestions(id)
    for (const question of questions) {
      const [first, second] = question.incidents
      this.#connection.run(
        'insert or replace into questions(first, second, probability, body) values (?, ?, ?, ?)',
        first,
        second,
        question.probability,
        JSON.stringify(question),
      )
    }
    return Promise.resolve()
  }

  addFormerIds(former: readonly FormerId[]): Promise<void> {
    for (const { id, report } of former) {
      const place = findPlaceOrWhole(this.#connection, readKey(report))
      if (place === null) throw unknownReport(report)
      this.#connection.run('insert or replace into former_ids(id, report) values (?, ?)', id, place)
    }
    return Promise.resolve()
  }

  setState(state: IncidentState): Promise<void> {
    this.#connection.run('insert or replace into state(id, body) values (1, ?)', JSON.stringify(state))
    return Promise.resolve()
  }

  clear(): Promise<void> {
    this.#isCleared = true
    for (const kept of [this.#blocks, this.#entered, this.#added]) kept.clear()
    emptyTables(this.#connection)
    return Promise.resolve()
  }

  /** Ends the transaction's writes: what is left to be written before the commit. */
  finish(): Written {
    const inOrder = [...this.#blocks].toSorted(([a], [b]) => a - b)
    for (const [place, words] of inOrder)
      // A number of JavaScript is bound as a real one, which is no number of a row.
      this.#connection.run('insert into report_blocks(rowid, blocks) values (cast(? as integer), ?)', place, words)
    const after = {
      epoch: this.#before.epoch + (this.#isCleared ? 1 : 0),
      generation: this.#before.generation + 1,
    }
    this.#connection.run('update changes set epoch = ?, generation = ?', after.epoch, after.generation)
    return { before: this.#before, after, moved: this.#moved, entered: this.#entered, added: this.#added }
  }

  /** A number that begins with the rank and that no other report has. */
  #newPlace(report: MergeReport): number {
    const { captureId, reportId, key, rank } = report
    if (key !== `${captureId} ${reportId}`) throw new CairnError('bad-usage', `"${key}" is not the key of its report.`)
    if (findPlace(this.#connection, report) !== null)
      throw new CairnError('bad-usage', `The report ${key} is in the store already.`)
    for (let rest = hashOf(key) % SHIFT; ; rest = (rest + 1) % SHIFT) {
      const place = rank * SHIFT + rest
      if (this.#connection.first('select 1 from places where id = ?', place) === null) return place
    }
  }

  #enter(place: number, report: PlacedReport & { readonly blocks: readonly string[] }): void {
    const { blocks: all, leader, incident, captureId, reportId, key, receivedAt, rank, profile, parts, claims } = report
    const blocks = [...new Set(all)]
    this.#blocks.set(place, blocks.map(blockToken).join(' '))
    this.#entered.set(place, blocks)
    const merged: MergeReport = { captureId, reportId, key, receivedAt, rank, profile, parts, claims }
    if (leader === null) this.#added.set(place, { report: { ...merged, leader, incident }, leader })
  }

  #stand(place: number, { leader, incident }: ReportPlace): void {
    this.#connection.run(
      'update places set leader = ?, incident = ? where id = ?',
      leader === null ? null : this.#place(leader),
      leader === null ? this.#incidentNumber(incident) : null,
      place,
    )
  }

  #refuseCircles(places: readonly number[]): void {
    for (const place of places) {
      const seen = new Set<number>()
      for (let at: number | null = place; at !== null;) {
        if (seen.has(at)) throw new CairnError('bad-usage', 'A report cannot follow itself, nor one that follows it.')
        seen.add(at)
        const row = this.#connection.first('select leader from places where id = ?', at)
        at = (row as { readonly leader: number | null }).leader
      }
    }
  }

  #place(key: string): number {
    const place = findPlace(this.#connection, readKey(key))
    if (place === null) throw unknownReport(key)
    return place
  }

  #incidentNumber(id: string): number {
    const row = this.#connection.first('select number from incidents where id = ?', id)
    if (row !== null) return (row as { readonly number: number }).number
    const number = 1 + this.#connection.count('select max(number) from incidents')
    this.#connection.run('insert into incidents(number, id, is_stale) values (?, ?, 0)', number, id)
    return number
  }

  #removeQuestions(incident: string): void {
    this.#connection.run('delete from questions where first = ?', incident)
    this.#connection.run('delete from questions where second = ?', incident)
  }
}

function unknownReport(key: string): CairnError {
  return new CairnError('bad-usage', `The store holds no report ${key}. Add it first.`)
}
