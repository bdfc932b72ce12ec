import type { Decision, IncidentAnchor } from '../../model/decision.ts'
import type { Finding, Position, RecordClaim, TakenDecision } from '../../model/record.ts'
import type { RecordSources } from '../build-incident.ts'
import { compareText } from '../order-entries.ts'
import { type AnchorIndex, anchorsOf, claimOf, incidentOf, reportKey } from './anchors.ts'
import { onSameWords } from './apply-to-claims.ts'
import { checkHold, fitsOneClaim } from './check-hold.ts'
import { findActive, orderDecisions } from './find-active.ts'
import { orderReports } from '../order-reports.ts'
import { formerIdsOf, formerPartIds } from './previous-ids.ts'
import { findHidden, type HiddenByText, redactClaims } from './redact-claims.ts'

/** What people decided about one incident, ready for building its record. */
export interface DecidedIncident {
  readonly id: string
  readonly previousIds: readonly string[]
  /** Its claims, redacted words hidden; rejections and corrections are applied as the record is folded. */
  readonly entries: readonly RecordClaim[]
  /** Decisions that change its record, with their undoings. */
  readonly decisions: readonly Decision[]
  readonly listed: readonly TakenDecision[]
  readonly findings: readonly Finding[]
  /** Whether an incident that was decided about is this one. */
  readonly isOurs: (incident: IncidentAnchor) => boolean
  /** Reports of the incident that an anchor leads to. */
  readonly holds: (anchor: IncidentAnchor['founding']) => boolean
  /** Whether an anchor leads to the report that the incident is named after. */
  readonly isFounding: (anchor: IncidentAnchor['founding']) => boolean
  /** The claims with the words that redactions hide: only for reading them by rules. */
  readonly showWords: (entries: readonly RecordClaim[]) => readonly RecordClaim[]
  /** What is hidden of the texts of its documents. */
  readonly hidden: HiddenByText
  readonly hideQuotes: (positions: readonly Position[]) => readonly Position[]
}

/** @param read the incident's claims as they were read */
export function decideIncident(sources: RecordSources, read: readonly RecordClaim[]): DecidedIncident {
  const index = sources.anchors
  const own = new Set(sources.reports.map(reportKey))
  const holds = (anchor: IncidentAnchor['founding']): boolean =>
    index.reportsAt(anchor).some((ref) => own.has(reportKey(ref)))
  const all = orderDecisions(sources.decisions)
  const inForce = findActive(all)
  const { became, splitFrom } = formerIdsOf(sources, inForce, index)
  const parts = formerPartIds(sources, all, index)
  const [first] = orderReports(sources)
  const isFounding = (anchor: IncidentAnchor['founding']): boolean =>
    first !== undefined && index.reportsAt(anchor).some((ref) => reportKey(ref) === reportKey(first))
  const ids = new Set([sources.id, ...became, ...sources.previousIds])
  const isOurs = ({ id, founding }: IncidentAnchor): boolean => ids.has(id) || holds(founding)
  const decisions = selectOurs(onSameWords(read, all), isOurs, holds)
  const active = findActive(decisions)
  const texts = sources.documents.map(({ reading: { document } }) => document)
  const hidden = findHidden(inForce, texts)
  const entries = redactClaims(read, hidden)
  const hasIncident = (id: string): boolean => ids.has(id)
  return {
    id: sources.id,
    previousIds: [...new Set([...sources.previousIds, ...became, ...splitFrom, ...parts])]
      .filter((id) => id !== sources.id)
      .sort(compareText),
    entries,
    decisions: decisions.filter((decision) => fitsOneClaim(decision, index)),
    listed: listDecisions(decisions, active, index),
    findings: inForce.flatMap((decision) => checkHold(decision, index, hasIncident)),
    isOurs,
    holds,
    isFounding,
    hidden,
    ...wordsOf(read, entries),
  }
}

/** The decisions about this incident and its reports, those about its claims, and what undid them. */
function selectOurs(
  decisions: readonly Decision[],
  isOurs: DecidedIncident['isOurs'],
  holds: DecidedIncident['holds'],
): Decision[] {
  const ours = new Set<string>()
  const concerns = (decision: Decision): boolean => {
    if (decision.action === 'undo') return ours.has(decision.decision)
    if (decision.action === 'merge' || decision.action === 'split') return anchorsOf(decision).some(holds)
    const incident = incidentOf(decision)
    return incident === null || isOurs(incident)
  }
  for (const decision of decisions) if (concerns(decision)) ours.add(decision.id)
  return decisions.filter(({ id }) => ours.has(id))
}

function listDecisions(
  decisions: readonly Decision[],
  active: readonly Decision[],
  index: Pick<AnchorIndex, 'claimsAt'>,
): TakenDecision[] {
  const inForce = new Set(active.map(({ id }) => id))
  return decisions.map((decision) => {
    const claim = claimOf(decision)
    const claims = claim === null ? [] : index.claimsAt(claim).map(({ id }) => id)
    return { decision, isInForce: inForce.has(decision.id), claims }
  })
}

/** Rules read the words of a claim also where a person has hidden them; nothing that is shown quotes them. */
function wordsOf(
  read: readonly RecordClaim[],
  entries: readonly RecordClaim[],
): Pick<DecidedIncident, 'showWords' | 'hideQuotes'> {
  if (read === entries) return { showWords: (claims) => claims, hideQuotes: (positions) => positions }
  const keyOf = ({ captureId, claim }: RecordClaim): string => `${captureId} ${claim.id}`
  const words = new Map(read.map((entry) => [keyOf(entry), entry.claim.evidence]))
  const shown = new Map(entries.map(({ claim }) => [claim.id, claim.evidence.exact]))
  return {
    showWords: (claims) =>
      claims.map((entry) => {
        const evidence = words.get(keyOf(entry)) ?? entry.claim.evidence
        return { ...entry, claim: { ...entry.claim, evidence } }
      }),
    hideQuotes: (positions) =>
      positions.map((position) => ({ ...position, quote: shown.get(position.claimId) ?? position.quote })),
  }
}
