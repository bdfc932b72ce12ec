import type { Incident } from '../../model/incident.ts'
import { recordIncidents } from '../../pipeline.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { IncidentListOptions } from '../program/add-record-commands.ts'
import { typedWords } from '../terminal/clean-text.ts'
import { orderByDay } from '../terminal/order-incidents.ts'
import { showIncidentList } from '../terminal/show-incident-list.ts'
import { openForReading } from './open-workspace.ts'
import { isMachine, printList } from './print-list.ts'

/** `cairn incidents`: lists what the documents tell of, by date. */
export async function runIncidents(options: IncidentListOptions): Promise<ExitCode> {
  const workspace = await openForReading(options)
  try {
    const all = recordIncidents(await loadDocuments(workspace), options.policy)
    const records = orderByDay(all.filter(({ incident }) => isAskedFor(incident, options)))
    const listed = options.limit === 0 ? records : records.slice(0, options.limit)
    const count = await printList(listed, options, { toJson: ({ incident }) => incident, show: showIncidentList })
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
  const wanted = typedWords(options.place)
  if (wanted === null) return true
  const names = [place?.name, place?.asWritten, place?.facility, place?.admin1].map(fold)
  return names.some((name) => name.includes(fold(wanted)))
}

function fold(name: string | null | undefined): string {
  return (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
