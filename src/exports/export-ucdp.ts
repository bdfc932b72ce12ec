import { UCDP_COLUMNS } from '../../data/words/export-columns.ts'
import type { IncidentRecord } from '../model/record.ts'
import { countryName } from './country-name.ts'
import { digestOf, evidenceOfIncident, tollOf } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { nameActor, protectClaimant, protectPlace } from './protect-record.ts'
import type { Cell, Column, ColumnType, Table } from './table.ts'

/** Columns whose cells are numbers or days; the others are text. */
const TYPES = new Map<string, ColumnType>([
  ...['year', 'type_of_violence', 'number_of_sources', 'where_prec', 'priogrid_gid', 'event_clarity', 'date_prec'].map(
    (name) => [name, 'integer'] as const,
  ),
  ...['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low'].map(
    (name) => [name, 'integer'] as const,
  ),
  ['latitude', 'number'],
  ['longitude', 'number'],
  ['date_start', 'day'],
  ['date_end', 'day'],
])

/** ACLED's kinds of actor that fight. */
const ARMED: ReadonlySet<string> = new Set(['State forces', 'Rebel group', 'Political militia', 'Identity militia'])

const COLUMNS: readonly Column[] = UCDP_COLUMNS.map((name) => ({
  name,
  type: TYPES.get(name) ?? 'text',
  about: 'as in the UCDP GED codebook',
}))

/**
 * Incidents in the 49 columns of UCDP's georeferenced events: those in which somebody is claimed to have died, one row each.
 *
 * best is UCDP's by our policy of that name; an open upper bound gives the number it begins at. Deaths that nobody lays to a
 * side go to `deaths_unknown`, so that the four always add up to best. `source_article` holds the digest of each capture
 * and `source_original` each claimant with the claims, and the provenance. Conflict, dyad and side ids are UCDP's own and stay
 * empty.
 */
export function exportUcdp(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const rows = selectRecords(set).flatMap((record) => {
    const values = ucdpValues(record, set, provenance)
    return values === null ? [] : [UCDP_COLUMNS.map((column): Cell => values[column] ?? null)]
  })
  return { name: 'ucdp-ged', columns: COLUMNS, rows }
}

function ucdpValues(record: IncidentRecord, set: ExportSet, provenance: string): Readonly<Record<string, Cell>> | null {
  const { level, captures } = set
  const deaths = deathsOf(record)
  if (deaths === null) return null
  const { incident, actors } = record
  const { when, documents } = incident
  const place = protectPlace(incident.place, level)
  const [sideA, sideB] = (['perpetrator', 'target'] as const).map((role) =>
    actors.find((actor) => actor.role === role && actor.stance !== 'denied' && nameActor(actor, level) !== null),
  )
  const isPlaced = place !== null && place.lat !== null && place.lon !== null
  const year = (when?.start ?? when?.end ?? '').slice(0, 4)
  return {
    id: incident.id,
    relid: incident.id,
    year: year === '' ? null : Number(year),
    active_year: null,
    code_status: incident.status === 'machine' || incident.status === 'in_review' ? 'Check' : 'Clear',
    type_of_violence: violenceOf(record),
    side_a: sideA === undefined ? null : nameActor(sideA, level),
    side_b: sideB === undefined ? null : nameActor(sideB, level),
    number_of_sources: incident.origins.length,
    source_article: documents
      .map(
        ({ outlet, publishedAt, captureId }) =>
          `${outlet ?? 'not known'},${publishedAt?.slice(0, 10) ?? 'not dated'},${captureId} ${digestOf(captureId, captures)}`,
      )
      .join(';'),
    source_office: distinct(documents.map(({ outlet }) => outlet)),
    source_date: distinct(documents.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null)),
    source_headline: level === 'full' ? distinct(documents.map(({ title }) => title)) : null,
    source_original: `${describeClaimants(record, set)}. ${provenance}`,
    where_prec: place?.wherePrec ?? null,
    where_coordinates: place?.name ?? null,
    where_description: place?.asWritten ?? null,
    adm_1: place?.admin1 ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geom_wkt: isPlaced ? `POINT (${place.lon} ${place.lat})` : null,
    priogrid_gid: place === null ? null : gridCell(place.lat, place.lon),
    country: countryName(place?.country ?? null),
    event_clarity: (when?.datePrec ?? 5) <= 2 ? 1 : 2,
    date_prec: when?.datePrec ?? null,
    date_start: when?.start ?? when?.end ?? null,
    date_end: when?.end ?? when?.start ?? null,
    deaths_a: 0,
    deaths_b: 0,
    ...deaths,
  }
}

interface Deaths {
  readonly deaths_civilians: number
  readonly deaths_unknown: number
  readonly best: number
  readonly high: number
  readonly low: number
}

/** Null when nobody is claimed to have died. */
function deathsOf({ incident, choices, claims, harm }: IncidentRecord): Deaths | null {
  const at = tollOf(incident, 'killed')
  const figure = at === null ? undefined : incident.figures[at]
  if (at === null || figure === undefined) return null
  const best = choices[at]?.find(({ policy }) => policy === 'ucdp')?.best ?? 0
  const opens = claims.find(({ entry }) => entry.claim.id === figure.highClaim)?.entry.claim.figure?.low ?? 0
  const high = Math.max(figure.high ?? opens, best)
  if (high === 0) return null
  const { civilians } = harm.find(({ measure }) => measure === 'killed') ?? { civilians: null }
  const isCivilian = (civilians?.min ?? 0) > 0
  const known = isCivilian ? Math.min(best, civilians?.max ?? best) : 0
  return { deaths_civilians: known, deaths_unknown: best - known, best, high, low: Math.min(figure.low ?? 0, best) }
}

/** UCDP's type of violence: 3 against civilians; 1 with a state's forces; 2 without; null when no armed actor is known. */
function violenceOf({ incident: { type }, actors }: IncidentRecord): 1 | 2 | 3 | null {
  const isAgainstCivilians = actors.some(({ role, kind }) => role === 'target' && kind === 'Civilians')
  if (type.event === 'Violence against civilians' || isAgainstCivilians) return 3
  const armed = actors.filter(({ kind, stance }) => ARMED.has(kind) && stance !== 'denied')
  if (armed.length === 0) return null
  return armed.some(({ kind }) => kind === 'State forces') ? 1 : 2
}

/** Each claimant whose figures stand, with the claims. */
function describeClaimants(record: IncidentRecord, { level, captures }: ExportSet): string {
  const standing = new Set(evidenceOfIncident(record, captures).claims)
  const claimants = new Map<string, string[]>()
  for (const { entry } of record.claims) {
    if (!standing.has(entry.claim.id)) continue
    const name = protectClaimant(entry, level)
    claimants.set(name, [...(claimants.get(name) ?? []), entry.claim.id])
  }
  return [...claimants].map(([name, ids]) => `${name} (${ids.join(' ')})`).join('; ')
}

function distinct(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join(';')
}

/** PRIO-GRID cell of half a degree, counted from 1 in the south-west; null without coordinates. */
function gridCell(lat: number | null, lon: number | null): number | null {
  if (lat === null || lon === null) return null
  const row = Math.min(359, Math.floor((lat + 90) * 2))
  const column = Math.min(719, Math.floor((lon + 180) * 2))
  return row * 720 + column + 1
}
