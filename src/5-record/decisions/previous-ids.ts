import type { Decision, ReportAnchor } from '../../model/decision.ts'
import type { ReadDocument, ReportRef } from '../../model/incident.ts'
import { compareText } from '../order-entries.ts'
import { type AnchorIndex, incidentOf, reportKey } from './anchors.ts'
import { findUndone } from './find-active.ts'

/** Reports that tell of one incident now. */
export interface NamedReports {
  readonly id: string
  readonly reports: readonly ReportRef[]
}

/** Ids of incidents that went into an incident, and of those that it came out of. */
export interface FormerIds {
  /** Incidents that it is now: merged into it, or the same one under another id. */
  readonly became: readonly string[]
  /** Incidents that it was split off from. */
  readonly splitFrom: readonly string[]
}

/**
 * The ids that an incident had before, by the decisions alone, so that a workspace that is made again says the same. What
 * came in by a merge and went out by a split is what it was before, and lists nothing.
 *
 * @param active decisions in force, in their order
 */
export function formerIdsOf(
  { id, reports }: NamedReports,
  active: readonly Decision[],
  index: Pick<AnchorIndex, 'reportsAt'>,
): FormerIds {
  const own = new Set(reports.map(reportKey))
  const holds = (anchor: ReportAnchor | undefined): boolean =>
    anchor !== undefined && index.reportsAt(anchor).some((ref) => own.has(reportKey(ref)))
  const became = new Set<string>()
  const splitFrom = new Set<string>()
  /** Ids that incidents had before they were merged. */
  const standing = new Set<string>()
  for (const decision of active) {
    if (decision.action === 'merge') {
      decision.incidents.forEach((former, i) => {
        standing.add(former)
        if (holds(decision.reports[i]?.[0])) became.add(former)
      })
    } else if (decision.action === 'split') {
      const isOurs = [...decision.parts, decision.rest].some((group) => group.some(holds))
      if (isOurs && !standing.has(id)) splitFrom.add(decision.incident)
    } else {
      const anchor = incidentOf(decision)
      if (anchor !== null && holds(anchor.founding)) became.add(anchor.id)
    }
  }
  const listed = (ids: ReadonlySet<string>): string[] => [...ids].filter((one) => one !== id).sort(compareText)
  return { became: listed(became), splitFrom: listed(splitFrom).filter((one) => !became.has(one)) }
}

/** Reports of one incident with when their captures were received. */
export interface NamedDocuments extends NamedReports {
  readonly documents: readonly ReadDocument[]
  /** Id of an incident that is named after a report, by its `reportKey`. */
  readonly idOfReport: (key: string) => string
}

/**
 * The ids that parts of an incident had while a split was in force that is undone now: whoever has one finds the incident.
 *
 * @param decisions those that concern the incident, in order
 */
export function formerPartIds(
  { id, reports, documents, idOfReport }: NamedDocuments,
  decisions: readonly Decision[],
  index: Pick<AnchorIndex, 'reportsAt'>,
): readonly string[] {
  const received = new Map(documents.map(({ captureId, receivedAt }) => [captureId, receivedAt]))
  const own = new Set(reports.map(reportKey))
  const undone = findUndone(decisions)
  const momentOf = ({ captureId }: ReportRef): string => received.get(captureId) ?? ''
  const found = decisions.flatMap((decision) => {
    if (decision.action !== 'split' || !undone.has(decision.id)) return []
    return [...decision.parts, decision.rest].flatMap((group) => {
      const refs = group.flatMap((anchor) => index.reportsAt(anchor)).filter((ref) => own.has(reportKey(ref)))
      const [first] = refs.sort(
        (a, b) => compareText(momentOf(a), momentOf(b)) || compareText(reportKey(a), reportKey(b)),
      )
      return first === undefined ? [] : idOfReport(reportKey(first))
    })
  })
  return [...new Set(found)].filter((one) => one !== id)
}
