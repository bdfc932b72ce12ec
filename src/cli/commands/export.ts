import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'

import { exportAcled } from '../../exports/export-acled.ts'
import { exportClaims, exportFigures, exportIncidents } from '../../exports/export-csv.ts'
import { exportGeoJson } from '../../exports/export-geojson.ts'
import type { ExportSet } from '../../exports/export-set.ts'
import { exportUcdp } from '../../exports/export-ucdp.ts'
import { PRODUCER, recordIncidents } from '../../pipeline.ts'
import { commit } from '../../workspace/commit.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ExportOptions } from '../program/add-record-commands.ts'
import { writerTo } from '../write-out.ts'

export const CODEBOOK_VERSION = '1'
export const COVERED_LANGUAGES = ['en']

/** What each `--format` writes. */
const FORMATS: Readonly<Record<ExportOptions['format'], (set: ExportSet) => string>> = {
  'csv-incidents': exportIncidents,
  'csv-figures': exportFigures,
  'csv-claims': exportClaims,
  geojson: exportGeoJson,
  acled: exportAcled,
  ucdp: exportUcdp,
}

/** `cairn export`: writes the record in a form that others read, and notes in the custody log that it left. */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    const documents = await loadDocuments(workspace)
    const extractor = (await workspace.store.setting(PRODUCER_SETTING)) ?? producerName(PRODUCER)
    const asOf = documents.map(({ receivedAt }) => receivedAt).reduce((a, b) => (a > b ? a : b), '')
    const records = recordIncidents(documents, options.policy)
    const text = FORMATS[options.format]({
      records,
      level: options.full === true ? 'full' : 'public',
      withUnreviewed: options.unreviewed === true,
      provenance: {
        codebook: CODEBOOK_VERSION,
        extractor,
        policies: [options.policy],
        languages: COVERED_LANGUAGES,
        asOf: asOf === '' ? workspace.clock.now().toISOString() : asOf,
      },
    })
    const sha256 = createHash('sha256').update(text).digest('hex')
    await commit(workspace, async ({ log }) => {
      await log([{ kind: 'export', at: workspace.clock.now().toISOString(), what: options.format, sha256 }])
    })
    if (options.output === undefined) await writerTo(process.stdout)(text)
    else writeFileSync(options.output, text)
    if (options.unreviewed !== true && records.length > 0)
      process.stderr.write(
        'cairn: nobody has reviewed an incident yet, so nothing but the header is written; --unreviewed takes what the machine proposes along.\n',
      )
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}
