import { createHash } from 'node:crypto'

import type { ReceivedItem } from '../model/archived.ts'

/**
 * Id of a capture: the same bytes received again in the same way are the same capture.
 *
 * What was given (a file, a JSONL line) is known by its bytes and by what the giver said of it, so that a file that moved
 * is not taken in twice; the path is no part of it, the `id` of a JSONL line is. What was fetched, by anybody at any time,
 * is known by its bytes, its URL and when it was received: fetching a page again is another capture of it.
 */
export function captureIdOf(item: ReceivedItem): string {
  const { way, payloadSha256, given, resource, receivedAt } = item
  const isGiven = way === 'file' || way === 'jsonl'
  const said = [way === 'jsonl' ? given.sourceId : null, given.title, given.published, given.url, given.outlet]
  const identity = isGiven ? ['given', payloadSha256, ...said] : ['received', payloadSha256, resource, receivedAt]
  const digest = createHash('sha256').update(JSON.stringify(identity)).digest('hex')
  return `cap-${digest.slice(0, 32)}`
}
