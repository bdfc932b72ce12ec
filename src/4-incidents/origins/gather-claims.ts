import type { Claim } from '../../model/claim.ts'
import type { ClaimRef, ReadDocument, ReportRef } from '../../model/incident.ts'
import type { MatterSetting } from './find-party.ts'
import { comparePublished } from './group-texts.ts'

/** What is one matter: usually an incident with the claims of its reports. */
export interface Matter {
  /** Id of the incident; ids of origins follow from it. */
  readonly id: string
  /** Documents that hold its claims; others are passed over. */
  readonly documents: readonly ReadDocument[]
  readonly claims: readonly ClaimRef[]
}

/** A claim of a matter with the document it stands in. */
export interface MatterClaim {
  readonly claim: Claim
  readonly document: ReadDocument
}

/** The claims of the matter once each, by publication, capture and place in the text. */
export function gatherClaims({ documents, claims }: Matter): MatterClaim[] {
  const wanted = new Set(claims.map(({ captureId, claimId }) => `${captureId} ${claimId}`))
  const unique = new Map(documents.map((document) => [document.captureId, document]))
  return [...unique.values()].sort(comparePublished).flatMap((document) =>
    document.reading.claims
      .filter(({ id }) => wanted.has(`${document.captureId} ${id}`))
      .sort(comparePlaces)
      .map((claim) => ({ claim, document })),
  )
}

function comparePlaces(a: Claim, b: Claim): number {
  return a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end || (a.id < b.id ? -1 : 1)
}

/** Countries and the earliest day of the claims: where and when the matter took place. */
export function settingOf(claims: readonly MatterClaim[]): MatterSetting {
  const countries = new Set(claims.flatMap(({ claim }) => claim.place?.country ?? []))
  const days = claims.flatMap(
    ({ claim, document }) => claim.when?.start ?? document.reading.document.publishedAt?.slice(0, 10) ?? [],
  )
  return { countries: [...countries].sort(), date: days.sort()[0] ?? null }
}

/**
 * The claims of an incident: those of its reports, and the statements of documents that tell of nothing else.
 *
 * @param documents those that hold the reports
 */
export function claimsOfReports(documents: readonly ReadDocument[], reports: readonly ReportRef[]): ClaimRef[] {
  const told = new Set(reports.map(({ captureId, reportId }) => `${captureId} ${reportId}`))
  return documents.flatMap(({ captureId, reading }) => {
    const isWhole = reading.incidents.every(({ id }) => told.has(`${captureId} ${id}`))
    return reading.claims
      .filter(({ incident, kind }) =>
        incident === null ? kind === 'statement' && isWhole : told.has(`${captureId} ${incident}`),
      )
      .map(({ id }) => ({ captureId, claimId: id }))
  })
}
