import { readFileSync } from 'node:fs'

import { postGuarded } from '../../adapters/fetch/post-guarded.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { takeTimestamp } from '../../workspace/take-timestamp.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { TimestampOptions } from '../program/add-evidence-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'

/** `cairn timestamp`: has an authority sign the state of the log. */
export async function runTimestamp(authority: string, options: TimestampOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    const rootsPem = options.roots === undefined ? null : readFileSync(options.roots, 'utf8')
    const post = postGuarded({ allowPrivate: options.allowPrivate === true })
    const made = await takeTimestamp(workspace, { url: authority, rootsPem, post })
    if ('reason' in made) {
      process.stderr.write(`cairn: no timestamp: ${cleanText(made.reason)}\n`)
      return EXIT.partial
    }
    process.stdout.write(
      `The first ${made.size} entries of the log were there on ${made.at}, says ${cleanText(made.authority)}.\nKept in timestamps/${made.folder}; "cairn verify" checks it, without the network.\n`,
    )
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
