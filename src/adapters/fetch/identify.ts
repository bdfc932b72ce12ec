import type { Headers } from '../../model/headers.ts'
import { CairnError } from '../../model/error.ts'
import type { Validators } from '../../ports/fetcher.ts'

/** Who asks: shown to every site in the User-Agent header. */
export interface Identity {
  /** Version of Cairn. */
  readonly version: string
  /** Web or mailto address under which the people who run this Cairn can be reached; null when none is configured. */
  readonly contact: string | null
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5'
/** Bodies are kept as received, so plain ones are liked best; what is compressed all the same can be read. */
const ACCEPT_ENCODING = 'identity, gzip;q=0.5, br;q=0.3, deflate;q=0.2'
/** A validator that can be sent back: printable ASCII of a sensible length. */
const VALIDATOR = /^[\x20-\x7e]{1,1000}$/u

/**
 * The User-Agent header: product, version, contact. Nothing pretends to be a browser.
 *
 * @throws {CairnError} "bad-usage" when the contact is neither a web nor a mail address
 */
export function nameAgent({ version, contact }: Identity): string {
  if (contact === null) return `Cairn/${version}`
  const url = URL.canParse(contact) ? new URL(contact) : null
  if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol) || /[\s()\\]/u.test(url.href)) {
    const message = `The contact "${contact}" is not an address that sites can reach you at. Give it as https://… or mailto:….`
    throw new CairnError('bad-usage', message)
  }
  return `Cairn/${version} (+${url.href})`
}

/** The headers of one request, in the order sent; the answer's validators of last time ask whether anything changed. */
export function buildHeaders(url: URL, agent: string, validators: Validators | null): Headers {
  const etag = validators?.etag ?? ''
  const lastModified = validators?.lastModified ?? ''
  return [
    ['host', url.host],
    ['User-Agent', agent],
    ['Accept', ACCEPT],
    ['Accept-Encoding', ACCEPT_ENCODING],
    ...(VALIDATOR.test(etag) ? [['If-None-Match', etag] as const] : []),
    ...(VALIDATOR.test(lastModified) ? [['If-Modified-Since', lastModified] as const] : []),
  ]
}
