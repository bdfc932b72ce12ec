import { ACLED_SUB_EVENTS, type AcledEvent } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { IncidentReport } from '../../model/reading.ts'
import type { When } from '../../model/when.ts'

/**
 * Whether a report of the same document only carries on what the document is mainly about: violence told without a scene
 * of its own ("a second teenager was wounded in the leg"), which is no incident that anybody could find again.
 *
 * A report with a place or day other than the main one's, or with the same place and day and yet told apart, stands alone.
 */
export function carriesOn(side: IncidentReport, main: IncidentReport): boolean {
  if (!isViolent(side) || !isViolent(main)) return false
  if (side.place !== null && side.when !== null && main.place !== null && main.when !== null) return false
  return fitsPlace(side.place, main.place) && fitsDays(side.when, main.when)
}

function isViolent({ type }: IncidentReport): boolean {
  const event: AcledEvent = ACLED_SUB_EVENTS[type.subEvent]
  return event !== 'Strategic developments' && type.subEvent !== 'Peaceful protest'
}

function fitsPlace(side: Place | null, main: Place | null): boolean {
  if (side === null || main === null) return true
  return (
    side.asWritten.toLowerCase() === main.asWritten.toLowerCase() || (side.name !== null && side.name === main.name)
  )
}

function fitsDays(side: When | null, main: When | null): boolean {
  if (side === null || main === null) return true
  return (side.start ?? '') <= (main.end ?? '9999') && (main.start ?? '') <= (side.end ?? '9999')
}
