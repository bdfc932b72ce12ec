import { makeDocuments } from './corpus.ts'
import { readLongRuns } from './long-run.ts'
import { BLOCKS_OF_A_REPORT, measureIncidents } from './measure-incidents.ts'
import { measureIngest, measureUpkeep } from './measure-ingest.ts'
import { measureReading } from './measure-memory.ts'
import { measureWarc } from './measure-warc.ts'
import { floorOf, number, type Report } from './report.ts'

const FLOOR_INGEST = 100
const FLOOR_WARC = 50

/** What taking documents into a workspace costs, against reading them without keeping anything. */
export async function tellIngest({ say, row, table }: Report, documents: number): Promise<void> {
  const length = 2000
  let upkeep: Awaited<ReturnType<typeof measureUpkeep>> | null = null
  const ours = await measureIngest({
    documents,
    length,
    async use(workspace) {
      upkeep = await measureUpkeep(workspace)
    },
  })
  const naive = await measureReading(makeDocuments(documents, length))
  say()
  say('## Ingest into the embedded store')
  say()
  say(
    `${number(documents)} different documents of 2 KB as JSONL into a new workspace: archived as WARC, logged and signed,`,
  )
  say('read, and stored with their claims, each batch on the disk (fsync) before it is acknowledged. The baseline is')
  say('`cairn read - --jsonl` over the same documents, which keeps nothing.')
  say()
  table('command', 'documents per second', 'floor', 'seconds', 'CPU seconds', 'peak MB', 'workspace MB')
  const workspaceMegabytes = Object.values(ours.workspaceMegabytes).reduce((sum, size) => sum + size, 0)
  row(
    '`cairn ingest -`',
    number(documents / ours.seconds),
    floorOf(FLOOR_INGEST, documents / ours.seconds),
    number(ours.seconds, 1),
    number(ours.cpuSeconds, 1),
    number(ours.peakMegabytes),
    number(workspaceMegabytes, 1),
  )
  row(
    '`cairn read -`',
    number(documents / naive.seconds),
    '',
    number(naive.seconds, 1),
    number(naive.cpuSeconds, 1),
    number(naive.peakMegabytes),
    '',
  )
  say()
  tellUpkeep({ say, row, table }, upkeep)
}

/** What keeping reports and incidents costs, and what narrowed lists cost against listing everything. */
export async function tellIncidents(
  { say, row, table }: Pick<Report, 'say' | 'row' | 'table'>,
  reports: number,
  incidents: number,
): Promise<void> {
  const costs = await measureIncidents(reports, incidents)
  say()
  say('## The store of incidents')
  say()
  say(`${number(reports)} made-up reports in ${BLOCKS_OF_A_REPORT} blocks each, of which a look-up finds`)
  say(
    `${number(costs.found)} others; half as many more follow one report. ${number(incidents)} made-up incidents; a page is 50 of them, and`,
  )
  say('the baseline lists them all.')
  say()
  table('what', 'CPU milliseconds', 'share of the baseline')
  row('adding a report', number(costs.insert, 2), '')
  row('adding a report beside the followers', number(costs.insertBesideFollowers, 2), '')
  row('looking up the blocks of a report', number(costs.lookUp, 1), '')
  row('the same again', number(costs.lookUpAgain, 1), '')
  for (const [name, cost] of costs.lists)
    row(`a page: ${name}`, number(cost, 1), `${number((100 * cost) / costs.scan, 1)} %`)
  row('everything', number(costs.scan, 1), '100 %')
}

/** What reading WARC files costs, against zlib alone and another reader. */
export async function tellWarc(
  { say, row, table }: Pick<Report, 'say' | 'row' | 'table'>,
  pages: number,
  cpuSeconds: number,
): Promise<void> {
  say()
  say('## WARC')
  say()
  say('A made-up crawl, one gzip member a record, read from a file without taking anything out of it. Megabytes of the')
  say(
    'file (compressed) in a second of CPU time. zlib alone inflates the file and knows nothing of records or digests.',
  )
  for (const content of ['pages', 'pages and pictures'] as const) {
    const { megabytes, ratio, records, costs } = await measureWarc(content, pages, cpuSeconds)
    const zlib = costs.at(-1)?.megabytesPerCpuSecond ?? 0
    say()
    const size = `${number(megabytes, 1)} MB, ${number(records)} records, ${number(ratio, 1)} times as large inflated`
    say(`${content === 'pages' ? 'News pages alone' : 'News pages, each with a picture of 30 KB'}: ${size}.`)
    say()
    table('reader', 'MB per CPU second', 'floor', 'times the cost of zlib')
    for (const [i, { way, megabytesPerCpuSecond }] of costs.entries()) {
      const floor = i === 0 ? floorOf(FLOOR_WARC, megabytesPerCpuSecond) : ''
      row(way, number(megabytesPerCpuSecond, 1), floor, number(zlib / megabytesPerCpuSecond, 2))
    }
  }
}

/** The curves of the long runs that were measured before. */
export function tellLongRuns({ say, row, table }: Report): void {
  for (const { asked, isComplete, day, node, cores, note, ingest, upkeep } of readLongRuns()) {
    say()
    say(`## A long run: ${number(asked)} documents`)
    say()
    say(`Measured once by \`npm run bench -- --long-run ${asked}\` (${day}, Node ${node}, ${cores} cores) and kept in`)
    say('bench/long-run.json; not repeated by this run.')
    say(`Different documents of ${number(ingest.characters)} characters on average.`)
    if (note !== null) say(note)
    if (!isComplete) say(`The run was ended after ${number(ingest.documents)} of ${number(asked)} documents.`)
    say()
    table('documents', 'documents per second', 'documents per CPU second', 'resident MB')
    for (const { documents, perSecond, perCpuSecond, megabytes } of ingest.parts)
      row(number(documents), number(perSecond), numberOrNone(perCpuSecond), numberOrNone(megabytes))
    say()
    const { seconds, cpuSeconds, peakMegabytes } = ingest
    say(
      `In all ${number(seconds)} s and ${number(cpuSeconds)} CPU seconds; at most ${number(peakMegabytes)} MB resident.`,
    )
    say()
    table('part of the workspace', 'MB')
    for (const [kind, megabytes] of Object.entries(ingest.workspaceMegabytes)) row(kind, number(megabytes, 1))
    if (upkeep === null) continue
    say()
    tellUpkeep({ say, row, table }, upkeep)
  }
}

function numberOrNone(value: number | null): string {
  return value === null ? '' : number(value)
}

function tellUpkeep(
  { say, row, table }: Pick<Report, 'say' | 'row' | 'table'>,
  upkeep: Awaited<ReturnType<typeof measureUpkeep>> | null,
): void {
  if (upkeep === null) return
  say('On that workspace:')
  say()
  table('command', 'seconds', 'CPU seconds', 'peak MB')
  for (const [command, { seconds, cpuSeconds, peakMegabytes }] of [
    ['`cairn verify`', upkeep.verify],
    ['`cairn ingest -` of nothing', upkeep.open],
  ] as const)
    row(command, number(seconds, 1), number(cpuSeconds, 1), number(peakMegabytes))
}
