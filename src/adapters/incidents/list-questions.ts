import type { IncidentQuestion } from '../../ports/incident-store.ts'
import type { Page, PageRequest } from '../../ports/record-store.ts'
import type { Connection } from '../sqlite/connection.ts'
import { readCursor, writeCursor } from './cursor.ts'

interface QuestionRow {
  readonly first: string
  readonly second: string
  readonly probability: number
  readonly body: string
}

/** Before the most probable question. */
const ABOVE_ALL = [2, '', ''] as const

/** A page of the open questions, the most probable first, then by the ids of their incidents. */
export function listQuestions(connection: Connection, { limit, after }: PageRequest): Page<IncidentQuestion> {
  const start = after === null ? ABOVE_ALL : readCursor(after, 'questions', ['number', 'string', 'string'])
  const rows = connection.all(
    `select first, second, probability, body from questions
      where probability <= ?1 and (probability < ?1 or (first, second) > (?2, ?3))
      order by probability desc, first, second limit ?4`,
    ...start,
    limit + 1,
  ) as readonly QuestionRow[]
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ body }) => JSON.parse(body) as IncidentQuestion),
    next: last === undefined ? null : writeCursor('questions', [last.probability, last.first, last.second]),
  }
}
