import type { Dispatcher } from 'undici'

import { headerOf, type Headers } from '../../model/headers.ts'
import { REFUSED_ADDRESS } from './connect-guarded.ts'
import type { FetchLimits } from './fetch-limits.ts'
import { labelUrl } from './label-url.ts'

/** One answer, whatever its status. */
export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  readonly payload: Uint8Array
}

/** One request that got no whole answer. */
export interface NoAnswer {
  readonly kind: 'no-answer'
  readonly reason: 'private-address' | 'too-large' | 'timeout' | 'network'
  /** Whether asking again soon may help. */
  readonly mayRetry: boolean
  readonly message: string
}

/** Connection faults that often pass by themselves, with words for them. */
const PASSING_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ECONNRESET', 'the server broke the connection'],
  ['EPIPE', 'the server broke the connection'],
  ['UND_ERR_SOCKET', 'the server broke the connection before the answer was complete'],
  ['EAI_AGAIN', 'the name server did not answer'],
  ['ENETUNREACH', 'the network cannot be reached'],
  ['EHOSTUNREACH', 'the host cannot be reached'],
])
/** Faults that asking again will not mend, with words for them. */
const LASTING_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'no host of that name is known'],
  ['ECONNREFUSED', 'the host takes no connections on that port'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the headers of the answer are too long'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the answer is not as long as it says'],
  ['UND_ERR_DESTROYED', 'the fetcher was closed'],
  ['UND_ERR_CLOSED', 'the fetcher was closed'],
])
const TIMEOUTS: ReadonlySet<string> = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'])

/**
 * Sends one GET request and reads its answer within limits: no redirects, no cookies, no content decoding.
 *
 * The body of a redirect or an error is read as well, up to the limits.
 */
export async function requestOnce(
  dispatcher: Dispatcher,
  url: URL,
  headers: Headers,
  limits: FetchLimits,
): Promise<Answer | NoAnswer> {
  const label = labelUrl(url.href)
  const stop = new AbortController()
  const total = setTimeout(
    () => stop.abort(new LimitMet(`was not complete after ${inSeconds(limits.totalMs)}`)),
    limits.totalMs,
  )
  const idle = setTimeout(() => stop.abort(new LimitMet(`sent nothing for ${inSeconds(limits.idleMs)}`)), limits.idleMs)
  try {
    const request = dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: headers.flat(),
      signal: stop.signal,
      responseHeaders: 'raw',
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    // A signal ends a request only once it is connected, so the wait for the connection is ended here.
    const response = await Promise.race([request, rejectOnAbort(stop.signal)])
    // With `responseHeaders: 'raw'` names and values come as one flat list, in the order and case received.
    const received = pairHeaders(response.headers as unknown as readonly string[])
    const announced = Number(headerOf(received, 'content-length') ?? 0)
    const chunks: Uint8Array[] = []
    let size = 0
    idle.refresh()
    if (announced > limits.maxBytes) return tooLarge(label, limits)
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      idle.refresh()
      size += chunk.length
      if (size > limits.maxBytes) return tooLarge(label, limits)
      chunks.push(chunk)
    }
    return {
      kind: 'answer',
      status: response.statusCode,
      statusText: response.statusText,
      headers: received,
      payload: Buffer.concat(chunks),
    }
  } catch (error) {
    return describeFailure(error, label)
  } finally {
    clearTimeout(total)
    clearTimeout(idle)
    stop.abort()
  }
}

/** Rejects with the reason when the signal is given; never resolves. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

function pairHeaders(flat: readonly string[]): Headers {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? ''])
}

function tooLarge(label: string, limits: FetchLimits): NoAnswer {
  const message = `${label} is larger than the limit of ${limits.maxBytes} bytes. Raise the limit to fetch it.`
  return { kind: 'no-answer', reason: 'too-large', mayRetry: false, message }
}

/** A limit that was met on the way. */
class LimitMet extends Error {}

function describeFailure(error: unknown, label: string): NoAnswer {
  const fault = { kind: 'no-answer', reason: 'network', mayRetry: false } as const
  if (error instanceof LimitMet) return { ...fault, reason: 'timeout', message: `${label} ${error.message}.` }
  const code = findCode(error)
  if (code === REFUSED_ADDRESS) {
    const message = `The host of ${label} has an address on this machine or its network, where nothing is fetched from.`
    return { ...fault, reason: 'private-address', message }
  }
  if (TIMEOUTS.has(code)) {
    return { ...fault, reason: 'timeout', mayRetry: true, message: `${label} could not be reached in time.` }
  }
  const passing = PASSING_FAULTS.get(code)
  if (passing !== undefined) return { ...fault, mayRetry: true, message: `${label} could not be fetched: ${passing}.` }
  const lasting = LASTING_FAULTS.get(code) ?? describeCode(code)
  return { ...fault, message: `${label} could not be fetched: ${lasting}.` }
}

/** Words for families of codes that have many members. */
function describeCode(code: string): string {
  if (code.startsWith('HPE_')) return `the answer is not HTTP (${code})`
  if (/CERT|TLS|SSL|SIGNATURE/u.test(code)) return `its certificate or encryption cannot be trusted (${code})`
  return code === '' ? 'an unknown fault' : `fault ${code}`
}

/** The code of an error, of its cause, or of the first of several that were tried together. */
function findCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  if (error instanceof AggregateError) return findCode(error.errors[0])
  return findCode(error.cause)
}

function inSeconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`
}
