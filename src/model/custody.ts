import type { ArchiveLocation } from './archived.ts'

/** A capture lies in the archive and is acknowledged. */
export interface CaptureEntry {
  readonly kind: 'capture'
  /** When it was logged: ISO 8601, UTC. */
  readonly at: string
  readonly captureId: string
  readonly receivedAt: string
  readonly resource: string
  /** SHA-256 of the bytes as received, hex. */
  readonly payloadSha256: string
  readonly location: ArchiveLocation
  /** The run that received it: an opaque id, told further only in the workspace's private folder. */
  readonly session: string
}

/** Bytes of the archive that hold no acknowledged capture: the head of a file, or what a failed write left behind. */
export interface ArchiveHeadEntry {
  readonly kind: 'archive-head'
  readonly at: string
  readonly location: ArchiveLocation
}

/** What an extractor read in a capture. */
export interface ReadingEntry {
  readonly kind: 'reading'
  readonly at: string
  readonly captureId: string
  /** Id of the document read; null when the capture could not be read. */
  readonly documentId: string | null
  readonly producer: string
  /** SHA-256 of the reading's JSON (or of the fault's), hex. */
  readonly sha256: string
}

/** What a person did to the record. */
export interface DecisionEntry {
  readonly kind: 'decision'
  readonly at: string
  readonly decisionId: string
  /** SHA-256 of the decision's JSON, hex. */
  readonly sha256: string
}

/** Something left the workspace. */
export interface ExportEntry {
  readonly kind: 'export'
  readonly at: string
  /** What was written, for example "proof", "backup", "csv". */
  readonly what: string
  /** SHA-256 of the file written, hex. */
  readonly sha256: string
}

/** Anything else that must not be forgotten: creation of the log, recovery after a crash, switch of extractor. */
export interface NoteEntry {
  readonly kind: 'note'
  readonly at: string
  readonly what: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/** One line of the custody log. Times are UTC; nothing in it tells who collects. */
export type CustodyEntry = CaptureEntry | ArchiveHeadEntry | ReadingEntry | DecisionEntry | ExportEntry | NoteEntry
