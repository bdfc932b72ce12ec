import type { PlacedReport } from '../../ports/incident-store.ts'
import { VersionedCache } from './versioned-cache.ts'

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
  /** Blocks of the reports that came in, by place. */
  readonly entered: ReadonlyMap<number, readonly string[]>
  /** Reports that came in and stand in blocks, by place. */
  readonly added: ReadonlyMap<number, ReportNode>
}

/** Reports of one generation; twice as many are kept at most: about those that a month of 1,000 reports a day meets. */
const MOST_IN_HALF = 16_000
/** Characters of a profile that count as one report; what is longer counts as more, so that long texts fill no memory. */
const ORDINARY_LENGTH = 2500

/** Reports that were looked at last, by the number of their place: neighbours in blocks are asked for again and again. */
export class ReportCache {
  readonly #nodes = new VersionedCache<number, ReportNode>(MOST_IN_HALF, ({ report }) =>
    Math.max(1, report.profile.length / ORDINARY_LENGTH),
  )

  /** Forgets everything when another process has written since. */
  keepFor(version: StoreVersion): void {
    this.#nodes.keepFor(version)
  }

  /** Takes notice of a write of our own; those who come in are asked for soon. */
  follow(written: Written): void {
    if (!this.#nodes.follow(written)) return
    for (const [place, node] of written.added) this.#nodes.set(place, node)
    for (const place of written.moved) this.#nodes.delete(place)
  }

  get(place: number): ReportNode | undefined {
    return this.#nodes.get(place)
  }

  set(place: number, node: ReportNode): void {
    this.#nodes.set(place, node)
  }
}
