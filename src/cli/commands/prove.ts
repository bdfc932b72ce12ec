import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'

import { CairnError } from '../../model/error.ts'
import { commit } from '../../workspace/commit.ts'
import { findRedacted } from '../../workspace/decisions/find-redacted.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { findProvable, prove } from '../../workspace/prove.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ProveOptions } from '../program/add-evidence-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'

/** `cairn prove`: writes the proof of a claim or a capture, and notes in the log that it went out. */
export async function runProve(id: string, options: ProveOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    const found = await findProvable(workspace, id)
    if (found === null) {
      process.stderr.write(
        `cairn: no claim and no capture begins with ${cleanText(id)}. "cairn claims" and "cairn documents" list them.\n`,
      )
      return EXIT.notFound
    }
    const name = found.claimId ?? found.captureId
    const path = options.output ?? `${name}.wacz`
    if (existsSync(path))
      throw new CairnError('bad-usage', `${path} is there already. Name another file with --output.`)
    const isRedacted = (await findRedacted(workspace)).has(found.captureId)
    if (isRedacted && options.withRedacted !== true)
      throw new CairnError(
        'bad-usage',
        `Words were redacted in ${found.captureId}, and its proof would hold them, in the page and in what was read in it. --with-redacted makes it all the same.`,
      )
    const bytes = await prove(workspace, found)
    writeFileSync(path, bytes, { flag: 'wx' })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await commit(workspace, async ({ log }) => {
      await log([{ kind: 'export', at: workspace.clock.now().toISOString(), what: `proof of ${name}`, sha256 }])
    })
    if (isRedacted) process.stderr.write('cairn: the proof holds words that were redacted in the record.\n')
    const keyName = await workspace.custody.keyName()
    process.stdout.write(
      [
        `${path}: the proof of ${name}, ${bytes.length.toLocaleString('en-GB')} bytes.`,
        `Whoever gets it checks it with: cairn verify ${path} --key ${keyName}`,
        'or by hand, with the README.txt inside. Tell them the key name by another way than the file.',
        '',
      ].join('\n'),
    )
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
