import { measureRecord, type RecordCosts } from './measure-record.ts'
import { number, type Report } from './report.ts'

/** What the record of one incident costs that very many documents report. */
export function tellRecord({ say, row, table }: Report, few: number, many: number): void {
  const costs = [few, many].map(measureRecord)
  say()
  say('## The record of one large incident')
  say()
  say(
    'Made-up documents of one event over six days, its toll revised: 60 of 100 are copies of four wires, cut, retitled or',
  )
  say(
    'opened anew, 600 outlets, 5 of 100 with a claimant of their own. From readings: copies, origins, figures, history.',
  )
  say()
  table('documents', 'figure claims', 'origins', 'CPU seconds', 'CPU ms a document', 'KB a document in the record')
  for (const { documents, claims, origins, cpuSeconds, megabytes } of costs)
    row(
      number(documents),
      number(claims),
      number(origins),
      number(cpuSeconds, 1),
      number((cpuSeconds * 1000) / documents, 2),
      number((megabytes * 1000) / documents, 1),
    )
  const [one, other] = costs.map(({ cpuSeconds, documents }: RecordCosts) => cpuSeconds / documents)
  say()
  say(`A document of the large one against one of the small: ${number((other ?? 0) / (one ?? 1), 2)}.`)
}
