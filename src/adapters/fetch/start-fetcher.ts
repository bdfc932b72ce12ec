import { createHash } from 'node:crypto'

import { Agent, type Dispatcher } from 'undici'

import { headerOf, type Headers } from '../../model/headers.ts'
import { decodeContent } from '../../1-capture/decode-content.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Fetched, FetchFault, Fetcher, FetchRequest, NotModified } from '../../ports/fetcher.ts'
import { connectGuarded, type ResolveHost, resolveHost } from './connect-guarded.ts'
import { DEFAULT_LIMITS, type FetchLimits } from './fetch-limits.ts'
import { type HeldBack, HostLanes, type LaneRequest } from './host-lanes.ts'
import { buildHeaders, type Identity, nameAgent } from './identify.ts'
import { isPublicAddress } from './judge-address.ts'
import { judgeUrl } from './judge-url.ts'
import { labelUrl } from './label-url.ts'
import { backOffMs, DEFAULT_RETRY, readRetryAfter, type RetryPolicy } from './plan-retry.ts'
import { type Answer, type NoAnswer, requestOnce } from './request-once.ts'
import { MAX_ROBOTS_BYTES, type RobotsAnswer, RobotsRules } from './robots-rules.ts'

/** Everything of a fetcher that can be chosen; each has a default. */
export interface FetcherOptions {
  readonly limits: FetchLimits
  readonly retry: RetryPolicy
  /** Milliseconds between requests to one host, where its robots.txt does not ask for more. */
  readonly minDelayMs: number
  readonly hostsAtOnce: number
  /** Lets this machine and its network be fetched from: for tests and sites of one's own. */
  readonly allowPrivate: boolean
  /** Addresses that may be connected to; null for those `allowPrivate` stands for. */
  readonly mayConnect: ((address: string) => boolean) | null
  readonly resolve: ResolveHost
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
  /** A number from 0 (inclusive) to 1 (exclusive): the jitter of waits. */
  readonly chance: () => number
}

const DEFAULTS: FetcherOptions = {
  limits: DEFAULT_LIMITS,
  retry: DEFAULT_RETRY,
  minDelayMs: 2000,
  hostsAtOnce: 8,
  allowPrivate: false,
  mayConnect: null,
  resolve: resolveHost,
  clock: { now: () => new Date() },
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  chance: Math.random,
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** Statuses that say "later": asked again a few times. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504])
/** Reasons that say more about a site than that its robots.txt cannot be had. */
const OWN_REASONS: ReadonlySet<FetchFault['reason']> = new Set(['private-address', 'network', 'timeout', 'http-status'])
/** Redirects that a robots.txt may take (RFC 9309, section 2.3.1.2). */
const ROBOTS_REDIRECTS = 5

type Outcome = Answer | NoAnswer | HeldBack
/** An answer that is no redirect, with the way to it. */
interface Reached {
  readonly kind: 'reached'
  readonly answer: Answer
  readonly url: URL
  readonly requestHeaders: Headers
  readonly redirects: readonly string[]
}
interface Walk {
  readonly headersFor: (url: URL) => Headers
  readonly limits: FetchLimits
  /** Whether a site's robots.txt is asked first: for everything but robots.txt itself. */
  readonly obeysRobots: boolean
}

/**
 * A fetcher over the network: one request at a time for each host, robots.txt obeyed, nothing on this machine or its network,
 * no cookies, honest about who it is. Content codings stay as received.
 *
 * Requests that fail in passing and hosts that ask to wait are met with up to `retry.maxAttempts` requests.
 *
 * @throws {CairnError} "bad-usage" when the identity's contact is no address
 */
export function startFetcher(identity: Identity, options: Partial<FetcherOptions> = {}): Fetcher {
  return new HttpFetcher(nameAgent(identity), { ...DEFAULTS, ...options })
}

class HttpFetcher implements Fetcher {
  readonly #agent: string
  readonly #options: FetcherOptions
  readonly #dispatcher: Dispatcher
  readonly #lanes: HostLanes
  readonly #robots: RobotsRules

  constructor(agent: string, options: FetcherOptions) {
    const { minDelayMs, hostsAtOnce, retry, allowPrivate, resolve, limits } = options
    this.#agent = agent
    this.#options = options
    const mayConnect = options.mayConnect ?? (allowPrivate ? () => true : isPublicAddress)
    const connect = connectGuarded({ resolve, mayConnect, timeoutMs: limits.idleMs })
    this.#dispatcher = new Agent({ connect, connections: 1, pipelining: 1 })
    this.#lanes = new HostLanes({ minDelayMs, hostsAtOnce, maxHoldMs: retry.maxDelayMs }, options)
    this.#robots = new RobotsRules((url) => this.#askRobots(url), options.clock)
  }

  async fetch({ url, validators }: FetchRequest): Promise<Fetched | NotModified | FetchFault> {
    const reached = await this.#walk(url, {
      headersFor: (target) => buildHeaders(target, this.#agent, validators),
      limits: this.#options.limits,
      obeysRobots: true,
    })
    if (reached.kind === 'fault') return reached
    const { answer, requestHeaders, redirects } = reached
    const receivedAt = this.#options.clock.now().toISOString()
    if (answer.status === 304 && validators !== null) return { kind: 'not-modified', receivedAt }
    if (answer.status < 200 || answer.status > 299) return this.#refuseStatus(reached)
    const finalUrl = withoutFragment(reached.url)
    return {
      kind: 'fetched',
      payload: answer.payload,
      payloadSha256: createHash('sha256').update(answer.payload).digest('hex'),
      receivedAt,
      http: {
        requestedUrl: redirects[0] ?? finalUrl,
        finalUrl,
        method: 'GET',
        requestHeaders,
        status: answer.status,
        statusText: answer.statusText,
        responseHeaders: answer.headers.map(([name, value]) => [name, isCookie(name) ? NOT_KEPT : value]),
        redirects,
      },
      validators: {
        etag: headerOf(answer.headers, 'etag'),
        lastModified: headerOf(answer.headers, 'last-modified'),
      },
    }
  }

  /** Ends open connections at once; what is underway ends with a fault. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy()
  }

  /** Follows redirects, each judged like a URL of its own. */
  async #walk(start: string, walk: Walk): Promise<Reached | FetchFault> {
    const redirects: string[] = []
    let next = start
    for (;;) {
      const verdict = judgeUrl(next, this.#options.allowPrivate)
      if (!('url' in verdict)) return fault(next, verdict.reason, verdict.message)
      const { url } = verdict
      const robots = walk.obeysRobots ? await this.#robots.judge(url) : { isAllowed: true as const, delayMs: 0 }
      if (!robots.isAllowed) {
        return fault(next, robots.reason, `${labelUrl(next)} was not fetched: ${robots.message}.`, {
          retryAt: robots.retryAt,
        })
      }
      const requestHeaders = walk.headersFor(url)
      const lane = { host: url.host, delayMs: robots.delayMs, isPreface: !walk.obeysRobots }
      const outcome = await this.#ask(url, requestHeaders, walk.limits, lane)
      if (outcome.kind === 'no-answer') return fault(next, outcome.reason, outcome.message)
      if (outcome.kind === 'held-back') return describeHold(next, outcome)
      const location = REDIRECTS.has(outcome.status) ? headerOf(outcome.headers, 'location') : null
      if (location === null) return { kind: 'reached', answer: outcome, url, requestHeaders, redirects }
      redirects.push(withoutFragment(url))
      if (redirects.length > walk.limits.maxRedirects) {
        const message = `${labelUrl(start)} redirects more than ${walk.limits.maxRedirects} times, last to ${labelUrl(next)}.`
        return fault(start, 'too-many-redirects', message)
      }
      next = URL.canParse(location, url.href) ? new URL(location, url).href : location
    }
  }

  /** One request when the host's turn comes; again after a while where that may help. */
  async #ask(url: URL, headers: Headers, limits: FetchLimits, lane: LaneRequest): Promise<Outcome> {
    const { retry, chance, clock } = this.#options
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#lanes.run(lane, () => requestOnce(this.#dispatcher, url, headers, limits))
      if (outcome.kind === 'held-back' || !mayPass(outcome)) return outcome
      const now = clock.now().getTime()
      const asked = outcome.kind === 'answer' ? readRetryAfter(headerOf(outcome.headers, 'retry-after'), now) : null
      if (asked !== null) this.#lanes.holdBack(url.host, asked)
      if (attempt >= retry.maxAttempts || (asked ?? now) - now > retry.maxDelayMs) return outcome
      this.#lanes.holdBack(url.host, now + backOffMs(attempt, retry, chance()))
    }
  }

  async #askRobots(url: URL): Promise<RobotsAnswer> {
    const { limits } = this.#options
    const reached = await this.#walk(url.href, {
      headersFor: (target) => buildHeaders(target, this.#agent, null),
      limits: { ...limits, maxBytes: MAX_ROBOTS_BYTES, maxRedirects: ROBOTS_REDIRECTS },
      obeysRobots: false,
    })
    if (reached.kind === 'fault') {
      if (reached.reason === 'too-many-redirects') return { kind: 'none' }
      const reason = OWN_REASONS.has(reached.reason) ? reached.reason : 'robots'
      const retryAt = reached.retryAt === null ? null : Date.parse(reached.retryAt)
      return { kind: 'unreachable', reason, why: reached.message.replace(/\.$/u, ''), retryAt }
    }
    const { answer } = reached
    if (PASSING_STATUSES.has(answer.status) || answer.status >= 500) {
      const retryAt = readRetryAfter(headerOf(answer.headers, 'retry-after'), this.#options.clock.now().getTime())
      return { kind: 'unreachable', reason: 'robots', why: `status ${answer.status}`, retryAt }
    }
    if (answer.status < 200 || answer.status > 299) return { kind: 'none' }
    const decoded = decodeContent(answer.payload, headerOf(answer.headers, 'content-encoding'), MAX_ROBOTS_BYTES)
    if ('reason' in decoded) return { kind: 'unreachable', reason: 'robots', why: decoded.message, retryAt: null }
    return { kind: 'text', text: new TextDecoder().decode(decoded.bytes) }
  }

  #refuseStatus({ answer, url }: Reached): FetchFault {
    const { status, headers } = answer
    const now = this.#options.clock.now().getTime()
    const retryAt = PASSING_STATUSES.has(status) ? readRetryAfter(headerOf(headers, 'retry-after'), now) : null
    const until = retryAt === null ? '' : ` and asks to be left alone until ${new Date(retryAt).toISOString()}`
    const message = `${labelUrl(url.href)} answered with status ${status}${describeStatus(status)}${until}.`
    return fault(url.href, 'http-status', message, { status, retryAt })
  }
}

/** Stands in the record for the value of a Set-Cookie header: that one was sent is evidence, its value is a secret. */
const NOT_KEPT = '(not kept)'

function isCookie(name: string): boolean {
  return /^set-cookie2?$/iu.test(name)
}

function mayPass(outcome: Answer | NoAnswer): boolean {
  return outcome.kind === 'answer' ? PASSING_STATUSES.has(outcome.status) : outcome.mayRetry
}

function describeHold(url: string, { until, because }: HeldBack): FetchFault {
  const at = new Date(until).toISOString()
  const label = labelUrl(url)
  return because === 'server'
    ? fault(url, 'http-status', `${label} was not fetched: its host asked to be left alone until ${at}.`, {
        retryAt: until,
      })
    : fault(url, 'robots', `${label} was not fetched: the robots.txt of its host asks to wait until ${at}.`, {
        retryAt: until,
      })
}

function describeStatus(status: number): string {
  if (status === 404 || status === 410) return ' (there is no such page, or no longer)'
  if (status === 401 || status === 403 || status === 407) return ' (it is not open to everybody)'
  if (status === 451) return ' (it is withheld for legal reasons)'
  if (status === 429) return ' (too many requests)'
  return status >= 500 ? ' (the server is in trouble)' : ''
}

/** A fault; its URL is labelled, so that no secret gets into messages and logs. Times in milliseconds since 1970. */
function fault(
  url: string,
  reason: FetchFault['reason'],
  message: string,
  more: { readonly status?: number; readonly retryAt?: number | null } = {},
): FetchFault {
  const retryAt = more.retryAt === undefined || more.retryAt === null ? null : new Date(more.retryAt).toISOString()
  return { kind: 'fault', url: labelUrl(url), reason, status: more.status ?? null, retryAt, message }
}

function withoutFragment(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}
