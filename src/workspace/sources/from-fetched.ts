import { type ContentType, splitContentType } from '../../1-capture/content-type.ts'
import type { CaptureWay, ReceivedItem } from '../../model/archived.ts'
import type { GivenMetadata } from '../../model/capture.ts'
import { headerOf } from '../../model/headers.ts'
import type { Fetched } from '../../ports/fetcher.ts'

/** A response as an item for custody. @param resource the URL that was asked for, without its fragment */
export function receiveFetched(
  fetched: Fetched,
  resource: string,
  way: Extract<CaptureWay, 'url' | 'feed' | 'sitemap'>,
  given: GivenMetadata,
): ReceivedItem {
  const { payload, payloadSha256, receivedAt, http } = fetched
  const { mediaType, charset } = contentTypeOf(fetched)
  return { way, resource, receivedAt, payload, payloadSha256, mediaType, charset, given, http }
}

/** Media type (lower case, without parameters) and charset of a response; "application/octet-stream" when it does not say. */
export function contentTypeOf({ http }: Fetched): ContentType {
  const { mediaType, charset } = splitContentType(headerOf(http.responseHeaders, 'content-type') ?? '')
  return { mediaType: mediaType === '' ? 'application/octet-stream' : mediaType, charset }
}
