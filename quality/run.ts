/** Runs quality suites: `npm run quality [-- --suite NAME] [--data PATH …] [--errors]`. Without `--data` it keeps docs/quality.md. */
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { loadGazetteer } from '../src/adapters/gazetteer/load-gazetteer.ts'
import { GOLD_FOLDER, isThere } from './gold-data.ts'
import type { Score, Suite } from './suite.ts'
import { attribution } from './suites/attribution.ts'
import { calibration } from './suites/calibration.ts'
import { claims } from './suites/claims.ts'
import { copies } from './suites/copies.ts'
import { events } from './suites/events.ts'
import { gvdb } from './suites/gvdb.ts'
import { lines } from './suites/lines.ts'
import { merge } from './suites/merge.ts'
import { muc4 } from './suites/muc4.ts'
import { pages } from './suites/pages.ts'
import { time } from './suites/time.ts'
import { toponyms } from './suites/toponyms.ts'
import { writeReport } from './write-report.ts'

const SUITES: readonly Suite[] = [
  attribution,
  calibration,
  claims,
  copies,
  events,
  gvdb,
  lines,
  merge,
  muc4,
  pages,
  time,
  toponyms,
]

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true },
    data: { type: 'string', multiple: true },
    errors: { type: 'boolean' },
  },
})
const wanted = values.suite ?? SUITES.map(({ name }) => name)
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(`No suite named ${unknown.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
if (values.data !== undefined && wanted.length !== 1) {
  console.error('--data goes with exactly one --suite.')
  process.exit(2)
}

const gazetteer = loadGazetteer()
const results: {
  readonly suite: Suite
  readonly scores: readonly Score[] | null
  readonly absent: readonly string[]
}[] = []
for (const suite of SUITES.filter(({ name }) => wanted.includes(name))) {
  const data = (values.data ?? suite.files).map((path) =>
    values.data === undefined ? join(GOLD_FOLDER, path) : isAbsolute(path) ? path : resolve(path),
  )
  const absent = data.filter((path) => !isThere(path))
  if (absent.length > 0) {
    console.log(`\n${suite.name}: not run, data absent: ${absent.join(', ')}`)
    results.push({ suite, scores: null, absent })
    continue
  }
  const scores = await suite.run({
    data,
    gazetteer,
    error: (entry) =>
      values.errors === true ? console.error(JSON.stringify({ suite: suite.name, ...entry })) : undefined,
  })
  console.log(`\n${suite.name}: ${suite.title}`)
  for (const { name, value, n, bar, want } of scores) {
    const held =
      bar === null || value === null ? '' : (want === 'at-least' ? value >= bar : value <= bar) ? 'held' : 'MISSED'
    const shown = value === null ? '-' : Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)
    console.log(
      `  ${name.padEnd(38)} ${shown.padStart(9)}  (${n})${bar === null ? '' : `  bar ${want === 'at-least' ? '>=' : '<='} ${bar}  ${held}`}`,
    )
  }
  results.push({ suite, scores, absent })
}
if (values.data === undefined)
  writeReport(results.flatMap(({ suite, scores }) => (scores === null ? [] : [{ suite, scores }])))
