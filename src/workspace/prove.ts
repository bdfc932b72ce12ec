import { join } from 'node:path'

import { gatherParts } from '../adapters/custody/bundle/gather-parts.ts'
import { makeBundle } from '../adapters/custody/bundle/make-bundle.ts'
import { packBundle } from '../adapters/custody/bundle/pack-bundle.ts'
import { CairnError } from '../model/error.ts'
import { ARCHIVE_FOLDER } from './open-archive-of.ts'
import { PRODUCER_SETTING } from './settings.ts'
import { software } from './software.ts'
import type { Workspace } from './workspace.ts'

/** What is to be proven. */
export interface Provable {
  readonly captureId: string
  /** The claim, or null for the capture with all that was read in it. */
  readonly claimId: string | null
}

/**
 * Finds what an id stands for: a claim or a capture, by the first characters.
 *
 * @throws {CairnError} "bad-usage" when nothing or several things begin so
 */
export async function findProvable(workspace: Workspace, prefix: string): Promise<Provable | null> {
  const { store } = workspace
  const claims = await store.claimsById(prefix)
  const found: Provable[] = claims.map(({ claim, captureId }) => ({ captureId, claimId: claim.id }))
  const captures = await store.capturesById(prefix)
  found.push(...captures.map(({ id }) => ({ captureId: id, claimId: null })))
  if (found.length > 1) {
    const ids = found.map(({ claimId, captureId }) => `${claimId ?? captureId} in ${captureId}`).slice(0, 10)
    throw new CairnError(
      'bad-usage',
      `${found.length} things begin with ${prefix}; give more of the id: ${ids.join('; ')}.`,
    )
  }
  return found[0] ?? null
}

/**
 * The proof of a claim or a capture as the bytes of one file, a WACZ that `checkPackedBundle` and the README inside check without
 * the workspace.
 *
 * @throws {CairnError} "bad-workspace" when the workspace itself does not hold what would be proven
 */
export async function prove(workspace: Workspace, { captureId, claimId }: Provable): Promise<Buffer> {
  const { store, folder, custody, clock } = workspace
  const capture = await store.capture(captureId)
  if (capture === null)
    throw new CairnError('bad-workspace', `The database has no capture ${captureId}; run "cairn verify".`)
  const producer = await store.setting(PRODUCER_SETTING)
  const reading = producer === null ? null : await store.reading(captureId, producer)
  const places = { workspace: folder, archive: join(folder, ARCHIVE_FOLDER), log: custody }
  const created = clock.now().toISOString()
  const parts = await gatherParts(places, { capture, reading, claimId, created, software: software() })
  return packBundle(await makeBundle(parts))
}
