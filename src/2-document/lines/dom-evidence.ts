import type { Span } from '../../model/span.ts'

/** What the page's own structure says about a line of the text that was read out of it. */
export interface DomEvidence extends Span {
  /** Lower-case tag of the block that held the line ("p", "li", "h2", "figcaption", "blockquote", …). */
  readonly tag: string
  /** Share of the line's characters that stand inside links, 0 to 1. */
  readonly linkDensity: number
  /** Lower-case class and id words of the block and its ancestors up to the main container, space-separated. */
  readonly container: string
  /** Time shown by the live-blog post that holds the line (ISO 8601), or null. */
  readonly postedAt: string | null
}
