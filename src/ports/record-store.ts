import type { ArchiveLocation, CaptureWay } from '../model/archived.ts'
import type { GivenMetadata } from '../model/capture.ts'
import type { Claim } from '../model/claim.ts'
import type { StoredDecision } from '../model/decision.ts'
import type { Reading } from '../model/reading.ts'
import type { Unreadable } from '../model/document.ts'
import type { TreeHead } from './custody-log.ts'

/** A capture as the store knows it; the bytes lie in the archive. */
export interface StoredCapture {
  readonly id: string
  readonly way: CaptureWay
  /** Its URL, or a `file:` or `urn:` name: the same for every capture of one thing. */
  readonly resource: string
  readonly payloadSha256: string
  /** Bytes as received. */
  readonly size: number
  readonly mediaType: string
  readonly charset: string | null
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly finalUrl: string | null
  /** HTTP status, or null when it was not fetched. */
  readonly status: number | null
  readonly given: GivenMetadata
  readonly location: ArchiveLocation
  /** Position of its entry in the custody log. */
  readonly custodyIndex: number
}

/** What one extractor version made of one capture. */
export interface StoredReading {
  readonly captureId: string
  /** Name and version of the extractor, for example "rules 0.1.0". */
  readonly producer: string
  readonly result: Reading | Unreadable
  /** `result` as JSON on one line: exactly the bytes (UTF-8) that were hashed. */
  readonly json: string
  /** SHA-256 of `json`, hex: as in the custody log. */
  readonly sha256: string
  readonly readAt: string
}

/**
 * Narrow a list of claims; every condition that is not null must hold. Words match whole words, in any case and without
 * accents, in any order; a text without a word in it matches nothing.
 */
export interface ClaimFilter {
  readonly kind: 'figure' | 'event' | 'statement' | null
  readonly measure: string | null
  readonly who: string | null
  readonly stance: string | null
  readonly scope: string | null
  /** Words in the claimant's name, any case. */
  readonly claimant: string | null
  /** Words in the place's name or the place as written, any case. */
  readonly place: string | null
  /** ISO 3166 code of the place's country. */
  readonly country: string | null
  /** The claim's own date: intervals that touch [from, to], both inclusive, YYYY-MM-DD; claims without any date do not. */
  readonly from: string | null
  readonly to: string | null
  readonly outlet: string | null
  /** Full-text words that the claim's quote or sentence must hold. */
  readonly text: string | null
  /** A document's id, or the first characters of a capture's ("cap-…"). */
  readonly document: string | null
}

/** Keeps every claim. */
export const ALL_CLAIMS: ClaimFilter = {
  kind: null,
  measure: null,
  who: null,
  stance: null,
  scope: null,
  claimant: null,
  place: null,
  country: null,
  from: null,
  to: null,
  outlet: null,
  text: null,
  document: null,
}

export interface DocumentFilter {
  readonly outlet: string | null
  readonly language: string | null
  /** Publication date, both inclusive, YYYY-MM-DD. */
  readonly from: string | null
  readonly to: string | null
  /** Full-text words that the title or the text must hold. */
  readonly text: string | null
}

/** A part of a list; `next` continues it and is null at its end. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface PageRequest {
  readonly limit: number
  readonly after: string | null
}

/** A claim with the document it stands in. */
export interface FoundClaim {
  readonly claim: Claim
  readonly captureId: string
  readonly documentId: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly publishedAt: string | null
}

export interface FoundDocument {
  readonly captureId: string
  readonly documentId: string
  readonly resource: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  readonly publishedAt: string | null
  readonly receivedAt: string
  readonly claims: number
  /** Capture of the same URL that came before and had another text; null when there is none, and for what has no URL: a file's name or a line's id says too little to tell a revision from another text. */
  readonly revises: string | null
}

/** Counts for a report or a status line. */
export interface StoreCounts {
  readonly captures: number
  readonly readings: number
  readonly failed: number
  readonly claims: number
}

/** Writes of one transaction. All of it is kept, or nothing. */
export interface RecordWriter {
  /** The custody log's state as of the last commit. */
  custodyHead(): Promise<TreeHead>
  setCustodyHead(head: TreeHead): Promise<void>
  /** Which of the ids are stored already. */
  knownCaptures(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Which of the captures the ledger shows as read by `producer`, with the digest of the reading. */
  knownReadings(captureIds: readonly string[], producer: string): Promise<ReadonlyMap<string, string>>
  /** Adds captures; one that is stored already is left as it is. */
  addCaptures(captures: readonly StoredCapture[]): Promise<void>
  /** Keeps a reading with its claims, and marks the capture as read by that producer in the ledger. Replaces an earlier one of the same producer. */
  addReadings(readings: readonly StoredReading[]): Promise<void>
  /** Adds decisions; one that is stored already is left as it is. */
  addDecisions(decisions: readonly StoredDecision[]): Promise<void>
  /** The decision that was logged last; null when there is none. */
  lastDecision(): Promise<StoredDecision | null>
  setSetting(name: string, value: string): Promise<void>
  /** Settings whose names begin so, by name. */
  settings(prefix: string): Promise<readonly (readonly [name: string, value: string])[]>
}

/**
 * The record: captures, readings, claims, decisions, ledger, settings.
 *
 * Several processes may open one store. Everything listed comes in a stable order.
 */
export interface RecordStore {
  /**
   * Runs `work` in one write transaction that excludes every other writer, waits its turn when another is writing, and is on
   * the disk (fsync) when the promise resolves. `work` must be short.
   *
   * @throws {CairnError} "disk-full" | "store-busy"; nothing of the transaction is kept then
   */
  write<T>(work: (writer: RecordWriter) => Promise<T>): Promise<T>
  custodyHead(): Promise<TreeHead>
  setting(name: string): Promise<string | null>
  /** All settings, by name. */
  settings(): Promise<readonly (readonly [name: string, value: string])[]>
  capture(id: string): Promise<StoredCapture | null>
  /** Captures whose id starts so, in custody order; ten at most. */
  capturesById(prefix: string): Promise<readonly StoredCapture[]>
  /** Captures in custody order, from `after` (an id, exclusive) on. */
  captures(after: string | null, limit: number): Promise<readonly StoredCapture[]>
  /** Captures after `after` (an id, exclusive) that the ledger does not show as read by `producer`, in custody order: the queue of the reading stage. */
  unread(producer: string, after: string | null, limit: number): Promise<readonly StoredCapture[]>
  /** Where the archive holds these bytes, by the first committed capture of them; null when none has them. */
  payloadLocation(payloadSha256: string): Promise<ArchiveLocation | null>
  /** The latest capture of a resource, or null. */
  latestCapture(resource: string): Promise<StoredCapture | null>
  /** The producers that have read a capture, by name. */
  producers(captureId: string): Promise<readonly string[]>
  /** What `producer` made of a capture, or null. */
  reading(captureId: string, producer: string): Promise<StoredReading | null>
  /** Digests of what `producer` made of captures, by capture; what it has not read is left out. */
  readingDigests(captureIds: readonly string[], producer: string): Promise<ReadonlyMap<string, string>>
  /** Claims by the active producer (setting "producer"), in the order of captures and then of the text. */
  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<FoundClaim>>
  /** Claims whose id starts so, by the active producer; at most 100. */
  claimsById(prefix: string): Promise<readonly FoundClaim[]>
  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<FoundDocument>>
  /** Decisions in custody order, which is that of time, from `after` (an id, exclusive) on. */
  decisions(after: string | null, limit: number): Promise<readonly StoredDecision[]>
  decisionCount(): Promise<number>
  counts(producer: string): Promise<StoreCounts>
  /** Checks the store itself (every byte of its files, indexes, full text, each reading against what is derived from it) and names each fault. */
  check(): AsyncIterable<string>
  close(): Promise<void>
}
