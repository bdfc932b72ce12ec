import { createHash } from 'node:crypto'

import type { ReadDocument } from '../../src/model/incident.ts'
import { readSamples } from './read-samples.ts'

/** The sample reports as documents of a workspace that received each on the day of its publication. */
export async function sampleDocuments(): Promise<ReadDocument[]> {
  return [...(await readSamples())].map(([id, reading]) => {
    const { document } = reading
    const day = document.publishedAt ?? '2030-01-01'
    return {
      captureId: `cap-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`,
      receivedAt: day.length === 10 ? `${day}T12:00:00.000Z` : new Date(day).toISOString(),
      // The path of this checkout does not belong to a document.
      reading: { ...reading, document: { ...document, sourceId: id } },
    }
  })
}
