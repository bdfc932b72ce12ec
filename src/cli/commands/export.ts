import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ExportEncoder, ExportPlan } from '../../exports/export-encoder.ts'
import { RECORD_FORMATS, type RecordFormat, startEncoders } from '../../exports/export-files.ts'
import { type ExportTerms, isSelected, summariseProvenance } from '../../exports/export-set.ts'
import { CairnError } from '../../model/error.ts'
import { PRODUCER } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { commit } from '../../workspace/commit.ts'
import { findIncident, isRefusal } from '../../workspace/decisions/find-target.ts'
import { loadDecisions } from '../../workspace/decisions/load-decisions.ts'
import { capturesBehind, lastReceived } from '../../workspace/incidents/captures-behind.ts'
import { allRecords, KEPT_POLICY } from '../../workspace/incidents/record-of.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { proveRecord } from '../../workspace/prove-record.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ExportFormat, ExportOptions } from '../program/add-record-commands.ts'
import { ExportSink } from './export-sink.ts'
import { FileSpool } from './file-spool.ts'
import { withIncidents } from './open-record.ts'
import { tellRefusal } from './refusal.ts'
import { type ExportSurvey, surveyExport } from './survey-export.ts'

export const CODEBOOK_VERSION = '1'
export const COVERED_LANGUAGES = ['en']

/** A workspace at work with its incidents, and what is exported of it. */
interface ExportRun {
  readonly workspace: Workspace
  readonly incidents: IncidentStore
  readonly options: ExportOptions
  readonly terms: ExportTerms
  readonly survey: ExportSurvey
  /** Folder for what is kept while the export is written. */
  readonly scratch: string
}

/** `cairn export`: writes the record in a form that others read, and notes in the custody log that it left. */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  refuse(options)
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  const scratch = mkdtempSync(join(tmpdir(), 'cairn-export-'))
  try {
    return await withIncidents(workspace, (incidents) => exportFrom(workspace, incidents, options, scratch))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    await workspace.close()
  }
}

async function exportFrom(
  workspace: Workspace,
  incidents: IncidentStore,
  options: ExportOptions,
  scratch: string,
): Promise<ExitCode> {
  const wanted = options.incident === undefined ? null : await findIncident(incidents, options.incident)
  if (wanted !== null && isRefusal(wanted)) return tellRefusal(wanted)
  const asked = await gatherTerms(workspace, options, wanted?.incident.id ?? null)
  // Which incidents leave does not depend on the policy, and the kept ones are at hand.
  const survey = await surveyExport(allRecords(workspace, incidents, KEPT_POLICY), asked)
  const terms = { ...asked, provenance: { ...asked.provenance, policies: survey.policies } }
  const run: ExportRun = { workspace, incidents, options, terms, survey, scratch }
  const { format, output } = options
  const files: ExportSink[] = []
  try {
    const pathOf = (name: string): string =>
      output === undefined ? join(scratch, name) : placeOf(name, output, format)
    const encoders = format === 'wacz' ? [] : await writeFormats(run, format, pathOf, files)
    if (format === 'wacz' || (format === 'all' && options.full === true))
      files.push(await writeBundle(run, pathOf('evidence.wacz'), files))
    await logFiles(workspace, format, output === undefined ? files.slice(0, 1) : files)
    if (output !== undefined) for (const file of files) file.place()
    else {
      await files[0]?.copyTo(process.stdout)
      // What would stand beside the file.
      if (encoders[0]?.metadata != null) process.stderr.write(`cairn: ${summariseProvenance(terms)}.\n`)
    }
  } finally {
    for (const file of files) file.drop()
  }
  tellLeftOut(run)
  return EXIT.ok
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

/** What the export is made by; the policies are known when its incidents are. @param incident id of the only one, or null */
async function gatherTerms(
  workspace: Workspace,
  options: ExportOptions,
  incident: string | null,
): Promise<ExportTerms> {
  return {
    decisions: await loadDecisions(workspace),
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
      incident,
    },
    provenance: {
      codebook: CODEBOOK_VERSION,
      extractor: (await workspace.store.setting(PRODUCER_SETTING)) ?? producerName(PRODUCER),
      languages: COVERED_LANGUAGES,
      policies: [],
      asOf: await lastReceived(workspace),
    },
  }
}

/**
 * Writes a format, or all of them in one pass over the incidents, each with what is to lie beside it.
 *
 * @param pathOf where a file is to lie, by its name
 * @param files where what was begun is noted, so that it can be taken back
 */
async function writeFormats(
  { workspace, incidents, options, terms, survey, scratch }: ExportRun,
  format: RecordFormat | 'all',
  pathOf: (name: string) => string,
  files: ExportSink[],
): Promise<readonly ExportEncoder[]> {
  let spools = 0
  const openSpool = (): FileSpool => new FileSpool(join(scratch, `spool-${++spools}`))
  const plan: ExportPlan = { terms, incidents: survey.incidents, openSpool }
  const formats = format === 'all' ? RECORD_FORMATS : [format]
  const encoders = formats.flatMap((one) => startEncoders(plan, one))
  const sinks = encoders.map((encoder) => {
    const sink = new ExportSink(pathOf(encoder.name))
    files.push(sink)
    sink.write(encoder.start())
    return { encoder, sink }
  })
  for await (const record of allRecords(workspace, incidents, options.policy)) {
    if (!isSelected(record, terms)) continue
    const captures = await capturesBehind(workspace, record, formats.includes('jsonld'))
    for (const { encoder, sink } of sinks) sink.write(encoder.add({ record, captures }))
  }
  for (const { encoder, sink } of sinks) {
    for (const piece of encoder.end()) sink.write(piece)
    sink.end()
    if (encoder.metadata === null) continue
    const beside = new ExportSink(`${sink.path}-metadata.json`)
    files.push(beside)
    beside.write(encoder.metadata(sink.name))
    beside.end()
  }
  return encoders
}

/**
 * The evidence bundle: with all captures of the workspace when the export holds all incidents, so that it can be made again from
 * it.
 *
 * @param written the export in all formats, where it is written already
 */
async function writeBundle(run: ExportRun, path: string, written: readonly ExportSink[]): Promise<ExportSink> {
  const { workspace, options, terms, survey, scratch } = run
  const own: ExportSink[] = []
  if (written.length === 0) await writeFormats(run, 'all', (name) => join(scratch, name), own)
  const isWhole = terms.withUnreviewed && Object.values(terms.filter).every((condition) => condition === null)
  const { bytes, withheld, holdsRedacted } = await proveRecord(workspace, {
    captureIds: isWhole ? null : survey.captureIds,
    decisionIds: isWhole ? null : survey.decisionIds,
    exports: new Map([...written, ...own].map((file) => [file.name, file.bytes()])),
    withRedacted: options.withRedacted === true,
  })
  if (withheld > 0)
    process.stderr.write(
      `cairn: words were redacted in ${withheld} of the captures: the evidence bundle names them with their digests and does not hold them. --with-redacted takes them along.\n`,
    )
  if (holdsRedacted)
    process.stderr.write(
      'cairn: the evidence bundle holds words that were redacted in the record, in pages and readings.\n',
    )
  const sink = new ExportSink(path)
  sink.write(bytes)
  sink.end()
  return sink
}

async function logFiles(workspace: Workspace, format: ExportFormat, files: readonly ExportSink[]): Promise<void> {
  await commit(workspace, async ({ log }) => {
    const at = workspace.clock.now().toISOString()
    await log(files.map(({ name, sha256 }) => ({ kind: 'export', at, what: `${format}: ${name}`, sha256 })))
  })
}

/** Where a file goes: into a folder under its own name, or to the path given. */
function placeOf(name: string, output: string, format: ExportFormat): string {
  const isFolder =
    format === 'all' ||
    format === 'parquet' ||
    /[/\\]$/u.test(output) ||
    (existsSync(output) && statSync(output).isDirectory())
  if (!isFolder) return output
  mkdirSync(output, { recursive: true })
  return join(output, name)
}

/** Says what is not in it, and why: an empty file must not be taken for "nothing happened". */
function tellLeftOut({ survey, options }: ExportRun): void {
  const { asked, incidents } = survey
  if (incidents.length < asked)
    process.stderr.write(
      `cairn: ${incidents.length} of ${asked} incidents are written: nobody has reviewed the others; --unreviewed takes what the machine proposes along.\n`,
    )
  else if (asked === 0) process.stderr.write('cairn: no incident matches. This is no evidence that nothing happened.\n')
  if (options.format === 'all' && options.full !== true)
    process.stderr.write('cairn: the evidence bundle (wacz) is left out: it is written with --full only.\n')
}
