import { readDocument, type ReadOptions } from './2-document/read-document.ts'
import { findClaims, PRODUCER } from './3-claims/find-claims.ts'
import { findCitations } from './4-incidents/lineage/find-citations.ts'
import { findLineage } from './4-incidents/lineage/find-lineage.ts'
import { describeReports } from './4-incidents/merge/describe-reports.ts'
import { incidentIdOf } from './4-incidents/merge/incident-id.ts'
import { mergeReports } from './4-incidents/merge/merge-reports.ts'
import { MERGE_VERSION, placeReports } from './4-incidents/merge/place-reports.ts'
import { WeighedProfiles } from './4-incidents/merge/weighed-profiles.ts'
import { buildRegistry, type ClaimantRegistry, REVIEWED } from './4-incidents/origins/claimant-registry.ts'
import { findOrigins } from './4-incidents/origins/find-origins.ts'
import { findPartyOfName } from './4-incidents/origins/find-party.ts'
import { foldClaimant } from './4-incidents/origins/fold-claimant.ts'
import { claimsOfReports } from './4-incidents/origins/gather-claims.ts'
import { buildCumulative } from './5-record/build-cumulative.ts'
import { buildIncident } from './5-record/build-incident.ts'
import { type AnchorIndex, anchorClaim, anchorReport, indexAnchors } from './5-record/decisions/anchors.ts'
import { checkCorrection } from './5-record/decisions/check-correction.ts'
import { compareRecords, type ValueChange } from './5-record/decisions/compare-records.ts'
import { decideClaims } from './5-record/decisions/decide-claims.ts'
import { findActive, findUndone } from './5-record/decisions/find-active.ts'
import { linkReports, type ReportLinks } from './5-record/decisions/link-reports.ts'
import { reviewDecisions, type ReviewedDecision } from './5-record/decisions/review-decisions.ts'
import {
  type DecisionLookup,
  lookUpDecisions,
  spreadDecisions,
  textsOf,
} from './5-record/decisions/select-decisions.ts'
import { prepareTotals } from './5-record/prepare-claims.ts'
import type { Claim } from './model/claim.ts'
import type { Capture } from './model/capture.ts'
import type { Decision } from './model/decision.ts'
import type { Unreadable } from './model/document.ts'
import type { Gazetteer } from './model/gazetteer.ts'
import type { Policy, ReadDocument, ReportRef } from './model/incident.ts'
import type { Reading } from './model/reading.ts'
import type { CumulativeSeries, IncidentRecord, Reliability } from './model/record.ts'
import type { OwnRegistry } from './model/registry.ts'

export {
  anchorClaim,
  anchorReport,
  checkCorrection,
  compareRecords,
  describeReports,
  findActive,
  findUndone,
  MERGE_VERSION,
  placeReports,
  PRODUCER,
  reviewDecisions,
  spreadDecisions,
  textsOf,
  WeighedProfiles,
}
export type { ReadOptions, ReviewedDecision, ValueChange }

/** From received bytes to attributed claims: the only place that joins the stages. */
export function readCapture(capture: Capture, gazetteer: Gazetteer, options: ReadOptions = {}): Reading | Unreadable {
  const document = readDocument(capture, options)
  return 'reason' in document ? document : findClaims(document, gazetteer)
}

/** By which rule one number is chosen, and what people decided. */
export interface RecordOptions {
  readonly policy: Policy
  /** In any order, undone ones and their undoings too. */
  readonly decisions: readonly Decision[]
  /** What the project knows of claimants and outlets; the reviewed registry alone when left out. */
  readonly registry?: PreparedRegistry | undefined
}

/** The registry of claimants with a project's own entries, and the reliability of its outlets. */
export interface PreparedRegistry {
  readonly claimants: ClaimantRegistry
  readonly reliabilityOf: (outlet: string) => Reliability | null
}

export function prepareRegistry({ claimants, outlets }: OwnRegistry): PreparedRegistry {
  const letters = new Map(
    outlets.flatMap(({ name, aliases, reliability }) =>
      [name, ...aliases].map((one) => [foldClaimant(one), reliability] as const),
    ),
  )
  return {
    claimants: claimants.length === 0 ? REVIEWED : buildRegistry(claimants),
    reliabilityOf: (outlet) => letters.get(foldClaimant(outlet)) ?? null,
  }
}

const REVIEWED_ONLY: PreparedRegistry = { claimants: REVIEWED, reliabilityOf: () => null }

/** What people decided, ready for merging (`links`, `separate`) and for the record of each incident (`about`). */
export type PreparedDecisions = ReportLinks & DecisionLookup & { readonly anchors: AnchorIndex }

/** @param documents (at least) those whose texts the decisions name */
export function prepareDecisions(
  decisions: readonly Decision[],
  documents: readonly ReadDocument[],
): PreparedDecisions {
  const anchors = indexAnchors(decisions.length === 0 ? [] : documents)
  return { anchors, ...linkReports(findActive(decisions), anchors), ...lookUpDecisions(decisions, anchors) }
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
 * it, by whom, what people decided, and how all that changed. The order of the documents does not matter.
 */
export function recordIncidents(
  documents: readonly ReadDocument[],
  { policy, decisions, registry }: RecordOptions,
): IncidentRecord[] {
  const decided = prepareDecisions(decisions, documents)
  const profiles = documents.flatMap((document) => describeReports(document, decided.separate))
  const { incidents } = mergeReports(profiles, decided.links)
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  return incidents.map((incident) => {
    const told = new Set(incident.reports.map(({ captureId }) => captureId))
    const own = [...told].flatMap((captureId) => byCapture.get(captureId) ?? [])
    return recordIncident({ ...incident, previousIds: [], documents: own }, decided, { policy, registry })
  })
}

/** The record of one incident: whose texts are copies, who says what, from which origins, what stands and what changed. */
export function recordIncident(
  sources: IncidentSources,
  { anchors, about }: Pick<PreparedDecisions, 'anchors' | 'about'>,
  { policy, registry = REVIEWED_ONLY }: Pick<RecordOptions, 'policy' | 'registry'>,
): IncidentRecord {
  const { id, reports, documents } = sources
  const lineage = findLineage(documents)
  const links = [...lineage.links, ...findCitations(documents, lineage)]
  const matter = { id, documents, claims: claimsOfReports(documents, reports) }
  const { origins, claims: identities, setting } = findOrigins(matter, lineage, registry.claimants)
  const partyOf = (name: string): string | null => findPartyOfName(name, setting)
  const texts = documents.map(({ reading }) => reading.document.id)
  const told = { ...sources, lineage: links, identities, origins, partyOf, reliabilityOf: registry.reliabilityOf }
  return buildIncident({ ...told, idOfReport: incidentIdOf, anchors, decisions: about(sources, texts) }, policy)
}

/** From readings to the totals over time that they claim, over a siege or a war, in series of their own (codebook, "Figures"). */
export function recordTotals(documents: readonly ReadDocument[], decisions: readonly Decision[]): CumulativeSeries[] {
  const telling = documents.filter(({ reading }) => reading.claims.some(isTotal))
  const lineage = findLineage(telling)
  const claims = telling.flatMap(({ captureId, reading }) =>
    reading.claims.filter(isTotal).map(({ id }) => ({ captureId, claimId: id })),
  )
  const { claims: identities } = findOrigins({ id: 'totals', documents: telling, claims }, lineage)
  const sources = { documents: telling, identities, lineage: lineage.links, reliabilityOf: () => null }
  const texts = telling.map(({ reading: { document } }) => document)
  return buildCumulative(decideClaims(prepareTotals(sources), decisions, texts))
}

function isTotal({ figure }: Claim): boolean {
  return figure?.scope === 'cumulative'
}
