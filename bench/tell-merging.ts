import { readLongMerges } from './long-merge.ts'
import { BATCH, measureMerging, type MergePart } from './measure-merging.ts'
import { number, type Report } from './report.ts'
import { ReportsInMemory } from './reports-in-memory.ts'

/** What merging costs a report as reports become more: over a look-up in memory, and what long runs over the store came to. */
export async function tellMerging(report: Report, reports: number): Promise<void> {
  const { say } = report
  const memory = new ReportsInMemory()
  const parts = await measureMerging(reports, {
    lookup: memory,
    keep(placement) {
      memory.keep(placement)
      return Promise.resolve()
    },
  })
  say()
  say('## Merging reports into incidents')
  say()
  say(
    `Made-up reports of about 60 words in batches of ${BATCH}: towns and kinds of events by Zipf’s law, a tenth of all`,
  )
  say('reports of one event, a tenth copies. Placing has the look-ups in it; making the reports is in neither.')
  say()
  say(`${number(reports)} reports, looked up in memory:`)
  tellParts(report, parts)
  for (const { asked, day, node, parts: own, megabytes } of readLongMerges()) {
    say()
    say(`${number(asked)} reports over the store (${day}, Node ${node}), ${number(megabytes)} MB at the end:`)
    tellParts(report, own)
  }
}

function tellParts({ say, row, table }: Report, parts: readonly MergePart[]): void {
  say()
  table('reports', 'CPU µs to place one', 'CPU µs to keep one', 'follow another', 'resident MB')
  for (const { reports, placing, keeping, followers, megabytes } of parts)
    row(number(reports), number(placing), number(keeping), number(followers), number(megabytes))
  const [first, second, last] = [parts[0], parts[1], parts.at(-1)]
  if (first === undefined || second === undefined || last === undefined) return
  const against = (one: MergePart): string => number((last.placing + last.keeping) / (one.placing + one.keeping), 2)
  say()
  say(
    `The last tenth against the second: ${against(second)}; against the first, in which the windows of time fill: ${against(first)}.`,
  )
}
