/** What a page can say about itself. */
export type MetadataField =
  | 'title'
  | 'outlet'
  | 'byline'
  | 'url'
  | 'language'
  | 'published'
  | 'modified'
  | 'description'

/** Where on the page a value stands, from the most to the least believed. */
export type MetadataOrigin =
  | 'json-ld'
  | 'meta'
  | 'itemprop'
  | 'link'
  | 'h1'
  | 'time'
  | 'html-lang'
  | 'byline-element'
  | 'title-element'
  | 'url'
  | 'date-line'

/** One value that a page gives for one field; all are kept until one is chosen. */
export interface MetadataCandidate {
  readonly field: MetadataField
  /** As the page gives it, white space collapsed, entities decoded. */
  readonly value: string
  readonly origin: MetadataOrigin
  /** The key it stood under, for example `datePublished` or `article:published_time`. */
  readonly key: string
}
