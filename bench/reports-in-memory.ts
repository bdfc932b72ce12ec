import type { Placement } from '../src/4-incidents/merge/place-reports.ts'
import type { KnownReport, ReportLookup } from '../src/4-incidents/merge/report-lookup.ts'

/** Placed reports in memory, found as a store finds them. */
export class ReportsInMemory implements ReportLookup {
  readonly #byKey = new Map<string, KnownReport>()
  /** Reports of each block, lowest rank first. */
  readonly #blocks = new Map<string, KnownReport[]>()
  /** Keys by incident, without followers. */
  readonly #members = new Map<string, Set<string>>()
  readonly #captures = new Map<string, string[]>()

  keep({ placed, moved, vanished }: Pick<Placement, 'placed' | 'moved' | 'vanished'>): void {
    for (const { blocks, ...report } of placed) {
      this.#put(report)
      for (const block of blocks) this.#enter(block, report)
    }
    for (const { key, ...place } of moved) {
      const report = this.#byKey.get(key)
      if (report !== undefined) this.#put({ ...report, ...place })
    }
    for (const id of vanished) this.#members.delete(id)
  }

  inBlocks(blocks: readonly string[], limit: number): Promise<ReadonlyMap<string, readonly KnownReport[]>> {
    const found = new Map<string, readonly KnownReport[]>()
    for (const block of blocks) {
      const own = this.#blocks.get(block)
      if (own !== undefined)
        found.set(
          block,
          own.slice(0, limit).flatMap(({ key }) => this.#find(key)),
        )
    }
    return Promise.resolve(found)
  }

  members(incidents: readonly string[]): Promise<readonly KnownReport[]> {
    return Promise.resolve(
      incidents.flatMap((id) => [...(this.#members.get(id) ?? [])].flatMap((key) => this.#find(key))),
    )
  }

  reportsOfCaptures(captureIds: readonly string[]): Promise<readonly KnownReport[]> {
    return Promise.resolve(captureIds.flatMap((id) => (this.#captures.get(id) ?? []).flatMap((key) => this.#find(key))))
  }

  /** Every report, by key. */
  all(): KnownReport[] {
    return [...this.#byKey.keys()].sort().flatMap((key) => this.#find(key))
  }

  #enter(block: string, report: KnownReport): void {
    const own = this.#blocks.get(block)
    if (own === undefined) {
      this.#blocks.set(block, [report])
      return
    }
    const isAfter = (one: KnownReport): boolean =>
      one.rank > report.rank || (one.rank === report.rank && one.key >= report.key)
    let [from, to] = [0, own.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const one = own[middle]
      if (one === undefined || isAfter(one)) to = middle
      else from = middle + 1
    }
    if (own[from]?.key !== report.key) own.splice(from, 0, report)
  }

  #find(key: string): KnownReport[] {
    const report = this.#byKey.get(key)
    if (report === undefined) return []
    const leader = report.leader === null ? undefined : this.#byKey.get(report.leader)
    return [leader === undefined ? report : { ...report, incident: leader.incident }]
  }

  #put(report: KnownReport): void {
    const known = this.#byKey.get(report.key)
    if (known === undefined)
      this.#captures.set(report.captureId, [...(this.#captures.get(report.captureId) ?? []), report.key])
    else this.#members.get(known.incident)?.delete(known.key)
    this.#byKey.set(report.key, report)
    if (report.leader !== null) return
    const members = this.#members.get(report.incident)
    if (members === undefined) this.#members.set(report.incident, new Set([report.key]))
    else members.add(report.key)
  }
}
