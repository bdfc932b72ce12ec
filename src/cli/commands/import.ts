import { readFileSync } from 'node:fs'

import { CairnError } from '../../model/error.ts'
import { PRODUCER } from '../../pipeline.ts'
import { findUnlike, fromBundle, noteImport, proveBundle, takeDecisions } from '../../workspace/import-bundle.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { initWorkspace, openWorkspace } from '../../workspace/open-workspace.ts'
import { producerName } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ImportOptions } from '../program/add-import-command.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { DEFAULT_LIMITS, ingestInto, tellOtherProducer } from './ingest.ts'

/** `cairn import`: takes over an evidence bundle once everything in it is proven; nothing of it otherwise. */
export async function runImport(path: string, options: ImportOptions): Promise<ExitCode> {
  const bundle = await proveBundle(readBundle(path), options.key ?? null)
  if (!('record' in bundle)) {
    for (const { what, file, message } of bundle)
      process.stderr.write(`cairn: ${cleanText(`${what}${file === '' ? '' : ` (${file})`}: ${message}`)}\n`)
    process.stderr.write('cairn: the bundle does not hold what it says; nothing was taken in.\n')
    return EXIT.damaged
  }
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  if (await initWorkspace(folder)) process.stderr.write(`cairn: made the workspace ${folder}\n`)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    await tellOtherProducer(workspace)
    await noteImport(workspace, bundle)
    const tally = await ingestInto(workspace, fromBundle(bundle), DEFAULT_LIMITS)
    const decided = await takeDecisions(workspace, bundle)
    const { captured, known, problems } = tally.report()
    const own = producerName(PRODUCER)
    const unlike = await findUnlike(workspace, bundle, own)
    const { producer, isWhole, withheld } = bundle.record.manifest
    const lines = [`${captured} captures taken over${known > 0 ? `, ${known} were there already` : ''}.`]
    if (decided > 0) lines.push(`${decided} ${decided === 1 ? 'decision' : 'decisions'} taken over.`)
    if (withheld.length > 0)
      lines.push(`${withheld.length} captures are not in the bundle, because words in them were redacted.`)
    if (unlike.length > 0)
      lines.push(
        `${unlike.length} of them are read here otherwise than in the bundle (${cleanText(producer)} there, ${own} here): the record may differ.`,
      )
    if (!isWhole) lines.push('The bundle holds a part of a workspace: the record that this part gives may differ.')
    process.stdout.write(`${lines.join('\n')}\n`)
    return problems.length > tally.counts.unreadable || unlike.length > 0 ? EXIT.partial : EXIT.ok
  } finally {
    await workspace.close()
  }
}

function readBundle(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CairnError('bad-usage', `${path} cannot be read: ${why}.`, { cause })
  }
}
