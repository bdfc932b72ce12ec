import { recordIncidents } from '../../pipeline.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { RecordOptions } from '../program/add-record-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { findScreen } from '../terminal/screen.ts'
import { showIncident } from '../terminal/show-incident.ts'
import { writerTo } from '../write-out.ts'
import { openForReading } from './open-workspace.ts'

/** `cairn show`: one incident with everything that stands behind it. */
export async function runShow(prefix: string, options: RecordOptions): Promise<ExitCode> {
  const workspace = await openForReading(options)
  const write = writerTo(process.stdout)
  try {
    const records = recordIncidents(await loadDocuments(workspace), options.policy)
    const found = records.filter(({ incident }) =>
      [incident.id, ...incident.previousIds].some((id) => id.startsWith(prefix)),
    )
    const [first] = found
    if (first === undefined || found.length > 1) {
      const what = found.length === 0 ? 'no incident begins' : `${found.length} incidents begin`
      process.stderr.write(`cairn: ${what} with ${cleanText(prefix)}. "cairn incidents" lists their ids.\n`)
      return EXIT.notFound
    }
    if (options.json === true) await write(`${JSON.stringify(first.incident, null, 2)}\n`)
    else await write(`${showIncident(first, findScreen(process.stdout, process.env)).join('\n')}\n`)
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
