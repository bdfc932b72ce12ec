import { CairnError } from '../../model/error.ts'
import type { Connection } from '../sqlite/connection.ts'
import { TOKEN_CHARACTERS } from './block-token.ts'

/** "CAII": tells `file` and us whose database it is. */
const APPLICATION_ID = 0x43414949
/** Goes up whenever the tables below, or the profiles packed in them, change. No file is brought from one shape to another: all of it is made again. */
const SHAPE = 2

/**
 * Reports, where they stand, incidents, questions.
 *
 * - `reports` grows at its end and never changes; `places` is small and says where each report stands. The number of a place
 *   begins with the report's rank, so that whatever lists places by number lists the lowest ranks first.
 * - `report_blocks` is a full-text index of each place's blocks: its inserts go to a log of sorted runs, where a table of
 *   (block, report) would change a page for each of a report's blocks.
 * - `incident_records` holds what filters and orders need, `incident_bodies` the records themselves.
 */
const TABLES: readonly string[] = [
  `create table changes(id integer primary key check (id = 1), epoch integer not null, generation integer not null)`,
  `insert into changes values (1, 0, 0)`,
  `create table state(id integer primary key check (id = 1), body text not null)`,
  `create table reports(number integer primary key, capture text not null, report text not null, received text not null,
    claims integer not null, parts text, profile text not null)`,
  `create table places(id integer primary key, body integer not null, hash integer not null, leader integer, incident integer)`,
  `create index places_by_hash on places(hash)`,
  `create index places_by_leader on places(leader) where leader is not null`,
  `create index places_by_incident on places(incident) where incident is not null`,
  `create virtual table report_blocks using fts5(blocks, content = '', detail = none, columnsize = 0,
    tokenize = ${quoted(`ascii tokenchars ${quoted(TOKEN_CHARACTERS)}`)})`,
  // Twice the work of merging runs for a quarter less of looking blocks up, which is done for each report.
  `insert into report_blocks(report_blocks, rank) values ('automerge', 2)`,
  `create table incidents(number integer primary key, id text not null unique, is_stale integer not null)`,
  `create index incidents_stale on incidents(id) where is_stale = 1`,
  `create table incident_records(number integer primary key, id text not null unique, previous_ids text not null,
    label text not null, event text not null collate nocase, sub_event text not null collate nocase, place text,
    country text, admin1 text, lat real, lon real, start_day text, end_day text, status text not null, grade text not null,
    killed text, injured text, documents integer not null, origins integer not null, claims integer not null,
    findings integer not null, first_day text not null, most_killed integer not null)`,
  `create index incident_records_by_documents on incident_records(documents desc, id)`,
  `create index incident_records_by_day on incident_records(first_day desc, id)`,
  `create index incident_records_by_killed on incident_records(most_killed desc, id)`,
  `create index incident_records_by_country on incident_records(country)`,
  `create index incident_records_by_status on incident_records(status)`,
  `create virtual table incident_words using fts5(words, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2')`,
  `create table incident_bodies(number integer primary key, body blob not null)`,
  `create table former_ids(id text primary key, report integer not null) without rowid`,
  `create index former_ids_by_report on former_ids(report)`,
  `create table questions(first text not null, second text not null, probability real not null, body text not null,
    primary key (first, second)) without rowid`,
  `create index questions_by_second on questions(second)`,
  `create index questions_by_probability on questions(probability desc, first, second)`,
]

/** Tables that hold what was merged, besides the full-text indexes. */
const CONTENTS = [
  'state',
  'reports',
  'places',
  'incidents',
  'incident_records',
  'incident_bodies',
  'former_ids',
  'questions',
]

/** Makes the tables in one transaction, so that a file holds all of them or none. */
export function makeTables(connection: Connection): void {
  connection.exec('begin immediate')
  try {
    for (const statement of TABLES) connection.exec(statement)
    connection.exec(`pragma application_id=${APPLICATION_ID}`)
    connection.exec(`pragma user_version=${SHAPE}`)
    connection.exec('commit')
  } catch (error) {
    connection.exec('rollback')
    throw error
  }
}

/** Empties every table, within the transaction that is open. */
export function emptyTables(connection: Connection): void {
  for (const table of CONTENTS) connection.run(`delete from ${table}`)
  for (const index of ['report_blocks', 'incident_words']) {
    connection.run(`insert into ${index}(${index}) values ('delete-all')`)
  }
}

/**
 * Whether a file has these tables, none yet, or those of another version.
 *
 * @throws {CairnError} "bad-workspace" when it is none of ours
 */
export function shapeOf(connection: Connection, path: string): 'ours' | 'none' | 'other' {
  if (connection.count('select count(*) from sqlite_schema') === 0) return 'none'
  if (connection.count('pragma application_id') !== APPLICATION_ID)
    throw new CairnError('bad-workspace', `${path} is a database of another program. Nothing was changed.`)
  return connection.count('pragma user_version') === SHAPE ? 'ours' : 'other'
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
