/** Names inside an evidence bundle of many captures, besides those that every bundle has. */
export const RECORD_NAMES = {
  manifest: 'bundle.json',
  entries: 'custody/entries.ndjson',
  readings: 'readings.ndjson',
  decisions: 'decisions.ndjson',
  graph: 'exports/record.jsonld',
} as const

export const RECORD_SCHEMA = 'cairn/evidence-bundle@1'

/** What an evidence bundle says of itself. */
export interface RecordManifest {
  readonly schema: typeof RECORD_SCHEMA
  /** Whether it holds every capture and decision of the workspace, so that whoever imports it gets the same record. */
  readonly isWhole: boolean
  /** Extractor whose readings are in it. */
  readonly producer: string
  /** In the order of custody, as their spans stand in the archive file. */
  readonly captures: readonly BundledCapture[]
  /**
   * Captures behind the export whose bytes and reading are not in it, because words in them were redacted: the log's entries prove
   * that they were received and read, and by which digests. In the order of custody.
   */
  readonly withheld: readonly WithheldCapture[]
  /** Whether pages and readings in it hold words that were redacted in the record. */
  readonly holdsRedacted: boolean
}

/** A capture that a bundle names and does not hold. */
export interface WithheldCapture {
  readonly captureId: string
  /** SHA-256 of the bytes received, hex: as its entry of the log says. */
  readonly payloadSha256: string
  readonly reason: 'redacted'
}

/** Where a capture stands in the bundle's archive file. */
export interface BundledCapture {
  readonly captureId: string
  /** First byte of its span. */
  readonly offset: number
  readonly length: number
}
