import type { Command } from 'commander'

/** The option of every command that works in a workspace. */
export interface WorkspaceOption {
  readonly workspace?: string
}

/** Adds `--workspace` to a command. */
export function withWorkspace(command: Command): Command {
  return command.option(
    '--workspace <folder>',
    'the workspace; else the variable CAIRN_WORKSPACE, else ./cairn-workspace',
  )
}
