import { hash } from 'node:crypto'

import type { Claim } from '../../model/claim.ts'
import type { ClaimAnchor, Decision, IncidentAnchor, ReportAnchor } from '../../model/decision.ts'
import type { ReadDocument, ReportRef } from '../../model/incident.ts'

/** The anchor of a claim: where its words stand, and their digest. */
export function anchorClaim(documentId: string, { evidence, kind }: Pick<Claim, 'evidence' | 'kind'>): ClaimAnchor {
  const { start, end, exact } = evidence
  return { documentId, start, end, kind, quoteSha256: hash('sha256', exact) }
}

/** The same for all claims on the same words, whatever the words are. */
export function anchorKey({ documentId, start, end, kind }: Omit<ClaimAnchor, 'quoteSha256'>): string {
  return `${documentId} ${start} ${end} ${kind}`
}

/** The same for one report of one capture. */
export function reportKey({ captureId, reportId }: ReportRef): string {
  return `${captureId} ${reportId}`
}

/** Why an anchor leads to no claim. */
export type LostAnchor = 'document-vanished' | 'claim-vanished' | 'words-differ'

/** Where anchors lead in the readings of now. */
export interface AnchorIndex {
  /** Claims on the words of an anchor, of one document's text once each, in reading order; none when it leads nowhere. */
  claimsAt(anchor: ClaimAnchor): readonly Claim[]
  /** Claims of the anchor's kind whose words overlap with the anchor's. */
  claimsNear(anchor: ClaimAnchor): readonly Claim[]
  /** Why `claimsAt` finds none; null when it finds some. */
  whyLost(anchor: ClaimAnchor): LostAnchor | null
  /** Reports that hold the anchor's claim, in every capture of its text. */
  reportsAt(anchor: ReportAnchor): readonly ReportRef[]
}

interface TextReadings {
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly documents: readonly ReadDocument[]
}

/**
 * An index of the documents that decisions are about.
 *
 * @param documents in any order; those that no decision names may be among them or be left out
 */
export function indexAnchors(documents: readonly ReadDocument[]): AnchorIndex {
  const byText = new Map<string, ReadDocument[]>()
  for (const document of [...documents].sort((a, b) => (a.captureId < b.captureId ? -1 : 1))) {
    const { id } = document.reading.document
    const known = byText.get(id)
    if (known === undefined) byText.set(id, [document])
    else known.push(document)
  }
  const texts = new Map<string, TextReadings>()
  const textOf = (id: string): TextReadings | null => {
    const known = texts.get(id)
    const own = byText.get(id)
    if (known !== undefined || own === undefined) return known ?? null
    const made = { documents: own, claims: claimsByKey(own) }
    texts.set(id, made)
    return made
  }
  const claimsAt = (anchor: ClaimAnchor): readonly Claim[] =>
    (textOf(anchor.documentId)?.claims.get(anchorKey(anchor)) ?? []).filter(
      ({ evidence }) => hash('sha256', evidence.exact) === anchor.quoteSha256,
    )
  const claimsNear = ({ documentId, start, end, kind }: ClaimAnchor): readonly Claim[] =>
    [...(textOf(documentId)?.claims.values() ?? [])]
      .flat()
      .filter((claim) => claim.kind === kind && claim.evidence.start < end && start < claim.evidence.end)
  return {
    claimsAt,
    claimsNear,
    whyLost(anchor) {
      if (claimsAt(anchor).length > 0) return null
      if (!byText.has(anchor.documentId)) return 'document-vanished'
      return claimsNear(anchor).length > 0 ? 'words-differ' : 'claim-vanished'
    },
    reportsAt(anchor) {
      const ids = new Set(claimsAt(anchor).map(({ id }) => id))
      if (ids.size === 0) return []
      return (textOf(anchor.documentId)?.documents ?? []).flatMap(({ captureId, reading }) => {
        const held = reading.claims.flatMap(({ id, incident }) => (ids.has(id) && incident !== null ? [incident] : []))
        return [...new Set(held)].map((reportId) => ({ captureId, reportId }))
      })
    },
  }
}

/** Claims of one text by `anchorKey`; several captures of it hold the same claims. */
function claimsByKey(documents: readonly ReadDocument[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>()
  const known = new Set<string>()
  for (const { reading } of documents)
    for (const claim of reading.claims) {
      if (known.has(claim.id)) continue
      known.add(claim.id)
      const { start, end } = claim.evidence
      const key = anchorKey({ documentId: reading.document.id, start, end, kind: claim.kind })
      const claims = found.get(key)
      if (claims === undefined) found.set(key, [claim])
      else claims.push(claim)
    }
  return found
}

/**
 * The anchor of a report: its first claim whose words lead to this report alone, else its first claim; null when the
 * document has no such report or it holds no claim.
 */
export function anchorReport({ reading }: ReadDocument, reportId: string): ReportAnchor | null {
  const { claims, document } = reading
  const keyOf = ({ evidence: { start, end }, kind }: Claim): string => `${start} ${end} ${kind}`
  const own = claims.filter(({ incident }) => incident === reportId)
  const others = new Set(claims.flatMap((claim) => (claim.incident === reportId ? [] : [keyOf(claim)])))
  const chosen = own.find((claim) => !others.has(keyOf(claim))) ?? own[0]
  return chosen === undefined ? null : anchorClaim(document.id, chosen)
}

/** Every anchor that a decision holds on to. */
export function anchorsOf(decision: Decision): readonly ClaimAnchor[] {
  switch (decision.action) {
    case 'accept':
    case 'reject':
    case 'redact':
    case 'correct':
      return [decision.claim]
    case 'merge':
      return decision.reports.flat()
    case 'split':
      return [...decision.parts.flat(), ...decision.rest]
    case 'set-grade':
    case 'set-status':
      return [decision.incident.founding]
    case 'note':
      return [isIncidentAnchor(decision.target) ? decision.target.founding : decision.target]
    case 'undo':
      return []
  }
}

export function isIncidentAnchor(target: ClaimAnchor | IncidentAnchor): target is IncidentAnchor {
  return 'founding' in target
}

/** The claim that a decision is about; null for one about incidents or decisions. */
export function claimOf(decision: Decision): ClaimAnchor | null {
  if ('claim' in decision) return decision.claim
  return decision.action === 'note' && !isIncidentAnchor(decision.target) ? decision.target : null
}

/** The incident whose standing a decision sets or notes on; null for all others. */
export function incidentOf(decision: Decision): IncidentAnchor | null {
  if (decision.action === 'set-grade' || decision.action === 'set-status') return decision.incident
  return decision.action === 'note' && isIncidentAnchor(decision.target) ? decision.target : null
}
