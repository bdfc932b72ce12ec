import { relative, resolve } from 'node:path'

import type { Reading } from '../model/reading.ts'
import type { IncidentRecord } from '../model/record.ts'
import { loadDocuments } from '../workspace/incidents/load-documents.ts'
import { allRecords, KEPT_POLICY } from '../workspace/incidents/record-of.ts'
import { initWorkspace, openWorkspace } from '../workspace/open-workspace.ts'
import { fromUrls } from '../workspace/sources/from-urls.ts'
import { DEFAULT_LIMITS, ingestInto } from './commands/ingest.ts'
import { startFetcherOf } from './commands/network.ts'
import { withIncidents } from './commands/open-record.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { serveSamples } from './sample-site/serve-samples.ts'
import { cleanText } from './terminal/clean-text.ts'
import { asWords, describeBounds, describeClaimant, describeLanguage } from './terminal/describe-claim.ts'
import { layOutTable } from './terminal/lay-out-table.ts'
import { orderByDay } from './terminal/order-incidents.ts'
import { findScreen, paint, type Screen } from './terminal/screen.ts'
import { showIncidentList } from './terminal/show-incident-list.ts'
import { showReading } from './terminal/show-reading.ts'
import { wrapText } from './terminal/wrap-text.ts'
import { writerTo } from './write-out.ts'

/** The project's folder, seen from dist/src/cli. */
const ROOT = resolve(import.meta.dirname, '..', '..', '..')
const REPORTS = relative(process.cwd(), resolve(ROOT, 'samples', 'reports')) || '.'
/** Shown in full: a first toll with a total over a siege beside it, and a count that contradicts another. */
const SHOWN_IN_FULL = ['hw-mariupol-basement', 'mb-al-ahli']
/** The same at every start, so that the pages keep their addresses; another one only where this is taken. */
const PORT = 41_730
/** From this width on the overview is a table. */
const WIDE_COLUMNS = 110
const NOTHING_SAID = { published: null, title: null, outlet: null }
/** Figures of a document that the table shows; the rest is counted. */
const FIGURES_SHOWN = 3

const INTRODUCTION =
  'Cairn reads reports about war and records what each one claims: the number as written, who says it, about which place and time, and the exact words. It decides nothing about who is right. Below are the reports of samples/, written for this project by invented outlets about real events; their facts are public, their sentences are not those of any outlet.'

/**
 * Takes the samples into a workspace, from a small site that this command itself serves, and shows them to somebody who sees
 * Cairn for the first time. Run again it finds everything there already.
 *
 * @param folder  the workspace
 */
export async function showSamples(folder: string): Promise<ExitCode> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const heading = (text: string): string => paint(screen, ['bold', 'underline'], text)
  const say = (text: string): Promise<void> => write(`${wrapText(text, screen.width).join('\n')}\n`)
  await write(`${[...wrapText(INTRODUCTION, screen.width), '', heading('Taking them in')].join('\n')}\n`)
  await initWorkspace(folder)
  const workspace = await openWorkspace(folder, { access: 'write' })
  const site = await serveSamples(REPORTS, PORT).catch(() => serveSamples(REPORTS, 0))
  const fetcher = startFetcherOf({ allowPrivate: true })
  try {
    await say(
      `The reports are served on this machine only, as the sites of their outlets, and fetched from there as any site would be: ${site.feedUrl} and ${site.newsSitemapUrl}`,
    )
    const options = { fetcher, store: workspace.store, as: 'auto' as const, newest: 1000, said: NOTHING_SAID }
    const sources = fromUrls([site.feedUrl, site.newsSitemapUrl], options)
    const tally = await ingestInto(workspace, sources, DEFAULT_LIMITS)
    const { captured, known, read, claims } = tally.counts
    await say(
      captured === 0 && known === 0
        ? `Everything was in the workspace ${shownPath(folder)} already.`
        : `${captured} pages hashed, archived and logged in ${shownPath(folder)}; ${read} read, ${claims} claims.`,
    )
    const documents = await loadDocuments(workspace)
    const readings = documents.map(({ reading }) => reading)
    const records = await withIncidents(workspace, async (incidents) => {
      const found: IncidentRecord[] = []
      for await (const record of allRecords(workspace, incidents, KEPT_POLICY))
        if (record.incident.documents.length > 1) found.push(record)
      return found
    })
    const shown = readings.filter(({ document }) => SHOWN_IN_FULL.some((id) => document.url?.endsWith(id)))
    const lines = [
      '',
      heading(`The ${readings.length} sample reports and what they claim`),
      ...showOverview(readings, screen),
      '',
      heading('Two of them in full'),
      ...wrapText(
        'In the text each claim stands in [brackets] with its name: F for figures, E for events, S for statements. The tables say what was understood.',
        screen.width,
      ),
      ...shown.flatMap((reading) => ['', ...showReading(reading, screen)]),
      '',
      heading(`The ${records.length} incidents that two or more of them tell of`),
      ...wrapText(
        'Ranges are what is claimed, each end by somebody; copies of one text count as one voice. The machine proposes: nobody has reviewed this.',
        screen.width,
      ),
      ...showIncidentList(orderByDay(records), screen),
      '',
      ...showNextSteps(folder, records, readings, screen),
    ]
    await write(`${lines.join('\n')}\n`)
    return tally.report().problems.length > 0 ? EXIT.partial : EXIT.ok
  } finally {
    await fetcher.close()
    await site.close()
    await workspace.close()
  }
}

function shownPath(folder: string): string {
  return relative(process.cwd(), folder) || '.'
}

/** One line for each figure, the report named beside its first. */
function showOverview(readings: readonly Reading[], screen: Screen): string[] {
  const byDate = readings.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))
  if (screen.width < WIDE_COLUMNS) return byDate.flatMap((reading) => showNarrow(reading, screen))
  const rows = byDate.flatMap((reading) => {
    const { document, coverage, claims } = reading
    const figures = claims.flatMap(({ figure, attribution }) =>
      figure === null
        ? []
        : [[asWords(figure.measure), describeBounds(figure), describeClaimant(attribution), attribution.stance]],
    )
    const more = figures.length > FIGURES_SHOWN ? [[`and ${figures.length - FIGURES_SHOWN} more`]] : []
    const none = coverage === 'covered' ? 'no figures' : `not covered: ${describeLanguage(document.language)}`
    const shown = figures.length === 0 ? [[none]] : [...figures.slice(0, FIGURES_SHOWN), ...more]
    const title = document.title ?? document.text.split('\n', 1)[0] ?? ''
    return shown.map((cells, i) =>
      (i === 0 ? [dateOf(reading), document.outlet ?? 'not said', title, ...cells] : ['', '', '', ...cells]).map(
        cleanText,
      ),
    )
  })
  return layOutTable(['published', 'outlet', 'report', 'figure', 'means', 'claimant', 'stance'], rows, screen)
}

/** A report in a few lines: its headline, who published it when, then each figure with who says so. */
function showNarrow(reading: Reading, screen: Screen): string[] {
  const { document, coverage, claims } = reading
  const title = document.title ?? document.text.split('\n', 1)[0] ?? ''
  const figures = claims.flatMap(({ figure, attribution }) =>
    figure === null
      ? []
      : [
          `${describeBounds(figure)} ${asWords(figure.measure)}: ${describeClaimant(attribution)} (${attribution.stance})`,
        ],
  )
  const none = coverage === 'covered' ? 'no figures' : `not covered: ${describeLanguage(document.language)}`
  const more = figures.length > FIGURES_SHOWN ? [`and ${figures.length - FIGURES_SHOWN} more`] : []
  const shown = figures.length === 0 ? [none] : [...figures.slice(0, FIGURES_SHOWN), ...more]
  return [
    ...wrapText(cleanText(title), screen.width).map((line) => paint(screen, ['bold'], line)),
    paint(screen, ['dim'], cleanText(`${dateOf(reading)} · ${document.outlet ?? 'outlet not said'}`)),
    ...shown.flatMap((line) =>
      wrapText(cleanText(line), screen.width - 4).map((part, i) => `${i === 0 ? '  ' : '    '}${part}`),
    ),
  ]
}

function dateOf({ document }: Reading): string {
  return document.publishedAt?.slice(0, 10) ?? 'not said'
}

function showNextSteps(
  folder: string,
  records: readonly IncidentRecord[],
  readings: readonly Reading[],
  screen: Screen,
): string[] {
  const cairn = 'npm run -s cairn --'
  const there = `--workspace ${shownPath(folder)}`
  const claim = readings.flatMap(({ claims }) => claims).find(({ figure }) => figure?.measure === 'killed')
  const widest = records.toSorted((a, b) => b.incident.documents.length - a.incident.documents.length)[0]
  const steps = [
    [
      `${cairn} show ${widest?.incident.id} ${there}`,
      'one incident: who says what, what was revised, which texts are copies',
    ],
    [`${cairn} claims --measure killed --who children ${there}`, 'who says how many children were killed, and where'],
    [
      `${cairn} prove ${claim?.id.slice(0, 10)} ${there}`,
      'a file that proves one claim to somebody without this workspace',
    ],
    [`${cairn} verify ${there}`, 'hash everything again and compare it with the signed log'],
    [`${cairn} ingest FILES-OR-URLS`, 'take reports of yours into a workspace of your own'],
    ['npm run -s cairn -- read FILE', 'read a text or HTML file of yours'],
    ['npm run -s cairn -- read FOLDER --jsonl', 'every file of a folder, one reading as JSON on each line'],
    [`npm run -s cairn -- explain F1 ${REPORTS}/hw-mariupol-basement.txt`, 'why the first figure is read as it is'],
    ['npm run -s cairn -- --help', 'all commands and options; docs/cli.md says more'],
    ['npm test', 'check this copy of Cairn'],
  ]
  return [
    paint(screen, ['bold', 'underline'], 'What to type next'),
    ...steps.flatMap(([command = '', what = '']) => [
      `  ${paint(screen, ['bold'], command)}`,
      ...wrapText(what, screen.width - 6).map((line) => `      ${line}`),
    ]),
  ]
}
