import type { Decision } from '../model/decision.ts'
import type { Incident, IncidentDocument, Origin, Policy, RecordChange } from '../model/incident.ts'
import type { IncidentRecord, RecordClaim } from '../model/record.ts'
import { findActive, findConflicts } from './apply-decisions.ts'
import { checkFigures } from './check-figures.ts'
import { chooseScene, rankActors, type VotingReport } from './choose-scene.ts'
import { chooseAll } from './choose-best.ts'
import { readCivilianHarm } from './contest-status.ts'
import { findPositions } from './find-positions.ts'
import { foldRecord } from './fold-record.ts'
import { rateAdmiralty } from './grade-incident.ts'
import { labelIncident } from './label-incident.ts'
import { compareText } from './order-entries.ts'
import { copySources, type IncidentSources, prepareClaims } from './prepare-claims.ts'

/** What the earlier stages and people have said about one incident. */
export interface RecordSources extends IncidentSources {
  readonly id: string
  readonly previousIds: readonly string[]
  readonly origins: readonly Origin[]
  /** Side of the conflict that a name stands for, or null. */
  readonly partyOf: (name: string) => string | null
  /** Any decisions: those about other incidents and claims are passed over. */
  readonly decisions: readonly Decision[]
}

/**
 * Builds the record of one incident from the claims of its reports: figures with their claims, grade, axes, origins,
 * documents, history. The order of anything given never matters.
 */
export function buildIncident(sources: RecordSources, policy: Policy): IncidentRecord {
  const { id, previousIds } = sources
  const ids = [id, ...previousIds]
  const entries = prepareClaims(sources)
  const decisions = concerning(sources.decisions, ids, entries)
  const positions = findPositions(entries, sources.partyOf)
  const folded = foldRecord({ entries, positions, policy, decisions, ids })
  const { rows, settings, grade } = folded
  const votes = votingReports(sources)
  const figures = rows.map(({ figure }) => figure)
  const scene = chooseScene(votes, figures[0]?.measure ?? null)
  const claimIds = new Set(entries.map(({ claim }) => claim.id))
  const incident: Incident = {
    schema: 'cairn/incident@1',
    id,
    previousIds: [...previousIds].sort(compareText),
    ...scene,
    status: settings.status?.value ?? 'machine',
    grade:
      settings.grade === null
        ? grade
        : { value: settings.grade.value, rules: [`decision/set-grade: ${settings.grade.decision.id}`] },
    figures,
    origins: sources.origins
      .filter(({ claims }) => claims.some((claim) => claimIds.has(claim)))
      .sort((a, b) => compareText(a.id, b.id)),
    documents: describeDocuments(sources),
    history: folded.history,
  }
  return {
    incident,
    label: labelIncident(incident),
    admiralty: rateAdmiralty(entries, folded.voices, grade, figures[0] ?? null),
    claims: folded.claims,
    positions,
    actors: rankActors(votes),
    choices: chooseAll(rows.map(({ accounts }) => accounts)),
    harm: (['killed', 'injured'] as const).map((measure) => readCivilianHarm(rows, measure, scene.type.event)),
    findings: [...folded.findings, ...checkFigures(folded.states), ...findConflicts(entries, findActive(decisions))],
  }
}

/**
 * The record as it could be known at a time: of what was captured and decided until then. Which claims are of one origin
 * or incident is taken from today's view.
 *
 * @param at ISO 8601, UTC; the moment itself is included
 */
export function buildIncidentAsOf(sources: RecordSources, policy: Policy, at: string): IncidentRecord | null {
  const documents = sources.documents.filter(({ receivedAt }) => receivedAt <= at)
  const known = new Set(documents.map(({ captureId }) => captureId))
  const reports = sources.reports.filter(({ captureId }) => known.has(captureId))
  if (reports.length === 0) return null
  const decisions = sources.decisions.filter((decision) => decision.at <= at)
  const origins = sources.origins.map((origin) => ({
    ...origin,
    documents: origin.documents.filter((captureId) => known.has(captureId)),
  }))
  return buildIncident({ ...sources, documents, reports, decisions, origins }, policy)
}

/** The changes that could be known at a time. */
export function historyUntil(history: readonly RecordChange[], at: string): RecordChange[] {
  return history.filter((change) => change.at <= at)
}

function concerning(
  decisions: readonly Decision[],
  ids: readonly string[],
  entries: readonly RecordClaim[],
): Decision[] {
  const documents = new Set(entries.map(({ documentId }) => documentId))
  const ours = new Set<string>()
  const isOurs = (decision: Decision): boolean => {
    if ('claim' in decision) return documents.has(decision.claim.documentId)
    if ('incident' in decision) return ids.includes(decision.incident)
    if (decision.action === 'merge') return decision.incidents.some((id) => ids.includes(id))
    if (decision.action === 'undo') return ours.has(decision.decision)
    return typeof decision.target === 'string'
      ? ids.includes(decision.target)
      : documents.has(decision.target.documentId)
  }
  const ordered = [...decisions].sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
  for (const decision of ordered) if (isOurs(decision)) ours.add(decision.id)
  return ordered.filter(({ id }) => ours.has(id))
}

function votingReports({ reports, documents, lineage }: RecordSources): VotingReport[] {
  const byCapture = new Map(documents.map((document) => [document.captureId, document.reading.incidents]))
  const counting = new Set(
    documents.flatMap(({ captureId, reading: { claims } }) =>
      claims.flatMap(({ figure, incident }) =>
        figure === null || incident === null ? [] : `${captureId} ${incident}`,
      ),
    ),
  )
  const copies = copySources(lineage)
  return [...reports]
    .sort((a, b) => compareText(a.captureId, b.captureId) || compareText(a.reportId, b.reportId))
    .flatMap(({ captureId, reportId }) => {
      const report = byCapture.get(captureId)?.find(({ id }) => id === reportId)
      return report === undefined
        ? []
        : [
            {
              report,
              text: copies.get(captureId) ?? captureId,
              isCounting: counting.has(`${captureId} ${reportId}`),
            },
          ]
    })
}

function describeDocuments({ reports, documents, lineage }: RecordSources): IncidentDocument[] {
  const told = new Set(reports.map(({ captureId }) => captureId))
  const copies = copySources(lineage)
  return documents
    .filter(({ captureId }) => told.has(captureId))
    .map(({ captureId, reading: { document } }) => ({
      id: document.id,
      captureId,
      sourceId: document.sourceId,
      outlet: document.outlet,
      title: document.title,
      url: document.url,
      publishedAt: document.publishedAt,
      copyOf: copies.get(captureId) ?? null,
    }))
    .sort(
      (a, b) => compareText(a.publishedAt ?? '9999', b.publishedAt ?? '9999') || compareText(a.captureId, b.captureId),
    )
}
