import type { IncidentRecord } from '../model/record.ts'
import { evidenceOfFigure, evidenceOfIncident } from './evidence-of.ts'
import { describeProvenance, type ExportSet, selectRecords } from './export-set.ts'
import { protectClaimant, protectPlace, protectRules } from './protect-record.ts'
import { type Cell, writeCsv } from './write-csv.ts'

const INCIDENT_COLUMNS = [
  'incident_id',
  'previous_ids',
  'label',
  'event_type',
  'sub_event_type',
  'place',
  'country',
  'admin1',
  'latitude',
  'longitude',
  'where_prec',
  'geo_precision',
  'date_start',
  'date_end',
  'date_prec',
  'time_precision',
  'status',
  'grade',
  'grade_rules',
  'reliability',
  'credibility',
  'origins',
  'documents',
  'copies',
  'claim_ids',
  'capture_digests',
] as const

/** One row an incident. */
export function exportIncidents(set: ExportSet): string {
  const rows = selectRecords(set).map((record): Cell[] => {
    const { incident, label, admiralty } = record
    const { when, documents } = incident
    const place = protectPlace(incident.place, set.level)
    const { claims, captures } = evidenceOfIncident(record)
    return [
      incident.id,
      incident.previousIds.join(' '),
      label,
      incident.type.event,
      incident.type.subEvent,
      place?.name ?? place?.asWritten ?? null,
      place?.country ?? null,
      place?.admin1 ?? null,
      place?.lat ?? null,
      place?.lon ?? null,
      place?.wherePrec ?? null,
      place?.geoPrecision ?? null,
      when?.start ?? null,
      when?.end ?? null,
      when?.datePrec ?? null,
      when?.timePrecision ?? null,
      incident.status,
      incident.grade.value,
      protectRules(record, set.level).join('; '),
      admiralty.reliability,
      admiralty.credibility,
      incident.origins.length,
      documents.length,
      documents.filter(({ copyOf }) => copyOf !== null).length,
      claims,
      captures,
    ]
  })
  return writeCsv({ columns: INCIDENT_COLUMNS, rows }, describeProvenance(set))
}

const FIGURE_COLUMNS = [
  'incident_id',
  'measure',
  'who',
  'scope',
  'low',
  'high',
  'is_open',
  'best_cairn',
  'best_acled',
  'best_airwars',
  'best_ucdp',
  'low_claim',
  'high_claim',
  'best_claim',
  'claim_ids',
  'capture_digests',
] as const

/** One row a figure: a whole or a part, never both in one. */
export function exportFigures(set: ExportSet): string {
  const rows = selectRecords(set).flatMap((record) =>
    record.incident.figures.map((figure, i): Cell[] => {
      const bestBy = new Map((record.choices[i] ?? []).map(({ policy, best }) => [policy, best]))
      const { claims, captures } = evidenceOfFigure(record, figure)
      return [
        record.incident.id,
        figure.measure,
        figure.who.join(' '),
        figure.scope,
        figure.low,
        figure.high,
        figure.high === null && figure.highClaim !== null ? 'yes' : 'no',
        ...(['cairn', 'acled', 'airwars', 'ucdp'] as const).map((policy) => bestBy.get(policy) ?? null),
        figure.lowClaim,
        figure.highClaim,
        figure.bestClaim,
        claims,
        captures,
      ]
    }),
  )
  return writeCsv({ columns: FIGURE_COLUMNS, rows }, describeProvenance(set))
}

const CLAIM_COLUMNS = [
  'claim_id',
  'incident_id',
  'measure',
  'who',
  'scope',
  'low',
  'high',
  'approx',
  'vague',
  'claimant',
  'party',
  'stance',
  'state',
  'superseded_by',
  'rule',
  'said_at',
  'received_at',
  'outlet',
  'url',
  'text_digest',
  'start',
  'end',
  'quote',
  'claim_ids',
  'capture_digests',
] as const

/** One row a figure claim, the superseded and the denied ones too. Quotes leave at the full level only: they may name people. */
export function exportClaims(set: ExportSet): string {
  const rows = selectRecords(set).flatMap((record) => claimRows(record, set))
  return writeCsv({ columns: CLAIM_COLUMNS, rows }, describeProvenance(set))
}

function claimRows({ incident, claims }: IncidentRecord, { level }: ExportSet): Cell[][] {
  const documents = new Map(incident.documents.map((document) => [document.captureId, document]))
  return claims.flatMap(({ entry, state, by, rule }) => {
    const { claim, captureId } = entry
    const { figure, evidence, attribution } = claim
    if (figure === null) return []
    const document = documents.get(captureId)
    return [
      [
        claim.id,
        incident.id,
        figure.measure,
        figure.who.join(' '),
        figure.scope,
        figure.low,
        figure.high,
        figure.approx ? 'yes' : 'no',
        figure.vague,
        protectClaimant(entry, level),
        entry.party,
        attribution.stance,
        state,
        by,
        rule,
        entry.saidAt,
        entry.receivedAt,
        document?.outlet ?? null,
        document?.url ?? null,
        entry.documentId,
        evidence.start,
        evidence.end,
        level === 'full' ? evidence.exact : null,
        claim.id,
        captureId,
      ],
    ]
  })
}
