import type { ReportRef } from '../../model/incident.ts'

/** An incident report that is known already: what it is compared by and where it stands. */
export interface KnownReport extends ReportRef {
  /** Capture id and report id with a space between: unique. */
  readonly key: string
  /** ISO 8601 UTC. */
  readonly receivedAt: string
  /** 0 to 2^32 - 1 (`rankOf`). */
  readonly rank: number
  /** What it is compared by (`packProfile`). */
  readonly profile: string
  /** Report ids of the reports of its document that only carry it on. */
  readonly parts: readonly string[]
  /** Claims of it and of its parts. */
  readonly claims: number
  /** Key of the report that it follows wherever that goes; null for one that stands by itself. */
  readonly leader: string | null
  /** Id of its incident. */
  readonly incident: string
}

/** Finds the reports that are known already, many at once. */
export interface ReportLookup {
  /** Reports that stand in each block, lowest rank first, at most `limit` of each; blocks that hold none are left out. */
  inBlocks(blocks: readonly string[], limit: number): Promise<ReadonlyMap<string, readonly KnownReport[]>>
  /** Reports of incidents that stand by themselves (no followers). */
  members(incidents: readonly string[]): Promise<readonly KnownReport[]>
  /** Every report of these captures, followers included. */
  reportsOfCaptures(captureIds: readonly string[]): Promise<readonly KnownReport[]>
}
