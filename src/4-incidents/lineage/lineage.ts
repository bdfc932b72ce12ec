import type { LineageLink } from '../../model/incident.ts'

/** Which texts come from which: what the origins of a matter and the copies of an incident are read from. */
export interface Lineage {
  /** Every link, sorted by capture, then by the share of the later text that comes from the other, largest first. */
  readonly links: readonly LineageLink[]
  /** Links of a document to those it comes from, the main one first; empty for a root. */
  sourcesOf(captureId: string): readonly LineageLink[]
  /** The root of the document's text: itself unless its main source, or the source of that, is another. */
  rootOf(captureId: string): string
  /** News agency that the document's text is credited to, as written, or null. */
  creditOf(captureId: string): string | null
}
