import type { IncidentRecord } from '../../model/record.ts'
import { chooseIncident, findIncident, isRefusal, type Refusal } from '../../workspace/decisions/find-target.ts'
import { recordAsOf } from '../../workspace/incidents/record-as-of.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { AsOfOptions } from '../program/add-decision-commands.ts'
import { orderByDay } from '../terminal/order-incidents.ts'
import { findScreen } from '../terminal/screen.ts'
import { showIncident } from '../terminal/show-incident.ts'
import { showIncidentList } from '../terminal/show-incident-list.ts'
import { writerTo } from '../write-out.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import { printList } from './print-list.ts'
import { tellRefusal } from './refusal.ts'

/** `cairn as-of`: the record as it could be known at a time, merged from what was received and decided until then alone. */
export async function runAsOf(date: string, prefix: string | undefined, options: AsOfOptions): Promise<ExitCode> {
  const open = await openRecord(options)
  try {
    const until = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? `${date}T23:59:59.999Z` : new Date(date).toISOString()
    const records = await recordAsOf(open.workspace, until, options.policy)
    const found = prefix === undefined ? orderByDay(records) : await findThen(open, records, prefix)
    if ('candidates' in found) return tellRefusal(found)
    const [only] = found
    if (prefix !== undefined && found.length === 1 && only !== undefined) {
      const write = writerTo(process.stdout)
      if (options.json === true) await write(`${JSON.stringify(only.incident, null, 2)}\n`)
      else await write(`${showIncident(only, findScreen(process.stdout, process.env), options.limit).join('\n')}\n`)
      return EXIT.ok
    }
    const listed = options.limit === 0 ? found : found.slice(0, options.limit)
    const count = await printList(listed, options, { toJson: ({ incident }) => incident, show: showIncidentList })
    if (count > 0) return EXIT.ok
    process.stderr.write(`cairn: nothing that was received until ${until} tells of it.\n`)
    return EXIT.notFound
  } finally {
    await open.close()
  }
}

/** The incident of that id then; where there was none, those that its reports of today stood in. */
async function findThen(
  { incidents }: OpenRecord,
  records: readonly IncidentRecord[],
  prefix: string,
): Promise<readonly IncidentRecord[] | Refusal> {
  const then = chooseIncident(records, prefix)
  if (!isRefusal(then)) return [then]
  if (then.reason === 'ambiguous') return then
  const today = await findIncident(incidents, prefix)
  if (isRefusal(today)) return today.reason === 'ambiguous' ? today : then
  const reports = new Set(today.reports.map(({ captureId, reportId }) => `${captureId} ${reportId}`))
  return records.filter((record) =>
    record.reports.some(({ captureId, reportId }) => reports.has(`${captureId} ${reportId}`)),
  )
}
