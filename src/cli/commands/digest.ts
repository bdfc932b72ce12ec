import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'

import { gatherFacts } from '../../exports/digest/gather-facts.ts'
import type { DigestFacts, DigestSources } from '../../exports/digest/digest-facts.ts'
import { writeHtml } from '../../exports/digest/write-html.ts'
import { writeMarkdown } from '../../exports/digest/write-markdown.ts'
import { CairnError } from '../../model/error.ts'
import { findHiddenSpans, hideInDocument } from '../../model/hidden-words.ts'
import { findActive, PRODUCER, recordTotals } from '../../pipeline.ts'
import { commit } from '../../workspace/commit.ts'
import { loadDecisions } from '../../workspace/decisions/load-decisions.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { loadUnread } from '../../workspace/incidents/load-unread.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { DigestOptions } from '../program/add-digest-command.ts'
import { writerTo } from '../write-out.ts'
import { CODEBOOK_VERSION, COVERED_LANGUAGES } from './export.ts'
import { currentRecords } from './open-record.ts'

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
    const facts = gatherFacts(await gatherSources(workspace, options), { since, until, place, country })
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

async function gatherSources(workspace: Workspace, options: DigestOptions): Promise<DigestSources> {
  const documents = await loadDocuments(workspace)
  const decisions = await loadDecisions(workspace)
  const spans = findHiddenSpans(findActive(decisions))
  const asOf = documents.map(({ receivedAt }) => receivedAt).reduce((a, b) => (a > b ? a : b), '')
  return {
    records: await currentRecords(workspace, options.policy),
    series: recordTotals(documents, decisions),
    documents: documents.map((one) => hideInDocument(one, spans.get(one.reading.document.id) ?? [])),
    unread: await loadUnread(workspace),
    level: options.full === true ? 'full' : 'public',
    withUnreviewed: options.unreviewed === true,
    provenance: {
      codebook: CODEBOOK_VERSION,
      extractor: (await workspace.store.setting(PRODUCER_SETTING)) ?? producerName(PRODUCER),
      policy: options.policy,
      languages: COVERED_LANGUAGES,
      asOf: asOf === '' ? null : asOf,
    },
  }
}
