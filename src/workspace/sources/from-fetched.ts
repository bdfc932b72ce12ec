import type { ReceivedItem } from '../../model/archived.ts'
import type { CaptureWay } from '../../model/archived.ts'
import type { GivenMetadata } from '../../model/capture.ts'
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
export function contentTypeOf({ http }: Fetched): { readonly mediaType: string; readonly charset: string | null } {
  const value = http.responseHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const [type = '', ...parameters] = value.split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/iu.exec(parameter)?.[1])
    .find((label) => label !== undefined)
  return { mediaType: mediaType === '' ? 'application/octet-stream' : mediaType, charset: charset ?? null }
}
