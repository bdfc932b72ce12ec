import { type Command, Option } from 'commander'

import type { Policy } from '../../model/incident.ts'

const POLICIES: readonly Policy[] = ['cairn', 'acled', 'airwars', 'ucdp']

/** Adds `--policy` to a command. */
export function withPolicy(command: Command): Command {
  return command.addOption(
    new Option('--policy <name>', 'rule by which one number is chosen where several are claimed')
      .choices(POLICIES)
      .default('cairn'),
  )
}
