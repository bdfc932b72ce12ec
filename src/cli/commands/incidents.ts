import type { IncidentRecord } from '../../model/record.ts'
import type { IncidentFilter, IncidentSummary } from '../../ports/incident-store.ts'
import { recordsBy } from '../../workspace/incidents/record-of.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { IncidentListOptions } from '../program/add-record-commands.ts'
import { typedWords } from '../terminal/clean-text.ts'
import { showIncidentList } from '../terminal/show-incident-list.ts'
import { listPages } from './list-pages.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { printList, tellCount } from './print-list.ts'

/** `cairn incidents`: lists what the documents tell of. */
export async function runIncidents(options: IncidentListOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  try {
    const { incidents } = record
    const filter = filterOf(options)
    const summaries = listPages((page) => incidents.incidents(filter, options.order, page), options.limit)
    const count = await printList(recordsOf(record, summaries, options), options, {
      toJson: ({ incident }) => incident,
      show: showIncidentList,
    })
    return tellCount(count, options, 'no incident matches. This is no evidence that nothing happened.')
  } finally {
    await record.close()
  }
}

async function* recordsOf(
  { workspace, incidents }: OpenRecord,
  summaries: AsyncIterable<IncidentSummary>,
  { policy }: IncidentListOptions,
): AsyncGenerator<IncidentRecord> {
  const recordBy = await recordsBy(workspace, incidents, policy)
  for await (const { id } of summaries) {
    const kept = await incidents.incident(id)
    if (kept !== null) yield await recordBy(kept)
  }
}

function filterOf(options: IncidentListOptions): IncidentFilter {
  return {
    from: options.from ?? null,
    to: options.to ?? null,
    place: typedWords(options.place),
    country: options.country ?? null,
    type: options.type ?? null,
    status: options.status ?? null,
    grade: options.grade ?? null,
    documents: options.reports > 1 ? options.reports : null,
    killed: options.killed ?? null,
  }
}
