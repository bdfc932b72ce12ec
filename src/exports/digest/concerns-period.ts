import type { IncidentRecord } from '../../model/record.ts'
import { fallsIn, isAskedFor, touches } from './choose-incidents.ts'
import type { DigestRequest } from './digest-facts.ts'

/**
 * Whether a digest of the period can tell anything of an incident: it touches the period, a document of it appeared or was
 * captured in the period, or something of it was said or changed then. Of all others a digest says nothing.
 *
 * @param capturedThen captures that were received in the period
 */
export function concernsPeriod(
  { incident, claims }: IncidentRecord,
  request: DigestRequest,
  capturedThen: ReadonlySet<string>,
): boolean {
  if (!isAskedFor(incident.place, request)) return false
  return (
    touches(incident.when, request) ||
    incident.documents.some(
      ({ captureId, publishedAt }) => fallsIn(publishedAt, request) || capturedThen.has(captureId),
    ) ||
    incident.history.some(({ at }) => fallsIn(at, request)) ||
    claims.some(({ entry }) => fallsIn(entry.saidAt, request))
  )
}
