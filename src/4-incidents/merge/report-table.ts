import type { KnownReport } from './report-lookup.ts'
import type { ReportProfile } from './report-profile.ts'
import { scorePair } from './score-pair.ts'
import { type Prepared, TableReport } from './table-report.ts'
import type { WeighedProfiles } from './weighed-profiles.ts'

/** Reports of a block that are still compared each with each. */
const MAX_EACH_WITH_EACH = 48
/** Reports that speak for a larger block, those of the lowest ranks: its other reports are compared with these only. */
const MAX_SPEAKERS = 24
/** Reports of a block that have to be known: one more than are compared each with each says that it is large. */
export const BLOCK_LIMIT = MAX_EACH_WITH_EACH + 1

/** What has to be looked up before work goes on. */
export interface Need {
  readonly blocks: readonly string[]
  readonly incidents: readonly string[]
  readonly captures: readonly string[]
}

/** What was looked up. */
export interface Found {
  readonly blocks: ReadonlyMap<string, readonly KnownReport[]>
  readonly members: readonly KnownReport[]
  readonly ofCaptures: readonly KnownReport[]
}

/** The reports that a batch touches, with their blocks, incidents and documents, as far as they were looked up. */
export class ReportTable {
  readonly #byKey = new Map<string, TableReport>()
  readonly #blocks = new Map<string, TableReport[]>()
  readonly #incidents = new Map<string, Set<TableReport>>()
  readonly #captures = new Map<string, Set<TableReport>>()
  readonly #weighed: WeighedProfiles
  #next = 0

  /** @param weighed kept from one batch to the next by the caller */
  constructor(weighed: WeighedProfiles) {
    this.#weighed = weighed
  }

  /** Looks up what of a need is not on the table yet; nothing when all is. */
  *load({ blocks = [], incidents = [], captures = [] }: Partial<Need>): Generator<Need, void, Found> {
    const missing: Need = {
      blocks: [...new Set(blocks)].filter((block) => !this.#blocks.has(block)),
      incidents: [...new Set(incidents)].filter((id) => id !== '' && !this.#incidents.has(id)),
      captures: [...new Set(captures)].filter((id) => !this.#captures.has(id)),
    }
    if (missing.blocks.length + missing.incidents.length + missing.captures.length === 0) return
    const found = yield missing
    for (const block of missing.blocks)
      this.#blocks.set(
        block,
        (found.blocks.get(block) ?? []).map((report) => this.#know(report)),
      )
    for (const id of missing.incidents) this.#incidents.set(id, new Set())
    for (const report of found.members) this.#incidents.get(report.incident)?.add(this.#know(report))
    for (const id of missing.captures) this.#captures.set(id, new Set())
    for (const report of found.ofCaptures) this.#captures.get(report.captureId)?.add(this.#know(report))
  }

  /** Puts a report on the table, or its new profile in the place of the one it had; its capture is loaded. */
  add(profile: ReportProfile, prepared: Prepared): TableReport {
    const known = this.#byKey.get(profile.key) ?? null
    if (known?.packed === prepared.packed) return known
    const report = TableReport.given(profile, this.#next++, prepared, known)
    this.#byKey.set(profile.key, report)
    if (known !== null) this.#remove(known)
    this.#captures.get(report.captureId)?.add(report)
    if (report.leader === null && report.incident !== '') this.#enter(report)
    return report
  }

  all(): TableReport[] {
    return [...this.#byKey.values()]
  }

  /** Keeps what was weighed for the batches to come. */
  remember({ key, weighed, packed }: TableReport): void {
    this.#weighed.keep(key, packed, weighed)
  }

  find(key: string): TableReport | null {
    return this.#byKey.get(key) ?? null
  }

  /** Lets a report stand by itself: it can be found in its blocks, which are loaded. */
  stand(report: TableReport): void {
    report.leader = null
    report.incident = ''
    this.#enter(report)
  }

  /** Puts standing reports into an incident, whole; ids of incidents that hold nobody any more stay known as empty. */
  settle(id: string, reports: readonly TableReport[]): void {
    this.#incidents.set(id, new Set(reports))
    for (const report of reports) report.incident = id
  }

  empty(id: string): void {
    this.#incidents.set(id, new Set())
  }

  /** Standing reports of an incident that was loaded. */
  members(id: string): ReadonlySet<TableReport> {
    return this.#incidents.get(id) ?? new Set()
  }

  /** Reports of a capture that was loaded. */
  ofCapture(id: string): ReadonlySet<TableReport> {
    return this.#captures.get(id) ?? new Set()
  }

  /** The speakers of the large blocks that a report would stand in, by block and rank; the block is loaded. */
  *speakersFor(report: TableReport): Generator<TableReport> {
    for (const block of report.blocks) {
      const reports = this.#blocks.get(block) ?? []
      if (reports.length > MAX_EACH_WITH_EACH) yield* reports.slice(0, MAX_SPEAKERS)
    }
  }

  /** The reports that a standing report is compared with: those of its small blocks, and of large ones that both speak for. */
  partners(report: TableReport): Set<TableReport> {
    const partners = new Set<TableReport>()
    for (const block of report.blocks) {
      const reports = this.#blocks.get(block) ?? []
      const speakers = reports.length > MAX_EACH_WITH_EACH ? reports.slice(0, MAX_SPEAKERS) : reports
      if (speakers.includes(report)) for (const other of speakers) partners.add(other)
    }
    partners.delete(report)
    return partners
  }

  /** Log-odds that two reports tell of one incident; minus infinity for two of one document. */
  score(a: TableReport, b: TableReport): number {
    const [early, late] = a.index < b.index ? [a, b] : [b, a]
    const known = late.scores.get(early.index)
    if (known !== undefined && known !== NO_BLOCK)
      return known === ONE_DOCUMENT ? Number.NEGATIVE_INFINITY : known / 100
    if (a.captureId === b.captureId) {
      late.scores.set(early.index, ONE_DOCUMENT)
      return Number.NEGATIVE_INFINITY
    }
    const score = scorePair(a.weighed, b.weighed)
    late.scores.set(early.index, Math.round(score * 100))
    return score
  }

  /** The same for two that share a block; null for two that have nothing rare in common and are not compared. */
  scoreInBlock(a: TableReport, b: TableReport): number | null {
    const [early, late] = a.index < b.index ? [a, b] : [b, a]
    const known = late.scores.get(early.index)
    if (known === NO_BLOCK) return null
    if (known !== undefined || shareBlocks(a, b, 1)) return this.score(a, b)
    late.scores.set(early.index, NO_BLOCK)
    return null
  }

  #know(report: KnownReport): TableReport {
    const known = this.#byKey.get(report.key)
    if (known !== undefined) return known
    const made = TableReport.known(report, this.#next++, this.#weighed)
    this.#byKey.set(made.key, made)
    return made
  }

  #enter(report: TableReport): void {
    for (const block of report.blocks) {
      const reports = this.#blocks.get(block)
      if (reports === undefined || reports.includes(report)) continue
      const at = reports.findIndex((one) => isBefore(report, one))
      reports.splice(at === -1 ? reports.length : at, 0, report)
    }
    if (report.incident !== '') this.#incidents.get(report.incident)?.add(report)
  }

  #remove(report: TableReport): void {
    for (const block of report.blocks) {
      const reports = this.#blocks.get(block) ?? []
      const at = reports.indexOf(report)
      if (at !== -1) reports.splice(at, 1)
    }
    this.#incidents.get(report.incident)?.delete(report)
    this.#captures.get(report.captureId)?.delete(report)
  }
}

/** In the place of a score: two that share no block, two of one document. No score comes near. */
const NO_BLOCK = -1_000_000
const ONE_DOCUMENT = -1_000_001

function isBefore(a: TableReport, b: TableReport): boolean {
  return a.rank !== b.rank ? a.rank < b.rank : a.key < b.key
}

/** Whether two reports share so many blocks. */
export function shareBlocks(a: TableReport, b: TableReport, least: number): boolean {
  return shareNumbers(a.weighed.sortedBlocks, b.weighed.sortedBlocks, least)
}

/** Whether two ascending lists share so many numbers. */
function shareNumbers(a: Float64Array, b: Float64Array, least: number): boolean {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y && ++shared === least) return true
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return false
}
