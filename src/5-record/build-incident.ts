import type { Decision } from '../model/decision.ts'
import type { Incident, IncidentDocument, Origin, Policy } from '../model/incident.ts'
import { hideInTitle, hideWords } from '../model/hidden-words.ts'
import type { IncidentRecord } from '../model/record.ts'
import { checkFigures } from './check-figures.ts'
import { chooseScene, rankActors, type VotingReport } from './choose-scene.ts'
import { chooseAll } from './choose-best.ts'
import { readCivilianHarm } from './contest-status.ts'
import type { AnchorIndex } from './decisions/anchors.ts'
import { describeRegrouping } from './decisions/describe-regrouping.ts'
import { decideIncident } from './decisions/decide-incident.ts'
import type { HiddenByText } from './decisions/redact-claims.ts'
import { findPositions } from './find-positions.ts'
import { foldRecord } from './fold-record.ts'
import { rateAdmiralty } from './grade-incident.ts'
import { labelIncident } from './label-incident.ts'
import { compareText } from './order-entries.ts'
import { orderReports } from './order-reports.ts'
import { copySources, type IncidentSources, prepareClaims } from './prepare-claims.ts'

/** What the earlier stages and people have said about one incident. */
export interface RecordSources extends IncidentSources {
  readonly id: string
  readonly previousIds: readonly string[]
  /** Id of an incident that is named after a report, by its `reportKey`. */
  readonly idOfReport: (key: string) => string
  readonly origins: readonly Origin[]
  /** Side of the conflict that a name stands for, or null. */
  readonly partyOf: (name: string) => string | null
  /** Those that concern it (`lookUpDecisions`); others may be among them and are passed over. */
  readonly decisions: readonly Decision[]
  /** Over all documents that the decisions name. */
  readonly anchors: AnchorIndex
}

/**
 * Builds the record of one incident from the claims of its reports: figures with their claims, grade, axes, origins,
 * documents, history. The order of anything given never matters.
 */
export function buildIncident(sources: RecordSources, policy: Policy): IncidentRecord {
  const { id } = sources
  const read = prepareClaims(sources)
  const decided = decideIncident(sources, read)
  const { entries, isOurs } = decided
  const folded = foldRecord({
    entries,
    positionsOf: (claims) => decided.hideQuotes(findPositions(decided.showWords(claims), sources.partyOf)),
    policy,
    decisions: decided.decisions,
    isOurs,
  })
  const { rows, settings, grade, positions } = folded
  const votes = votingReports(sources)
  const figures = rows.map(({ figure }) => figure)
  const scene = chooseScene(votes, figures[0]?.measure ?? null)
  const claimIds = new Set(entries.map(({ claim }) => claim.id))
  const incident: Incident = {
    schema: 'cairn/incident@1',
    id,
    previousIds: decided.previousIds,
    ...scene,
    status: settings.status?.value ?? 'machine',
    grade:
      settings.grade === null
        ? grade
        : { value: settings.grade.value, rules: [`decision/set-grade: ${settings.grade.decision.id}`] },
    figures,
    origins: sources.origins
      .filter(({ claims }) => claims.some((claim) => claimIds.has(claim)))
      .map((origin) => hideInOrigin(origin, decided.hidden))
      .sort((a, b) => compareText(a.id, b.id)),
    documents: describeDocuments(sources, decided.hidden),
    history: [...folded.history, ...describeRegrouping(decided.decisions, decided)].sort((a, b) =>
      compareText(a.at, b.at),
    ),
  }
  return {
    incident,
    reports: orderReports(sources),
    label: labelIncident(incident),
    admiralty: rateAdmiralty(entries, folded.voices, grade, figures[0] ?? null),
    claims: folded.claims,
    positions,
    actors: rankActors(votes),
    choices: chooseAll(rows.map(({ accounts }) => accounts)),
    harm: (['killed', 'injured'] as const).map((measure) => readCivilianHarm(rows, measure, scene.type.event)),
    findings: [...folded.findings, ...checkFigures(folded.states), ...decided.findings],
    decisions: decided.listed,
  }
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

/** An origin whose explanations do not quote hidden words. */
function hideInOrigin(origin: Origin, hidden: HiddenByText): Origin {
  if (hidden.size === 0) return origin
  const words = [...hidden.values()].flatMap((one) => one.words)
  const trace = origin.trace.map(({ rule, quote, reason }) => ({
    rule,
    quote: hideWords(quote, words),
    reason: hideWords(reason, words),
  }))
  return { ...origin, trace }
}

function describeDocuments({ reports, documents, lineage }: RecordSources, hidden: HiddenByText): IncidentDocument[] {
  const told = new Set(reports.map(({ captureId }) => captureId))
  const copies = copySources(lineage)
  return documents
    .filter(({ captureId }) => told.has(captureId))
    .map(({ captureId, reading: { document } }) => ({
      id: document.id,
      captureId,
      sourceId: document.sourceId,
      outlet: document.outlet,
      title: hideInTitle(document, hidden.get(document.id)),
      url: document.url,
      publishedAt: document.publishedAt,
      copyOf: copies.get(captureId) ?? null,
    }))
    .sort(
      (a, b) => compareText(a.publishedAt ?? '9999', b.publishedAt ?? '9999') || compareText(a.captureId, b.captureId),
    )
}
