import type { Decision } from '../model/decision.ts'
import type { Grade, IncidentStatus, ReportRef } from '../model/incident.ts'
import type { Finding } from '../model/record.ts'
import { compareText } from './order-entries.ts'

/** Reports that tell of one incident, as the machine or a person grouped them. */
export interface ReportGroup {
  readonly id: string
  readonly previousIds: readonly string[]
  readonly reports: readonly ReportRef[]
}

/** Incidents after the decisions about them. */
export interface DecidedGroups {
  /** By id. */
  readonly groups: readonly ReportGroup[]
  /** Decisions that found no incident or no report of theirs. */
  readonly findings: readonly Finding[]
}

/**
 * Applies merges and splits, in the order in which they were decided. Ids stay stable: a merged incident keeps the first
 * id and lists the others as previous ones; a part that is split off gets an id made of the incident's and of its first
 * report, and lists the incident's as previous. An incident that merged into another is found under its previous id.
 *
 * @param active decisions in force (`findActive`): an undone merge leaves the incidents as they were
 */
export function applyToGroups(groups: readonly ReportGroup[], active: readonly Decision[]): DecidedGroups {
  const known = new Map(groups.map((group) => [group.id, group]))
  const originals = new Map(groups.map((group) => [reportsKey(group.reports), group]))
  const findings: Finding[] = []
  const find = (id: string): ReportGroup | undefined =>
    known.get(id) ?? [...known.values()].find(({ previousIds }) => previousIds.includes(id))
  for (const decision of active) {
    const missing = decideGroup(decision, { known, originals }, find)
    if (missing.length > 0) {
      const message = `${decision.action} by ${decision.actor} (${decision.id}): not found: ${missing.join(', ')}`
      findings.push({ rule: 'decision/incident-vanished', message, claims: [] })
    }
  }
  return { groups: [...known.values()].sort((a, b) => compareText(a.id, b.id)), findings }
}

interface Groups {
  readonly known: Map<string, ReportGroup>
  /** As they were before any decision, by their reports. */
  readonly originals: ReadonlyMap<string, ReportGroup>
}

/** @returns what the decision names and is not there */
function decideGroup(
  decision: Decision,
  { known, originals }: Groups,
  find: (id: string) => ReportGroup | undefined,
): string[] {
  if (decision.action === 'merge') {
    const found = new Set(decision.incidents.map(find).filter((group) => group !== undefined))
    const missing = decision.incidents.filter((id) => find(id) === undefined)
    const [first, ...others] = found
    if (first === undefined || others.length === 0) return missing
    for (const { id } of others) known.delete(id)
    known.set(first.id, {
      id: first.id,
      previousIds: uniqueIds([...first.previousIds, ...others.flatMap(({ id, previousIds }) => [id, ...previousIds])]),
      reports: sortReports([first, ...others].flatMap(({ reports }) => reports)),
    })
    return missing
  }
  if (decision.action === 'split') {
    const group = find(decision.incident)
    if (group === undefined) return [decision.incident]
    splitGroup(group, decision.parts, { known, originals })
    const keys = new Set(group.reports.map(reportKey))
    return decision.parts.flat().flatMap((ref) => (keys.has(reportKey(ref)) ? [] : [reportKey(ref)]))
  }
  if (decision.action === 'set-grade' || decision.action === 'set-status')
    return find(decision.incident) === undefined ? [decision.incident] : []
  return []
}

function splitGroup(group: ReportGroup, parts: readonly (readonly ReportRef[])[], { known, originals }: Groups): void {
  let rest = group.reports
  const previousIds = uniqueIds([...group.previousIds, group.id])
  const restored: string[] = []
  for (const part of parts) {
    const wanted = new Set(part.map(reportKey))
    const reports = sortReports(rest.filter((ref) => wanted.has(reportKey(ref))))
    const [first] = reports
    // A part that holds all that is left stays the incident itself.
    if (first === undefined || reports.length === rest.length) continue
    rest = rest.filter((ref) => !wanted.has(reportKey(ref)))
    // What came in by a merge and goes out whole is what it was before.
    const original = originals.get(reportsKey(reports))
    if (original !== undefined && original.id !== group.id) restored.push(original.id, ...original.previousIds)
    const made = original ?? { id: `${group.id}/${first.reportId}`, previousIds, reports }
    known.set(made.id, made)
  }
  const before = originals.get(reportsKey(rest))
  const left = { ...group, previousIds: group.previousIds.filter((id) => !restored.includes(id)), reports: rest }
  known.set(group.id, before?.id === group.id ? before : left)
}

/** What people set on one incident: the last decision of each kind. */
export interface IncidentSettings {
  readonly grade: { readonly value: Grade; readonly decision: Decision } | null
  readonly status: { readonly value: IncidentStatus; readonly decision: Decision } | null
  readonly notes: readonly { readonly text: string; readonly decision: Decision }[]
}

/** @param ids the incident's id and its previous ones */
export function readSettings(ids: readonly string[], active: readonly Decision[]): IncidentSettings {
  const isOurs = (id: string): boolean => ids.includes(id)
  let grade: IncidentSettings['grade'] = null
  let status: IncidentSettings['status'] = null
  const notes: { readonly text: string; readonly decision: Decision }[] = []
  for (const decision of active) {
    if (decision.action === 'set-grade' && isOurs(decision.incident)) grade = { value: decision.grade, decision }
    if (decision.action === 'set-status' && isOurs(decision.incident)) status = { value: decision.status, decision }
    if (decision.action === 'note' && typeof decision.target === 'string' && isOurs(decision.target))
      notes.push({ text: decision.text, decision })
  }
  return { grade, status, notes }
}

function reportKey({ captureId, reportId }: ReportRef): string {
  return `${captureId} ${reportId}`
}

function reportsKey(reports: readonly ReportRef[]): string {
  return sortReports(reports).map(reportKey).join()
}

function sortReports(reports: readonly ReportRef[]): ReportRef[] {
  return [...reports].sort((a, b) => compareText(reportKey(a), reportKey(b)))
}

function uniqueIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareText)
}
