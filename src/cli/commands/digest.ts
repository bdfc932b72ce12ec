import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'

import { gatherFacts } from '../../exports/digest/gather-facts.ts'
import type { DigestFacts } from '../../exports/digest/digest-facts.ts'
import { writeHtml } from '../../exports/digest/write-html.ts'
import { writeMarkdown } from '../../exports/digest/write-markdown.ts'
import { CairnError } from '../../model/error.ts'
import { commit } from '../../workspace/commit.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { DigestOptions } from '../program/add-digest-command.ts'
import { writerTo } from '../write-out.ts'
import { gatherDigest } from './gather-digest.ts'
import { withIncidents } from './open-record.ts'

/** What each `--format` writes. */
const FORMATS: Readonly<Record<DigestOptions['format'], (facts: DigestFacts) => string>> = {
  markdown: writeMarkdown,
  html: writeHtml,
}

/** `cairn digest`: writes a report of a period, and notes in the custody log that it left. */
export async function runDigest(options: DigestOptions): Promise<ExitCode> {
  const { since, until, place = null, country = null, format, output } = options
  if (since > until) throw new CairnError('bad-usage', `The period ends (${until}) before it begins (${since}).`)
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    const facts = await withIncidents(workspace, async (incidents) => {
      const request = { since, until, place, country }
      return gatherFacts(await gatherDigest(workspace, incidents, options, request), request)
    })
    const text = FORMATS[format](facts)
    const sha256 = createHash('sha256').update(text).digest('hex')
    await commit(workspace, async ({ log }) => {
      await log([{ kind: 'export', at: workspace.clock.now().toISOString(), what: `digest-${format}`, sha256 }])
    })
    if (output === undefined) await writerTo(process.stdout)(text)
    else writeFileSync(output, text)
    const { reviewed, unreviewed, withUnreviewed } = facts.head
    if (reviewed === 0 && unreviewed > 0 && !withUnreviewed)
      process.stderr.write(
        `cairn: nobody has reviewed an incident of this period, so none is told; --unreviewed takes the ${unreviewed} along that the machine proposes.\n`,
      )
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
