import type { PlacedReport } from '../../ports/incident-store.ts'

/** A report and where it stands, by the numbers of the store. */
export interface ReportNode {
  /** Where it stands is settled for one that stands by itself only. */
  readonly report: PlacedReport
  /** Number of the place it follows; null when it stands by itself. */
  readonly leader: number | null
}

/** What the store held when a cache was right: `epoch` changes when all is forgotten, `generation` with every write. */
export interface StoreVersion {
  readonly epoch: number
  readonly generation: number
}

/** What a transaction did to the reports that others may remember. */
export interface Written {
  readonly before: StoreVersion
  readonly after: StoreVersion
  /** Places of reports that were put elsewhere. */
  readonly moved: ReadonlySet<number>
}

const MOST_IN_HALF = 10_000

/** Reports that were looked at last, by the number of their place: neighbours in blocks are asked for again and again. */
export class ReportCache {
  #version: StoreVersion = { epoch: -1, generation: -1 }
  #young = new Map<number, ReportNode>()
  #old = new Map<number, ReportNode>()

  /** Forgets everything when another process has written since. */
  keepFor(version: StoreVersion): void {
    if (version.epoch === this.#version.epoch && version.generation === this.#version.generation) return
    this.#forgetAll()
    this.#version = version
  }

  /** Takes notice of a write of our own. */
  follow({ before, after, moved }: Written): void {
    const isKnown = before.epoch === this.#version.epoch && before.generation === this.#version.generation
    if (!isKnown || after.epoch !== before.epoch) return
    for (const place of moved) {
      this.#young.delete(place)
      this.#old.delete(place)
    }
    this.#version = after
  }

  get(place: number): ReportNode | undefined {
    const young = this.#young.get(place)
    if (young !== undefined) return young
    const old = this.#old.get(place)
    if (old !== undefined) this.set(place, old)
    return old
  }

  set(place: number, node: ReportNode): void {
    if (this.#young.size >= MOST_IN_HALF) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(place, node)
  }

  #forgetAll(): void {
    this.#young = new Map()
    this.#old = new Map()
  }
}
