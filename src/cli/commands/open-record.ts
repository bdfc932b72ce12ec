import type { IncidentStore } from '../../ports/incident-store.ts'
import { openIncidents } from '../../workspace/incidents/open-incidents.ts'
import type { RecordPace } from '../../workspace/incidents/record-pace.ts'
import { isBehind, updateIncidents } from '../../workspace/incidents/update-incidents.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'
import { startRenewedLine } from '../terminal/renewed-line.ts'
import { openForReading } from './open-workspace.ts'

/** A workspace with its incidents. */
export interface OpenRecord {
  readonly workspace: Workspace
  readonly incidents: IncidentStore
  close(): Promise<void>
}

/**
 * The workspace that the options name, for looking, with its incidents brought up to date.
 *
 * @throws {CairnError} "no-workspace" | "bad-workspace" | "store-busy"
 */
export async function openRecord(options: WorkspaceOption): Promise<OpenRecord> {
  const workspace = await openForReading(options)
  try {
    const incidents = await openCurrent(workspace)
    return {
      workspace,
      incidents,
      async close() {
        await incidents.close()
        await workspace.close()
      },
    }
  } catch (error) {
    await workspace.close()
    throw error
  }
}

/** The incidents of an open workspace for looking, brought up to date where they are behind. */
async function openCurrent(workspace: Workspace): Promise<IncidentStore> {
  const incidents = await openIncidents(workspace, 'read')
  if (!(await isBehind(workspace, incidents))) return incidents
  await incidents.close()
  await bringUpToDate(workspace)
  return openIncidents(workspace, 'read')
}

/**
 * Merges what was read since the last time and makes the records anew that this changes, with progress on a terminal.
 *
 * @param pace which records may wait for whoever looks next; null for none
 */
export async function bringUpToDate(workspace: Workspace, pace: RecordPace | null = null): Promise<void> {
  const incidents = await openIncidents(workspace, 'write')
  const progress = startRenewedLine(process.stderr)
  try {
    const observer = {
      merged: (documents: number) => progress.show(() => `merging: ${documents} documents`),
      recorded: (records: number) => progress.show(() => `recording: ${records} incidents`),
    }
    const { waiting } = await updateIncidents(workspace, incidents, observer, pace)
    progress.clear()
    if (waiting > 0)
      process.stderr.write(
        `cairn: ${waiting} captures are not read yet and stand in no incident: an ingest was ended early or is running. "cairn ingest" goes on with it.\n`,
      )
  } finally {
    progress.clear()
    await incidents.close()
  }
}

/** Looks into the incidents of an open workspace, brought up to date. */
export async function withIncidents<T>(
  workspace: Workspace,
  look: (incidents: IncidentStore) => Promise<T>,
): Promise<T> {
  // Also where nothing is behind: it says how many captures stand in no incident.
  await bringUpToDate(workspace)
  const incidents = await openIncidents(workspace, 'read')
  try {
    return await look(incidents)
  } finally {
    await incidents.close()
  }
}
