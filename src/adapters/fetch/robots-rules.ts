import robotsParser from 'robots-parser'

import type { Clock } from '../../ports/clock.ts'
import type { FetchFault } from '../../ports/fetcher.ts'

/** The parts of robots-parser that are used; its types do not say that the module itself is the function. */
interface Robot {
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}
const parseRobots = robotsParser as unknown as (url: string, content: string) => Robot

/** How long a site's rules are kept (RFC 9309, section 2.4: no more than a day). */
const FRESH_MS = 24 * 3_600_000
/** When rules that could not be had are asked for again. */
const RETRY_MS = 5 * 60_000
/** What is read of a robots.txt (RFC 9309 asks for at least 500 KiB). */
export const MAX_ROBOTS_BYTES = 512 * 1024
/** Wildcards in one file, each costs a pass over the URL; no honest file comes near. */
const MAX_WILDCARDS = 10_000
/** Sites whose rules are kept in memory. */
const MAX_ORIGINS = 2000
/** The name robots.txt files know Cairn by. */
const AGENT = 'Cairn'

/** Why rules cannot be had: the site's fault or ours, and when they may be again (milliseconds since 1970). */
interface Unreachable {
  readonly reason: FetchFault['reason']
  readonly why: string
  readonly retryAt: number | null
}

/** What came back for a robots.txt: its text, or that there is none (4xx), or that it cannot be had for now. */
export type RobotsAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | ({ readonly kind: 'unreachable' } & Unreachable)

/** Whether a URL may be asked for. Times in milliseconds since 1970. */
export type RobotsVerdict =
  | { readonly isAllowed: true; readonly delayMs: number }
  | {
      readonly isAllowed: false
      readonly reason: FetchFault['reason']
      readonly retryAt: number | null
      readonly message: string
    }

interface SiteRules {
  readonly robot: Robot | null
  readonly unreachable: Unreachable | null
  readonly expiresAt: number
}

/** The rules of each site (scheme, host, port), asked for once and kept for a day (RFC 9309). */
export class RobotsRules {
  readonly #ask: (url: URL) => Promise<RobotsAnswer>
  readonly #clock: Clock
  readonly #sites = new Map<string, Promise<SiteRules>>()

  constructor(ask: (url: URL) => Promise<RobotsAnswer>, clock: Clock) {
    this.#ask = ask
    this.#clock = clock
  }

  /** Whether `url` may be fetched by Cairn, and which pause the site wants. No robots.txt means yes; one that cannot be had means not for now. */
  async judge(url: URL): Promise<RobotsVerdict> {
    const { robot, unreachable } = await this.#rulesOf(url)
    if (unreachable !== null) {
      const { reason, why } = unreachable
      const message =
        reason === 'robots' ? `the robots.txt of ${url.host} cannot be had (${why}), so nothing is for now` : why
      return { isAllowed: false, reason: unreachable.reason, retryAt: unreachable.retryAt, message }
    }
    if (robot === null) return { isAllowed: true, delayMs: 0 }
    if (robot.isAllowed(url.href, AGENT) === false) {
      const message = `the robots.txt of ${url.host} asks not to fetch it; a copy saved by hand can be added as a file`
      return { isAllowed: false, reason: 'robots', retryAt: null, message }
    }
    const seconds = robot.getCrawlDelay(AGENT) ?? 0
    return { isAllowed: true, delayMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0 }
  }

  async #rulesOf(url: URL): Promise<SiteRules> {
    const pending = this.#sites.get(url.origin)
    const known = await pending
    if (known !== undefined && known.expiresAt > this.#clock.now().getTime()) return known
    // Another caller may have asked anew while this one waited.
    const newer = this.#sites.get(url.origin)
    if (newer !== undefined && newer !== pending) return newer
    if (this.#sites.size >= MAX_ORIGINS) {
      const [oldest] = this.#sites.keys()
      if (oldest !== undefined) this.#sites.delete(oldest)
    }
    const rules = this.#load(new URL('/robots.txt', url))
    this.#sites.set(url.origin, rules)
    return rules
  }

  async #load(url: URL): Promise<SiteRules> {
    const answer = await this.#ask(url)
    const now = this.#clock.now().getTime()
    if (answer.kind === 'none') return { robot: null, unreachable: null, expiresAt: now + FRESH_MS }
    const read = answer.kind === 'text' ? readRules(url, answer.text) : answer
    if ('why' in read) {
      return { robot: null, unreachable: read, expiresAt: read.retryAt ?? now + RETRY_MS }
    }
    return { robot: read, unreachable: null, expiresAt: now + FRESH_MS }
  }
}

function readRules(url: URL, text: string): Robot | Unreachable {
  const rules = text.replace(/^\uFEFF/u, '').replace(/\*{2,}/gu, '*')
  if (rules.split('*').length > MAX_WILDCARDS)
    return { reason: 'robots', why: 'it has too many wildcards', retryAt: null }
  return parseRobots(url.href, rules)
}
