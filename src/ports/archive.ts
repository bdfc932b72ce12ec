import type { ArchivedItem, ArchiveLocation, ReceivedItem } from '../model/archived.ts'

/** An item that is to be archived under its capture id. */
export interface ArchiveRequest {
  readonly captureId: string
  readonly item: ReceivedItem
}

/** Where a batch went. */
export interface Archived {
  /** The span of each item, in the order of the requests. */
  readonly locations: readonly ArchiveLocation[]
  /** Spans that had to be written around them and hold no item (the head of a new file). */
  readonly heads: readonly ArchiveLocation[]
}

/** What is wrong with a span. `missing` when the file or the bytes are not there. */
export interface ArchiveFault {
  readonly location: ArchiveLocation
  readonly reason: 'missing' | 'truncated' | 'changed' | 'unreadable' | 'wrong-payload'
  /** What was found, where, and what to do. */
  readonly message: string
}

/** Bytes that no logged span covers. */
export interface StrayBytes {
  readonly file: string
  readonly offset: number
  readonly length: number
  /** Whether the writer of the file still lives, so that the bytes are a write underway. */
  readonly isUnderway: boolean
}

/**
 * Content-addressed bytes in WARC files. Append-only: what was acknowledged never changes.
 *
 * Several processes may append at once, each to files of its own.
 */
export interface Archive {
  /**
   * Writes items; they are on the disk (fsync) when the promise resolves. A payload that the archive holds already may be
   * stored as a reference to it.
   *
   * @throws {CairnError} "disk-full" when there is no space; nothing of the batch then counts as written
   */
  append(requests: readonly ArchiveRequest[]): Promise<Archived>
  /** Reads an item back and proves every digest on the way; a fault is a value. */
  read(location: ArchiveLocation): Promise<ArchivedItem | ArchiveFault>
  /** Re-hashes one span without decoding it; null when it is as it was. */
  check(location: ArchiveLocation): Promise<ArchiveFault | null>
  /** Bytes in the archive's files that none of the spans covers, and files that hold none of them. */
  findStray(locations: Iterable<ArchiveLocation>): Promise<readonly StrayBytes[]>
  /** Cuts bytes off the end of a file that were never acknowledged; refuses bytes in its middle and files of a living writer. */
  dropStray(stray: StrayBytes): Promise<void>
  close(): Promise<void>
}
