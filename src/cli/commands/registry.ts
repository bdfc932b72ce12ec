import { readFileSync } from 'node:fs'

import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { keepRegistry, loadRegistry, parseRegistry } from '../../workspace/registry.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { WorkspaceOption } from '../program/workspace-option.ts'
import { writerTo } from '../write-out.ts'
import { openForReading } from './open-workspace.ts'

/** `cairn registry`: prints what the project knows of claimants and outlets, or puts a file's entries in its place. */
export async function runRegistry(file: string | undefined, options: WorkspaceOption): Promise<ExitCode> {
  if (file === undefined) {
    const workspace = await openForReading(options)
    try {
      await writerTo(process.stdout)(`${JSON.stringify(await loadRegistry(workspace), null, 2)}\n`)
      return EXIT.ok
    } finally {
      await workspace.close()
    }
  }
  const registry = parseRegistry(readFileSync(file === '-' ? 0 : file, 'utf8'))
  const workspace = await openWorkspace(locateWorkspace(options.workspace ?? null, process.env), { access: 'write' })
  try {
    await keepRegistry(workspace, registry)
  } finally {
    await workspace.close()
  }
  const { claimants, outlets } = registry
  process.stderr.write(
    `cairn: ${claimants.length} claimants and ${outlets.length} outlets are known now; incidents are made again when they are looked at next.\n`,
  )
  return EXIT.ok
}
