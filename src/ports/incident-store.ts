import type { Grade, IncidentStatus, ReportRef } from '../model/incident.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { Page, PageRequest } from './record-store.ts'

/**
 * One incident report as merging keeps it: what it is compared by and where it stands. Reports are merged one by one, in
 * the order of custody; a report looks only at the reports of its blocks.
 */
export interface MergeReport extends ReportRef {
  /** Capture id and report id with a space between: unique. Report ids hold no blank. */
  readonly key: string
  /** When its capture was received, ISO 8601 UTC: an incident is named after its earliest report. */
  readonly receivedAt: string
  /** 0 to 2^32 - 1, from the key's digest: the lowest ranks of a large block speak for it. */
  readonly rank: number
  /** What the stage compares, as the stage packs it (`packProfile`): any text without NUL. */
  readonly profile: string
  /** The other reports of its document that only carry it on: they stand wherever it stands. */
  readonly parts: readonly string[]
  /** Claims of it and of its parts. */
  readonly claims: number
}

/** Where a report stands. */
export interface ReportPlace {
  /** Key of the report that it follows wherever that goes (large blocks only); null for one that stands by itself. */
  readonly leader: string | null
  /** Id of its incident. */
  readonly incident: string
}

export type PlacedReport = MergeReport & ReportPlace

/** Up to when the readings are merged, and by what. All of it is derived: it can be thrown away and made again. */
export interface IncidentState {
  /** Extractor whose readings these are, with the version of merging, for example "rules 0.1.0, merge 1". */
  readonly version: string
  /** The last capture, in custody order, that was come to; null when none was. */
  readonly through: string | null
  /** Captures before it that were not read yet when they were come to. */
  readonly skipped: readonly string[]
  /** How many decisions are taken into account. */
  readonly decisions: number
}

/** What lists and filters know of an incident. */
export interface IncidentSummary {
  readonly id: string
  readonly previousIds: readonly string[]
  readonly label: string
  readonly event: string
  readonly subEvent: string
  readonly place: string | null
  readonly country: string | null
  readonly admin1: string | null
  /** WGS84 degrees. */
  readonly lat: number | null
  readonly lon: number | null
  /** Calendar days, both inclusive; null when not known. */
  readonly start: string | null
  readonly end: string | null
  readonly status: IncidentStatus
  readonly grade: Grade
  /** Bounds of the first figure of the whole incident; null where nothing is claimed or the bound is open. */
  readonly killed: ClaimedRange | null
  readonly injured: ClaimedRange | null
  readonly documents: number
  readonly origins: number
  readonly claims: number
  /** Findings that a person should look at. */
  readonly findings: number
}

export interface ClaimedRange {
  readonly low: number | null
  readonly high: number | null
}

/** Two incidents that may be one, or a report that may belong elsewhere: for a person to answer. */
export interface IncidentQuestion {
  /** Ids of the two incidents, the smaller first. */
  readonly incidents: readonly [string, string]
  /** The two reports that fit best. */
  readonly reports: readonly [ReportRef, ReportRef]
  /** Probability that the two are one, 0 to 1. */
  readonly probability: number
  /** What speaks for and against it. */
  readonly features: readonly string[]
}

/** Narrow a list of incidents; every condition that is not null must hold. */
export interface IncidentFilter {
  /** Intervals that touch [from, to], both inclusive, YYYY-MM-DD; incidents without a date do not. */
  readonly from: string | null
  readonly to: string | null
  /** Words in the place's name or the label, any case, without accents. */
  readonly place: string | null
  readonly country: string | null
  /** ACLED event or sub-event type, any case. */
  readonly type: string | null
  readonly status: IncidentStatus | null
  readonly grade: Grade | null
  /** At least so many documents. */
  readonly documents: number | null
  /** At least so many killed by the highest bound claimed, be it a lower one ("at least 31"). */
  readonly killed: number | null
}

/** Keeps every incident. */
export const ALL_INCIDENTS: IncidentFilter = {
  from: null,
  to: null,
  place: null,
  country: null,
  type: null,
  status: null,
  grade: null,
  documents: null,
  killed: null,
}

/** `reports`: most documents first; `date`: by first day (by the last when open to the past), the latest first, undated last; `killed`: the highest bound claimed first. Ties by id. */
export type IncidentOrder = 'reports' | 'date' | 'killed'

/** An incident's id that was known before, and the report that it was named after: whoever has the old id finds the incident. */
export interface FormerId {
  readonly id: string
  readonly report: string
}

/** Writes of one transaction. All of it is kept, or nothing. */
export interface IncidentWriter {
  /**
   * Adds reports with the blocks they stand in (hashes or keys, short texts); each key once. A leader stands in the store or
   * is added by the same call.
   */
  addReports(reports: readonly (PlacedReport & { readonly blocks: readonly string[] })[]): Promise<void>
  /** Puts reports elsewhere, all at once; followers of a report that moves go with it. A follower's incident is its leader's, whatever is said. */
  moveReports(places: readonly (ReportPlace & { readonly key: string })[]): Promise<void>
  /** Notes that the record of these incidents has to be made again. */
  markStale(incidents: readonly string[]): Promise<void>
  /** Keeps the record of an incident; it is stale no longer. */
  putRecord(record: IncidentRecord): Promise<void>
  /** Removes incidents that hold no report any more (move them first), with their records and questions. */
  removeIncidents(ids: readonly string[]): Promise<void>
  /** Replaces every question in which one of `incidents` takes part. */
  putQuestions(incidents: readonly string[], questions: readonly IncidentQuestion[]): Promise<void>
  /** The reports stand in the store, themselves or as parts. */
  addFormerIds(former: readonly FormerId[]): Promise<void>
  setState(state: IncidentState): Promise<void>
  /** Forgets everything: what was merged by another version is made again. */
  clear(): Promise<void>
}

/**
 * What merging made of the readings: reports by block, incidents, their records, open questions. Derived from captures,
 * readings and decisions, and made again at will.
 *
 * Several processes may open one store; one at a time writes. Everything listed comes in a stable order.
 */
export interface IncidentStore {
  /**
   * What it wrote may be lost when the power fails, all of it, never half: the state tells what is there.
   *
   * @throws {CairnError} "disk-full" | "store-busy"; "bad-usage" for a report that is not there (or is there already) and for
   * followers in a circle; nothing of the transaction is kept then
   */
  write<T>(work: (writer: IncidentWriter) => Promise<T>): Promise<T>
  /** Null when nothing was merged yet. */
  state(): Promise<IncidentState | null>
  /** Reports that stand in each block, lowest rank first (those of one rank in a stable order), at most `limit` of each; blocks that hold none are left out. */
  inBlocks(blocks: readonly string[], limit: number): Promise<ReadonlyMap<string, readonly PlacedReport[]>>
  /** Reports of these keys, by key; those that are not known are left out. */
  reports(keys: readonly string[]): Promise<readonly PlacedReport[]>
  /** Reports of incidents that stand by themselves (no followers), by key. */
  members(incidents: readonly string[]): Promise<readonly PlacedReport[]>
  /** Every report of an incident, followers and parts included, the earliest received first, then by key. */
  reportsOf(incident: string): Promise<readonly ReportRef[]>
  /** Reports of captures, with where they stand, by key. */
  reportsOfCaptures(captureIds: readonly string[]): Promise<readonly PlacedReport[]>
  /** Incidents whose records have to be made, by id. */
  stale(limit: number): Promise<readonly string[]>
  /** The incident's record, found by its id or by one it had before; null when there is none. */
  incident(id: string): Promise<IncidentRecord | null>
  /** Ids that start so, former ones as the ids they became; ten at most. */
  incidentIds(prefix: string): Promise<readonly string[]>
  incidents(filter: IncidentFilter, order: IncidentOrder, page: PageRequest): Promise<Page<IncidentSummary>>
  /** Records in the order of their ids, from `after` (exclusive) on: for exports. */
  records(after: string | null, limit: number): Promise<readonly IncidentRecord[]>
  /** Open questions, the most probable first. */
  questions(page: PageRequest): Promise<Page<IncidentQuestion>>
  /** Former ids of incidents, by incident. */
  formerIds(incidents: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  counts(): Promise<{
    readonly incidents: number
    readonly reports: number
    readonly questions: number
    readonly stale: number
  }>
  /** Checks every byte of its files and its indexes, and names each fault. */
  check(): AsyncIterable<string>
  close(): Promise<void>
}
