import type { LineRole } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Token } from './token.ts'

/** One sentence of one line. Sentences never cross lines. */
export interface Sentence extends Span {
  /** Position in the list of sentences it came with. */
  readonly index: number
  /** Position of its line in `document.lines`. */
  readonly line: number
  readonly role: LineRole
  readonly text: string
  readonly tokens: readonly Token[]
  /** Whether the sentence has no lower-case letters, so that capitals say nothing. */
  readonly isUpperCase: boolean
  /** Time of the live-blog post it stands in, or null. */
  readonly postedAt: string | null
}
