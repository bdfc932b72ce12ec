import type { Reading } from '../../model/reading.ts'
import { findScreen } from '../terminal/screen.ts'
import { showReading } from '../terminal/show-reading.ts'
import { writerTo } from '../write-out.ts'
import type { ExitCode } from '../exit-codes.ts'
import { readDocuments, type ReadRequest } from './read-documents.ts'
import { startReports } from './reports.ts'

/** How readings are printed: for people, as one JSON array, or as one JSON object a line. */
export type OutputFormat = 'text' | 'json' | 'jsonl'

/** `cairn read`: prints the reading of every input, in their order. */
export async function runRead(request: ReadRequest, output: OutputFormat): Promise<ExitCode> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const reports = startReports()
  let count = 0
  for await (const { json } of readDocuments(request, reports)) {
    count++
    if (output === 'jsonl') await write(`${json}\n`)
    else if (output === 'json') await write(count === 1 ? `[\n${json}` : `,\n${json}`)
    else await write(`${showReading(JSON.parse(json) as Reading, screen).join('\n')}\n\n`)
  }
  if (output === 'json') await write(count === 0 ? '[]\n' : '\n]\n')
  return reports.finish()
}
