import type { Place } from '../../src/model/place.ts'
import type { Reading } from '../../src/model/reading.ts'
import type { Location } from './template.ts'

/**
 * The Latin American countries the 1992 task was about, by ISO code, with the words for their people. Incidents elsewhere were
 * not asked for.
 */
const COUNTRY_WORDS: readonly (readonly [code: string, words: RegExp])[] = [
  ['AR', /\bargentin(?:a|e|es|ian|ians)\b/giu],
  ['BO', /\bbolivia(?:n|ns)?\b/giu],
  ['CL', /\bchile(?:an|ans)?\b/giu],
  ['CO', /\bcolombia(?:n|ns)?\b/giu],
  ['EC', /\becuador(?:an|ans|ean|eans|ian|ians)?\b/giu],
  ['SV', /\b(?:el salvador|salvador(?:an|ans|ean|eans|ian|ians))\b/giu],
  ['GT', /\bguatemala(?:n|ns)?\b/giu],
  ['HN', /\bhondura(?:s|n|ns)\b/giu],
  ['PE', /\bperu(?:vian|vians)?\b/giu],
]
const COUNTRIES: ReadonlySet<string> = new Set(COUNTRY_WORDS.map(([code]) => code))
/** The dateline's place weighs as much as two mentions of the country or of places in it. */
const DATELINE_WEIGHT = 2
const DATELINE_UNITS = 120

/**
 * The country an account is about when nothing nearer is named, as the systems of 1992 took it: the one of the
 * task's countries that the text speaks of most.
 */
export function theatreOf({ document, claims }: Reading): string | null {
  const weights = new Map<string, number>()
  const add = (code: string, weight: number): void => {
    weights.set(code, (weights.get(code) ?? 0) + weight)
  }
  for (const [code, words] of COUNTRY_WORDS) add(code, [...document.text.matchAll(words)].length)
  for (const { place, evidence } of claims)
    if (place?.country != null && COUNTRIES.has(place.country))
      add(place.country, evidence.start < DATELINE_UNITS ? DATELINE_WEIGHT : 1)
  let best: string | null = null
  for (const [code, weight] of weights) if (weight > 0 && weight > (weights.get(best ?? '') ?? 0)) best = code
  return best
}

/** The place in the task's terms; a place outside the task's countries is left out, only its country's default stays. */
export function locate(place: Place | null, theatre: string | null): Location {
  if (place === null) return { country: theatre, names: [] }
  const { country, wherePrec } = place
  if (country !== null && !COUNTRIES.has(country)) return { country: theatre, names: [] }
  if (wherePrec !== null && wherePrec >= 6) return { country: country ?? theatre, names: [] }
  const names = [place.name, place.asWritten, place.facility].filter((name) => name !== null)
  return { country: country ?? theatre, names: [...new Set(names)] }
}

/** Whether the text names a place in its dateline alone: that is where the report was written. */
export function isDatelineOnly(place: Place | null, text: string): boolean {
  if (place === null) return false
  const last = text.toLowerCase().lastIndexOf((place.name ?? place.asWritten).toLowerCase())
  return last >= 0 && last < DATELINE_UNITS
}
