import type { Headers } from '../../model/headers.ts'
import type { HttpExchange } from '../../model/archived.ts'
import { parseHead } from '../warc/parse-header-lines.ts'

/** Headers that let whoever reads them act as the collector; their values never reach the archive. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
  'x-api-key',
  'x-auth-token',
  'x-csrf-token',
])
export const REDACTED = '[redacted]'

/** Headers without secrets, and the names of those whose values were taken out. */
export interface RedactedHeaders {
  readonly headers: Headers
  readonly redacted: readonly string[]
}

/** Takes the values out of headers that are secrets; their names stay. */
export function redactHeaders(headers: Headers): RedactedHeaders {
  const isSecret = ([name]: readonly [string, string]): boolean => SECRET_HEADERS.has(name.trim().toLowerCase())
  return {
    headers: headers.map(([name, value]) => (isSecret([name, value]) ? [name, REDACTED] : [name, value])),
    redacted: [...new Set(headers.filter(isSecret).map(([name]) => name.trim().toLowerCase()))],
  }
}

/** The head of a message as bytes, and whether reading it gives exactly the same headers again. */
export interface HttpHead {
  readonly bytes: Buffer
  readonly isExact: boolean
}

/**
 * The head of a response whose body follows without transfer coding.
 *
 * A Transfer-Encoding, and a Content-Length that is not the body's, would make readers cut the body: they stand under
 * "X-Archive-Orig-…", as other tools do it.
 */
export function writeResponseHead(http: HttpExchange, headers: Headers, bodyLength: number): HttpHead {
  const isMisleading = (name: string, value: string): boolean =>
    name === 'transfer-encoding' || (name === 'content-length' && value.trim() !== String(bodyLength))
  const shown = headers.map(
    ([name, value]) =>
      [isMisleading(name.trim().toLowerCase(), value) ? `X-Archive-Orig-${name}` : name, value] as const,
  )
  const status = String(http.status).padStart(3, '0').slice(0, 3)
  return writeHead(`HTTP/1.1 ${status} ${http.statusText}`, shown, headers)
}

/** The head of the request that was answered. */
export function writeRequestHead(http: HttpExchange, headers: Headers): HttpHead {
  const url = URL.canParse(http.finalUrl) ? new URL(http.finalUrl) : null
  const target = url === null ? http.finalUrl : `${url.pathname}${url.search}`
  return writeHead(`${http.method} ${target.replaceAll(/\s/gu, '%20')} HTTP/1.1`, headers, headers)
}

function writeHead(firstLine: string, headers: Headers, original: Headers): HttpHead {
  const lines = [firstLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  const bytes = Buffer.from(`${lines.map(inOneLine).join('\r\n')}\r\n\r\n`, 'latin1')
  return { bytes, isExact: JSON.stringify(parseHead(bytes, 'latin1')?.headers) === JSON.stringify(original) }
}

function inOneLine(line: string): string {
  const one = line.replaceAll(/(?!\t)\p{Cc}/gu, ' ').replaceAll(/[^\t -\u00ff]/gu, '?')
  return one === '' ? ' ' : one
}
