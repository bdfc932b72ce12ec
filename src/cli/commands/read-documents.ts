import { createHash } from 'node:crypto'

import type { Input, InputOptions } from '../../adapters/inputs/input.ts'
import { openInputs } from '../../adapters/inputs/open-inputs.ts'
import { readInOrder } from '../../adapters/workers/read-in-order.ts'
import { toTextTask } from '../../adapters/pdf/to-text-task.ts'
import { isUnreadable, type ReadOutcome, type ReadText } from '../../adapters/workers/read-task.ts'
import { startSparingReader } from '../../adapters/workers/start-sparing-reader.ts'
import { describeLanguage } from '../terminal/describe-claim.ts'
import type { Reports } from './reports.ts'

export interface ReadRequest {
  readonly paths: readonly string[]
  readonly inputs: InputOptions
  readonly timeLimitMs: number
  readonly workers: number
}

/** Documents on their way per thread: enough that none waits for work. */
const WINDOW_PER_WORKER = 16
const WINDOW_BYTES = 32_000_000

/**
 * Reads all inputs in their order and yields each document's reading; what could not be read, and what was not
 * covered, goes to the reports.
 */
export async function* readDocuments(request: ReadRequest, reports: Reports): AsyncGenerator<ReadText> {
  const { paths, inputs, timeLimitMs, workers } = request
  const reader = startSparingReader({ workers, timeLimitMs })
  const read = async (input: Input): Promise<ReadOutcome | null> => {
    if (input.kind !== 'document') return null
    const { bytes, format, charset, given } = input
    const { maxBytes } = inputs
    if (format !== 'pdf') return reader.read({ bytes, format, charset, given, sha256: null, options: { maxBytes } })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const task = await toTextTask({ bytes, sha256, given }, maxBytes)
    return isUnreadable(task) ? task : reader.read(task)
  }
  const bytesOf = (input: Input): number => (input.kind === 'document' ? input.bytes.length : 0)
  const window = { items: WINDOW_PER_WORKER * Math.max(workers, 1), bytes: WINDOW_BYTES }
  try {
    for await (const [input, outcome] of readInOrder(openInputs(paths, inputs, process.stdin), read, bytesOf, window)) {
      if (input.kind !== 'document') {
        reports.tell(input.label, input.message, input.kind === 'fault' || input.isFault)
      } else if (outcome !== null && 'reason' in outcome) {
        const advice = outcome.reason === 'empty' ? ' Check that it was saved in full, or leave it out.' : ''
        reports.tell(input.label, `${outcome.reason}: ${outcome.message}${advice}`, true)
      } else if (outcome !== null) {
        if (outcome.coverage === 'not-covered') reports.tell(input.label, notCovered(outcome.language), false)
        reports.countRead()
        yield outcome
      }
    }
  } finally {
    await reader.close()
  }
}

function notCovered(language: string | null): string {
  return `written in ${describeLanguage(language)}, which is not covered: nothing was read from it.`
}
