import type { Claim } from '../../model/claim.ts'
import type { ClaimAnchor, Decision } from '../../model/decision.ts'
import type { Finding } from '../../model/record.ts'
import { type AnchorIndex, claimOf, incidentOf, type LostAnchor } from './anchors.ts'

/** A correction of a claim that stands on the same words as another would put right what nobody meant. */
export function fitsOneClaim(decision: Decision, index: Pick<AnchorIndex, 'claimsAt'>): boolean {
  return decision.action !== 'correct' || index.claimsAt(decision.claim).length < 2
}

/**
 * What a decision does not hold on to any more after a new reading. Such a decision changes nothing, or only what it still
 * holds on to, and is shown.
 *
 * @param index of the decision's documents
 * @param hasIncident whether there is an incident of that id now
 */
export function checkHold(decision: Decision, index: AnchorIndex, hasIncident: (id: string) => boolean): Finding[] {
  const name = `${decision.action} by ${decision.actor} (${decision.id})`
  const finding = (rule: string, message: string, claims: readonly Claim[] = []): Finding => ({
    rule: `decision/${rule}`,
    message: `${name}: ${message}`,
    claims: claims.map(({ id }) => id),
  })
  const claim = claimOf(decision)
  if (claim !== null) {
    const lost = index.whyLost(claim)
    if (lost !== null) return [finding(lost, explainLost(lost, claim), index.claimsNear(claim))]
    if (fitsOneClaim(decision, index)) return []
    return [finding('ambiguous', 'several claims stand on the same words', index.claimsAt(claim))]
  }
  const incident = incidentOf(decision)
  if (incident !== null) {
    if (hasIncident(incident.id) || index.reportsAt(incident.founding).length > 0) return []
    return [finding('incident-vanished', `there is no ${incident.id} any more, and no report that it was named after`)]
  }
  if (decision.action !== 'merge' && decision.action !== 'split') return []
  const groups = decision.action === 'merge' ? decision.reports : [...decision.parts, decision.rest]
  return groups.flatMap((group, i) => {
    const lost = group.filter((anchor) => index.reportsAt(anchor).length === 0).length
    if (lost === 0) return []
    const whose =
      decision.action === 'merge' ? decision.incidents[i] : i < decision.parts.length ? `part ${i + 1}` : 'the rest'
    return lost === group.length
      ? [finding('incident-vanished', `no report of ${whose} is read any more`)]
      : [finding('report-vanished', `${lost} of the ${group.length} reports of ${whose} are not read any more`)]
  })
}

function explainLost(lost: LostAnchor, { kind, start, end }: ClaimAnchor): string {
  if (lost === 'document-vanished') return 'no document has this text any more; it is read otherwise now, or gone'
  if (lost === 'claim-vanished') return `no ${kind} at ${start} to ${end} any more`
  return `the ${kind} at ${start} to ${end} is read with other words now`
}
