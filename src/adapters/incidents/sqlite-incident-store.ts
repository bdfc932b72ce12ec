import { Kysely, SqliteDialect } from 'kysely'

import type { ReportRef } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type {
  IncidentFilter,
  IncidentOrder,
  IncidentQuestion,
  IncidentState,
  IncidentStore,
  IncidentSummary,
  IncidentWriter,
  PlacedReport,
} from '../../ports/incident-store.ts'
import type { Page, PageRequest } from '../../ports/record-store.ts'
import type { Connection } from '../sqlite/connection.ts'
import type { DatabaseFile } from '../sqlite/database-file.ts'
import { BlockCache } from './block-cache.ts'
import { checkIncidents } from './check-incidents.ts'
import { incidentOfPlace, ReportFinder } from './find-reports.ts'
import { listIncidents } from './list-incidents.ts'
import { listQuestions } from './list-questions.ts'
import { unpackRecord } from './pack-record.ts'
import { ReportCache, type Written } from './report-cache.ts'
import { SqliteIncidentWriter } from './sqlite-incident-writer.ts'

const MOST_IDS = 10

/** The file of a store, opened for writing or for reading only. */
export type IncidentFile = Pick<DatabaseFile, 'reader' | 'write' | 'explained' | 'close'>

/** What merging made, in one SQLite file beside the record. */
export class SqliteIncidentStore implements IncidentStore {
  readonly #path: string
  readonly #file: IncidentFile
  readonly #caches = { reports: new ReportCache(), blocks: new BlockCache() }
  readonly #db: Kysely<unknown>

  constructor(path: string, file: IncidentFile) {
    this.#path = path
    this.#file = file
    this.#db = new Kysely<unknown>({
      dialect: new SqliteDialect({
        database: { prepare: (text) => file.reader.prepare(text), close: () => undefined },
      }),
    })
  }

  async write<T>(work: (writer: IncidentWriter) => Promise<T>): Promise<T> {
    let written: Written | null = null
    const result = await this.#file.write(async (connection) => {
      const writer = new SqliteIncidentWriter(connection)
      const made = await work(writer)
      written = writer.finish()
      return made
    })
    if (written !== null) for (const cache of Object.values(this.#caches)) cache.follow(written)
    return result
  }

  state(): Promise<IncidentState | null> {
    return this.#read((reader) => {
      const row = reader.first('select body from state') as { readonly body: string } | null
      return row === null ? null : (JSON.parse(row.body) as IncidentState)
    })
  }

  inBlocks(blocks: readonly string[], limit: number): Promise<ReadonlyMap<string, readonly PlacedReport[]>> {
    return this.#find((finder) => finder.inBlocks(blocks, limit))
  }

  reports(keys: readonly string[]): Promise<readonly PlacedReport[]> {
    return this.#find((finder) => finder.byKeys(keys))
  }

  members(incidents: readonly string[]): Promise<readonly PlacedReport[]> {
    return this.#find((finder) => finder.membersOf(incidents))
  }

  reportsOf(incident: string): Promise<readonly ReportRef[]> {
    return this.#find((finder) => finder.refsOf(incident))
  }

  reportsOfCaptures(captureIds: readonly string[]): Promise<readonly PlacedReport[]> {
    return this.#find((finder) => finder.ofCaptures(captureIds))
  }

  formerIds(incidents: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#find((finder) => finder.formerIdsOf(incidents))
  }

  stale(limit: number): Promise<readonly string[]> {
    return this.#read((reader) =>
      idsOf(reader.all('select id from incidents where is_stale = 1 order by id limit ?', limit)),
    )
  }

  incident(id: string): Promise<IncidentRecord | null> {
    return this.#read((reader) => {
      const own = recordOf(reader, id)
      if (own !== null) return own
      const present = presentId(reader, id)
      return present === null ? null : recordOf(reader, present)
    })
  }

  incidentIds(prefix: string): Promise<readonly string[]> {
    return this.#read((reader) => {
      const own = idsOf(
        reader.all(
          'select id from incident_records where id >= ?1 and id < ?2 order by id limit ?3',
          prefix,
          `${prefix}\u{10FFFF}`,
          MOST_IDS,
        ),
      )
      const former = idsOf(
        reader.all(
          'select id from former_ids where id >= ?1 and id < ?2 order by id limit ?3',
          prefix,
          `${prefix}\u{10FFFF}`,
          MOST_IDS,
        ),
      )
      const present = former.flatMap((id) => {
        const found = presentId(reader, id)
        return found === null || recordOf(reader, found) === null ? [] : [found]
      })
      return [...new Set([...own, ...present])].toSorted().slice(0, MOST_IDS)
    })
  }

  incidents(filter: IncidentFilter, order: IncidentOrder, page: PageRequest): Promise<Page<IncidentSummary>> {
    return this.#file.explained(() => listIncidents(this.#db, filter, order, page))
  }

  records(after: string | null, limit: number): Promise<readonly IncidentRecord[]> {
    return this.#read((reader) => {
      const rows = reader.all(
        `select b.body from incident_records as r join incident_bodies as b on b.number = r.number
          where r.id > ? order by r.id limit ?`,
        after ?? '',
        limit,
      ) as readonly { readonly body: Uint8Array }[]
      return rows.map(({ body }) => unpackRecord(body))
    })
  }

  questions(page: PageRequest): Promise<Page<IncidentQuestion>> {
    return this.#read((reader) => listQuestions(reader, page))
  }

  counts(): Promise<{
    readonly incidents: number
    readonly reports: number
    readonly questions: number
    readonly stale: number
  }> {
    return this.#read((reader) => ({
      incidents: reader.count('select count(*) from incident_records'),
      reports: reader.count('select count(*) from places'),
      questions: reader.count('select count(*) from questions'),
      stale: reader.count('select count(*) from incidents where is_stale = 1'),
    }))
  }

  check(): AsyncIterable<string> {
    return checkIncidents(this.#path, () => this.#file.reader)
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  #find<T>(work: (finder: ReportFinder) => T): Promise<T> {
    return this.#read((reader) => work(new ReportFinder(reader, this.#caches)))
  }

  /** Runs statements on one state of the store; other reads of this connection wait, since nothing is waited for in between. */
  #read<T>(work: (reader: Connection) => T): Promise<T> {
    return this.#file.explained(() => {
      const { reader } = this.#file
      reader.exec('begin')
      try {
        return work(reader)
      } finally {
        reader.exec('rollback')
      }
    })
  }
}

function recordOf(reader: Connection, id: string): IncidentRecord | null {
  const row = reader.first(
    'select b.body from incident_records as r join incident_bodies as b on b.number = r.number where r.id = ?',
    id,
  )
  return row === null ? null : unpackRecord((row as { readonly body: Uint8Array }).body)
}

/** The incident that a former id became, or null. */
function presentId(reader: Connection, formerId: string): string | null {
  const row = reader.first('select report from former_ids where id = ?', formerId)
  return row === null ? null : incidentOfPlace(reader, (row as { readonly report: number }).report)
}

function idsOf(rows: readonly unknown[]): readonly string[] {
  return (rows as readonly { readonly id: string }[]).map(({ id }) => id)
}
