import type { ArchiveLocation, ReceivedItem } from '../model/archived.ts'
import type { CustodyEntry } from '../model/custody.ts'
import { noteEnds } from './clear-tails.ts'
import { captureIdOf } from './capture-id.ts'
import { commit, toStored } from './commit.ts'
import type { Workspace } from './workspace.ts'

/** A received item that is acknowledged: archived, logged and stored. */
export interface CapturedItem {
  readonly captureId: string
  readonly item: ReceivedItem
  /** Whether the workspace did not have it before. */
  readonly isNew: boolean
}

/** A value to be kept with the batch, for example how far an input has been read. */
export interface Bookmark {
  readonly name: string
  readonly value: string
}

/** Spans of writes that failed after the archive had taken them, by workspace: told to the log with the next batch. */
const orphans = new WeakMap<Workspace, ArchiveLocation[]>()

/**
 * Takes a batch into custody in one step: what the workspace does not have yet is archived, logged and stored. When the
 * promise resolves, every item is acknowledged and survives any crash.
 *
 * @param bookmarks  kept in the same step
 */
export async function captureItems(
  workspace: Workspace,
  items: readonly ReceivedItem[],
  bookmarks: readonly Bookmark[] = [],
): Promise<readonly CapturedItem[]> {
  const identified = items.map((item) => ({ captureId: captureIdOf(item), item }))
  return commit(workspace, async ({ writer, log }) => {
    const known = await writer.knownCaptures(identified.map(({ captureId }) => captureId))
    const fresh = [...new Map(identified.map((one) => [one.captureId, one])).values()].filter(
      ({ captureId }) => !known.has(captureId),
    )
    if (fresh.length > 0) {
      const { locations, heads } = await workspace.archive.append(fresh)
      const left = orphans.get(workspace) ?? []
      orphans.set(workspace, [...left, ...heads, ...locations])
      const at = workspace.clock.now().toISOString()
      const around = [...left, ...heads].map((location): CustodyEntry => ({ kind: 'archive-head', at, location }))
      const captures = fresh.map(({ captureId, item }, i): CustodyEntry => {
        const { receivedAt, resource, payloadSha256 } = item
        const location = locationAt(locations, i)
        const { session } = workspace
        return { kind: 'capture', at, captureId, receivedAt, resource, payloadSha256, location, session }
      })
      const first = await log([...around, ...captures])
      orphans.delete(workspace)
      await noteEnds(writer, [...left, ...heads, ...locations])
      await writer.addCaptures(
        fresh.map(({ captureId, item }, i) =>
          toStored(item, captureId, locationAt(locations, i), first + around.length + i),
        ),
      )
    }
    for (const { name, value } of bookmarks) await writer.setSetting(name, value)
    const seen = new Set<string>(known)
    return identified.map(({ captureId, item }) => {
      const isNew = !seen.has(captureId)
      seen.add(captureId)
      return { captureId, item, isNew }
    })
  })
}

function locationAt(locations: readonly ArchiveLocation[], i: number): ArchiveLocation {
  const location = locations[i]
  if (location === undefined) throw new RangeError(`the archive gave no location for item ${i}`)
  return location
}
