import PQueue from 'p-queue'

import type { Clock } from '../../ports/clock.ts'

/** How hosts are spared. */
export interface LanePolicy {
  /** Milliseconds between the end of one request to a host and the start of the next. */
  readonly minDelayMs: number
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number
  /** Longest wait for a host that asked to be left alone; who would have to wait longer is told until when. */
  readonly maxHoldMs: number
}

export interface LaneTools {
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Requests that may wait for one host; further callers are held back until there is room. */
const MAX_WAITING = 1000
/** Lanes kept in memory; beyond this, those that nothing is owed to are dropped. */
const MAX_LANES = 2000

/** Longest pause between two requests that is waited for; a robots.txt that asks for more is told as a fault. */
const MAX_PAUSE_MS = 120_000

interface Lane {
  readonly queue: PQueue
  /** When the last page and the last robots.txt were asked for, and until when the host is left alone: milliseconds since 1970. */
  askedAt: number
  prefacedAt: number
  heldUntil: number
}

/** One request to a host. */
export interface LaneRequest {
  readonly host: string
  /** Pause that the host wants between requests; the policy's counts when that is longer. */
  readonly delayMs: number
  /** A robots.txt: the page after it need not wait for the pause that it asks for, only for the policy's. */
  readonly isPreface: boolean
}

/** A host that must not be asked before `until` (milliseconds since 1970): it said so itself, or the pause it wants is too long to wait for. */
export interface HeldBack {
  readonly kind: 'held-back'
  readonly until: number
  readonly because: 'server' | 'delay'
}

/** One request at a time for each host with a pause after each, several hosts at once. */
export class HostLanes {
  readonly #policy: LanePolicy
  readonly #tools: LaneTools
  readonly #lanes = new Map<string, Lane>()
  readonly #everywhere: PQueue

  constructor(policy: LanePolicy, tools: LaneTools) {
    this.#policy = policy
    this.#tools = tools
    this.#everywhere = new PQueue({ concurrency: policy.hostsAtOnce })
  }

  /** Runs `work` when the host's turn has come, or says until when the host is left alone. */
  async run<T>({ host, delayMs, isPreface }: LaneRequest, work: () => Promise<T>): Promise<T | HeldBack> {
    const lane = this.#lane(host)
    await lane.queue.onSizeLessThan(MAX_WAITING)
    return lane.queue.add(async () => {
      const { minDelayMs, maxHoldMs } = this.#policy
      const freeAt = Math.max(lane.askedAt + Math.max(delayMs, minDelayMs), lane.prefacedAt + minDelayMs)
      const now = this.#now()
      if (lane.heldUntil - now > maxHoldMs) return { kind: 'held-back', until: lane.heldUntil, because: 'server' }
      if (freeAt - now > MAX_PAUSE_MS) return { kind: 'held-back', until: freeAt, because: 'delay' }
      const waitMs = Math.max(freeAt, lane.heldUntil) - now
      if (waitMs > 0) await this.#tools.sleep(waitMs)
      try {
        return await this.#everywhere.add(work)
      } finally {
        if (isPreface) lane.prefacedAt = this.#now()
        else lane.askedAt = this.#now()
      }
    })
  }

  /** Leaves a host alone until then (milliseconds since 1970). */
  holdBack(host: string, until: number): void {
    const lane = this.#lane(host)
    lane.heldUntil = Math.max(lane.heldUntil, until)
  }

  #lane(host: string): Lane {
    const known = this.#lanes.get(host)
    if (known !== undefined) return known
    if (this.#lanes.size >= MAX_LANES) this.#dropIdle()
    const lane = {
      queue: new PQueue({ concurrency: 1 }),
      askedAt: -Infinity,
      prefacedAt: -Infinity,
      heldUntil: -Infinity,
    }
    this.#lanes.set(host, lane)
    return lane
  }

  #dropIdle(): void {
    // Longer ago than any pause that is waited for.
    const longAgo = this.#now() - MAX_PAUSE_MS
    for (const [host, { queue, askedAt, heldUntil }] of this.#lanes) {
      if (queue.size === 0 && queue.pending === 0 && Math.max(askedAt, heldUntil) < longAgo) this.#lanes.delete(host)
    }
  }

  #now(): number {
    return this.#tools.clock.now().getTime()
  }
}
