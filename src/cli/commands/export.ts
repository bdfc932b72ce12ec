import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { findDecisionsOn } from '../../exports/describe-decisions.ts'
import { type ExportFile, exportFiles, RECORD_FORMATS } from '../../exports/export-files.ts'
import { type ExportSet, selectRecords, summariseProvenance } from '../../exports/export-set.ts'
import { CairnError } from '../../model/error.ts'
import { PRODUCER } from '../../pipeline.ts'
import { commit } from '../../workspace/commit.ts'
import { chooseIncident, isRefusal, type Refusal } from '../../workspace/decisions/find-target.ts'
import { loadDecisions } from '../../workspace/decisions/load-decisions.ts'
import { loadDocuments } from '../../workspace/incidents/load-documents.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { proveRecord } from '../../workspace/prove-record.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ExportFormat, ExportOptions } from '../program/add-record-commands.ts'
import { writerTo } from '../write-out.ts'
import { currentRecords } from './open-record.ts'
import { tellRefusal } from './refusal.ts'

export const CODEBOOK_VERSION = '1'
export const COVERED_LANGUAGES = ['en']

/** A file as it is written. */
interface OutFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** `cairn export`: writes the record in a form that others read, and notes in the custody log that it left. */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const { format, output } = options
  refuse(options)
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  try {
    const set = await gatherSet(workspace, options)
    if (isRefusal(set)) return tellRefusal(set)
    const files =
      format === 'wacz' ? [] : (format === 'all' ? RECORD_FORMATS : [format]).flatMap((one) => exportFiles(set, one))
    if (format === 'wacz' || (format === 'all' && options.full === true))
      files.push(await bundleEvidence(workspace, set, options.withRedacted === true))
    const written = output === undefined ? [] : placeFiles(files, output, format)
    const logged = output === undefined ? files.map(({ name, bytes }) => ({ path: name, bytes })) : written
    await commit(workspace, async ({ log }) => {
      const at = workspace.clock.now().toISOString()
      await log(
        logged.map(({ path, bytes }) => ({
          kind: 'export',
          at,
          what: `${format}: ${path.slice(path.lastIndexOf('/') + 1)}`,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      )
    })
    for (const { path, bytes } of written) writeFileSync(path, bytes)
    const [first] = files
    if (output === undefined && first !== undefined) {
      await writerTo(process.stdout)(Buffer.from(first.bytes).toString('utf8'))
      if (first.metadata !== null) process.stderr.write(`cairn: ${summariseProvenance(set)}.\n`)
    }
    tellLeftOut(set, options)
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}

/** @throws {CairnError} "bad-usage" for what cannot be written so */
function refuse({ format, output, full, withRedacted }: ExportOptions): void {
  if (withRedacted === true && !(full === true && (format === 'wacz' || format === 'all')))
    throw new CairnError(
      'bad-usage',
      '--with-redacted is about the evidence bundle, which is written with --full: tables and graph never hold redacted words.',
    )
  if (format === 'wacz' && full !== true)
    throw new CairnError(
      'bad-usage',
      'The evidence bundle holds the source pages with every name and place in them, so it is written at the full level only: add --full, and give it to nobody who may not have them. For publication use another format.',
    )
  if (output === undefined && (format === 'wacz' || format === 'parquet' || format === 'all'))
    throw new CairnError(
      'bad-usage',
      `${format} is not for standard output: name a ${format === 'wacz' ? 'file' : 'folder'} with --output.`,
    )
}

/** The record with what exports need of it; why not, when there is not one incident of the id that is asked for. */
async function gatherSet(workspace: Workspace, options: ExportOptions): Promise<ExportSet | Refusal> {
  const documents = await loadDocuments(workspace)
  const decisions = await loadDecisions(workspace)
  const extractor = (await workspace.store.setting(PRODUCER_SETTING)) ?? producerName(PRODUCER)
  const asOf = documents.map(({ receivedAt }) => receivedAt).reduce((a, b) => (a > b ? a : b), '')
  const records = await currentRecords(workspace, options.policy)
  const wanted = options.incident === undefined ? null : chooseIncident(records, options.incident)
  if (wanted !== null && isRefusal(wanted)) return wanted
  return {
    records,
    captures: new Map(
      documents.map(({ captureId, receivedAt, reading: { document } }) => [
        captureId,
        { digest: document.captureId, receivedAt, language: document.language, text: document.text },
      ]),
    ),
    decisions,
    level: options.full === true ? 'full' : 'public',
    withUnreviewed: options.unreviewed === true,
    filter: {
      from: options.from ?? null,
      to: options.to ?? null,
      place: options.place ?? null,
      country: options.country ?? null,
      status: options.status ?? null,
      grade: options.grade ?? null,
      measure: options.measure ?? null,
      incident: wanted?.incident.id ?? null,
    },
    provenance: {
      codebook: CODEBOOK_VERSION,
      extractor,
      languages: COVERED_LANGUAGES,
      asOf: asOf === '' ? null : asOf,
    },
  }
}

/** The evidence bundle: with all captures of the workspace when the export holds all incidents, so that it can be made again from it. */
async function bundleEvidence(workspace: Workspace, set: ExportSet, withRedacted: boolean): Promise<ExportFile> {
  const exports = new Map<string, Uint8Array>()
  for (const { name, bytes, metadata } of RECORD_FORMATS.flatMap((format) => exportFiles(set, format))) {
    exports.set(name, bytes)
    if (metadata !== null) exports.set(`${name}-metadata.json`, metadata(name))
  }
  const isWhole = set.withUnreviewed && Object.values(set.filter).every((condition) => condition === null)
  const records = selectRecords(set)
  const behind = records.flatMap(({ incident }) => incident.documents.map(({ captureId }) => captureId))
  const decided = [...findDecisionsOn(records, set.decisions).keys()].map(({ id }) => id)
  const { bytes, withheld, holdsRedacted } = await proveRecord(workspace, {
    captureIds: isWhole ? null : new Set(behind),
    decisionIds: isWhole ? null : new Set(decided),
    exports,
    withRedacted,
  })
  if (withheld > 0)
    process.stderr.write(
      `cairn: words were redacted in ${withheld} of the captures: the evidence bundle names them with their digests and does not hold them. --with-redacted takes them along.\n`,
    )
  if (holdsRedacted)
    process.stderr.write(
      'cairn: the evidence bundle holds words that were redacted in the record, in pages and readings.\n',
    )
  return { name: 'evidence.wacz', bytes, metadata: null }
}

/** Where each file goes: into a folder under its own name, or to the path given; with its metadata beside it. */
function placeFiles(files: readonly ExportFile[], output: string, format: ExportFormat): OutFile[] {
  const isFolder =
    format === 'all' ||
    format === 'parquet' ||
    /[/\\]$/u.test(output) ||
    (existsSync(output) && statSync(output).isDirectory())
  if (isFolder) mkdirSync(output, { recursive: true })
  return files.flatMap(({ name, bytes, metadata }) => {
    const path = isFolder ? join(output, name) : output
    const own = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    return [{ path, bytes }, ...(metadata === null ? [] : [{ path: `${path}-metadata.json`, bytes: metadata(own) }])]
  })
}

/** Says what is not in it, and why: an empty file must not be taken for "nothing happened". */
function tellLeftOut(set: ExportSet, { format, full }: ExportOptions): void {
  const all = selectRecords({ ...set, withUnreviewed: true }).length
  const left = selectRecords(set).length
  if (left < all)
    process.stderr.write(
      `cairn: ${left} of ${all} incidents are written: nobody has reviewed the others; --unreviewed takes what the machine proposes along.\n`,
    )
  else if (all === 0) process.stderr.write('cairn: no incident matches. This is no evidence that nothing happened.\n')
  if (format === 'all' && full !== true)
    process.stderr.write('cairn: the evidence bundle (wacz) is left out: it is written with --full only.\n')
}
