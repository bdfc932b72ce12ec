import type { CustodyEntry } from '../model/custody.ts'

/** A state of the log: how many entries, and the root of the Merkle tree over them (RFC 6962, SHA-256, hex). */
export interface TreeHead {
  readonly size: number
  readonly root: string
}

/** One thing that is wrong with the log, its checkpoints or its timestamps. */
export interface CustodyFault {
  /** Position of the entry, or null when no single entry is at fault. */
  readonly index: number | null
  readonly reason:
    | 'torn'
    | 'rewritten'
    | 'truncated'
    | 'bad-signature'
    | 'bad-checkpoint'
    | 'bad-timestamp'
    | 'unreadable'
  readonly message: string
}

export interface InclusionProof {
  readonly index: number
  readonly size: number
  readonly root: string
  /** Sibling hashes from the leaf up, hex. */
  readonly hashes: readonly string[]
}

/** An append-only Merkle log of what happened to the evidence. Only one process may append at a time: the caller holds the store's write lock. */
export interface CustodyLog {
  /** The state on the disk, read again where another process has appended. */
  head(): Promise<TreeHead>
  /**
   * Appends entries and signs a checkpoint over all; on the disk (fsync) when the promise resolves.
   *
   * @throws {CairnError} "disk-full"
   */
  append(entries: readonly CustodyEntry[]): Promise<TreeHead>
  /** Entries from `start` (inclusive) on, in order, with their positions. */
  entries(start?: number): AsyncIterable<readonly [index: number, entry: CustodyEntry]>
  /** Cuts off a last line that a crash left unfinished (it was never acknowledged) and signs what lacks a checkpoint; says what it did. */
  recover(): Promise<readonly string[]>
  /** Proof that entry `index` is in the log of now. */
  prove(index: number): Promise<InclusionProof>
  /** Re-hashes every line, compares with every checkpoint, checks every signature and timestamp. */
  verify(): AsyncIterable<CustodyFault>
  close(): Promise<void>
}
