import { readDocument, type ReadOptions } from './2-document/read-document.ts'
import { findClaims, PRODUCER } from './3-claims/find-claims.ts'
import { findCitations } from './4-incidents/lineage/find-citations.ts'
import { findLineage } from './4-incidents/lineage/find-lineage.ts'
import { describeReports } from './4-incidents/merge/describe-reports.ts'
import { mergeReports } from './4-incidents/merge/merge-reports.ts'
import { MERGE_VERSION, placeReports } from './4-incidents/merge/place-reports.ts'
import type { WeighedProfiles } from './4-incidents/merge/report-table.ts'
import { findOrigins } from './4-incidents/origins/find-origins.ts'
import { findPartyOfName } from './4-incidents/origins/find-party.ts'
import { claimsOfReports } from './4-incidents/origins/gather-claims.ts'
import { buildCumulative } from './5-record/build-cumulative.ts'
import { buildIncident } from './5-record/build-incident.ts'
import { prepareTotals } from './5-record/prepare-claims.ts'
import type { Claim } from './model/claim.ts'
import type { Capture } from './model/capture.ts'
import type { Unreadable } from './model/document.ts'
import type { Gazetteer } from './model/gazetteer.ts'
import type { Policy, ReadDocument, ReportRef } from './model/incident.ts'
import type { Reading } from './model/reading.ts'
import type { CumulativeSeries, IncidentRecord } from './model/record.ts'

export { describeReports, MERGE_VERSION, placeReports, PRODUCER }
export type { ReadOptions, WeighedProfiles }

/** From received bytes to attributed claims: the only place that joins the stages. */
export function readCapture(capture: Capture, gazetteer: Gazetteer, options: ReadOptions = {}): Reading | Unreadable {
  const document = readDocument(capture, options)
  return 'reason' in document ? document : findClaims(document, gazetteer)
}

/** What the record of one incident is made of. */
export interface IncidentSources {
  readonly id: string
  readonly previousIds: readonly string[]
  readonly reports: readonly ReportRef[]
  /** The documents of its reports, in any order. */
  readonly documents: readonly ReadDocument[]
}

/**
 * From readings to the record of their incidents: which reports tell of one moment, which texts are copies, what is claimed of
 * it, by whom, and how that changed. The order of the documents does not matter.
 */
export function recordIncidents(documents: readonly ReadDocument[], policy: Policy): IncidentRecord[] {
  const profiles = documents.flatMap((document) => describeReports(document))
  const { incidents } = mergeReports(profiles)
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  return incidents.map((incident) => {
    const told = new Set(incident.reports.map(({ captureId }) => captureId))
    const own = [...told].flatMap((captureId) => byCapture.get(captureId) ?? [])
    return recordIncident({ ...incident, previousIds: [], documents: own }, policy)
  })
}

/** The record of one incident: whose texts are copies, who says what, from which origins, what stands and what changed. */
export function recordIncident(sources: IncidentSources, policy: Policy): IncidentRecord {
  const { id, reports, documents } = sources
  const lineage = findLineage(documents)
  const links = [...lineage.links, ...findCitations(documents, lineage)]
  const matter = { id, documents, claims: claimsOfReports(documents, reports) }
  const { origins, claims: identities, setting } = findOrigins(matter, lineage)
  const partyOf = (name: string): string | null => findPartyOfName(name, setting)
  return buildIncident(
    { ...sources, lineage: links, identities, origins, decisions: [], partyOf, reliabilityOf: () => null },
    policy,
  )
}

/** From readings to the totals over time that they claim, over a siege or a war, in series of their own (codebook, "Figures"). */
export function recordTotals(documents: readonly ReadDocument[]): CumulativeSeries[] {
  const telling = documents.filter(({ reading }) => reading.claims.some(isTotal))
  const lineage = findLineage(telling)
  const claims = telling.flatMap(({ captureId, reading }) =>
    reading.claims.filter(isTotal).map(({ id }) => ({ captureId, claimId: id })),
  )
  const { claims: identities } = findOrigins({ id: 'totals', documents: telling, claims }, lineage)
  const sources = { documents: telling, identities, lineage: lineage.links, reliabilityOf: () => null }
  return buildCumulative(prepareTotals(sources))
}

function isTotal({ figure }: Claim): boolean {
  return figure?.scope === 'cumulative'
}
