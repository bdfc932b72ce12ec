import { readTask } from '../../src/adapters/workers/read-task.ts'
import type { ReadOutcome } from '../../src/adapters/workers/read-task.ts'
import type { Reader } from '../../src/adapters/workers/start-reader.ts'
import type { ReceivedItem } from '../../src/model/archived.ts'
import type { Reading } from '../../src/model/reading.ts'
import { ingest } from '../../src/workspace/ingest/ingest.ts'
import { startTally, type Tally } from '../../src/workspace/ingest/tally.ts'
import type { Sourced } from '../../src/workspace/ingest/source-item.ts'
import { initWorkspace, openWorkspace } from '../../src/workspace/open-workspace.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { createHash } from 'node:crypto'
import { GAZETTEER } from './read-places.ts'

export const RULES_1 = 'rules 0.0.1'

/** The real reader on this thread. @param change  makes another version of it out of its readings */
export function localReader(change: (reading: Reading) => Reading = (reading) => reading): Reader {
  return {
    read: (task) => {
      const outcome = readTask(task, GAZETTEER)
      if ('reason' in outcome) return Promise.resolve(outcome)
      const reading = change(JSON.parse(outcome.json) as Reading)
      const changed: ReadOutcome = { ...outcome, json: JSON.stringify(reading), claims: reading.claims.length }
      return Promise.resolve(changed)
    },
    close: () => Promise.resolve(),
  }
}

/** A made-up report of shells on a town, as it was received; each number gives another. */
export function reportItem(n: number, town = 'Nikopol'): ReceivedItem {
  const payload = Buffer.from(
    `At least ${n + 2} people were killed and ${n + 5} wounded when shells hit ${town} on Monday, the mayor said.`,
  )
  return {
    way: 'jsonl',
    resource: `urn:cairn:line:${n}`,
    receivedAt: '2026-11-22T10:00:00.000Z',
    payload,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    mediaType: 'text/plain',
    charset: 'utf-8',
    given: { sourceId: String(n), title: null, published: '2022-05-24', url: null, outlet: 'Harbour Wire' },
    http: null,
  }
}

/** Opens a workspace for writing, and makes it where there is none. */
export async function openForWriting(folder: string): Promise<Workspace> {
  await initWorkspace(folder)
  return openWorkspace(folder, { access: 'write', collector: 'nobody' })
}

interface Ingest {
  readonly reader?: Reader
  readonly producer?: string
  readonly town?: string
}

/** Takes reports in and reads them in this thread. */
export async function ingestReports(
  workspace: Workspace,
  numbers: readonly number[],
  { reader = localReader(), producer = RULES_1, town = 'Nikopol' }: Ingest = {},
): Promise<Tally> {
  async function* sources(): AsyncGenerator<Sourced> {
    for (const n of numbers) yield { kind: 'item', label: String(n), item: reportItem(n, town), bookmark: null }
  }
  const tally = startTally(() => 0)
  await ingest(workspace, sources(), { reader, producer, workers: 1, maxBytes: 1e6 }, tally)
  return tally
}
