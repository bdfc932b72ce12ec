/** How the bytes of a capture are to be read. `auto` was resolved before a capture exists. */
export type InputFormat = 'text' | 'html'

/** What the giver of the input says about it; each null means "not said". Wins over what the page says of itself. */
export interface GivenMetadata {
  /** The giver's own id of the document (JSONL `id`, or the file's path). */
  readonly sourceId: string | null
  readonly title: string | null
  /** Calendar date, or date and time with zone, as given. */
  readonly published: string | null
  readonly url: string | null
  readonly outlet: string | null
}

/**
 * The bytes received once: the evidentiary copy, never altered (codebook, "Things").
 *
 * `sha256` is the lower-case hex digest of `bytes`.
 */
export interface Capture {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly format: InputFormat
  /** Charset label from the transport (for example an HTTP header), or null. */
  readonly charset: string | null
  readonly given: GivenMetadata
}
