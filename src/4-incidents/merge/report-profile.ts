import type { ReportRef } from '../../model/incident.ts'
import type { IncidentReport } from '../../model/reading.ts'

/** Days since 1970-01-01, both ends included. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** Bounds that a document's current figures give for one harm. */
export interface Toll {
  readonly low: number
  readonly high: number
}

/** What of one incident report speaks for or against its being the same incident as another. Of one document alone. */
export interface ReportProfile {
  readonly ref: ReportRef
  /** The report and those of its document that only carry it on. */
  readonly refs: readonly ReportRef[]
  /** Orders and names reports: capture id and report id. */
  readonly key: string
  readonly receivedAt: string
  readonly report: IncidentReport
  /** How many claims it and those that carry it on hold. */
  readonly claims: number
  /** Whether the document is mainly about it: the report with the most claims. */
  readonly isMain: boolean
  readonly outlet: string | null
  /** Day of publication, or null. */
  readonly published: number | null
  /** Days the incident can have happened on; null when the document does not say or leaves it open. */
  readonly days: DaySpan | null
  /** Words of the report's text by how often they occur, function words left out: the whole document for its main report. */
  readonly words: ReadonlyMap<string, number>
  /** Words of the sentences that its claims stand in, and of the headline for the main report. */
  readonly coreWords: ReadonlySet<string>
  readonly titleWords: ReadonlySet<string>
  /** Two capitalised words in a row, lower case: persons, streets, units. */
  readonly names: ReadonlySet<string>
  /** Whether a name is neither that of somebody who speaks nor of the outlet: each report hears others, which tells no two incidents apart. */
  readonly tellsNames: boolean
  /** Ages of persons as written with "year-old" or between commas after a name. */
  readonly ages: ReadonlySet<number>
  readonly weapons: ReadonlySet<string>
  readonly actorWords: ReadonlySet<string>
  /** Single days that claims of its text give: the whole document's for the main report. */
  readonly claimDays: ReadonlySet<number>
  /** Words of the places that claims of its text name, as spelt. */
  readonly placeWords: ReadonlySet<string>
  /** The same without what transliterations disagree about. */
  readonly placeSkeletons: ReadonlySet<string>
  readonly facilityWords: ReadonlySet<string>
  /** Kinds of site that its place is (data/words/site-kinds.ts); empty when it is none or of no known kind. */
  readonly siteKinds: ReadonlySet<string>
  /** Kinds of site that the sentences of its claims and the headline name. */
  readonly namedKinds: ReadonlySet<string>
  /** Digest of the document's text for its main report, else null: the same text tells of the same incident. */
  readonly text: string | null
  readonly killed: Toll | null
  readonly injured: Toll | null
}
