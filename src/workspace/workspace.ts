import type { Archive } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { CustodyLog } from '../ports/custody-log.ts'
import type { RecordStore } from '../ports/record-store.ts'
import type { DecisionsFile } from './decisions/decisions-file.ts'

/** An opened workspace: one folder with the record, the archive and the custody log (research/storage.md, "Rules"). */
export interface Workspace {
  /** Absolute path of the folder. */
  readonly folder: string
  readonly store: RecordStore
  readonly archive: Archive
  readonly custody: CustodyLog
  readonly decisions: DecisionsFile
  readonly clock: Clock
  /** Opaque id of this run; what it stands for is told in the private folder only. */
  readonly session: string
  /** @throws {CairnError} "bad-workspace" when another process has put another database in the place of the opened one */
  assertCurrent(): void
  close(): Promise<void>
}
