import type { Claim } from '../../model/claim.ts'
import type { IncidentReport } from '../../model/reading.ts'
import type { EventMention } from '../events/event-mention.ts'
import type { PlaceIndex } from '../places/place-index.ts'
import type { Sentence } from '../text/sentence.ts'
import type { TimeIndex } from '../times/time-index.ts'

export interface GroupingContext {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly events: readonly EventMention[]
  readonly places: PlaceIndex
  readonly times: TimeIndex
}

export interface GroupedReports {
  /** The claims with `incident` set where they belong to a report, in the order given. */
  readonly claims: readonly Claim[]
  readonly incidents: readonly IncidentReport[]
}

/** Groups a document's claims into its accounts of single incidents (codebook, "Incident report"). */
export function groupReports(claims: readonly Claim[], _context: GroupingContext): GroupedReports {
  return { claims, incidents: [] }
}
