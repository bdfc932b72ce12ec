import type { Place } from '../../src/model/place.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport, Reading } from '../../src/model/reading.ts'
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

/**
 * The place in the task's terms.
 *
 * Places of other countries than the task's are left out, so that only the country the account is about stays; but where
 * the text never names that country, the gazetteer has mistaken a place, or a person, of the same name: it stays as
 * written when a preposition says that it is a place.
 */
export function locate(place: Place | null, theatre: string | null, text: string): Location {
  if (place === null) return { country: theatre, names: [] }
  const { country, wherePrec } = place
  const isMistaken = country !== null && country !== theatre && !isNamed(country, text)
  if (isMistaken) return { country: theatre, names: isLocatedIn(text, place.asWritten) ? [place.asWritten] : [] }
  if (country !== null && !COUNTRIES.has(country)) return { country: theatre, names: [] }
  if ((wherePrec !== null && wherePrec >= 6) || isCountryName(place.asWritten))
    return { country: country ?? theatre, names: [] }
  const names = [place.name, place.asWritten, place.facility].filter((name) => name !== null)
  return { country: country ?? theatre, names: [...new Set(names)] }
}

/** "GUATEMALA" alone is the country, though its capital is called so as well. */
function isCountryName(name: string): boolean {
  return COUNTRY_WORDS.some(([, words]) => name.replace(words, '').trim() === '')
}

function isLocatedIn(text: string, name: string): boolean {
  const flat = ` ${text.replace(/\s+/gu, ' ').toLowerCase()}`
  const own = name.replace(/\s+/gu, ' ').toLowerCase()
  return ['in', 'at', 'near', 'in the', 'town of', 'village of'].some((before) => flat.includes(` ${before} ${own}`))
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })

/** Whether a text names a country, by its own words where the task has it, else by its English name. */
function isNamed(country: string, text: string): boolean {
  const own = COUNTRY_WORDS.find(([code]) => code === country)
  if (own !== undefined) return text.search(own[1]) >= 0
  const name = country === 'US' ? 'u.s.' : (REGIONS.of(country) ?? '').toLowerCase()
  return text.toLowerCase().includes(name)
}

/** Rules by which a claim takes over the place of another sentence: where the story goes on, not where this deed was. */
const TAKEN_OVER: ReadonlySet<string> = new Set(['places/goes-back', 'places/story-before'])

/**
 * The place an account itself tells, finest first; one that its claims only take over from elsewhere does not count. A
 * town that the gazetteer lacks is finer than the province around it, and a quarter it lacks lies in the account's town.
 */
export function placeTold({ place }: IncidentReport, claims: readonly Claim[]): Place | null {
  const told = claims
    .filter(({ trace }) => !trace.some(({ rule }) => TAKEN_OVER.has(rule)))
    .flatMap((one) => one.place ?? [])
  if (place === null || !told.some(({ asWritten }) => asWritten === place.asWritten)) return null
  const unknown = told.filter(({ lat, wherePrec }) => lat === null && wherePrec === null)
  if (place.wherePrec !== null && place.wherePrec >= 3) return unknown[0] ?? place
  const quarter = unknown.find(({ asWritten }) => QUARTER.test(asWritten))
  return quarter === undefined || place.facility !== null ? place : { ...place, facility: quarter.asWritten }
}

const QUARTER = /\s(?:neighbou?rhood|quarter|suburb|district|barrio)$/iu

/** Whether the text names a place in its dateline alone: that is where the report was written. */
export function isDatelineOnly(place: Place | null, text: string): boolean {
  if (place === null) return false
  const dash = text.indexOf('--')
  const end = dash < 0 || dash > DATELINE_UNITS ? DATELINE_UNITS : dash
  const body = text.slice(end).replace(/\s+/gu, ' ').toLowerCase()
  const head = text.slice(0, end).replace(/\s+/gu, ' ').toLowerCase()
  const name = place.asWritten.replace(/\s+/gu, ' ').toLowerCase()
  return head.includes(name) && !body.includes(name)
}
