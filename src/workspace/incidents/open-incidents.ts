import { join } from 'node:path'

import { openIncidentStore } from '../../adapters/incidents/open-incident-store.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import type { OpenOptions } from '../open-workspace.ts'
import type { Workspace } from '../workspace.ts'

/** What merging made of the readings; derived, so that it can be thrown away at any time. */
export const INCIDENTS_FILE = 'incidents.db'

/** Opens the incidents of a workspace. @throws {CairnError} "store-busy" | "disk-full" */
export function openIncidents(
  { folder }: Pick<Workspace, 'folder'>,
  access: OpenOptions['access'],
): Promise<IncidentStore> {
  return openIncidentStore(join(folder, INCIDENTS_FILE), { readonly: access === 'read' })
}
