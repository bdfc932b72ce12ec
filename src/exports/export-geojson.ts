import type { IncidentRecord } from '../model/record.ts'
import { evidenceOfIncident } from './evidence-of.ts'
import type { ExportEncoder, ExportPlan } from './export-encoder.ts'
import { describeProvenance, type ExportSet } from './export-set.ts'
import { JsonList, jsonItem } from './json-list.ts'
import { protectPlace, protectRules } from './protect-record.ts'

/**
 * Incidents as GeoJSON (RFC 7946): one feature each, in the order of their ids, longitude first; an incident without
 * coordinates has a null geometry. Provenance stands in the foreign member `cairn`.
 */
export function encodeGeoJson({ terms }: Pick<ExportPlan, 'terms'>): ExportEncoder {
  const list = new JsonList({ type: 'FeatureCollection', cairn: describeProvenance(terms) }, 'features')
  return {
    name: 'incidents.geojson',
    metadata: null,
    start: () => list.start(),
    add: ({ record, captures }) => list.add(jsonItem(featureOf(record, { level: terms.level, captures }))),
    end: () => [list.end()],
  }
}

function featureOf(record: IncidentRecord, { level, captures }: Pick<ExportSet, 'level' | 'captures'>): object {
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
