import { placeReports, type Placement } from '../src/4-incidents/merge/place-reports.ts'
import type { ReportLookup } from '../src/4-incidents/merge/report-lookup.ts'
import { WeighedProfiles } from '../src/4-incidents/merge/weighed-profiles.ts'
import { makeReport } from './make-reports.ts'

const PARTS = 10
/** Reports of one batch. */
export const BATCH = 200

/** Where placed reports are found again and kept. */
export interface MergeStore {
  readonly lookup: ReportLookup
  keep(placement: Placement): Promise<void>
}

/** What one part of the reports came to. */
export interface MergePart {
  /** Reports placed when it ended. */
  readonly reports: number
  /** CPU microseconds a report: placing with look-ups, and keeping apart from it. */
  readonly placing: number
  readonly keeping: number
  /** Reports of the part that follow another. */
  readonly followers: number
  /** Resident memory of the process when it ended. */
  readonly megabytes: number
}

/** Places so many made-up reports in batches; tells of each tenth. */
export async function measureMerging(
  reports: number,
  store: MergeStore,
  tell: (part: MergePart) => void = () => undefined,
): Promise<readonly MergePart[]> {
  const parts: MergePart[] = []
  const weighed = new WeighedProfiles()
  const size = Math.floor(reports / PARTS)
  for (let part = 0; part < PARTS; part++) {
    let [placing, keeping, followers] = [0, 0, 0]
    for (let at = part * size; at < (part + 1) * size; at += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, (part + 1) * size - at) }, (_, i) => makeReport(at + i))
      const started = process.cpuUsage()
      const placement = await placeReports(batch, store.lookup, [], weighed)
      placing += microsecondsSince(started)
      const placed = process.cpuUsage()
      await store.keep(placement)
      keeping += microsecondsSince(placed)
      followers += placement.placed.filter(({ leader }) => leader !== null).length
    }
    const done = {
      reports: (part + 1) * size,
      placing: placing / size,
      keeping: keeping / size,
      followers,
      megabytes: process.memoryUsage.rss() / 1e6,
    }
    parts.push(done)
    tell(done)
  }
  return parts
}

function microsecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return user + system
}
