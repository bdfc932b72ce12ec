import { incidentIdOf } from './incident-id.ts'
import { rankOf } from './pack-profile.ts'
import type { KnownReport } from './report-lookup.ts'
import type { ReportProfile } from './report-profile.ts'
import type { WeighedReport } from './weigh-words.ts'
import type { WeighedProfiles } from './weighed-profiles.ts'

/** Where a report stands: whom it follows, and in which incident. */
interface Standing {
  readonly leader: string | null
  readonly incident: string
}

/** What is made of a newcomer's profile. */
export interface Prepared {
  /** See `packProfile`. */
  readonly packed: string
  readonly weighed: WeighedReport
  /** Its blocks, as texts. */
  readonly blocks: readonly string[]
}

/** Blocks as the texts that a look-up knows them by. */
export function namesOf(blocks: Float64Array): readonly string[] {
  return Array.from(blocks, (block) => block.toString(36))
}

/** The earlier received, of one moment the one of the smaller key: an incident is named after the first of its reports. */
export function cameBefore(a: TableReport, b: TableReport): boolean {
  return a.receivedAt !== b.receivedAt ? a.receivedAt < b.receivedAt : a.key < b.key
}

/** A report at work: where it stands now. What most of a block's reports are never asked for is made when it is. */
export class TableReport {
  readonly key: string
  readonly captureId: string
  /** ISO 8601 UTC. */
  readonly receivedAt: string
  readonly rank: number
  /** Its profile as it is kept (`packProfile`). */
  readonly packed: string
  /** Number in the table: names pairs. */
  readonly index: number
  /** Where it stood when it came to the table; null for a report that was not known. */
  readonly before: Standing | null
  /** Whether it is kept as it was: not for a newcomer or for one whose profile changed. */
  readonly isKept: boolean
  leader: string | null
  /** Empty for a report that stands nowhere yet. */
  incident: string
  readonly #weigh: () => WeighedReport
  #weighed: WeighedReport | null = null
  #scores: Map<number, number> | null = null
  #foundedId: string | null = null
  #blocks: readonly string[] | null = null

  private constructor(
    report: Pick<KnownReport, 'key' | 'captureId' | 'receivedAt' | 'rank' | 'profile'>,
    index: number,
    place: { readonly now: Standing; readonly before: Standing | null; readonly isKept: boolean },
    weigh: () => WeighedReport,
  ) {
    this.key = report.key
    this.captureId = report.captureId
    this.receivedAt = report.receivedAt
    this.rank = report.rank
    this.packed = report.profile
    this.index = index
    this.before = place.before
    this.isKept = place.isKept
    this.leader = place.now.leader
    this.incident = place.now.incident
    this.#weigh = weigh
  }

  /** A report as it was found, weighed with the help of what was weighed before. */
  static known(report: KnownReport, index: number, profiles: WeighedProfiles): TableReport {
    const { key, profile } = report
    const place = { leader: report.leader, incident: report.incident }
    return new TableReport(report, index, { now: place, before: place, isKept: true }, () =>
      profiles.weigh(key, profile),
    )
  }

  /** A report that came in, or came in again with another profile than the one `known`. */
  static given(
    { key, ref: { captureId }, receivedAt }: ReportProfile,
    index: number,
    { packed, weighed, blocks }: Prepared,
    known: TableReport | null,
  ): TableReport {
    const now = { leader: known?.leader ?? null, incident: known?.incident ?? '' }
    const report = { key, captureId, receivedAt, rank: rankOf(key), profile: packed }
    const made = new TableReport(report, index, { now, before: known?.before ?? null, isKept: false }, () => weighed)
    made.#blocks = blocks
    return made
  }

  get weighed(): WeighedReport {
    this.#weighed ??= this.#weigh()
    return this.#weighed
  }

  /** Id of an incident that it is the founding report of. */
  get foundedId(): string {
    this.#foundedId ??= incidentIdOf(this.key)
    return this.#foundedId
  }

  /** The blocks that it stands in (`blockKeys`), as texts. */
  get blocks(): readonly string[] {
    this.#blocks ??= namesOf(this.weighed.blocks)
    return this.#blocks
  }

  /** Scores in hundredths with reports of lower numbers: whole numbers take less room, and newcomers have the most. */
  get scores(): Map<number, number> {
    this.#scores ??= new Map()
    return this.#scores
  }
}
