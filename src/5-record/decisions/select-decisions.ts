import type { Decision } from '../../model/decision.ts'
import { type AnchorIndex, anchorsOf, claimOf, incidentOf, reportKey } from './anchors.ts'
import { orderDecisions } from './find-active.ts'
import type { NamedReports } from './previous-ids.ts'

/** Finds the decisions that concern an incident. */
export interface DecisionLookup {
  /**
   * Decisions about claims of its documents, about itself, its former ids or its reports, and their undoings, in order.
   *
   * @param documentIds digests of the texts of its documents
   */
  about(incident: NamedReports, documentIds: readonly string[]): readonly Decision[]
}

/** @param index of (at least) the documents that the decisions name */
export function lookUpDecisions(decisions: readonly Decision[], index: Pick<AnchorIndex, 'reportsAt'>): DecisionLookup {
  const ordered = orderDecisions(decisions)
  const byText = new Map<string, number[]>()
  const byIncident = new Map<string, number[]>()
  const byReport = new Map<string, number[]>()
  const byUndone = new Map<string, number[]>()
  ordered.forEach((decision, i) => {
    const claim = claimOf(decision)
    if (claim !== null) return add(byText, claim.documentId, i)
    if (decision.action === 'undo') return add(byUndone, decision.decision, i)
    for (const id of idsOf(decision)) add(byIncident, id, i)
    for (const anchor of anchorsOf(decision))
      for (const ref of index.reportsAt(anchor)) add(byReport, reportKey(ref), i)
  })
  return {
    about({ id, reports }, documentIds) {
      if (ordered.length === 0) return []
      const found = new Set([
        ...(byIncident.get(id) ?? []),
        ...documentIds.flatMap((one) => byText.get(one) ?? []),
        ...reports.flatMap((ref) => byReport.get(reportKey(ref)) ?? []),
      ])
      // What undoes one of them concerns it too, and what undoes that.
      for (const i of found) for (const undo of byUndone.get(ordered[i]?.id ?? '') ?? []) found.add(undo)
      return [...found].sort((a, b) => a - b).flatMap((i) => ordered[i] ?? [])
    },
  }
}

/** Digests of the texts that decisions hold on to. */
export function textsOf(decisions: readonly Decision[]): ReadonlySet<string> {
  return new Set(decisions.flatMap((decision) => anchorsOf(decision).map(({ documentId }) => documentId)))
}

/**
 * The decisions whose effect others can change: those given, what they undo, and every one on the same texts.
 *
 * @param all every decision, in order
 */
export function spreadDecisions(given: readonly Decision[], all: readonly Decision[]): readonly Decision[] {
  const found = new Set(given)
  const byId = new Map(all.map((decision) => [decision.id, decision]))
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const decision of found) {
      const undone = decision.action === 'undo' ? byId.get(decision.decision) : undefined
      if (undone !== undefined) found.add(undone)
    }
    const texts = textsOf([...found])
    for (const decision of all)
      if (anchorsOf(decision).some(({ documentId }) => texts.has(documentId))) found.add(decision)
  }
  return [...found]
}

/** Ids of incidents that a decision names. */
function idsOf(decision: Decision): readonly string[] {
  if (decision.action === 'merge') return decision.incidents
  if (decision.action === 'split') return [decision.incident]
  const incident = incidentOf(decision)
  return incident === null ? [] : [incident.id]
}

function add(map: Map<string, number[]>, key: string, i: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [i])
  else known.push(i)
}
