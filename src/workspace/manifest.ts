import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { CairnError } from '../model/error.ts'

/** Name and version of the layout of a workspace's folder. */
export const WORKSPACE_FORMAT = 'cairn/workspace@1'
export const MANIFEST_FILE = 'workspace.json'

/** What makes a folder a workspace. */
export interface WorkspaceManifest {
  readonly schema: typeof WORKSPACE_FORMAT
  readonly createdAt: string
}

export function hasManifest(folder: string): boolean {
  return existsSync(join(folder, MANIFEST_FILE))
}

/** @throws {CairnError} "no-workspace" | "bad-workspace" */
export function readManifest(folder: string): WorkspaceManifest {
  const path = join(folder, MANIFEST_FILE)
  if (!existsSync(path)) {
    throw new CairnError(
      'no-workspace',
      `${folder} is no workspace. Make one with "cairn init", or name another with --workspace or CAIRN_WORKSPACE.`,
    )
  }
  let manifest: unknown
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new CairnError('bad-workspace', `${path} is not JSON: it was damaged. Restore it from a backup.`, { cause })
  }
  const schema = typeof manifest === 'object' && manifest !== null && 'schema' in manifest ? manifest.schema : null
  if (schema !== WORKSPACE_FORMAT) {
    throw new CairnError(
      'bad-workspace',
      `${path} says ${JSON.stringify(schema)}; this Cairn works with ${WORKSPACE_FORMAT}. A newer Cairn may have made it.`,
    )
  }
  return manifest as WorkspaceManifest
}

/** Writes the manifest of a new workspace. @returns the text written */
export function writeManifest(folder: string, createdAt: string): string {
  const manifest: WorkspaceManifest = { schema: WORKSPACE_FORMAT, createdAt }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(join(folder, MANIFEST_FILE), text, { flag: 'wx' })
  return text
}
