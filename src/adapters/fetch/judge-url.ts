import { isIP } from 'node:net'

import { isPublicAddress } from './judge-address.ts'
import { labelUrl } from './label-url.ts'

/** Longest URL that is asked for. */
const MAX_URL_CHARS = 4096
/** Ports below this belong to well-known services; of these only the web's are asked. */
const FIRST_FREE_PORT = 1024
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443])
/**
 * Ports from 1024 on that belong to services which are not web sites: those the Fetch standard blocks
 * (https://fetch.spec.whatwg.org/#port-blocking) and those of databases, queues, caches, container and desktop services.
 */
const SERVICE_PORTS: ReadonlySet<number> = new Set(
  (
    '1433 1521 1719 1720 1723 1883 2049 2181 2375 2376 2379 2380 3128 3306 3389 3659 4045 4190 4222 5060 5061 5432 5601 ' +
    '5672 5900 5901 5984 5985 5986 6000 6379 6443 6566 6665 6666 6667 6668 6669 6679 6697 7001 8086 8500 9042 9092 9200 ' +
    '9300 10080 10250 10255 11211 15672 27017 27018 50000 61616'
  )
    .split(' ')
    .map(Number),
)
/** Endings of host names that never lead to the public internet (RFC 6761, 6762, 7686, 8375, 9476, and what routers use). */
const PRIVATE_NAMES: ReadonlySet<string> = new Set(
  'localhost localhost6 localdomain local internal intranet lan corp home private home.arpa invalid test onion alt'.split(
    ' ',
  ),
)

/** A URL that may be asked for, or why it may not. */
export type UrlVerdict =
  | { readonly url: URL }
  | { readonly reason: 'bad-url' | 'private-address'; readonly message: string }

/**
 * Whether a URL may be asked for, before any look-up: http(s), no user name, a usual port, no private host.
 *
 * The parser of the URL standard turns every way to write an IPv4 address (decimal, octal, hexadecimal, short, full-width)
 * into the dotted one, so one check covers all. What a name resolves to is judged again when connecting.
 *
 * @param allowPrivate  lets this machine and its network through, for tests and sites of one's own
 */
export function judgeUrl(given: string, allowPrivate: boolean): UrlVerdict {
  if (given.length > MAX_URL_CHARS) return bad(`The URL has more than ${MAX_URL_CHARS} characters.`)
  const url = URL.parse(given)
  if (url === null) return bad('This is not a URL. Give it in full, such as https://outlet.example/report.')
  const label = labelUrl(url.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return bad(`${label} is neither http nor https, and nothing else is fetched.`)
  }
  if (url.username !== '' || url.password !== '') {
    return bad(
      `${label} was given with a user name or password. These would be kept with the evidence: leave them out.`,
    )
  }
  if (url.port !== '' && isServicePort(Number(url.port))) {
    return bad(`${label} asks for port ${url.port}, which belongs to a service that is not a web site.`)
  }
  if (!allowPrivate && isPrivateHost(url.hostname)) {
    return {
      reason: 'private-address',
      message: `${label} lies on this machine or its network, where nothing is fetched from.`,
    }
  }
  return { url }
}

function isServicePort(port: number): boolean {
  return port < FIRST_FREE_PORT ? !WEB_PORTS.has(port) : SERVICE_PORTS.has(port)
}

function isPrivateHost(hostname: string): boolean {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  if (isIP(literal) !== 0) return !isPublicAddress(literal)
  const labels = hostname.replace(/\.+$/u, '').split('.')
  return (
    labels.length < 2 ||
    labels.includes('') ||
    PRIVATE_NAMES.has(labels.at(-1) ?? '') ||
    PRIVATE_NAMES.has(labels.slice(-2).join('.'))
  )
}

function bad(message: string): UrlVerdict {
  return { reason: 'bad-url', message }
}
