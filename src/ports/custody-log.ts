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
    | 'bad-hashes'
    | 'bad-key'
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

/** Proof that the log of `first` entries is the beginning of the log of `second`. */
export interface ConsistencyProof {
  readonly first: number
  readonly second: number
  readonly root: string
  /** In the order of RFC 9162, 2.1.4.1, hex. */
  readonly hashes: readonly string[]
}

/** What is known of the log from outside its files: without it, files that were all replaced together look right. */
export interface CustodyAnchor {
  /** The head as the record knows it (or as it was published); the log must contain it. Null when nothing is known. */
  readonly head: TreeHead | null
  /** Name of the key that signs the log ("cairn.custody/…"), or null when it is not known. */
  readonly keyName: string | null
}

/** An append-only Merkle log of what happened to the evidence. Only one process may append at a time: the caller holds the store's write lock. */
export interface CustodyLog {
  /** Name of the key that signs the log: to be kept in the record, as the anchor of `verify`. */
  keyName(): Promise<string>
  /**
   * The state that the last checkpoint signs, read again where another process has appended.
   *
   * @throws {CairnError} "bad-workspace" when there is no checkpoint that holds
   */
  head(): Promise<TreeHead>
  /**
   * Appends entries and signs a checkpoint over all; on the disk (fsync) when the promise resolves.
   *
   * @throws {CairnError} "disk-full"; the files are as they were before
   * @throws {CairnError} "bad-workspace" when a crash left the end unfinished: recover first
   */
  append(entries: readonly CustodyEntry[]): Promise<TreeHead>
  /** Entries from `start` (inclusive) on, in order, with their positions. */
  entries(start?: number): AsyncIterable<readonly [index: number, entry: CustodyEntry]>
  /** Cuts off a last line that a crash left unfinished (it was never acknowledged) and signs what lacks a checkpoint; says what it did. The caller holds the write lock. */
  recover(): Promise<readonly string[]>
  /** Proof that entry `index` is in the log of now. */
  prove(index: number): Promise<InclusionProof>
  /** Proof that the log of the first `first` entries is the beginning of the log of now; 0 < first <= size. */
  proveGrowth(first: number): Promise<ConsistencyProof>
  /** Re-hashes every line, compares with every checkpoint, checks every signature and timestamp, and that the log holds the anchor. */
  verify(anchor: CustodyAnchor): AsyncIterable<CustodyFault>
  /** The timestamps that are kept: the name of each, and the SHA-256 (hex) of the list of its files' digests. */
  timestamps(): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}
