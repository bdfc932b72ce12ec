import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { FacilityMention } from './find-facilities.ts'
import type { PlaceMention } from './place-index.ts'

/** A place mention with what choosing among several needs. */
export interface LocatedMention extends PlaceMention {
  readonly first: number
  readonly last: number
  readonly entry: GazetteerEntry | null
  /** How surely a site: 2 behind a preposition or place noun, 1 bare, 0 no site. */
  readonly strength: 0 | 1 | 2
  readonly useRule: string
  readonly isFacility: boolean
}

/** The mentions and facilities of a document, by sentence. */
export interface PlacesOfDocument {
  readonly sentences: readonly Sentence[]
  readonly bySentence: readonly (readonly LocatedMention[])[]
  readonly facilities: readonly (readonly FacilityMention[])[]
  readonly text: string
}

/** How far back the story of one incident is followed. */
const MAX_SENTENCES_BACK = 12
const CLAUSE_BREAKS = new Set(
  'who which where while when whereas that said says after before as because although but ; : — –'.split(' '),
)
/** Words that make a sentence's figure one of the whole country or war. */
const TOTALS =
  /\b(?:since|so far|civil war|the war|the conflict|uprising|revolution|nationwide|countrywide|across the country|throughout the country|years? of|in total|overall|altogether|the country)\b/iu

/**
 * The most precise place of what stands at `span` of sentence `index`: from its clause, its sentence, the story before
 * it, then the headline. Null when the text does not tell.
 */
export function placeOf(document: PlacesOfDocument, index: number, span: Span): Place | null {
  const sentence = document.sentences[index]
  if (sentence === undefined) return null
  const isTotal = TOTALS.test(sentence.text)
  const own = bestSite(document, index, span)
  if (own !== null) return withFacility(document, own, index, span)
  if (isTotal) {
    const country = countryOf(document, index)
    if (country !== null) return country
  }
  const earlier = fromContext(document, index)
  return earlier === null ? null : withFacility(document, earlier, index, span)
}

/** The site in the sentence that belongs to the words at `span`. */
function bestSite({ sentences, bySentence }: PlacesOfDocument, index: number, span: Span): LocatedMention | null {
  const sentence = sentences[index]
  const sites = (bySentence[index] ?? []).filter(({ use }) => use === 'site')
  if (sentence === undefined || sites.length === 0) return null
  const { tokens } = sentence
  const from = tokens.findIndex(({ end }) => end > span.start)
  const to = tokens.findLastIndex(({ start }) => start < span.end)
  let best: LocatedMention | null = null
  let top = -Infinity
  for (const site of sites) {
    const isAfter = site.first > to
    const between = isAfter ? tokens.slice(to + 1, site.first) : tokens.slice(site.last + 1, from)
    let score = site.strength * 1.5 + precisionScore(site) + (isAfter ? 0.5 : 0) - between.length / 12
    for (const token of between)
      if (CLAUSE_BREAKS.has(token.lower) || token.kind === 'open' || token.kind === 'close') score -= 0.8
    // What leads the sentence ("In X, …") holds for all of it.
    if (!isAfter && site.first <= 3 && site.strength === 2) score += 0.8
    if (score > top) {
      top = score
      best = site
    }
  }
  return best
}

function precisionScore({ entry, isFacility }: LocatedMention): number {
  if (isFacility) return 1.6
  if (entry === null) return 1.3
  switch (entry.kind) {
    case 'facility':
      return 1.6
    case 'quarter':
      return 1.5
    case 'settlement':
      return 1.4
    case 'area':
      return 1.2
    case 'admin2':
      return 1
    case 'admin1':
      return 0.7
    case 'region':
      return 0.5
    case 'water':
      return 0.2
    case 'country':
      return 0
    case 'continent':
      return -1
  }
}

/** The country the document names most often as a site, as it was named last before this sentence. */
function countryOf({ bySentence }: PlacesOfDocument, index: number): Place | null {
  const here = (bySentence[index] ?? []).find(
    ({ entry, rule }) => entry?.kind === 'country' && rule !== 'places/adjective',
  )
  if (here !== undefined) return here.place
  for (let i = index; i >= 0; i--) {
    const country = (bySentence[i] ?? []).find(({ entry, use }) => entry?.kind === 'country' && use === 'site')
    if (country !== undefined) return country.place
  }
  return null
}

/** The most precise site of the nearest sentence before that has one. */
function fromContext({ sentences, bySentence }: PlacesOfDocument, index: number): LocatedMention | null {
  let wide: LocatedMention | null = null
  for (let i = index - 1; i >= Math.max(0, index - MAX_SENTENCES_BACK); i--) {
    const sites = (bySentence[i] ?? []).filter(({ use, strength }) => use === 'site' && strength > 0)
    const best = [...sites].sort((a, b) => precisionScore(b) + b.strength - precisionScore(a) - a.strength)[0]
    if (best === undefined) continue
    if (precisionScore(best) >= 1) return best
    wide ??= best
  }
  if (wide !== null) return wide
  const headline = sentences[0]?.role === 'headline' ? bySentence[0]?.find(({ use }) => use === 'site') : undefined
  const dateline = bySentence
    .slice(0, 4)
    .flat()
    .find(({ use }) => use === 'report')
  return headline ?? dateline ?? null
}

/** Hangs the built site named beside the harm on the place. */
function withFacility(
  { facilities, sentences, text }: PlacesOfDocument,
  { place }: LocatedMention,
  index: number,
  span: Span,
): Place {
  if (place.facility !== null) return place
  const { tokens } = sentences[index] ?? { tokens: [] }
  const from = tokens.findIndex(({ end }) => end > span.start)
  const near = (facilities[index] ?? []).filter(
    ({ first, last }) => Math.min(Math.abs(first - from), Math.abs(last - from)) < 20,
  )
  const facility = near.sort((a, b) => Math.abs(a.first - from) - Math.abs(b.first - from))[0]
  return facility === undefined ? place : { ...place, facility: text.slice(facility.start, facility.end) }
}
