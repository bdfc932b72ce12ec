import type { IncidentRecord } from '../model/record.ts'
import { evidenceOfIncident } from './evidence-of.ts'
import { describeProvenance, type ExportSet, selectRecords } from './export-set.ts'
import { protectPlace, protectRules } from './protect-record.ts'

/**
 * Incidents as GeoJSON (RFC 7946): one feature each, in the order of their ids, longitude first; an incident without
 * coordinates has a null geometry. Provenance stands in the foreign member `cairn`.
 */
export function exportGeoJson(set: ExportSet): string {
  const collection = {
    type: 'FeatureCollection',
    cairn: describeProvenance(set),
    features: selectRecords(set).map((record) => featureOf(record, set)),
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function featureOf(record: IncidentRecord, { level, captures }: ExportSet): object {
  const { incident, label, admiralty } = record
  const place = protectPlace(incident.place, level)
  const { claims, captures: captureIds, digests } = evidenceOfIncident(record, captures)
  const isPlaced = place !== null && place.lat !== null && place.lon !== null
  return {
    type: 'Feature',
    id: incident.id,
    geometry: isPlaced ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
    properties: {
      label,
      event_type: incident.type.event,
      sub_event_type: incident.type.subEvent,
      place: place?.name ?? place?.asWritten ?? null,
      country: place?.country ?? null,
      where_prec: place?.wherePrec ?? null,
      date_start: incident.when?.start ?? null,
      date_end: incident.when?.end ?? null,
      date_prec: incident.when?.datePrec ?? null,
      status: incident.status,
      grade: incident.grade.value,
      grade_rules: protectRules(record, level),
      credibility: admiralty.credibility,
      figures: incident.figures.map(({ measure, who, scope, low, high, best, policy }) => ({
        measure,
        who,
        scope,
        low,
        high,
        best,
        policy,
      })),
      origins: incident.origins.length,
      documents: incident.documents.length,
      claim_ids: claims,
      capture_ids: captureIds,
      capture_digests: digests,
    },
  }
}
