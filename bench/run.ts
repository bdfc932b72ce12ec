/** `npm run bench`: measures what a reading costs and writes docs/performance.md. `--quick` takes less time and writes nothing. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { loadGazetteer } from '../src/adapters/gazetteer/load-gazetteer.ts'
import { startReader } from '../src/adapters/workers/start-reader.ts'
import { makeDocuments, makePage, makeText } from './corpus.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { runLongMerge } from './long-merge.ts'
import { runLong } from './long-run.ts'
import { measureParsing, measureReading } from './measure-memory.ts'
import { GIVEN, measureThroughput, medianMs, readNaively, readOne } from './measure-reading.ts'
import { profileStages } from './profile-stages.ts'
import { floorOf, number, startReport } from './report.ts'
import { tellMerging } from './tell-merging.ts'
import { tellRecord } from './tell-record.ts'
import { tellIncidents, tellIngest, tellLongRuns, tellWarc } from './tell-workspace.ts'

const REPORT = join(resolve(import.meta.dirname, '..', '..'), 'docs', 'performance.md')
const FLOOR_TEXTS = 500
const FLOOR_PAGES = 30
/** A hostile text that takes longer is told as such; the command line gives up a document after 30 s. */
const HOSTILE_LIMIT_SECONDS = 30

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'long-run': { type: 'string' },
    'long-merge': { type: 'string' },
  },
})
if (values['long-run'] !== undefined) {
  await runLong(Number(values['long-run']))
  process.exit()
}
if (values['long-merge'] !== undefined) {
  await runLongMerge(Number(values['long-merge']))
  process.exit()
}
const cpuSeconds = values.quick ? 1 : 5
const gazetteer = loadGazetteer()
const report = startReport()
const { say, row, table } = report

say('# Performance')
say()
say('Written by `npm run bench`; do not edit. Every number stands beside a baseline from the same run, since machines')
say('and loads differ: compare ratios. CPU time counts the reading process alone.')
say()
say(`Node ${process.versions.node}, ${cpus().length} cores, ${process.platform} ${process.arch}.`)

const texts = Array.from({ length: 200 }, (_, i) => makeText(i, 2000))
const pages = Array.from({ length: 40 }, (_, i) => makePage(i))
const readText = (content: string): number => readOne(content, 'text', gazetteer)
const readPage = (content: string): number => readOne(content, 'html', gazetteer)

say()
say('## Documents per CPU second')
say()
say('The baseline is one plain regex and a JSON round trip over the same bytes.')
say()
table('input', 'bytes each', 'documents per CPU second', 'floor', 'baseline', 'times the baseline’s cost')
for (const [name, contents, read, floor] of [
  ['text of 2 KB', texts, readText, FLOOR_TEXTS],
  ['HTML page', pages, readPage, FLOOR_PAGES],
] as const) {
  const ours = measureThroughput(contents, read, cpuSeconds)
  const naive = measureThroughput(contents, readNaively, cpuSeconds / 5)
  const ratio = naive.perCpuSecond / ours.perCpuSecond
  row(
    name,
    number(ours.bytes),
    number(ours.perCpuSecond),
    floorOf(floor, ours.perCpuSecond),
    number(naive.perCpuSecond),
    number(ratio, 1),
  )
}

for (const [name, contents, read] of [
  ['text of 2 KB', texts, readText],
  ['HTML pages', pages, readPage],
] as const) {
  const rounds = Math.ceil((values.quick ? 400 : 2000) / contents.length / (name === 'HTML pages' ? 10 : 1))
  const stages = await profileStages(() => {
    for (let i = 0; i < rounds; i++) for (const content of contents) read(content)
  })
  say()
  say(`## Where the time goes: ${name}`)
  say()
  table('part', 'share')
  for (const { stage, share } of stages.filter((part) => part.share >= 0.005)) row(stage, `${number(share * 100, 1)} %`)
}

say()
say('## Cost against length')
say()
say('One document of each length; linear cost keeps the last column near 1. The next table begins with 1 MB.')
say()
table('characters', 'ms', 'µs per KB', 'against 2 KB')
let perKbOfShort = 0
let perKbOfLong = 0
for (const length of [2000, 20_000, 200_000]) {
  const text = makeText(5, length)
  const ms = await medianMs(() => readText(text))
  const perKb = (ms * 1000) / (text.length / 1000)
  perKbOfShort ||= perKb
  if (length === 20_000) perKbOfLong = perKb
  row(number(text.length), number(ms, 2), number(perKb), number(perKb / perKbOfShort, 2))
}

say()
say('## Hostile text')
say()
say(
  'About 1 MB each (the numbers less), in a single document. The ratio is cost per KB against the text of 20 KB above.',
)
say()
table('text', 'KB', 'ms', 'against 20 KB of ordinary text')
const reader = startReader({ workers: 1, timeLimitMs: HOSTILE_LIMIT_SECONDS * 1000 })
const readOutside = (text: string) =>
  reader.read({
    bytes: new TextEncoder().encode(text),
    sha256: null,
    format: 'text',
    charset: null,
    given: GIVEN,
    options: {},
  })
for (const text of texts) await readOutside(text)
for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
  const start = performance.now()
  const outcome = await readOutside(text)
  const ms = performance.now() - start
  const ratio = (ms * 1000) / (text.length / 1000) / perKbOfLong
  const isOver = 'reason' in outcome && outcome.reason === 'timeout'
  const kb = number(text.length / 1000)
  if (isOver) row(name, kb, `over ${number(HOSTILE_LIMIT_SECONDS * 1000)}`, `over ${number(ratio)}`)
  else row(name, kb, number(ms), number(ratio, 2))
}
await reader.close()

say()
say('## Memory of a bulk run')
say()
say(
  '`cairn read - --jsonl` over different 2 KB documents on standard input, peak of all threads. The baseline parses each',
)
say('line and prints it again.')
say()
table('documents', 'peak MB', 'baseline MB', 'seconds', 'CPU seconds', 'documents per CPU second')
const peaks: number[] = []
for (const documents of values.quick ? [200, 1000] : [1000, 50_000]) {
  const ours = await measureReading(makeDocuments(documents, 2000))
  const naive = await measureParsing(makeDocuments(documents, 2000))
  peaks.push(ours.peakMegabytes)
  row(
    number(documents),
    number(ours.peakMegabytes),
    number(naive.peakMegabytes),
    number(ours.seconds, 1),
    number(ours.cpuSeconds, 1),
    number(documents / ours.cpuSeconds),
  )
}
say()
say(`Peak of the longer run against the shorter one: ${number((peaks[1] ?? 0) / (peaks[0] ?? 1), 2)}.`)

await tellIngest(report, values.quick ? 600 : 3000)
await tellWarc(report, values.quick ? 300 : 2000, values.quick ? 0.3 : 2.5)
await tellIncidents(report, values.quick ? 6000 : 100_000, values.quick ? 5000 : 50_000)
tellLongRuns(report)
await tellMerging(report, values.quick ? 2000 : 10_000)
tellRecord(report, values.quick ? 200 : 1000, values.quick ? 1000 : 10_000)

if (!values.quick) writeFileSync(REPORT, `${report.lines.join('\n')}\n`)
