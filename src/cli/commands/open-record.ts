import type { Policy } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { openIncidents } from '../../workspace/incidents/open-incidents.ts'
import { allRecords } from '../../workspace/incidents/record-of.ts'
import { isBehind, updateIncidents } from '../../workspace/incidents/update-incidents.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { openForReading } from './open-workspace.ts'

/** A workspace with its incidents. */
export interface OpenRecord {
  readonly workspace: Workspace
  readonly incidents: IncidentStore
  close(): Promise<void>
}

const RENEW_MS = 200

/**
 * The workspace that the options name, for looking, with its incidents brought up to date.
 *
 * @throws {CairnError} "no-workspace" | "bad-workspace" | "store-busy"
 */
export async function openRecord(options: WorkspaceOption): Promise<OpenRecord> {
  const workspace = await openForReading(options)
  try {
    return await withIncidents(workspace)
  } catch (error) {
    await workspace.close()
    throw error
  }
}

/** Brings the incidents of an open workspace up to date and hands both out; `close` closes both. */
export async function withIncidents(workspace: Workspace): Promise<OpenRecord> {
  let incidents = await openIncidents(workspace, 'read')
  if (await isBehind(workspace, incidents)) {
    await incidents.close()
    await bringUpToDate(workspace)
    incidents = await openIncidents(workspace, 'read')
  }
  return {
    workspace,
    incidents,
    async close() {
      await incidents.close()
      await workspace.close()
    },
  }
}

/** Merges what was read since the last time and makes the records anew that this changes, with progress on a terminal. */
export async function bringUpToDate(workspace: Workspace): Promise<void> {
  const incidents = await openIncidents(workspace, 'write')
  const progress = startLine(process.stderr)
  try {
    const { waiting } = await updateIncidents(workspace, incidents, {
      merged: (documents) => progress.show(`merging: ${documents} documents`),
      recorded: (records) => progress.show(`recording: ${records} incidents`),
    })
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

/** Every record of an open workspace by a policy, up to date, in the order of ids. */
export async function currentRecords(workspace: Workspace, policy: Policy): Promise<readonly IncidentRecord[]> {
  await bringUpToDate(workspace)
  const incidents = await openIncidents(workspace, 'read')
  const records: IncidentRecord[] = []
  try {
    for await (const record of allRecords(workspace, incidents, policy)) records.push(record)
  } finally {
    await incidents.close()
  }
  return records
}

/** One line that is renewed, on a terminal only. */
function startLine(output: NodeJS.WriteStream): { show(line: string): void; clear(): void } {
  let shownAt = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    show(line) {
      const now = performance.now()
      if (output.isTTY !== true || now - shownAt < RENEW_MS) return
      shownAt = now
      isShown = true
      output.write(`\r\u001b[K${line}`)
    },
    clear() {
      if (isShown) output.write('\r\u001b[K')
      isShown = false
    },
  }
}

/** The one incident whose id, or former id, begins so; null, with a word on standard error, when there is none or more. */
export async function findIncident({ incidents }: OpenRecord, prefix: string): Promise<string | null> {
  const found = await incidents.incidentIds(prefix)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  const what =
    found.length === 0
      ? `no incident begins with ${cleanText(prefix)}. "cairn incidents" lists their ids.`
      : `${found.length} incidents begin with ${cleanText(prefix)}: ${found.join(', ')}.`
  process.stderr.write(`cairn: ${what}\n`)
  return null
}
