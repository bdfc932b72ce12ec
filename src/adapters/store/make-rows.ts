import type { Claim } from '../../model/claim.ts'
import type { IncidentReport, Reading } from '../../model/reading.ts'
import type { StoredCapture, StoredReading } from '../../ports/record-store.ts'
import type { StoredDecision } from '../../model/decision.ts'
import { decodeDecision } from '../custody/encode-decision.ts'
import {
  DATASET,
  type CaptureRow,
  type ClaimRow,
  type DecisionRow,
  type IncidentReportRow,
  type ReadingRow,
} from './schema.ts'
import { searchToken } from './search-token.ts'

/** Whose reading it is: the number of its producer and the custody index of its capture. */
export interface ReadingNumber {
  readonly producer: number
  readonly custodyIndex: number
}

/** Words of a claim for full-text search. */
export interface ClaimText {
  readonly id: string
  readonly claimant: string
  readonly place: string
  readonly sentence: string
}

export interface DocumentText {
  readonly id: string
  readonly outlet: string
  readonly title: string
  readonly body: string
}

export function captureRow(capture: StoredCapture): CaptureRow {
  const { given, location } = capture
  return {
    dataset_id: DATASET,
    custody_index: capture.custodyIndex,
    id: capture.id,
    way: capture.way,
    resource: capture.resource,
    payload_sha256: capture.payloadSha256,
    size: capture.size,
    media_type: capture.mediaType,
    charset: capture.charset,
    received_at: capture.receivedAt,
    final_url: capture.finalUrl,
    status: capture.status,
    given_source_id: given.sourceId,
    given_title: given.title,
    given_published: given.published,
    given_url: given.url,
    given_outlet: given.outlet,
    location_file: location.file,
    location_offset: location.offset,
    location_length: location.length,
    location_sha256: location.sha256,
  }
}

export function storedCapture(row: CaptureRow): StoredCapture {
  return {
    id: row.id,
    way: row.way as StoredCapture['way'],
    resource: row.resource,
    payloadSha256: row.payload_sha256,
    size: row.size,
    mediaType: row.media_type,
    charset: row.charset,
    receivedAt: row.received_at,
    finalUrl: row.final_url,
    status: row.status,
    given: {
      sourceId: row.given_source_id,
      title: row.given_title,
      published: row.given_published,
      url: row.given_url,
      outlet: row.given_outlet,
    },
    location: {
      file: row.location_file,
      offset: row.location_offset,
      length: row.location_length,
      sha256: row.location_sha256,
    },
    custodyIndex: row.custody_index,
  }
}

export function readingRow(stored: StoredReading, { producer, custodyIndex }: ReadingNumber): ReadingRow {
  const { result, sha256, readAt } = stored
  const reading = 'reason' in result ? null : result
  const document = reading?.document ?? null
  return {
    dataset_id: DATASET,
    producer,
    custody_index: custodyIndex,
    kind: reading === null ? 'unreadable' : 'reading',
    sha256,
    read_at: readAt,
    document_id: document?.id ?? null,
    title: document?.title ?? null,
    outlet: document?.outlet ?? null,
    url: document?.url ?? null,
    language: document?.language ?? null,
    published_at: document?.publishedAt ?? null,
    published_day: document?.publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    claims: reading?.claims.length ?? 0,
    incidents: reading?.incidents.length ?? 0,
  }
}

export function claimRow(claim: Claim, position: number, { producer, custodyIndex }: ReadingNumber): ClaimRow {
  const { figure, place, when, attribution } = claim
  return {
    dataset_id: DATASET,
    producer,
    custody_index: custodyIndex,
    position,
    id: claim.id,
    kind: claim.kind,
    measure: figure?.measure ?? null,
    who: figure === null ? null : ` ${figure.who.join(' ')} `,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    scope: figure?.scope ?? null,
    stance: attribution.stance,
    claimant: attribution.claimant.name,
    place_name: place?.name ?? null,
    place_written: place?.asWritten ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    when_start: when?.start ?? null,
    when_end: when?.end ?? null,
  }
}

export function incidentReportRow(
  report: IncidentReport,
  position: number,
  { producer, custodyIndex }: ReadingNumber,
): IncidentReportRow {
  const { place, when } = report
  return {
    dataset_id: DATASET,
    producer,
    custody_index: custodyIndex,
    position,
    id: report.id,
    event: report.type.event,
    sub_event: report.type.subEvent,
    place_name: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    when_start: when?.start ?? null,
    when_end: when?.end ?? null,
    claims: report.claims.length,
  }
}

/** Its id; the claimant's name; the place's names; the sentence, widened where the quote reaches beyond it. */
export function claimText({ id, evidence, attribution, place }: Claim, text: string): ClaimText {
  const start = Math.min(evidence.start, evidence.sentence.start)
  const end = Math.max(evidence.end, evidence.sentence.end)
  const names = place === null ? [] : [place.asWritten, ...(place.name === place.asWritten ? [] : [place.name])]
  return {
    id: searchToken(id),
    claimant: attribution.claimant.name,
    place: names.join('\n'),
    sentence: text.slice(start, end),
  }
}

/** The title stands apart only where the text does not begin with it. */
export function documentText({ document }: Reading): DocumentText {
  const { id, outlet, title, text } = document
  return {
    id: searchToken(id),
    outlet: outlet ?? '',
    title: title === null || text.startsWith(title) ? '' : title,
    body: text,
  }
}

export function decisionRow({ decision, json, sha256, fileEnd, custodyIndex }: StoredDecision): DecisionRow {
  return { dataset_id: DATASET, custody_index: custodyIndex, id: decision.id, sha256, file_end: fileEnd, json }
}

export function storedDecision({ json, sha256, file_end, custody_index }: DecisionRow): StoredDecision {
  return { decision: decodeDecision(json), json, sha256, fileEnd: file_end, custodyIndex: custody_index }
}
