import type { Place } from '../../model/place.ts'

/** Kilometres within which two named places can be one scene: a quarter and its city, a village and its town. */
const SAME_SCENE_KM = 12
const KM_PER_DEGREE = 111.3

/**
 * How well two places can be one scene: 1.5 the same place, 1 near or part of one another, 0.25 one a country or region
 * around the other, 0 cannot be told; null when they are different places.
 */
export function comparePlaces(a: Place, b: Place): number | null {
  if (a.asWritten === b.asWritten || a.asWritten.toLowerCase() === b.asWritten.toLowerCase()) return 1.5
  if (a.lat === null || b.lat === null || a.lon === null || b.lon === null) return 0
  if (a.geonameId !== null && a.geonameId === b.geonameId) return isSettlement(a) && isSettlement(b) ? 1.5 : 1
  if (isSettlement(a) && isSettlement(b)) return kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME_SCENE_KM ? 1 : null
  if (a.country !== null && b.country !== null && a.country !== b.country) return null
  if (isCountry(a) || isCountry(b)) return 0.25
  return a.admin1 !== null && a.admin1 === b.admin1 ? 0.5 : null
}

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
