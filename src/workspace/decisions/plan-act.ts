import type { ClaimCorrection, DecisionAct, IncidentAnchor, ReportAnchor } from '../../model/decision.ts'
import type { Grade, IncidentStatus, ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { anchorClaim, anchorReport, checkCorrection, findUndone } from '../../pipeline.ts'
import {
  chooseIncident,
  type DecidableRecord,
  findClaim,
  findDecision,
  isRefusal,
  type Refusal,
  type TargetClaim,
} from './find-target.ts'
import { planSplit } from './plan-split.ts'

/** What a person wants to decide; things are named by ids or their first characters. */
export type DecisionRequest =
  | { readonly action: 'accept' | 'reject' | 'redact'; readonly claim: string }
  | { readonly action: 'correct'; readonly claim: string; readonly correction: ClaimCorrection }
  | { readonly action: 'merge'; readonly incidents: readonly string[] }
  /** Each part by ids of captures, documents or reports. */
  | { readonly action: 'split'; readonly incident: string; readonly parts: readonly (readonly string[])[] }
  | { readonly action: 'set-grade'; readonly incident: string; readonly grade: Grade }
  | { readonly action: 'set-status'; readonly incident: string; readonly status: IncidentStatus }
  /** `target` is a claim or an incident. */
  | { readonly action: 'note'; readonly target: string; readonly text: string }
  | { readonly action: 'undo'; readonly decision: string }

const refuse = (message: string): Refusal => ({ reason: 'not-allowed', message, candidates: [] })

/**
 * What a request comes down to: the act with its anchors, which outlive ids; or why it cannot be, with what is allowed.
 */
export function planAct(request: DecisionRequest, record: DecidableRecord): DecisionAct | Refusal {
  switch (request.action) {
    case 'accept':
    case 'reject':
    case 'redact': {
      const found = findClaim(record, request.claim)
      return isRefusal(found) ? found : { action: request.action, claim: anchorOf(found) }
    }
    case 'correct':
      return planCorrection(request.claim, request.correction, record)
    case 'merge':
      return planMerge(request.incidents, record)
    case 'split': {
      const found = chooseIncident(record.records, request.incident)
      return isRefusal(found) ? found : planSplit(found, request.parts, record.documents)
    }
    case 'set-grade':
    case 'set-status': {
      const found = chooseIncident(record.records, request.incident)
      const incident = isRefusal(found) ? found : anchorIncident(found, record.documents)
      if (isRefusal(incident)) return incident
      return request.action === 'set-grade'
        ? { action: 'set-grade', incident, grade: request.grade }
        : { action: 'set-status', incident, status: request.status }
    }
    case 'note':
      return planNote(request.target, request.text, record)
    case 'undo':
      return planUndo(request.decision, record)
  }
}

function anchorOf({ claim, documentId }: TargetClaim): ReportAnchor {
  return anchorClaim(documentId, claim)
}

function planCorrection(prefix: string, correction: ClaimCorrection, record: DecidableRecord): DecisionAct | Refusal {
  const found = findClaim(record, prefix)
  if (isRefusal(found)) return found
  const wrong = checkCorrection(correction, found.claim)
  if (wrong !== null) return refuse(`${found.claim.id} cannot be corrected so: ${wrong}.`)
  const { start, end } = found.claim.evidence
  const twins = record.documents
    .filter(({ reading }) => reading.document.id === found.documentId)
    .flatMap(({ reading }) => reading.claims)
    .filter(
      ({ id, kind, evidence }) =>
        id !== found.claim.id && kind === found.claim.kind && evidence.start === start && evidence.end === end,
    )
  if (twins.length > 0)
    return refuse(
      `${found.claim.id} stands on the same words as ${twins.map(({ id }) => id).join(', ')}; a correction would not know which it is about. Reject them or note it.`,
    )
  return { action: 'correct', claim: anchorOf(found), correction }
}

/** Anchors of all reports of an incident, the founding one first. */
function anchorReports({ reports }: IncidentRecord, documents: readonly ReadDocument[]): ReportAnchor[] {
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  const anchors = reports.flatMap(({ captureId, reportId }) => {
    const document = byCapture.get(captureId)
    return document === undefined ? [] : (anchorReport(document, reportId) ?? [])
  })
  return [...new Map(anchors.map((anchor) => [JSON.stringify(anchor), anchor])).values()]
}

function anchorIncident(record: IncidentRecord, documents: readonly ReadDocument[]): IncidentAnchor | Refusal {
  const [founding] = anchorReports(record, documents)
  const { id } = record.incident
  return founding === undefined
    ? refuse(`${id} holds no claim that a decision could be attached to.`)
    : { id, founding }
}

function planMerge(prefixes: readonly string[], record: DecidableRecord): DecisionAct | Refusal {
  const found: IncidentRecord[] = []
  for (const prefix of prefixes) {
    const one = chooseIncident(record.records, prefix)
    if (isRefusal(one)) return one
    if (found.includes(one)) return refuse(`${one.incident.id} is named twice: an incident is merged with others.`)
    found.push(one)
  }
  if (found.length < 2) return refuse('A merge takes two or more incidents.')
  return {
    action: 'merge',
    incidents: found.map(({ incident }) => incident.id),
    reports: found.map((one) => anchorReports(one, record.documents)),
  }
}

function planNote(prefix: string, text: string, record: DecidableRecord): DecisionAct | Refusal {
  if (text.trim() === '') return refuse('A note says something.')
  const incident = chooseIncident(record.records, prefix)
  if (isRefusal(incident)) {
    const claim = findClaim(record, prefix)
    if (!isRefusal(claim)) return { action: 'note', target: anchorOf(claim), text }
    if (claim.reason === 'ambiguous') return claim
    if (incident.reason === 'ambiguous') return incident
    const message = `No claim and no incident begins with ${prefix}. "cairn claims" and "cairn incidents" list their ids.`
    return { reason: 'unknown', message, candidates: [] }
  }
  const target = anchorIncident(incident, record.documents)
  return isRefusal(target) ? target : { action: 'note', target, text }
}

function planUndo(prefix: string, record: DecidableRecord): DecisionAct | Refusal {
  const found = findDecision(record, prefix)
  if (isRefusal(found)) return found
  if (findUndone(record.decisions).has(found.id))
    return refuse(`${found.id} is undone already; undo its undoing to put it back in force.`)
  return { action: 'undo', decision: found.id }
}
