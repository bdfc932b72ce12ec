import { WAY_NOUNS } from '../../../data/words/facility-nouns.ts'
import { BEARINGS, DIRECTIONS, LOCATIVES, NEARNESS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isName } from './capital.ts'
import { holds } from './containment.ts'
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
  /** The country that most of the document's sites lie in, as it is named; null when no site has one. */
  readonly theatre: LocatedMention | null
}

/** How far back the story of one incident is followed. */
const MAX_SENTENCES_BACK = 6
/** Headline and lead say in general what the next sentences say exactly. */
const LEAD_SENTENCES = 3
const MAX_SENTENCES_AHEAD = 4
const CLAUSE_BREAKS = new Set(
  'who which where while when whereas that said says after before as because although but ; : — – ('.split(' '),
)
/** Words that make a sentence's figure one of the whole country or war. */
const TOTALS =
  /\b(?:since(?! (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|dawn|early|the morning|midnight))|so far|to date|until now|civil war|\w+ war\b(?! monitor)|the war\b(?! monitor)|conflict|uprising|revolution|invasion|nationwide|countrywide|(?:across|throughout|around|in) the (?:war-?\w* )?country|(?:past|last) (?:year|month|decade)|over the (?:past|last)|years? of|in total|overall|altogether|total (?:number|of)|each day|every day|per day|daily|both sides)\b/iu

/**
 * The most precise place of what stands at `span` of sentence `index`: from its clause, its sentence, the story before
 * it, then the headline. Null when the text does not tell.
 */
export function placeOf(document: PlacesOfDocument, index: number, span: Span): Place | null {
  const sentence = document.sentences[index]
  if (sentence === undefined) return null
  const isTotal = TOTALS.test(sentence.text)
  const own = bestSite(document, index, span)
  if (own !== null) {
    const finer = isTotal || !isLead(document, index) ? null : fromAhead(document, index, own)
    return withFacility(document, finer ?? withNeighbours(document, own), index, span)
  }
  if ((isTotal || followsTotal(document, index)) && document.theatre !== null) return document.theatre.place
  const other = fromContext(document, index) ?? fromAhead(document, index, null) ?? lastResort(document)
  return other === null ? null : withFacility(document, other, index, span)
}

/** Whether the sentence before, in the same paragraph or the one before, gives a total and names no place: the count goes on. */
function followsTotal({ sentences, bySentence }: PlacesOfDocument, index: number): boolean {
  const before = sentences[index - 1]
  if (before === undefined || !TOTALS.test(before.text)) return false
  return !(bySentence[index - 1] ?? []).some(({ use, entry }) => use === 'site' && entry?.kind !== 'country')
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
  sites.forEach((site, i) => {
    const isAfter = site.first > to
    const between = isAfter ? tokens.slice(to + 1, site.first) : tokens.slice(site.last + 1, from)
    let score = site.strength * 1.5 + precisionScore(site) + (isAfter ? 0.5 : 0) - between.length / 12
    const isRelative = !isAfter && between.slice(0, 2).some(({ lower }) => lower === 'where')
    if (isRelative) score += 1.5
    else for (const token of between) if (isBreak(token)) score -= 0.8
    // What leads the sentence ("In X, …") holds for all of it.
    if (!isAfter && site.first <= 3 && site.strength === 2) score += 0.6
    const inner = sites[i - 1]
    if (inner !== undefined && isOuter(tokens.slice(inner.last + 1, site.first), inner, site)) score -= 2.5
    const next = sites[i + 1]
    if (next !== undefined && isHolder(tokens.slice(site.last + 1, next.first))) score -= 2.5
    if (site.useRule === 'use/destination') score -= 1.5
    if (score > top) {
      top = score
      best = site
    }
  })
  return best
}

/** Whether a site and the next, with these words between, are whole and part: "Y region of X", "Y's town of X". */
function isHolder(gap: readonly Token[]): boolean {
  const [first] = gap
  if (first === undefined || gap.length > 6) return false
  if (first.lower !== "'s" && !PLACE_TYPES.has(first.lower)) return false
  // "X area east of Y" is the other way round.
  if (gap.at(-1)?.lower === 'of' && !PLACE_TYPES.has(gap.at(-2)?.lower ?? '')) return false
  return gap.every(
    ({ lower }) =>
      lower === "'s" || lower === 'of' || lower === 'the' || PLACE_TYPES.has(lower) || DIRECTIONS.has(lower),
  )
}

function isBreak({ lower, kind }: Token): boolean {
  return kind === 'open' || kind === 'close' || CLAUSE_BREAKS.has(lower)
}

const OUTER_WORDS = new Set(
  'in of the a an near outside on at within from around ( ) , part parts city town side border just some about'.split(
    ' ',
  ),
)

/** Whether the second site only says where the first lies: "X village in Y", "X, 20 km from Y". */
function isOuter(gap: readonly Token[], inner: LocatedMention, outer: LocatedMention): boolean {
  if (gap.length === 0) return inner.entry !== null && outer.entry !== null && holds(outer.entry, inner.entry)
  if (gap.length > 10 || gap.every(({ lower }) => lower === ',' || lower === 'and')) {
    return gap.length === 1 && inner.entry !== null && outer.entry !== null && holds(outer.entry, inner.entry)
  }
  const leads = LOCATIVES.has(gap[0]?.lower ?? '') || PLACE_TYPES.has(gap[0]?.lower ?? '')
  return gap.every(
    ({ lower, kind, text }) =>
      (leads && isName(text)) ||
      WAY_NOUNS.has(lower) ||
      OUTER_WORDS.has(lower) ||
      PLACE_TYPES.has(lower) ||
      DIRECTIONS.has(lower) ||
      NEARNESS.has(lower) ||
      BEARINGS.has(lower) ||
      kind === 'number',
  )
}

function precisionScore({ entry, isFacility }: LocatedMention): number {
  if (isFacility) return 1.6
  if (entry === null) return 1.4
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

/** Whether the sentence is a headline or stands at the head of the body. */
function isLead({ sentences }: PlacesOfDocument, index: number): boolean {
  const sentence = sentences[index]
  if (sentence === undefined) return false
  return sentence.role === 'headline' || index < LEAD_SENTENCES
}

/** The most precise site of the nearest sentence before that has a precise one. */
function fromContext({ bySentence }: PlacesOfDocument, index: number): LocatedMention | null {
  for (let i = index - 1; i >= Math.max(0, index - MAX_SENTENCES_BACK); i--) {
    const site = mostPrecise(bySentence[i] ?? [])
    if (site !== null && precisionScore(site) >= 1) return site
  }
  return null
}

/** What the next sentences say more exactly than `coarse` (a country or division), or than nothing at all. */
function fromAhead(
  { bySentence }: PlacesOfDocument,
  index: number,
  coarse: LocatedMention | null,
): LocatedMention | null {
  if (coarse !== null && (coarse.entry?.kind !== 'country' || coarse.place.wherePrec !== 6)) return null
  for (let i = index + 1; i <= index + MAX_SENTENCES_AHEAD && i < bySentence.length; i++) {
    const best = mostPrecise(bySentence[i] ?? [])
    if (best === null || best.strength < 2 || precisionScore(best) < 1) continue
    if (coarse === null || coarse.entry === null || best.entry === null || holds(coarse.entry, best.entry)) return best
  }
  return null
}

/** A site named in one breath with others ("X and Y", "X, Y and Z towns"): the harm is said of all of them. */
function withNeighbours({ bySentence, sentences, text }: PlacesOfDocument, own: LocatedMention): LocatedMention {
  const sites = (bySentence[own.sentence] ?? []).filter(({ use, strength }) => use === 'site' && strength > 0)
  const tokens = sentences[own.sentence]?.tokens ?? []
  const at = sites.indexOf(own)
  const joins = (a: LocatedMention | undefined, b: LocatedMention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    b.useRule === 'use/list' &&
    (a.entry?.kind ?? 'settlement') === (b.entry?.kind ?? 'settlement')
  let first = at
  let last = at
  while (joins(sites[first - 1], sites[first])) first--
  while (joins(sites[last], sites[last + 1])) last++
  // A bare comma may part a town from what it lies in; "and" makes a list.
  const from = sites[first]
  const to = sites[last]
  if (from === undefined || to === undefined || from === to) return own
  if (!tokens.slice(from.last + 1, to.first).some(({ lower }) => lower === 'and')) return own
  const ends = Math.max(to.end, to.start + to.place.asWritten.length)
  const isOneDivision = sites.slice(first, last + 1).every(({ place }) => place.admin1 === own.place.admin1)
  return {
    ...own,
    place: {
      ...own.place,
      asWritten: text.slice(from.start, ends),
      ...(own.place.wherePrec === null ? {} : ({ wherePrec: isOneDivision ? 4 : 6, geoPrecision: 3 } as const)),
    },
  }
}

/** The country, then the dateline. */
function lastResort({ bySentence, theatre }: PlacesOfDocument): LocatedMention | null {
  if (theatre !== null) return theatre
  return (
    bySentence
      .slice(0, 4)
      .flat()
      .find(({ use }) => use === 'report') ?? null
  )
}

/** The site of a sentence that tells most: inner before outer, precise before wide, sure before bare. */
function mostPrecise(mentions: readonly LocatedMention[]): LocatedMention | null {
  let best: LocatedMention | null = null
  for (const mention of mentions) {
    if (mention.use !== 'site' || mention.strength === 0) continue
    if (best === null || rankOf(mention) > rankOf(best)) best = mention
  }
  return best
}

function rankOf(mention: LocatedMention): number {
  return (
    precisionScore(mention) +
    mention.strength -
    (mention.useRule === 'use/distance' || mention.useRule === 'use/destination' ? 1 : 0)
  )
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
