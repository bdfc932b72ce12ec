import { DecisionTargets } from '../../exports/describe-decisions.ts'
import { type ExportTerms, isSelected, policiesOf } from '../../exports/export-set.ts'
import type { IncidentRecord } from '../../model/record.ts'

/** What is known of an export before it is written. */
export interface ExportSurvey {
  /** Ids of the incidents that will leave, in order. */
  readonly incidents: readonly string[]
  readonly policies: readonly string[]
  /** Incidents that are asked for, those among them that nobody has reviewed too. */
  readonly asked: number
  /** Captures behind the incidents. */
  readonly captureIds: ReadonlySet<string>
  /** Ids of the decisions on the incidents and their claims. */
  readonly decisionIds: ReadonlySet<string>
}

/** Goes once through the incidents, by whatever policy they are, and keeps nothing of them but what an export has to know. */
export async function surveyExport(
  records: AsyncIterable<IncidentRecord>,
  terms: Pick<ExportTerms, 'withUnreviewed' | 'filter' | 'decisions'>,
): Promise<ExportSurvey> {
  const incidents: string[] = []
  const policies = new Set<string>()
  const captureIds = new Set<string>()
  const targets = new DecisionTargets(terms.decisions)
  let asked = 0
  for await (const record of records) {
    if (isSelected(record, { ...terms, withUnreviewed: true })) asked++
    if (!isSelected(record, terms)) continue
    incidents.push(record.incident.id)
    for (const policy of policiesOf([record])) policies.add(policy)
    for (const { captureId } of record.incident.documents) captureIds.add(captureId)
    targets.add(record)
  }
  const decisionIds = new Set([...targets.found().keys()].map(({ id }) => id))
  return { incidents, policies: [...policies].sort(), asked, captureIds, decisionIds }
}
