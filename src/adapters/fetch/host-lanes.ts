import PQueue from 'p-queue'

import type { Clock } from '../../ports/clock.ts'

/** How hosts are spared. */
export interface LanePolicy {
  /** Milliseconds between the end of one request to a host and the start of the next. */
  readonly minDelayMs: number
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number
  /** Longest wait for a host; who would have to wait longer is told until when. */
  readonly maxDelayMs: number
}

export interface LaneTools {
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Requests that may wait for one host; further callers are held back until there is room. */
const MAX_WAITING = 1000
/** Lanes kept in memory; beyond this, those that nothing is owed to are dropped. */
const MAX_LANES = 2000

interface Lane {
  readonly queue: PQueue
  /** When the last request ended, and until when the host is left alone: milliseconds since 1970. */
  endedAt: number
  heldUntil: number
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

  /**
   * Runs `work` when the host's turn has come, or says until when the host is left alone.
   *
   * @param delayMs  pause that the host wants between requests; the policy's counts when that is longer
   */
  async run<T>(host: string, delayMs: number, work: () => Promise<T>): Promise<T | HeldBack> {
    const lane = this.#lane(host)
    await lane.queue.onSizeLessThan(MAX_WAITING)
    return lane.queue.add(async () => {
      const freeAt = lane.endedAt + Math.max(delayMs, this.#policy.minDelayMs)
      const startAt = Math.max(freeAt, lane.heldUntil)
      const waitMs = startAt - this.#now()
      if (waitMs > this.#policy.maxDelayMs) {
        return { kind: 'held-back', until: startAt, because: lane.heldUntil > freeAt ? 'server' : 'delay' }
      }
      if (waitMs > 0) await this.#tools.sleep(waitMs)
      try {
        return await this.#everywhere.add(work)
      } finally {
        lane.endedAt = this.#now()
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
    const lane = { queue: new PQueue({ concurrency: 1 }), endedAt: -Infinity, heldUntil: -Infinity }
    this.#lanes.set(host, lane)
    return lane
  }

  #dropIdle(): void {
    const longAgo = this.#now() - this.#policy.maxDelayMs
    for (const [host, { queue, endedAt, heldUntil }] of this.#lanes) {
      if (queue.size === 0 && queue.pending === 0 && Math.max(endedAt, heldUntil) < longAgo) this.#lanes.delete(host)
    }
  }

  #now(): number {
    return this.#tools.clock.now().getTime()
  }
}
