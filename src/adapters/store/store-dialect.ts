import type { ColumnDataType, Kysely, RawBuilder } from 'kysely'

import type { Schema } from './schema.ts'

/** Words that claims must hold, each list in its own part of them; null when any will do. */
export interface ClaimWords {
  /** In the quote or its sentence. */
  readonly text: string | null
  readonly claimant: string | null
  readonly place: string | null
}

/** Words that documents must hold. */
export interface DocumentWords {
  /** The word of its id (search-token.ts): few other documents have it. */
  readonly id: string | null
  /** In the title or the text. */
  readonly text: string | null
  readonly outlet: string | null
}

/** Where a list of claims goes on: everything up to and including this claim was shown. */
export interface ClaimCursor {
  readonly custodyIndex: number
  readonly position: number
}

/** Parts of a SELECT over `c` (claims) of one producer, after the cursor, whose words match. */
export interface ClaimSource {
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  /** Sorts by custody index, then position. */
  readonly order: RawBuilder<unknown>
}

/** What differs between databases; everything else is the same statements for all. */
export interface StoreDialect {
  /** Type of a column of bytes. */
  readonly bytes: ColumnDataType
  /** Ends the definition of a table whose rows lie in the order of its primary key. */
  readonly clustered: RawBuilder<unknown>
  createTextSearch(db: Kysely<unknown>): Promise<void>
  /** Triggers: captures never change, a reading changes in place only. */
  guardAppendOnly(db: Kysely<unknown>): Promise<void>
  /** Triggers: decisions are only ever added. */
  guardDecisions(db: Kysely<unknown>): Promise<void>
  findClaims(words: ClaimWords, producer: number, after: ClaimCursor): ClaimSource
  /** Claims whose id begins with `prefix`. */
  findClaimsById(prefix: string, producer: number): ClaimSource
  /** What is wrong with pages, indexes, foreign keys and full text, in words. */
  findStorageFaults(db: Kysely<Schema>): AsyncIterable<string>
  /** Condition on the custody index of `r` (readings) or `c` (claims) of one producer. */
  matchDocuments(words: DocumentWords, producer: number, of: 'r' | 'c'): RawBuilder<unknown>
}
