import type { ReadOutcome } from '../../adapters/workers/read-task.ts'

/** Watches an ingest. */
export interface IngestObserver {
  /** An item is acknowledged. @param isNew false when the workspace had it already */
  captured(label: string, captureId: string, isNew: boolean): void
  /** A capture of an earlier run is taken up again. */
  resumed(label: string, captureId: string): void
  /** A reading, or the reason why there is none, is kept. */
  read(label: string, captureId: string, outcome: ReadOutcome): void
  note(label: string, message: string, isFault: boolean): void
}
