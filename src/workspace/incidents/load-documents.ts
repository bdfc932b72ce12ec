import type { ReadDocument } from '../../model/incident.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'

const PAGE = 200

/** Every document of the workspace as the active extractor read it, in the order in which they came in. */
export async function loadDocuments({ store }: Pick<Workspace, 'store'>): Promise<readonly ReadDocument[]> {
  const producer = await store.setting(PRODUCER_SETTING)
  if (producer === null) return []
  const documents: ReadDocument[] = []
  let after: string | null = null
  for (;;) {
    const page = await store.captures(after, PAGE)
    for (const { id, receivedAt } of page) {
      const stored = await store.reading(id, producer)
      if (stored !== null && !('reason' in stored.result))
        documents.push({ captureId: id, receivedAt, reading: stored.result })
    }
    const last = page.at(-1)
    if (last === undefined) return documents
    after = last.id
  }
}
