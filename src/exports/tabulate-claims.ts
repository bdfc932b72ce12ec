import type { IncidentRecord } from '../model/record.ts'
import { digestOf } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { protectClaimant, protectUrl } from './protect-record.ts'
import { type Cell, columnsOf, type Table } from './table.ts'

const COLUMNS = columnsOf([
  ['claim_id', 'text', 'id of the claim; two captures of one text have claims of the same ids'],
  ['incident_id', 'text', 'the incident'],
  ['measure', 'text', 'which harm'],
  ['who', 'list', 'whom it counts'],
  ['scope', 'text', 'incident, subset, cumulative or other'],
  ['low', 'integer', 'lower bound as written; empty when open or vague'],
  ['high', 'integer', 'upper bound as written; empty when open or vague'],
  ['approx', 'text', 'yes when the text says "about"'],
  ['vague', 'text', 'the word without a number ("dozens")'],
  ['claimant', 'text', 'who says so'],
  ['party', 'text', 'side of the conflict that the claimant belongs to'],
  ['stance', 'text', 'asserted, accused, denied, conditional'],
  ['state', 'text', 'current, superseded, repeat, not-counted, cumulative'],
  ['superseded_by', 'text', 'the claim that took its place or that it repeats'],
  ['rule', 'text', 'rule that gave the state'],
  ['said_at', 'text', 'when it was said: a day, or a time with zone'],
  ['received_at', 'instant', 'when its capture was received'],
  ['outlet', 'text', 'who carries it'],
  ['url', 'text', 'address of the document'],
  ['text_digest', 'text', "SHA-256 of the document's text, in which start and end count"],
  ['start', 'integer', 'first UTF-16 unit of the words'],
  ['end', 'integer', 'UTF-16 unit after the words'],
  ['quote', 'text', 'the words; at the full level only'],
  ['capture_id', 'text', 'the capture'],
  ['capture_digest', 'text', 'SHA-256 of the bytes received'],
  ['provenance', 'text', 'what the numbers are and are not, and by which versions'],
])

/** One row a figure claim, the superseded and the denied ones too. Quotes leave at the full level only: they may name people. */
export function tabulateClaims(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const rows = selectRecords(set).flatMap((record) => claimRows(record, set).map((row) => [...row, provenance]))
  return { name: 'claims', columns: COLUMNS, rows }
}

function claimRows({ incident, claims }: IncidentRecord, { level, captures, filter }: ExportSet): Cell[][] {
  const documents = new Map(incident.documents.map((document) => [document.captureId, document]))
  return claims.flatMap(({ entry, state, by, rule }) => {
    const { claim, captureId } = entry
    const { figure, evidence, attribution } = claim
    if (figure === null || (filter.measure !== null && figure.measure !== filter.measure)) return []
    const document = documents.get(captureId)
    return [
      [
        claim.id,
        incident.id,
        figure.measure,
        figure.who,
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
        protectUrl(document?.url ?? null, level),
        entry.documentId,
        evidence.start,
        evidence.end,
        level === 'full' ? evidence.exact : null,
        captureId,
        digestOf(captureId, captures),
      ],
    ]
  })
}
