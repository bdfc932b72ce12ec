import type { ReceivedItem } from '../../model/archived.ts'
import type { Bookmark } from '../capture-items.ts'

/** Something a source received, on its way into custody. */
export interface SourceItem {
  readonly kind: 'item'
  /** How messages name it: a path, a path with a line number, a URL. */
  readonly label: string
  readonly item: ReceivedItem
  /** Kept once the item is acknowledged: how far its source has been read. */
  readonly bookmark: Bookmark | null
}

/** Something that could not be received, or that a person must know about what was. */
export interface SourceNote {
  readonly kind: 'note'
  readonly label: string
  readonly message: string
  /** Whether something asked for was not received. */
  readonly isFault: boolean
}

export type Sourced = SourceItem | SourceNote
