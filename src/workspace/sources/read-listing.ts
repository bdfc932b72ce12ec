import { decodeContent } from '../../1-capture/decode-content.ts'
import { discover } from '../../adapters/discover/discover.ts'
import { headerOf } from '../../model/headers.ts'
import type { Fetched } from '../../ports/fetcher.ts'

/** What a feed or sitemap may hold after its content coding was undone. */
const MAX_LISTING_BYTES = 50_000_000

/** The articles that a fetched feed or sitemap points to, or what it is instead. */
export function readListing({ payload, http }: Fetched): ReturnType<typeof discover> {
  const { responseHeaders, finalUrl } = http
  const plain = decodeContent(payload, headerOf(responseHeaders, 'content-encoding'), MAX_LISTING_BYTES)
  if ('reason' in plain) {
    return { kind: 'fault', reason: plain.reason === 'too-large' ? 'too-large' : 'damaged', message: plain.message }
  }
  return discover(plain.bytes, headerOf(responseHeaders, 'content-type') ?? '', finalUrl)
}
