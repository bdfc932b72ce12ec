import type { Span } from '../../model/span.ts'
import { bestSite, precisionScore } from './best-site.ts'
import { holds } from './containment.ts'
import { findCapital } from './find-capital.ts'
import { findKindAntecedent, readReference } from './find-antecedent.ts'
import { hangSite } from './hang-site.ts'
import type { LocatedMention, PlacesOfDocument } from './located-mention.ts'
import type { Reach } from '../reach.ts'
import type { PlaceFinding } from './place-index.ts'
import { isInView } from './read-sections.ts'

/** How far back the story of one incident is followed: by figures and "the attack", and by what only comes next. */
const MAX_SENTENCES_BACK = 6
const NEXT_SENTENCES = 1
/** Headline and lead say in general what the next sentences say exactly. */
const LEAD_SENTENCES = 3
const MAX_SENTENCES_AHEAD = 4
/** Words that make a sentence's figure one of the whole country or war; small letters, as word boundaries without regard to case are slow. */
const TOTALS =
  /\b(?:since(?! (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|dawn|early|the morning|midnight))|so far|to date|until now|civil war|\w+ war\b(?! monitor)|the war\b(?! monitor)|conflict|uprising|revolution|invasion|nationwide|countrywide|(?:across|throughout|around|in) the (?:war-?\w* )?country|(?:past|last) (?:year|month|decade)|over the (?:past|last)|years? of|in total|overall|altogether|total (?:number|of)|each day|every day|per day|daily|both sides)\b/u

function isTotal({ sentences, totals }: PlacesOfDocument, index: number): boolean {
  return (totals[index] ??= TOTALS.test(sentences[index]?.text.toLowerCase() ?? ''))
}

interface Found {
  readonly site: LocatedMention
  readonly rule: string
  readonly reason: string
}

/**
 * The most precise place of what stands at `span` of sentence `index`, as far as `reach` allows: from its clause, its
 * sentence, a place its sentence goes back to ("the city"), the story before it, the lead's next sentences.
 *
 * A wrong place is worse than none: null when the text does not tell.
 */
export function placeOf(document: PlacesOfDocument, index: number, span: Span, reach: Reach): PlaceFinding | null {
  const found = findSite(document, index, span, reach)
  if (found === null) return null
  const { site, rule, reason } = found
  return {
    place: hangSite(document, site, index, span),
    trace: { rule, quote: document.text.slice(site.start, site.end), reason },
  }
}

function findSite(document: PlacesOfDocument, index: number, span: Span, reach: Reach): Found | null {
  const sentence = document.sentences[index]
  if (sentence === undefined) return null
  if (reach === 'sentence') return fromOwnWords(document, index, span)
  const own = bestSite(document, index, span)
  if (own !== null) {
    const finer = !isLead(document, index) || isTotal(document, index) ? null : fromAhead(document, index, own)
    if (finer !== null) return { site: finer, rule: 'places/lead-goes-on', reason: 'the lead says it more exactly' }
    return { site: withNeighbours(document, own), rule: 'places/own-sentence', reason: 'named in its sentence' }
  }
  const capital = findCapital(document, index)
  if (capital !== null)
    return { site: capital, rule: 'places/capital-named-before', reason: 'the capital, by the name it has before' }
  const kind = findKindAntecedent(document, index)
  if (kind !== null) {
    const site = kind.isPlural ? withNeighbours(document, kind.site) : kind.site
    return { site, rule: 'places/kind-named-before', reason: 'the sentence names its kind, one before it its name' }
  }
  return reach === 'incident'
    ? fromIncident(document, index, span)
    : fromStory(document, index, isTotal(document, index))
}

/** A statement lies where its own words say, or where what leads its sentence does ("In X, …"). */
function fromOwnWords(document: PlacesOfDocument, index: number, span: Span): Found | null {
  const isHeard = (site: LocatedMention): boolean =>
    (site.start >= span.start && site.end <= span.end) || (site.first <= 3 && site.strength === 2)
  const own = bestSite(document, index, span, isHeard)
  return own === null ? null : { site: own, rule: 'places/own-words', reason: 'named in what is said' }
}

/** Where an event that names no place of its own goes on with the story: only there does its place carry over. */
function fromIncident(document: PlacesOfDocument, index: number, span: Span): Found | null {
  const sentence = document.sentences[index]
  if (sentence === undefined) return null
  if (sentence.role === 'headline') {
    const ahead = fromAhead(document, index, null)
    return ahead === null ? null : { site: ahead, rule: 'places/lead-goes-on', reason: 'the lead tells it in full' }
  }
  const reference = readReference(sentence.tokens, span)
  if (reference !== 'back' && reference !== 'open') return null
  const isBack = reference === 'back'
  if (!isBack && document.sentences[index - 1]?.line !== sentence.line) return null
  const before = fromContext(document, index, isBack ? MAX_SENTENCES_BACK : NEXT_SENTENCES)
  if (before === null) return null
  return reference === 'back'
    ? { site: before, rule: 'places/goes-back', reason: 'the words go back to the event told before' }
    : { site: before, rule: 'places/goes-on', reason: 'tells on what the sentence before began' }
}

/** A figure belongs to the story it stands in, a total to the country the story is about. */
function fromStory(document: PlacesOfDocument, index: number, isOwnTotal: boolean): Found | null {
  const { theatre } = document
  if ((isOwnTotal || followsTotal(document, index)) && theatre !== null)
    return { site: theatre, rule: 'places/theatre-of-total', reason: 'a total of the war the document is about' }
  const before = fromContext(document, index, MAX_SENTENCES_BACK)
  if (before !== null) return { site: before, rule: 'places/story-before', reason: 'last place named in the story' }
  const ahead = fromAhead(document, index, null)
  if (ahead !== null) return { site: ahead, rule: 'places/story-ahead', reason: 'first place the story comes to' }
  const title = mostPrecise(document.sentences[0]?.role === 'headline' ? (document.bySentence[0] ?? []) : [])
  if (title !== null) return { site: title, rule: 'places/headline', reason: 'the headline names it' }
  if (theatre !== null) return { site: theatre, rule: 'places/theatre', reason: 'the country the document is about' }
  const dateline = findDateline(document)
  return dateline === null ? null : { site: dateline, rule: 'places/dateline', reason: 'no other place is named' }
}

/** Whether the sentence before, in the same paragraph or the one before, gives a total and names no place: the count goes on. */
function followsTotal(document: PlacesOfDocument, index: number): boolean {
  if (index === 0 || !isTotal(document, index - 1)) return false
  return !(document.bySentence[index - 1] ?? []).some(({ use, entry }) => use === 'site' && entry?.kind !== 'country')
}

/** Whether the sentence is a headline or stands at the head of the body. */
function isLead({ sentences }: PlacesOfDocument, index: number): boolean {
  const sentence = sentences[index]
  if (sentence === undefined) return false
  return sentence.role === 'headline' || index < LEAD_SENTENCES
}

/** The most precise site of the nearest sentence before that has a precise one. */
function fromContext({ bySentence, sections }: PlacesOfDocument, index: number, reach: number): LocatedMention | null {
  for (let i = index - 1; i >= Math.max(0, index - reach); i--) {
    if (!isInView(sections, index, i)) continue
    const site = mostPrecise(bySentence[i] ?? [])
    if (site !== null && precisionScore(site) >= 1) return site
  }
  return null
}

/** What the next sentences say more exactly than `coarse` (a country or division), or than nothing at all. */
function fromAhead(
  { bySentence, sections }: PlacesOfDocument,
  index: number,
  coarse: LocatedMention | null,
): LocatedMention | null {
  if (coarse !== null && (coarse.entry?.kind !== 'country' || coarse.place.wherePrec !== 6)) return null
  for (let i = index + 1; i <= index + MAX_SENTENCES_AHEAD && i < bySentence.length; i++) {
    if (!isInView(sections, index, i)) continue
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

/** Where the reporting was done, when the document names no other place. */
function findDateline({ bySentence }: PlacesOfDocument): LocatedMention | null {
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
