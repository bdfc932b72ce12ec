import type { Decision, ReportAnchor } from '../../model/decision.ts'
import type { RecordChange } from '../../model/incident.ts'

interface RegroupedIncident {
  readonly id: string
  readonly holds: (anchor: ReportAnchor) => boolean
}

/**
 * The changes that merges and splits made to an incident: how many reports tell of it, by the decision.
 *
 * @param active decisions in force that concern the incident
 */
export function describeRegrouping(active: readonly Decision[], { id, holds }: RegroupedIncident): RecordChange[] {
  return active.flatMap((decision): RecordChange[] => {
    const { at, id: cause, actor: by, reason } = decision
    const change = (before: number, after: number): RecordChange[] => [
      { at, field: 'reports', before: String(before), after: String(after), cause, by, reason },
    ]
    if (decision.action === 'merge') {
      const held = decision.incidents.flatMap((former, i) => {
        const reports = decision.reports[i] ?? []
        return reports.some(holds) ? [{ former, count: reports.length }] : []
      })
      const before = held.find(({ former }) => former === id) ?? held[0]
      const after = held.reduce((sum, { count }) => sum + count, 0)
      return before === undefined || held.length < 2 ? [] : change(before.count, after)
    }
    if (decision.action !== 'split') return []
    const groups = [...decision.parts, decision.rest]
    const held = groups.filter((group) => group.some(holds)).reduce((sum, { length }) => sum + length, 0)
    const all = groups.reduce((sum, { length }) => sum + length, 0)
    return held === 0 || held === all ? [] : change(all, held)
  })
}
