import type { Claim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { findScreen } from '../terminal/screen.ts'
import { nameClaims } from '../terminal/mark-text.ts'
import { showClaim } from '../terminal/show-claim.ts'
import { writerTo } from '../write-out.ts'
import { readDocuments, type ReadRequest } from './read-documents.ts'
import { startReports } from './reports.ts'

/** `cairn explain`: reads the inputs and prints, for each claim asked for, its words, its properties and its rules. */
export async function runExplain(wanted: string, request: ReadRequest, isJson: boolean): Promise<ExitCode> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const reports = startReports()
  const found: Claim[] = []
  let documents = 0
  for await (const { json } of readDocuments(request, reports)) {
    const reading = JSON.parse(json) as Reading
    documents++
    for (const { name, claim } of nameClaims(reading.claims)) {
      if (name !== wanted.toUpperCase() && !claim.id.startsWith(wanted)) continue
      if (!isJson) await write(`${found.length === 0 ? '' : '\n\n'}${showClaim(claim, reading, screen).join('\n')}\n`)
      found.push(claim)
    }
  }
  if (isJson) await write(`${JSON.stringify(found, null, 2)}\n`)
  const code = reports.finish()
  if (found.length > 0) return code
  const looked = documents === 1 ? '1 document' : `${documents} documents`
  process.stderr.write(
    `cairn: no claim ${cleanText(wanted)} in ${looked}. "cairn read" shows the names (F1, E2, S3); --jsonl the ids.
`,
  )
  return EXIT.notFound
}
