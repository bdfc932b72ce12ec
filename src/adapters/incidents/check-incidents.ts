import { existsSync } from 'node:fs'

import type { Connection } from '../sqlite/connection.ts'
import { explainError } from '../sqlite/explain-error.ts'
import { verifyLog, verifySums } from '../sqlite/sums/verify-sums.ts'
import { unpackRecord } from './pack-record.ts'
import { type IncidentRow, incidentRow } from './summarise-incident.ts'

const RECORDS_A_PAGE = 200

/** Questions to the tables that nothing answers in a sound store. */
const LOOSE_ENDS: readonly (readonly [sql: string, fault: string])[] = [
  [
    'select count(*) from places as p where not exists (select 1 from reports as r where r.number = p.body)',
    'places hold no report',
  ],
  [
    'select count(*) from reports as r where (select count(*) from places) <> (select count(*) from reports) and not exists (select 1 from places as p where p.body = r.number)',
    'reports stand nowhere',
  ],
  [
    'select count(*) from places where (leader is null) = (incident is null)',
    'reports stand by themselves and follow another, or neither',
  ],
  [
    'select count(*) from places as p where leader is not null and not exists (select 1 from places as l where l.id = p.leader)',
    'reports follow one that is not there',
  ],
  [
    'select count(*) from places as p where incident is not null and not exists (select 1 from incidents as i where i.number = p.incident)',
    'reports stand in an incident that is not there',
  ],
  [
    'select count(*) from incident_records as r where not exists (select 1 from incidents as i where i.number = r.number and i.id = r.id)',
    'records belong to no incident',
  ],
  [
    'select count(*) from incident_records as r where not exists (select 1 from incident_words_docsize as d where d.id = r.number)',
    'records are not in the index of words',
  ],
  [
    'select count(*) from former_ids as f where not exists (select 1 from places as p where p.id = f.report)',
    'former ids lead to a report that is not there',
  ],
]

/**
 * Names everything that is wrong with the file, its indexes, and its rows against each other.
 *
 * A file whose bytes are not as they were written is named and not read: SQLite's binding ends the process on text that is no
 * UTF-8.
 *
 * @param readerOf gives a connection that reads the file
 */
export async function* checkIncidents(path: string, readerOf: () => Connection): AsyncIterable<string> {
  if (!existsSync(path)) return
  let isSound = true
  for await (const { message } of verifySums(path)) {
    isSound = false
    yield message
  }
  for await (const { message } of verifyLog(path)) yield message
  if (!isSound) return
  try {
    const reader = readerOf()
    for (const row of reader.all('pragma integrity_check(100)')) {
      const { integrity_check: message } = row as { readonly integrity_check: string }
      if (message !== 'ok') yield `${path}: ${message}`
    }
    for (const [sql, fault] of LOOSE_ENDS) {
      const count = reader.count(sql)
      if (count > 0) yield `${path}: ${count} ${fault}.`
    }
    yield* checkRecords(path, reader)
  } catch (error) {
    const explained = explainError(error, path)
    yield explained instanceof Error ? explained.message : String(explained)
  }
}

/** Derives each row of the list from its record again. */
async function* checkRecords(path: string, reader: Connection): AsyncIterable<string> {
  for (let after: number | null = -1; after !== null;) {
    const rows: readonly (IncidentRow & { readonly number: number; readonly body: Uint8Array | null })[] = reader.all(
      `select r.*, b.body from incident_records as r left join incident_bodies as b on b.number = r.number
        where r.number > ? order by r.number limit ?`,
      after,
      RECORDS_A_PAGE,
    ) as never
    for (const { number: _number, body, ...row } of rows) {
      if (body === null) yield `${path}: the record of ${row.id} is missing.`
      else if (JSON.stringify(incidentRow(unpackRecord(body))) !== JSON.stringify(row))
        yield `${path}: what is listed of ${row.id} does not agree with its record.`
    }
    after = rows.at(-1)?.number ?? null
  }
}
