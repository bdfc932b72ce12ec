import type { Decision, IncidentAnchor } from '../../model/decision.ts'
import type { Grade, IncidentStatus } from '../../model/incident.ts'
import { incidentOf } from './anchors.ts'

/** What people set on one incident: the last decision of each kind. */
export interface IncidentSettings {
  readonly grade: { readonly value: Grade; readonly decision: Decision } | null
  readonly status: { readonly value: IncidentStatus; readonly decision: Decision } | null
  readonly notes: readonly { readonly text: string; readonly decision: Decision }[]
}

/**
 * @param isOurs whether an incident that was decided about is the one in hand
 * @param active decisions in force, in their order
 */
export function readSettings(
  isOurs: (incident: IncidentAnchor) => boolean,
  active: readonly Decision[],
): IncidentSettings {
  let grade: IncidentSettings['grade'] = null
  let status: IncidentSettings['status'] = null
  const notes: { readonly text: string; readonly decision: Decision }[] = []
  for (const decision of active) {
    const incident = incidentOf(decision)
    if (incident === null || !isOurs(incident)) continue
    if (decision.action === 'set-grade') grade = { value: decision.grade, decision }
    if (decision.action === 'set-status') status = { value: decision.status, decision }
    if (decision.action === 'note') notes.push({ text: decision.text, decision })
  }
  return { grade, status, notes }
}
