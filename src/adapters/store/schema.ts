/**
 * The tables, as Kysely sees them: the same for every database.
 *
 * Every key begins with `dataset_id`. A reading is named by (producer, custody_index), its claims by that and their
 * position: the order of every list.
 */
export interface Schema {
  readonly captures: CaptureRow
  readonly producers: ProducerRow
  readonly readings: ReadingRow
  readonly reading_bodies: ReadingBodyRow
  readonly claims: ClaimRow
  readonly incident_reports: IncidentReportRow
  readonly ledger: LedgerRow
  readonly settings: SettingRow
  readonly custody_heads: CustodyHeadRow
  readonly decisions: DecisionRow
}

/** The only data set of an embedded store. */
export const DATASET = 'default'

/** Captures are indexed by so much of the digest of their payload, which keeps the index small: the rest is compared. */
export const PAYLOAD_KEY_LENGTH = 8
export const PAYLOAD_KEY = `substr(payload_sha256, 1, ${PAYLOAD_KEY_LENGTH})`

export interface CaptureRow {
  readonly dataset_id: string
  readonly custody_index: number
  readonly id: string
  readonly way: string
  readonly resource: string
  readonly payload_sha256: string
  readonly size: number
  readonly media_type: string
  readonly charset: string | null
  readonly received_at: string
  readonly final_url: string | null
  readonly status: number | null
  readonly given_source_id: string | null
  readonly given_title: string | null
  readonly given_published: string | null
  readonly given_url: string | null
  readonly given_outlet: string | null
  readonly location_file: string
  readonly location_offset: number
  readonly location_length: number
  readonly location_sha256: string
}

/** Short numbers for the names of producers. */
export interface ProducerRow {
  readonly dataset_id: string
  readonly number: number
  readonly name: string
}

interface ReadingKey {
  readonly dataset_id: string
  readonly producer: number
  readonly custody_index: number
}

/** What lists and filters need of a reading; its JSON stands in `reading_bodies`. */
export interface ReadingRow extends ReadingKey {
  readonly kind: 'reading' | 'unreadable'
  readonly sha256: string
  readonly read_at: string
  readonly document_id: string | null
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  readonly published_at: string | null
  /** Calendar day of `published_at`, as written. */
  readonly published_day: string | null
  readonly claims: number
  readonly incidents: number
}

export interface ReadingBodyRow extends ReadingKey {
  /** See pack-reading.ts. */
  readonly body: Uint8Array
}

/** What filters need of a claim; the claim itself is taken from the reading's JSON. */
export interface ClaimRow extends ReadingKey {
  /** Place in the reading's list of claims, from 0. */
  readonly position: number
  readonly id: string
  readonly kind: string
  readonly measure: string | null
  /** Groups with a space before and after each; null for claims without a figure. */
  readonly who: string | null
  readonly low: number | null
  readonly high: number | null
  readonly scope: string | null
  readonly stance: string
  readonly claimant: string
  readonly place_name: string | null
  readonly place_written: string | null
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly when_start: string | null
  readonly when_end: string | null
}

export interface IncidentReportRow extends ReadingKey {
  readonly position: number
  readonly id: string
  readonly event: string
  readonly sub_event: string
  readonly place_name: string | null
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly when_start: string | null
  readonly when_end: string | null
  /** How many claims belong to it. */
  readonly claims: number
}

/** Which stage has done which capture, by which version. */
export interface LedgerRow {
  readonly dataset_id: string
  readonly stage: string
  readonly version: string
  readonly custody_index: number
  readonly state: 'done' | 'failed'
  readonly reason: string | null
  readonly at: string
}

export interface SettingRow {
  readonly dataset_id: string
  readonly name: string
  readonly value: string
}

/** A line of the decisions file. */
export interface DecisionRow {
  readonly dataset_id: string
  readonly custody_index: number
  readonly id: string
  readonly sha256: string
  /** Byte behind the line in the file, its line break included. */
  readonly file_end: number
  readonly json: string
}

export interface CustodyHeadRow {
  readonly dataset_id: string
  readonly size: number
  readonly root: string
}
