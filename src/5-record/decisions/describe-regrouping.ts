import type { Decision, ReportAnchor } from '../../model/decision.ts'
import type { RecordChange } from '../../model/incident.ts'
import { findActive } from './find-active.ts'

interface RegroupedIncident {
  readonly holds: (anchor: ReportAnchor) => boolean
  /** Whether an anchor leads to the report that the incident is named after. */
  readonly isFounding: (anchor: ReportAnchor) => boolean
}

/** How many reports told of an incident before and after a merge or split, of those that the decision names. */
interface Regrouping {
  readonly before: number
  readonly after: number
}

/**
 * The changes that merges and splits made to an incident, and those that their undoings made: how many reports told of it, of
 * those that the decision names. What was undone did happen, and stays in the history.
 *
 * @param decisions those that concern the incident, undone ones and undoings too, in order
 */
export function describeRegrouping(decisions: readonly Decision[], incident: RegroupedIncident): RecordChange[] {
  const regroupings = new Map<string, Regrouping>()
  const taken: Decision[] = []
  const changes: RecordChange[] = []
  for (const decision of decisions) {
    const { at, id: cause, actor: by, reason } = decision
    const note = (before: number, after: number): void =>
      void changes.push({ at, field: 'reports', before: String(before), after: String(after), cause, by, reason })
    if (decision.action === 'undo') {
      const before = new Set(findActive(taken))
      const after = new Set(findActive([...taken, decision]))
      for (const one of taken) {
        const regrouping = regroupings.get(one.id)
        if (regrouping === undefined || before.has(one) === after.has(one)) continue
        if (after.has(one)) note(regrouping.before, regrouping.after)
        else note(regrouping.after, regrouping.before)
      }
    }
    const regrouping = regroup(decision, incident)
    if (regrouping !== null) {
      regroupings.set(cause, regrouping)
      note(regrouping.before, regrouping.after)
    }
    taken.push(decision)
  }
  return changes
}

/** What a decision did to the incident; null for what is no merge or split of it. */
function regroup(decision: Decision, { holds, isFounding }: RegroupedIncident): Regrouping | null {
  if (decision.action !== 'merge' && decision.action !== 'split') return null
  const groups = decision.action === 'merge' ? decision.reports : [...decision.parts, decision.rest]
  const own = groups.find((group) => group.some(isFounding)) ?? groups.find((group) => group.some(holds))
  if (own === undefined) return null
  const all = groups.reduce((sum, { length }) => sum + length, 0)
  return decision.action === 'merge' ? { before: own.length, after: all } : { before: all, after: own.length }
}
