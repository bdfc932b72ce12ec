import type { IncidentRecord, RecordClaim } from '../model/record.ts'
import type { Place } from '../model/place.ts'
import type { ExportLevel } from './export-set.ts'

/** One decimal of a degree: about 11 km. */
const PUBLIC_DECIMALS = 1
/** UCDP and ACLED codes of a place that is known to about 25 km. */
const GENERAL_WHERE_PREC = 2
const GENERAL_GEO_PRECISION = 2

/**
 * A place as it may leave: at the public level without its facility, to a tenth of a degree, and with precision codes
 * that say so. Coarser places stay as they are.
 */
export function protectPlace(place: Place | null, level: ExportLevel): Place | null {
  if (place === null || level === 'full') return place
  const { wherePrec, geoPrecision } = place
  return {
    ...place,
    asWritten: place.name ?? place.asWritten,
    facility: null,
    lat: generalise(place.lat),
    lon: generalise(place.lon),
    wherePrec: wherePrec === 1 ? GENERAL_WHERE_PREC : wherePrec,
    geoPrecision: geoPrecision === 1 ? GENERAL_GEO_PRECISION : geoPrecision,
  }
}

function generalise(degrees: number | null): number | null {
  return degrees === null ? null : Number(degrees.toFixed(PUBLIC_DECIMALS))
}

/** A claimant as it may leave: at the public level a person goes by role, else by whom they speak for. */
export function protectClaimant(
  { claim, claimant }: Pick<RecordClaim, 'claim' | 'claimant'>,
  level: ExportLevel,
): string {
  const { kind, role, affiliation } = claim.attribution.claimant
  if (level === 'full' || kind !== 'person') return claimant
  return role ?? (affiliation === null ? 'a person' : `a person of ${affiliation}`)
}

/** The grade's rules: at the public level without the names they found. */
export function protectRules({ incident }: IncidentRecord, level: ExportLevel): string[] {
  return incident.grade.rules.map((rule) => (level === 'full' ? rule : (rule.split(':')[0] ?? rule)))
}
