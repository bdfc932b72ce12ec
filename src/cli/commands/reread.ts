import { PRODUCER } from '../../pipeline.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { type ClaimChange, compareReadings, switchProducer } from '../../workspace/reread.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { RereadOptions } from '../program/add-upkeep-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { describeBounds, asWords } from '../terminal/describe-claim.ts'
import { findScreen } from '../terminal/screen.ts'
import { wrapText } from '../terminal/wrap-text.ts'
import { writerTo } from '../write-out.ts'
import { readBacklog } from './ingest.ts'
import { isMachine } from './print-list.ts'

/** `cairn reread`: reads all captures with this version beside the old readings, shows the changes, switches. */
export async function runReread(options: RereadOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write', collector: null })
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  try {
    const after = producerName(PRODUCER)
    const before = await workspace.store.setting(PRODUCER_SETTING)
    const tally = await readBacklog(workspace)
    const isForMachine = isMachine(options)
    if (before === null || before === after) {
      if (options.json === true) await write(`${JSON.stringify({ before, after, captures: tally.counts.read })}\n`)
      else if (!isForMachine) await write(`All captures are read by ${after}; there is nothing to compare.\n`)
      return EXIT.ok
    }
    const lines: string[] = []
    const changes = await compareReadings(workspace, before, after, (change) => {
      if (options.jsonl === true) lines.push(JSON.stringify({ schema: 'cairn/claim-change@1', ...change }))
      else if (!isForMachine) lines.push(...wrapText(cleanText(describeChange(change)), screen.width))
    })
    for (const line of lines) await write(`${line}\n`)
    if (options.switch) await switchProducer(workspace, before, after)
    const isSwitched = options.switch
    if (options.json === true)
      await write(`${JSON.stringify({ before, after, ...changes, switched: isSwitched }, null, 2)}\n`)
    else if (!isForMachine) {
      const { captures, touched, added, removed, changed } = changes
      await write(
        `${before} → ${after}: of ${captures} captures ${touched} read differently: ${added} claims added, ${removed} gone, ${changed} changed.\n`,
      )
      await write(isSwitched ? `The readings of ${after} are listed from now on.\n` : `Still listed: ${before}.\n`)
    }
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}

function describeChange({ kind, captureId, before, after, resource }: ClaimChange): string {
  const claim = after ?? before
  const sign = { added: '+', removed: '-', changed: '~' }[kind]
  const figure = claim?.figure ?? null
  const what =
    figure === null
      ? (claim?.event?.acled.subEvent ?? claim?.kind)
      : `${describeBounds(figure)} ${asWords(figure.measure)}`
  return `${sign} ${what} “${claim?.evidence.exact}” (${claim?.attribution.claimant.name}) in ${resource} [${captureId.slice(0, 12)}, ${claim?.id}]`
}
