/** An article that a feed or sitemap points to. */
export interface DiscoveredEntry {
  /** Absolute, as the source gave it. */
  readonly url: string
  /** The same for every address of one article (see `identifyUrl`). */
  readonly identity: string
  readonly title: string | null
  /** Publication in UTC or as a calendar day; null when it is not said or unclear. Never the time of an update. */
  readonly published: string | null
  /** The date as written; null when there is none. */
  readonly publishedAsWritten: string | null
  readonly outlet: string | null
  /** BCP 47 tag, lower case. */
  readonly language: string | null
  readonly way: 'feed' | 'sitemap'
}

/** What a feed or sitemap holds. */
export interface Discovery {
  readonly kind: 'feed' | 'sitemap' | 'sitemap-index'
  readonly title: string | null
  /** In the order of the source, each article once. */
  readonly entries: readonly DiscoveredEntry[]
  /** Sitemaps that an index points to. */
  readonly nested: readonly string[]
  /** What was left out and why, in words; empty when nothing was. */
  readonly notes: readonly string[]
}

/** A page was given where a feed was expected; these are the feeds it names. */
export interface PageWithFeeds {
  readonly kind: 'page'
  readonly feeds: readonly { readonly url: string; readonly title: string | null }[]
  /** What to do, in words. */
  readonly message: string
}

/** The bytes are no feed or sitemap that can be read. Codes are stable. */
export interface DiscoveryFault {
  readonly kind: 'fault'
  readonly reason: 'empty' | 'not-a-feed' | 'malformed' | 'too-large' | 'too-many' | 'damaged'
  readonly message: string
}
