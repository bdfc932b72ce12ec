import { evidenceOfIncident } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { nameActor, protectPlace, protectRules } from './protect-record.ts'
import { type Cell, columnsOf, type Table } from './table.ts'

const COLUMNS = columnsOf([
  ['incident_id', 'text', 'stable id of the incident'],
  ['previous_ids', 'list', 'ids that it had before a merge or split'],
  ['label', 'text', 'what happened, where and when, by template'],
  ['event_type', 'text', 'ACLED event type'],
  ['sub_event_type', 'text', 'ACLED sub-event type'],
  ['perpetrators', 'text', 'forces and groups that reports name, parted by "; "; not what is proven'],
  ['place', 'text', 'main name of the place, or as written where the gazetteer does not have it'],
  ['geoname_id', 'integer', 'GeoNames id'],
  ['country', 'text', 'ISO 3166-1 alpha-2'],
  ['admin1', 'text', 'first-order division'],
  ['latitude', 'number', 'WGS84 degrees; at the public level to a tenth'],
  ['longitude', 'number', 'WGS84 degrees; at the public level to a tenth'],
  [
    'where_prec',
    'integer',
    'UCDP: 1 exact, 2 within 25 km, 3 second-order, 4 first-order division, 5 area, 6 country, 7 sea',
  ],
  ['geo_precision', 'integer', 'ACLED: 1 town, 2 near or small area, 3 larger region'],
  ['date_start', 'day', 'first day; empty when open or not known'],
  ['date_end', 'day', 'last day; empty when open or not known'],
  ['date_prec', 'integer', 'UCDP: 1 day, 2 within 6 days, 3 week, 4 month, 5 year'],
  ['time_precision', 'integer', 'ACLED: 1 day, 2 week, 3 month'],
  ['status', 'text', 'machine, in_review, reviewed, finalised'],
  ['grade', 'text', 'Airwars: confirmed, fair, weak, contested, discounted'],
  ['grade_rules', 'text', 'rules that gave the grade, parted by "; "'],
  ['reliability', 'text', 'Admiralty A to F'],
  ['credibility', 'integer', 'Admiralty 1 to 6'],
  ['origins', 'integer', 'independent origins of information'],
  ['documents', 'integer', 'documents that tell of it'],
  ['copies', 'integer', 'documents among them that copy another'],
  ['claim_ids', 'list', 'figure claims that stand'],
  ['capture_ids', 'list', 'captures of the documents'],
  ['capture_digests', 'list', 'SHA-256 of the bytes received, in the order of capture_ids'],
  ['provenance', 'text', 'what the numbers are and are not, and by which versions'],
])

/** One row an incident. */
export function tabulateIncidents(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const rows = selectRecords(set).map((record): Cell[] => {
    const { incident, label, admiralty, actors } = record
    const { when, documents } = incident
    const place = protectPlace(incident.place, set.level)
    const { claims, captures, digests } = evidenceOfIncident(record, set.captures)
    const perpetrators = actors.filter(({ role, stance }) => role === 'perpetrator' && stance !== 'denied')
    return [
      incident.id,
      incident.previousIds,
      label,
      incident.type.event,
      incident.type.subEvent,
      [...new Set(perpetrators.map((actor) => nameActor(actor, set.level)))].filter((name) => name !== null).join('; '),
      place?.name ?? place?.asWritten ?? null,
      place?.geonameId ?? null,
      place?.country ?? null,
      place?.admin1 ?? null,
      place?.lat ?? null,
      place?.lon ?? null,
      place?.wherePrec ?? null,
      place?.geoPrecision ?? null,
      when?.start ?? null,
      when?.end ?? null,
      when?.datePrec ?? null,
      when?.timePrecision ?? null,
      incident.status,
      incident.grade.value,
      protectRules(record, set.level).join('; '),
      admiralty.reliability,
      admiralty.credibility,
      incident.origins.length,
      documents.length,
      documents.filter(({ copyOf }) => copyOf !== null).length,
      claims,
      captures,
      digests,
      provenance,
    ]
  })
  return { name: 'incidents', columns: COLUMNS, rows }
}
