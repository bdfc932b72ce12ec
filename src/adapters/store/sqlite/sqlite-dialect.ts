import { sql, type Kysely, type RawBuilder } from 'kysely'

import { DATASET, type Schema } from '../schema.ts'
import { searchToken } from '../search-token.ts'
import type { ClaimCursor, ClaimSource, DocumentWords, StoreDialect } from '../store-dialect.ts'

/**
 * Full text is indexed without being stored again; a row's number tells whose text it is: producer, custody index and
 * position beside each other, so that the index lists its rows in the order of every list.
 */
export const POSITION_BITS = 20
export const CUSTODY_BITS = 32
/** 63 bits in all. */
export const PRODUCER_BITS = 11
const CLAIM_SHIFT = POSITION_BITS + CUSTODY_BITS
const CUSTODY_MASK = 2 ** CUSTODY_BITS - 1
const POSITION_MASK = 2 ** POSITION_BITS - 1

const TOKENIZER = 'unicode61 remove_diacritics 2'
const WORD = /[\p{L}\p{N}]/u
const BEFORE_ALL: ClaimCursor = { custodyIndex: -1, position: 0 }

/** Full-text search by FTS5, tables without row ids, triggers of SQLite. */
export const sqliteDialect: StoreDialect = {
  bytes: 'blob',
  clustered: sql`without rowid`,

  async createTextSearch(db) {
    for (const [table, columns] of [
      ['document_text', 'id, outlet, title, body'],
      ['claim_text', 'id, claimant, place, sentence'],
    ] as const) {
      await sql`create virtual table ${sql.raw(table)} using fts5(${sql.raw(columns)}, tokenize = ${sql.lit(TOKENIZER)},
        content = '', contentless_delete = 1)`.execute(db)
    }
  },

  async guardAppendOnly(db) {
    await refuse(db, 'captures', 'update', 'a capture never changes')
    await refuse(db, 'captures', 'delete', 'a capture is never deleted')
    for (const table of ['readings', 'reading_bodies']) {
      await refuse(db, table, 'delete', 'a reading is never deleted, only replaced by its own producer')
      await refuse(
        db,
        table,
        'update of dataset_id, producer, custody_index',
        'a reading is replaced by its own producer only',
      )
    }
    await refuse(db, 'producers', 'update', 'a producer never changes')
    await refuse(db, 'producers', 'delete', 'a producer is never deleted')
  },

  async guardDecisions(db) {
    await refuse(db, 'decisions', 'update', 'a decision never changes: another one undoes it')
    await refuse(db, 'decisions', 'delete', 'a decision is never deleted: another one undoes it')
  },

  findClaims(words, producer, after) {
    const match = matchColumns({ sentence: words.text, claimant: words.claimant, place: words.place })
    return match === null ? listClaims(producer, after) : searchClaims(match, producer, after)
  },

  findClaimsById(prefix, producer) {
    const word = prefix.includes('-') ? searchToken(prefix) : ''
    const source = WORD.test(word)
      ? searchClaims(`{id} : "${word.replaceAll('"', '')}" *`, producer, BEFORE_ALL)
      : listClaims(producer, BEFORE_ALL)
    return { ...source, where: sql`${source.where} and c.id >= ${prefix} and c.id < ${`${prefix}\u{10FFFF}`}` }
  },

  async *findStorageFaults(db) {
    for (const check of ['integrity_check(100)', 'foreign_key_check']) {
      const { rows } = await sql<Readonly<Record<string, unknown>>>`pragma ${sql.raw(check)}`.execute(db)
      for (const row of rows) {
        if (row['integrity_check'] === 'ok') continue
        yield check === 'foreign_key_check'
          ? `${String(row['table'])}: a row points to ${String(row['parent'])} that is not there`
          : `database: ${String(row['integrity_check'])}`
      }
    }
    yield* findTextFaults(db)
  },

  matchDocuments(words: DocumentWords, producer: number, of: 'r' | 'c') {
    const match = matchColumns({ id: words.id, outlet: words.outlet, 'title body': words.text })
    if (match === null) return sql`1 = 1`
    return sql`${sql.ref(of)}.custody_index in (select rowid & ${sql.lit(CUSTODY_MASK)} from document_text
      where document_text match ${match}
        and rowid between (${producer} << ${sql.lit(CUSTODY_BITS)}) and (${producer} << ${sql.lit(CUSTODY_BITS)}) + ${sql.lit(CUSTODY_MASK)})`
  },
}

/** The indexes hold exactly one entry for each document and each claim. */
async function* findTextFaults(db: Kysely<Schema>): AsyncIterable<string> {
  for (const [index, table, number] of [
    ['document_text', 'readings', sql`(o.producer << ${sql.lit(CUSTODY_BITS)}) + o.custody_index`],
    [
      'claim_text',
      'claims',
      sql`(o.producer << ${sql.lit(CLAIM_SHIFT)}) + (o.custody_index << ${sql.lit(POSITION_BITS)}) + o.position`,
    ],
  ] as const) {
    const condition = table === 'readings' ? sql`o.document_id is not null` : sql`1 = 1`
    const { rows } = await sql<{ readonly entries: number; readonly owners: number; readonly missing: number }>`select
      (select count(*) from ${sql.raw(`${index}_docsize`)}) as entries,
      (select count(*) from ${sql.table(table)} as o where ${condition}) as owners,
      (select count(*) from ${sql.table(table)} as o where ${condition}
        and not exists (select 1 from ${sql.raw(`${index}_docsize`)} as d where d.id = ${number})) as missing`.execute(
      db,
    )
    for (const { entries, owners, missing } of rows) {
      if (missing > 0) yield `${index}: ${missing} of ${owners} rows of ${table} are not in the index`
      if (entries + missing !== owners) yield `${index}: ${entries} entries for ${owners} rows of ${table}`
    }
  }
}

function listClaims(producer: number, after: ClaimCursor): ClaimSource {
  return {
    from: sql`claims as c`,
    where: sql`c.dataset_id = ${DATASET} and c.producer = ${producer}
      and (c.custody_index, c.position) > (${after.custodyIndex}, ${after.position})`,
    order: sql`c.custody_index, c.position`,
  }
}

/** Walks the index, which is in the order of the list, and looks up each claim; so a page costs no more than it reads. */
function searchClaims(match: string, producer: number, after: ClaimCursor): ClaimSource {
  const number = (owner: number, cursor: ClaimCursor): RawBuilder<unknown> =>
    // Numbers are bound as real ones, which are exact to 2^53 only.
    sql`((cast(${owner} as integer) << ${sql.lit(CLAIM_SHIFT)}) + (cast(${cursor.custodyIndex} as integer) << ${sql.lit(POSITION_BITS)}) + cast(${cursor.position} as integer))`
  return {
    from: sql`claim_text as t cross join claims as c`,
    where: sql`t.claim_text match ${match}
      and t.rowid > ${number(producer, after)}
      and t.rowid < ${number(producer + 1, { custodyIndex: 0, position: 0 })}
      and c.dataset_id = ${DATASET} and c.producer = ${producer}
      and c.custody_index = ((t.rowid >> ${sql.lit(POSITION_BITS)}) & ${sql.lit(CUSTODY_MASK)})
      and c.position = (t.rowid & ${sql.lit(POSITION_MASK)})`,
    order: sql`t.rowid`,
  }
}

/** Asks FTS5 for every word of each list in its columns; null when no list is given. Words of no letters match nothing. */
function matchColumns(lists: Readonly<Record<string, string | null>>): string | null {
  const parts = Object.entries(lists).flatMap(([columns, text]) => {
    if (text === null) return []
    const words = text.split(/\s+/u).filter((word) => WORD.test(word))
    const phrases = words.map((word) => `"${word.replaceAll('"', '')}"`)
    return [phrases.length === 0 ? NOTHING : `{${columns}} : (${phrases.join(' AND ')})`]
  })
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** Matches no row: a word before the first one of a column. */
const NOTHING = '("a" NOT "a")'

async function refuse(db: Kysely<unknown>, table: string, change: string, message: string): Promise<void> {
  const name = `${table}_keep_${change.split(' ')[0]}${change.includes(' of ') ? '_key' : ''}`
  await sql`create trigger ${sql.ref(name)} before ${sql.raw(change)} on ${sql.table(table)}
    begin select raise(abort, ${sql.lit(message)}); end`.execute(db)
}
