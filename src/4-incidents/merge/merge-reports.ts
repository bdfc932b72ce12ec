import type { ReportRef } from '../../model/incident.ts'
import { type MergeQuestion, placeAll } from './place-reports.ts'
import type { LinkDecision } from '../../model/decision.ts'
import type { ReportProfile } from './report-profile.ts'

/** Reports of one moment in place and time. */
export interface MergedIncident {
  /** Derived from the founding report: the earliest by capture time, then by key. */
  readonly id: string
  /** The founding report first, the others in the order of capture. */
  readonly reports: readonly ReportRef[]
  /** How many documents tell of it. */
  readonly documents: number
  /** How many claims their reports hold. */
  readonly claims: number
}

export interface MergedReports {
  /** The most reported first: by documents, then by claims, then by id. */
  readonly incidents: readonly MergedIncident[]
  readonly questions: readonly MergeQuestion[]
  /** Together-decisions that contradict others and do not hold. */
  readonly refused: readonly LinkDecision[]
}

/**
 * Merges a whole set of incident reports into incidents: what placing them one by one in the order of capture comes to
 * (`placeReports`). The result depends on the set and not on the order in which it is given.
 */
export function mergeReports(
  profiles: readonly ReportProfile[],
  decisions: readonly LinkDecision[] = [],
): MergedReports {
  const sorted = [...new Map(profiles.map((profile) => [profile.key, profile])).values()].sort((a, b) =>
    a.receivedAt !== b.receivedAt ? (a.receivedAt < b.receivedAt ? -1 : 1) : a.key < b.key ? -1 : 1,
  )
  const { placed, questions, refused } = placeAll(sorted, decisions)
  const incidentOf = new Map(placed.map(({ key, incident }) => [key, incident]))
  const byIncident = new Map<string, ReportProfile[]>()
  for (const profile of sorted) {
    const id = incidentOf.get(profile.key) ?? ''
    const own = byIncident.get(id)
    if (own === undefined) byIncident.set(id, [profile])
    else own.push(profile)
  }
  const incidents = [...byIncident].map(([id, own]) => ({
    id,
    reports: own.flatMap(({ refs }) => refs),
    documents: new Set(own.map(({ ref }) => ref.captureId)).size,
    claims: own.reduce((sum, { claims }) => sum + claims, 0),
  }))
  return {
    incidents: incidents.sort((a, b) => b.documents - a.documents || b.claims - a.claims || (a.id < b.id ? -1 : 1)),
    questions,
    refused,
  }
}
