import type { Claim } from '../model/claim.ts'
import type { LineageLink, ReadDocument, ReportRef } from '../model/incident.ts'
import type { RecordClaim, Reliability } from '../model/record.ts'
import { isEarlierCount } from './find-earlier-count.ts'

/** Who says a claim, known across documents. */
export interface ClaimIdentity {
  readonly captureId: string
  readonly claimId: string
  /** By the registry's name; an outlet by its own. */
  readonly claimant: string
  readonly party: string | null
  readonly origin: string
}

/** What an incident is made of, as the earlier stages leave it. */
export interface IncidentSources {
  readonly reports: readonly ReportRef[]
  /** The documents of those reports. Others may be among them. */
  readonly documents: readonly ReadDocument[]
  readonly identities: readonly ClaimIdentity[]
  readonly lineage: readonly LineageLink[]
  /** Admiralty letter of an outlet, or null where nobody has given it one. */
  readonly reliabilityOf: (outlet: string) => Reliability | null
}

/**
 * Every claim of the incident's reports, with who says it and when.
 *
 * A statement belongs to no report by itself; it is taken along when every report of its document tells of this incident.
 */
export function prepareClaims(sources: IncidentSources): RecordClaim[] {
  const told = new Map<string, Set<string>>()
  for (const { captureId, reportId } of sources.reports) {
    const known = told.get(captureId)
    if (known === undefined) told.set(captureId, new Set([reportId]))
    else known.add(reportId)
  }
  const identities = new Map(sources.identities.map((one) => [`${one.captureId} ${one.claimId}`, one]))
  const copies = copySources(sources.lineage)
  const found: RecordClaim[] = []
  for (const document of sources.documents) {
    const reports = told.get(document.captureId)
    if (reports === undefined) continue
    const { claims, incidents } = document.reading
    const isWhole = incidents.every(({ id }) => reports.has(id))
    for (const claim of claims) {
      const isOurs = claim.incident === null ? claim.kind === 'statement' && isWhole : reports.has(claim.incident)
      if (!isOurs) continue
      const identity = identities.get(`${document.captureId} ${claim.id}`) ?? null
      found.push(
        prepareClaim(claim, document, identity, {
          copyOf: copies.get(document.captureId) ?? null,
          reliabilityOf: sources.reliabilityOf,
        }),
      )
    }
  }
  return found
}

/** Every total over time that the documents claim, in whichever report or none, with who says it and when. */
export function prepareTotals(sources: Omit<IncidentSources, 'reports'>): RecordClaim[] {
  const identities = new Map(sources.identities.map((one) => [`${one.captureId} ${one.claimId}`, one]))
  const copies = copySources(sources.lineage)
  const { reliabilityOf } = sources
  return sources.documents.flatMap((document) =>
    document.reading.claims
      .filter(({ figure }) => figure?.scope === 'cumulative')
      .map((claim) =>
        prepareClaim(claim, document, identities.get(`${document.captureId} ${claim.id}`) ?? null, {
          copyOf: copies.get(document.captureId) ?? null,
          reliabilityOf,
        }),
      ),
  )
}

interface Surroundings {
  readonly copyOf: string | null
  readonly reliabilityOf: IncidentSources['reliabilityOf']
}

/** @param identity null when no origin was computed: the claimant goes by the name as written, an outlet by its own */
function prepareClaim(
  claim: Claim,
  { captureId, receivedAt, reading }: ReadDocument,
  identity: ClaimIdentity | null,
  { copyOf, reliabilityOf }: Surroundings,
): RecordClaim {
  const { document } = reading
  const { claimant } = claim.attribution
  const { start } = claim.evidence
  const line = document.lines.find((one) => one.start <= start && start < one.end)
  const ownName = claimant.kind === 'outlet' ? (document.outlet ?? captureId) : claimant.name
  return {
    claim,
    documentId: document.id,
    captureId,
    receivedAt,
    saidAt: line?.postedAt ?? document.publishedAt,
    claimant: identity?.claimant ?? ownName,
    party: identity?.party ?? null,
    origin: identity?.origin ?? null,
    copyOf,
    reliability: document.outlet === null ? null : reliabilityOf(document.outlet),
    isHeadline: line?.role === 'headline' || line?.role === 'heading',
    isEarlier: claim.figure !== null && isEarlierCount(document.text, claim.evidence),
  }
}

/** The document that each copy was made from: of several the first named, which shares most with it. */
export function copySources(lineage: readonly LineageLink[]): ReadonlyMap<string, string> {
  const copies = new Map<string, string>()
  for (const { captureId, from, kind } of lineage)
    if ((kind === 'exact' || kind === 'copy') && !copies.has(captureId)) copies.set(captureId, from)
  return copies
}
