import { createHash } from 'node:crypto'

import { isUnreadable, type ReadOutcome } from '../adapters/workers/read-task.ts'
import type { CustodyEntry } from '../model/custody.ts'
import type { Reading } from '../model/reading.ts'
import type { StoredReading } from '../ports/record-store.ts'
import { commit } from './commit.ts'
import type { Workspace } from './workspace.ts'

/** What reading a capture came to. */
export interface ReadCapture {
  readonly captureId: string
  readonly outcome: ReadOutcome
}

/**
 * Takes readings into custody in one step: logged, then stored with their claims. A capture that another run has read
 * meanwhile is passed over.
 *
 * @param producer  name and version of the extractor
 */
export async function keepReadings(
  workspace: Workspace,
  producer: string,
  readings: readonly ReadCapture[],
): Promise<void> {
  await commit(workspace, async ({ writer, log }) => {
    const known = await writer.knownReadings(
      readings.map(({ captureId }) => captureId),
      producer,
    )
    const readAt = workspace.clock.now().toISOString()
    const fresh = readings
      .filter(({ captureId }) => !known.has(captureId))
      .map((one) => toStoredReading(one, producer, readAt))
    if (fresh.length === 0) return
    await log(fresh.map(toEntry))
    await writer.addReadings(fresh)
  })
}

/** A reading as the store keeps it and the log names it. */
export function toStoredReading({ captureId, outcome }: ReadCapture, producer: string, readAt: string): StoredReading {
  const json = 'reason' in outcome ? JSON.stringify(outcome) : outcome.json
  const result = 'reason' in outcome ? outcome : (JSON.parse(json) as Reading)
  return { captureId, producer, result, json, sha256: createHash('sha256').update(json).digest('hex'), readAt }
}

function toEntry({ captureId, producer, result, sha256, readAt }: StoredReading): CustodyEntry {
  const documentId = isUnreadable(result) ? null : result.document.id
  return { kind: 'reading', at: readAt, captureId, documentId, producer, sha256 }
}
