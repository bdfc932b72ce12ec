import type { Incident } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { recordIncidents } from '../../pipeline.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { IncidentListOptions } from '../program/add-record-commands.ts'
import { findScreen } from '../terminal/screen.ts'
import { showIncidentList } from '../terminal/show-incident-list.ts'
import { writerTo } from '../write-out.ts'
import { isMachine, printList, words } from './claims.ts'
import { openForReading } from './open-workspace.ts'

/** `cairn incidents`: lists what the documents tell of, by date. */
export async function runIncidents(options: IncidentListOptions): Promise<ExitCode> {
  const workspace = await openForReading(options)
  const screen = findScreen(process.stdout, process.env)
  try {
    const records = recordIncidents(await loadDocuments(workspace), options.policy)
      .filter(({ incident }) => isAskedFor(incident, options))
      .toSorted(byDay)
    const listed = options.limit === 0 ? records : records.slice(0, options.limit)
    const count = await printList(each(listed), options, writerTo(process.stdout), {
      toJson: ({ incident }: IncidentRecord) => incident,
      show: (shown) => showIncidentList(shown, screen),
    })
    if (count < records.length && !isMachine(options))
      process.stderr.write(`cairn: the first ${count} of ${records.length} are listed; --limit 0 lists all.\n`)
    if (count > 0) return EXIT.ok
  } finally {
    await workspace.close()
  }
  process.stderr.write('cairn: no incident matches. This is no evidence that nothing happened.\n')
  return EXIT.notFound
}

function isAskedFor({ when, place, documents }: Incident, options: IncidentListOptions): boolean {
  const { from, to, reports } = options
  if (documents.length < reports) return false
  if (from !== undefined && (when === null || (when.end ?? '9999') < from)) return false
  if (to !== undefined && (when === null || (when.start ?? '0000') > to)) return false
  const wanted = words(options.place)
  if (wanted === null) return true
  const names = [place?.name, place?.asWritten, place?.facility, place?.admin1].map(fold)
  return names.some((name) => name.includes(fold(wanted)))
}

function fold(name: string | null | undefined): string {
  return (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** By the first day, those without a date at the end. */
function byDay({ incident: a }: IncidentRecord, { incident: b }: IncidentRecord): number {
  const day = ({ when }: Incident): string => when?.start ?? when?.end ?? '9999'
  return day(a).localeCompare(day(b)) || a.id.localeCompare(b.id)
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
