import { recordOf } from '../../workspace/incidents/record-of.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ShowOptions } from '../program/add-record-commands.ts'
import { findScreen } from '../terminal/screen.ts'
import { showIncident } from '../terminal/show-incident.ts'
import { writerTo } from '../write-out.ts'
import { findIncident, openRecord } from './open-record.ts'

/** `cairn show`: one incident with everything that stands behind it. */
export async function runShow(prefix: string, options: ShowOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  const write = writerTo(process.stdout)
  try {
    const id = await findIncident(record, prefix)
    const found = id === null ? null : await recordOf(record.workspace, record.incidents, id, options.policy)
    if (found === null) return EXIT.notFound
    if (options.json === true) await write(`${JSON.stringify(found.incident, null, 2)}\n`)
    else await write(`${showIncident(found, findScreen(process.stdout, process.env), options.limit).join('\n')}\n`)
    return EXIT.ok
  } finally {
    await record.close()
  }
}
