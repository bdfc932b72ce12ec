import { resolve } from 'node:path'

const DEFAULT_FOLDER = 'cairn-workspace'

/**
 * The folder of the workspace: as named on the command line, else the variable CAIRN_WORKSPACE, else ./cairn-workspace.
 *
 * @param named  value of --workspace, or null
 */
export function locateWorkspace(named: string | null, env: Readonly<Record<string, string | undefined>>): string {
  const fromEnvironment = env['CAIRN_WORKSPACE'] ?? ''
  return resolve(named ?? (fromEnvironment === '' ? DEFAULT_FOLDER : fromEnvironment))
}
