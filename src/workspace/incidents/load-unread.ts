import type { Unreadable } from '../../model/document.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'

const PAGE = 200

/** A capture that the active extractor could not read, and why. */
export interface UnreadDocument {
  readonly captureId: string
  readonly receivedAt: string
  readonly reason: Unreadable['reason']
}

/** Every capture of the workspace that no text could be read from, in the order in which they came in. */
export async function loadUnread({ store }: Pick<Workspace, 'store'>): Promise<readonly UnreadDocument[]> {
  const producer = await store.setting(PRODUCER_SETTING)
  const found: UnreadDocument[] = []
  if (producer === null) return found
  let after: string | null = null
  for (;;) {
    const page = await store.captures(after, PAGE)
    for (const { id, receivedAt } of page) {
      const stored = await store.reading(id, producer)
      if (stored !== null && 'reason' in stored.result)
        found.push({ captureId: id, receivedAt, reason: stored.result.reason })
    }
    const last = page.at(-1)
    if (last === undefined) return found
    after = last.id
  }
}
