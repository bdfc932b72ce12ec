import type { IncidentRecord } from '../model/record.ts'
import type { ExportCapture, ExportTerms } from './export-set.ts'
import type { Spool } from './spool.ts'

/** One incident of an export with the captures that it rests on, by id. */
export interface ExportItem {
  readonly record: IncidentRecord
  readonly captures: ReadonlyMap<string, ExportCapture>
}

/** What is known before the first incident is written. */
export interface ExportPlan {
  readonly terms: ExportTerms
  /** Ids of the incidents that will be added, in order. */
  readonly incidents: readonly string[]
  readonly openSpool: () => Spool
}

export type Piece = string | Uint8Array

/** Writes one file of an export incident by incident: what was written is not held. */
export interface ExportEncoder {
  readonly name: string
  /** What is to be known of it, to be written beside it under its name and "-metadata.json"; takes the file's name; null where it says all itself. */
  readonly metadata: ((file: string) => Uint8Array) | null
  start(): Piece
  /** Incidents come in the order of their ids. */
  add(item: ExportItem): Piece
  end(): Iterable<Piece>
}
