import type { ClaimAnchor, ClaimCorrection, Decision, IncidentAnchor } from '../../model/decision.ts'
import type { ReviewedDecision, ValueChange } from '../../pipeline.ts'
import { cleanCell } from './clean-cell.ts'
import { cleanText } from './clean-text.ts'
import { asWords } from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

/** A decision that was just taken and what it changed. @param claims ids of the claims that it is about */
export function showDecided(
  decision: Decision,
  claims: readonly string[],
  changes: readonly ValueChange[],
  screen: Screen,
): string[] {
  const { id, at, actor, reason } = decision
  const head = [
    `${id}: ${describeAct(decision, claims)}`,
    `by ${actor}, ${at.slice(0, 16).replace('T', ' ')} UTC: ${reason}`,
  ].flatMap((line) => wrapText(cleanText(line), screen.width))
  if (changes.length === 0) return [...head, 'Nothing that is published changed.']
  const byIncident = new Map<string, ValueChange[]>()
  for (const change of changes) {
    const own = byIncident.get(change.incident)
    if (own === undefined) byIncident.set(change.incident, [change])
    else own.push(change)
  }
  const parts = [...byIncident].flatMap(([incident, own]) => [
    '',
    ...wrapText(cleanText(`${own[0]?.label ?? ''} (${incident})`), screen.width).map((line) =>
      paint(screen, ['bold'], line),
    ),
    ...layOutTable(['what', 'before', 'now'], own.map(describeChange), screen),
  ])
  return [...head, ...parts]
}

function describeChange({ field, before, after }: ValueChange): string[] {
  if (field === 'incident')
    return [
      'incident',
      before === null ? '-' : 'there',
      before === null ? 'new' : after === null ? 'gone' : `in ${after}`,
    ]
  return [field, before ?? '-', after ?? '-'].map(cleanText)
}

/** Decisions for people, in order, each with whether it is in force and what it does not hold on to any more. */
export function showDecisions(reviewed: readonly ReviewedDecision[], screen: Screen): string[] {
  return reviewed.flatMap(({ decision, isInForce, claims, conflicts }) => {
    const { id, at, actor, reason, action } = decision
    const state = isInForce ? 'in force' : action === 'undo' ? 'undoing' : 'undone'
    return [
      paint(screen, isInForce ? ['bold'] : [], cleanCell(describeAct(decision, claims))),
      ...[
        `${id} · ${at.slice(0, 16).replace('T', ' ')} · ${actor} · ${state}`,
        reason,
        ...conflicts.map(({ rule, message }) => `${rule}: ${message}`),
      ].flatMap((line) => wrapText(cleanCell(line), screen.width - 2).map((part) => `  ${part}`)),
    ]
  })
}

/** A decision in words, without who and why. @param claims ids of the claims that it is about */
export function describeAct(decision: Decision, claims: readonly string[] = []): string {
  switch (decision.action) {
    case 'accept':
    case 'reject':
    case 'redact':
      return `${decision.action} ${claimName(decision.claim, claims)}`
    case 'correct':
      return `correct ${claimName(decision.claim, claims)}: ${describeCorrection(decision.correction)}`
    case 'merge':
      return `merge ${decision.incidents.join(' + ')}`
    case 'split':
      return `split ${decision.incident} into ${[...decision.parts, decision.rest].map(({ length }) => length).join(' + ')} reports`
    case 'set-grade':
      return `grade ${decision.incident.id}: ${decision.grade}`
    case 'set-status':
      return `status ${decision.incident.id}: ${asWords(decision.status)}`
    case 'note':
      return `note on ${targetName(decision.target, claims)}: ${decision.text}`
    case 'undo':
      return `undo ${decision.decision}`
  }
}

function targetName(target: ClaimAnchor | IncidentAnchor, claims: readonly string[]): string {
  return 'founding' in target ? target.id : claimName(target, claims)
}

function claimName({ kind, documentId, start, end }: ClaimAnchor, claims: readonly string[]): string {
  return claims.length > 0 ? claims.join(', ') : `the ${kind} at ${start} to ${end} of ${documentId.slice(0, 19)}`
}

function describeCorrection({ figure, claimant, stance, subEvent }: ClaimCorrection): string {
  const fields: readonly (readonly [string, unknown])[] = [
    ...Object.entries(figure ?? {}),
    ['claimant', claimant],
    ['stance', stance],
    ['sub-event', subEvent],
  ]
  return fields
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name} ${value === null ? 'none' : Array.isArray(value) ? value.join(', ') : String(value)}`,
    )
    .join('; ')
}
