import { findIncident, isRefusal } from '../../workspace/decisions/find-target.ts'
import { recordsBy } from '../../workspace/incidents/record-of.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ShowOptions } from '../program/add-record-commands.ts'
import { findScreen } from '../terminal/screen.ts'
import { showIncident } from '../terminal/show-incident.ts'
import { writerTo } from '../write-out.ts'
import { openRecord } from './open-record.ts'
import { tellRefusal } from './refusal.ts'

/** `cairn show`: one incident with everything that stands behind it. */
export async function runShow(prefix: string, options: ShowOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  const write = writerTo(process.stdout)
  try {
    const kept = await findIncident(record.incidents, prefix)
    if (isRefusal(kept)) return tellRefusal(kept)
    const found = await (await recordsBy(record.workspace, record.incidents, options.policy))(kept)
    if (options.json === true) await write(`${JSON.stringify(found.incident, null, 2)}\n`)
    else await write(`${showIncident(found, findScreen(process.stdout, process.env), options.limit).join('\n')}\n`)
    return EXIT.ok
  } finally {
    await record.close()
  }
}
