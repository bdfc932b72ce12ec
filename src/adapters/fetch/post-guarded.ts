import { Agent, request } from 'undici'

import { connectGuarded, resolveHost } from './connect-guarded.ts'
import { isPublicAddress } from './judge-address.ts'
import { judgeUrl } from './judge-url.ts'

const TIMEOUT_MS = 30_000
const MAX_BYTES = 1_000_000

/** Sends bytes to a URL and gives the body of the answer; throws when there is none. */
export type PostBytes = (url: string, body: Uint8Array, contentType: string) => Promise<Uint8Array>

/**
 * Posts to public addresses only, without following redirects, within limits of time and size.
 *
 * @param allowPrivate  lets this machine and its network through
 */
export function postGuarded({ allowPrivate }: { readonly allowPrivate: boolean }): PostBytes {
  return async (given, body, contentType) => {
    const verdict = judgeUrl(given, allowPrivate)
    if ('reason' in verdict) throw new Error(verdict.message)
    const mayConnect = allowPrivate ? () => true : isPublicAddress
    const dispatcher = new Agent({
      connect: connectGuarded({ resolve: resolveHost, mayConnect, timeoutMs: TIMEOUT_MS }),
      maxResponseSize: MAX_BYTES,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    })
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const headers = { 'content-type': contentType }
      const answer = await request(verdict.url, {
        method: 'POST',
        body: Buffer.from(body),
        headers,
        dispatcher,
        signal,
      })
      if (answer.statusCode !== 200) throw new Error(`it answered with status ${answer.statusCode}`)
      return new Uint8Array(await answer.body.arrayBuffer())
    } finally {
      await dispatcher.destroy()
    }
  }
}
