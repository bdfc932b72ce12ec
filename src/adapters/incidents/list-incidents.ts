import { type Kysely, type RawBuilder, sql } from 'kysely'

import type { IncidentFilter, IncidentOrder, IncidentSummary } from '../../ports/incident-store.ts'
import type { Page, PageRequest } from '../../ports/record-store.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type IncidentRow, readSummary } from './summarise-incident.ts'

/** What each order sorts by, highest first. */
const SORTED_BY = { reports: 'documents', date: 'first_day', killed: 'most_killed' } as const
const WORD = /[\p{L}\p{N}]/u

/** A page of the incidents that meet the filter. */
export async function listIncidents(
  db: Kysely<unknown>,
  filter: IncidentFilter,
  order: IncidentOrder,
  { limit, after }: PageRequest,
): Promise<Page<IncidentSummary>> {
  if (filter.place !== null && wordsIn(filter.place).length === 0) return { items: [], next: null }
  const column = SORTED_BY[order]
  const sorted = sql.ref(column)
  const list = conditions(filter)
  if (after !== null) {
    const [value, id] = readCursor(after, `incidents by ${order}`, [order === 'date' ? 'string' : 'number', 'string'])
    list.push(sql`${sorted} <= ${value} and (${sorted} < ${value} or id > ${id})`)
  }
  const where = list.length === 0 ? sql`` : sql`where ${sql.join(list, sql` and `)}`
  const { rows } = await sql<IncidentRow>`
    select * from incident_records ${where} order by ${sorted} desc, id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(readSummary),
    next: last === undefined ? null : writeCursor(`incidents by ${order}`, [last[column], last.id]),
  }
}

function conditions(filter: IncidentFilter): RawBuilder<unknown>[] {
  const { from, to, place, country, type, status, grade, documents, killed } = filter
  const found: RawBuilder<unknown>[] = []
  if (from !== null || to !== null) found.push(sql`first_day <> ''`)
  if (from !== null) found.push(sql`(end_day is null or end_day >= ${from})`)
  if (to !== null) found.push(sql`(start_day is null or start_day <= ${to})`)
  if (country !== null) found.push(sql`country = ${country.toUpperCase()}`)
  if (type !== null) found.push(sql`(event = ${type} or sub_event = ${type})`)
  if (status !== null) found.push(sql`status = ${status}`)
  if (grade !== null) found.push(sql`grade = ${grade}`)
  if (documents !== null) found.push(sql`documents >= ${documents}`)
  if (killed !== null) found.push(sql`most_killed >= ${killed}`)
  if (place !== null) {
    const match = wordsIn(place)
      .map((word) => `"${word}"`)
      .join(' ')
    found.push(sql`number in (select rowid from incident_words where incident_words match ${match})`)
  }
  return found
}

function wordsIn(text: string): readonly string[] {
  return text
    .replaceAll('"', ' ')
    .split(/\s+/u)
    .filter((word) => WORD.test(word))
}
