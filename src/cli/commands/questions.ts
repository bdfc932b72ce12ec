import type { IncidentRecord } from '../../model/record.ts'
import type { IncidentQuestion, IncidentStore } from '../../ports/incident-store.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { QuestionListOptions } from '../program/add-record-commands.ts'
import { showQuestions } from '../terminal/show-questions.ts'
import { listPages } from './list-pages.ts'
import { openRecord } from './open-record.ts'
import { printList, tellCount } from './print-list.ts'

/** A question with the records of its two incidents. */
export interface AskedQuestion {
  readonly question: IncidentQuestion
  readonly records: readonly IncidentRecord[]
}

/** `cairn questions`: pairs of incidents that a person should look at. */
export async function runQuestions(options: QuestionListOptions): Promise<ExitCode> {
  const record = await openRecord(options)
  try {
    const { incidents } = record
    const asked = withRecords(
      incidents,
      listPages((page) => incidents.questions(page), options.limit),
    )
    const count = await printList(asked, options, { toJson: ({ question }) => question, show: showQuestions })
    return tellCount(count, options, 'no question is open.')
  } finally {
    await record.close()
  }
}

async function* withRecords(
  incidents: IncidentStore,
  questions: AsyncIterable<IncidentQuestion>,
): AsyncGenerator<AskedQuestion> {
  for await (const question of questions) {
    const records = await Promise.all(question.incidents.map((id) => incidents.incident(id)))
    yield { question, records: records.filter((one) => one !== null) }
  }
}
