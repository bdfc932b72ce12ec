import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'

/**
 * The workspace that the options name, for looking only.
 *
 * @throws {CairnError} "no-workspace" | "bad-workspace"
 */
export function openForReading(options: WorkspaceOption): Promise<Workspace> {
  return openWorkspace(locateWorkspace(options.workspace ?? null, process.env), { access: 'read' })
}
