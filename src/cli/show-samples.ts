import { relative, resolve } from 'node:path'

import type { Reading } from '../model/reading.ts'
import { type ReadRequest, readDocuments } from './commands/read-documents.ts'
import { startReports } from './commands/reports.ts'
import type { ExitCode } from './exit-codes.ts'
import { cleanText } from './terminal/clean-text.ts'
import { asWords, describeBounds, describeClaimant, describeLanguage } from './terminal/describe-claim.ts'
import { layOutTable } from './terminal/lay-out-table.ts'
import { findScreen, paint, type Screen } from './terminal/screen.ts'
import { showReading } from './terminal/show-reading.ts'
import { wrapText } from './terminal/wrap-text.ts'
import { writerTo } from './write-out.ts'

/** The project's folder, seen from dist/src/cli. */
const ROOT = resolve(import.meta.dirname, '..', '..', '..')
const REPORTS = relative(process.cwd(), resolve(ROOT, 'samples', 'reports')) || '.'
/** Shown in full: a first toll with a total over a siege beside it, and a count that contradicts another. */
const SHOWN_IN_FULL = ['hw-mariupol-basement.txt', 'mb-al-ahli']
/** Figures of a document that the table shows; the rest is counted. */
const FIGURES_SHOWN = 3

const INTRODUCTION =
  'Cairn reads reports about war and records what each one claims: the number as written, who says it, about which place and time, and the exact words. It decides nothing about who is right. Below are the reports of samples/, written for this project by invented outlets about real events; their facts are public, their sentences are not those of any outlet.'

/** Reads the samples and shows them to somebody who sees Cairn for the first time. */
export async function showSamples(): Promise<ExitCode> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const reports = startReports()
  const readings: Reading[] = []
  for await (const { json } of readDocuments(samples(), reports)) readings.push(JSON.parse(json) as Reading)
  const shown = readings.filter(({ document }) => SHOWN_IN_FULL.some((id) => document.sourceId?.endsWith(id)))
  const lines = [
    ...wrapText(INTRODUCTION, screen.width),
    '',
    paint(screen, ['bold', 'underline'], `The ${readings.length} sample reports and what they claim`),
    ...showOverview(readings, screen),
    '',
    paint(screen, ['bold', 'underline'], 'Two of them in full'),
    ...wrapText(
      'In the text each claim stands in [brackets] with its name: F for figures, E for events, S for statements. The tables say what was understood.',
      screen.width,
    ),
    ...shown.flatMap((reading) => ['', ...showReading(reading, screen)]),
    '',
    ...showNextSteps(screen),
  ]
  await write(`${lines.join('\n')}\n`)
  return reports.finish()
}

function samples(): ReadRequest {
  const said = { published: null, title: null, url: null, outlet: null }
  return {
    paths: [REPORTS],
    inputs: { format: 'auto', ...said, maxBytes: 1_000_000 },
    timeLimitMs: 30_000,
    workers: 1,
  }
}

/** One line for each figure, the report named beside its first. */
function showOverview(readings: readonly Reading[], screen: Screen): string[] {
  const byDate = readings.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))
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

function dateOf({ document }: Reading): string {
  return document.publishedAt?.slice(0, 10) ?? 'not said'
}

function showNextSteps(screen: Screen): string[] {
  const steps = [
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
