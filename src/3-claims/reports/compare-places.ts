import type { Place } from '../../model/place.ts'

/** Kilometres within which two named places can be one scene: a quarter and its city, a village and its town. */
const SAME_SCENE_KM = 12
const KM_PER_DEGREE = 111.3

/**
 * How well two places can be one scene: 1.5 the same place, 1 near or part of one another, 0.25 one a country or region
 * around the other, less where it cannot be told; null when they are different places.
 */
export function comparePlaces(a: Place, b: Place): number | null {
  if (a.asWritten === b.asWritten || a.asWritten.toLowerCase() === b.asWritten.toLowerCase()) return 1.5
  if (a.lat === null || b.lat === null || a.lon === null || b.lon === null) return compareNames(a, b)
  if (a.geonameId !== null && a.geonameId === b.geonameId) return isSettlement(a) && isSettlement(b) ? 1.5 : 1
  if (isSettlement(a) && isSettlement(b)) return kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME_SCENE_KM ? 1 : null
  if (a.country !== null && b.country !== null && a.country !== b.country) return null
  if (isCountry(a) || isCountry(b)) return 0.25
  return a.admin1 !== null && a.admin1 === b.admin1 ? 0.5 : null
}

/** Places the gazetteer lacks are told apart by name: quarters, streets, farms. */
function compareNames(a: Place, b: Place): number | null {
  const words = new Set(nameWords(a.asWritten))
  if (nameWords(b.asWritten).some((word) => words.has(word))) return 0.5
  return a.lat === null && b.lat === null ? null : -0.5
}

/** The words of a name that tell it from others: capitalised or long, without the kind of place. */
function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !KINDS_OF_PLACE.has(word))
}

const KINDS_OF_PLACE: ReadonlySet<string> = new Set(
  'town|city|village|villages|district|quarter|neighbourhood|neighborhood|area|region|province|street|road|square|school|hospital|police|station|base|airport|camp|northern|southern|eastern|western|north|south|east|west|department|municipality|building|market|countryside|suburb'.split(
    '|',
  ),
)

function isSettlement({ wherePrec }: Place): boolean {
  return (wherePrec ?? 1) <= 2
}

function isCountry({ wherePrec }: Place): boolean {
  return (wherePrec ?? 1) >= 5
}

/** Distance in kilometres on a sphere, good enough for a few kilometres. */
function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const north = (latA - latB) * KM_PER_DEGREE
  const east = (lonA - lonB) * KM_PER_DEGREE * Math.cos(((latA + latB) / 2) * (Math.PI / 180))
  return Math.hypot(north, east)
}
