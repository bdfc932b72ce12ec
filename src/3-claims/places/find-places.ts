import type { Document } from '../../model/document.ts'
import type { Gazetteer, GazetteerEntry } from '../../model/gazetteer.ts'
import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { type AssignedUse, assignUse } from './assign-use.ts'
import { describePlace } from './describe-place.ts'
import { hangQuarters } from './hang-quarters.ts'
import { type FacilityMention, findFacilities } from './find-facilities.ts'
import { findSites, type Site } from './find-sites.ts'
import { findStrays } from './find-strays.ts'
import { findTheatre } from './find-theatre.ts'
import type { LocatedMention } from './located-mention.ts'
import type { NameMention } from './name-mention.ts'
import type { PlaceIndex, PlaceMention } from './place-index.ts'
import { placeOf } from './place-of.ts'
import { readSections } from './read-sections.ts'
import { resolveNames } from './resolve-names.ts'
import { scanNames } from './scan-names.ts'

/** Finds and resolves the place names of the document; containment and co-resolved places settle ambiguous ones. */
export function findPlaces(sentences: readonly Sentence[], document: Document, gazetteer: Gazetteer): PlaceIndex {
  const scanned = scanNames(sentences, gazetteer)
  const meant = resolveNames(scanned, (sentence) => sentences[sentence]?.tokens ?? [])
  const strays = findStrays(scanned, meant)
  const names = scanned.filter((_, i) => !strays.has(i))
  const entries = meant.filter((_, i) => !strays.has(i))
  const bySentence: LocatedMention[][] = sentences.map(() => [])
  let previous: { readonly mention: NameMention; readonly assigned: AssignedUse } | null = null
  names.forEach((mention, i) => {
    const sentence = sentences[mention.sentence]
    if (sentence === undefined) return
    const entry = entries[i] ?? null
    const before = previous !== null && previous.mention.sentence === mention.sentence ? previous : null
    const assigned = assignUse(sentence, mention, entry, before)
    const place = describePlace(sentence, mention, entry, document.text)
    bySentence[mention.sentence]?.push(locate(mention, place, assigned, mention.rule, entry))
    previous = { mention, assigned }
  })
  bySentence.forEach((located, i) => hangQuarters(located, sentences[i]?.tokens ?? []))
  const facilities = sentences.map((sentence) => findFacilities(sentence))
  hangFacilities(bySentence, facilities, sentences, document.text)
  const mentions = bySentence.flat()
  const theatre = findTheatre(sentences, mentions)
  const sections = readSections(sentences)
  const known: (readonly Site[] | undefined)[] = sentences.map(() => undefined)
  const sitesOf = (index: number): readonly Site[] => {
    const sentence = sentences[index]
    return sentence === undefined ? [] : (known[index] ??= findSites(sentence))
  }
  const found = {
    sentences,
    bySentence,
    sitesOf,
    sections,
    text: document.text,
    theatre,
    totals: sentences.map(() => undefined),
  }
  return {
    mentions: mentions.filter(({ rule }) => rule !== AGAIN).map(toMention),
    placeOf: (sentence, span, reach) => placeOf(found, sentence, span, reach),
    sitesOf,
  }
}

/** A facility with a name of its own is a place in the settlement named with it, or last before it. */
function hangFacilities(
  bySentence: LocatedMention[][],
  facilities: readonly (readonly FacilityMention[])[],
  sentences: readonly Sentence[],
  text: string,
): void {
  let last: LocatedMention | null = null
  const named = new Map<string, LocatedMention>()
  bySentence.forEach((mentions, sentence) => {
    if (mentions.length === 0 && facilities[sentence]?.length === 0) return
    for (const mention of mentions) if (mention.entry?.kind === 'facility') named.set(headOf(mention, text), mention)
    for (const found of facilities[sentence] ?? []) {
      const again = found.isNamed || !isDefinite(found, sentences) ? undefined : named.get(headOf(found, text))
      if (again !== undefined) mentions.push({ ...again, ...spanOf(found), rule: AGAIN })
      // "A MEDELLIN HOTEL", where capitals say nothing: the town inside the phrase gives the building its name.
      const isOfTown =
        !found.isNamed &&
        sentences[sentence]?.isUpperCase === true &&
        mentions.some((other) => isTown(other.entry) && other.first >= found.first && other.last < found.last)
      if (!found.isNamed && !isOfTown) {
        const town = nearestTown(mentions, found)
        const asWritten = text.slice(found.start, found.end)
        if (again === undefined && town !== null && town.use === 'site')
          named.set(headOf(found, text), { ...town, place: { ...town.place, facility: asWritten } })
        continue
      }
      const facility = withoutOwner(found, mentions)
      const asWritten = text.slice(facility.start, facility.end)
      const inside = mentions.findIndex((other) => other.start < facility.end && other.end > facility.start)
      const known = mentions[inside]
      if (known !== undefined && known.entry?.kind === 'facility') {
        const whole = text.slice(Math.min(known.start, facility.start), facility.end)
        const wider = { ...known, place: { ...known.place, asWritten: whole, facility: whole } }
        mentions.splice(inside, 1, wider)
        named.set(headOf(facility, text), wider)
        continue
      }
      if (known !== undefined && known.use === 'actor' && known.rule === 'places/adjective') continue
      const home = known?.entry != null ? known : (nearestTown(mentions, facility) ?? last)
      const place: Place = { ...(home?.place ?? UNKNOWN), asWritten, facility: asWritten }
      const assigned: AssignedUse = { use: 'site', strength: 2, rule: 'use/facility' }
      const own = locate(facility, place, assigned, NAMED_FACILITY, home?.entry ?? null)
      named.set(headOf(facility, text), own)
      if (inside >= 0) mentions.splice(inside, 1, own)
      else mentions.push(own)
    }
    if (mentions.length > 1) mentions.sort((a, b) => a.start - b.start)
    last = mentions.findLast((other) => other.use === 'site' && isTown(other.entry)) ?? last
  })
}

/** "the plant", after a plant was named: known by its last word. */
const AGAIN = 'places/facility-again'
const NAMED_FACILITY = 'places/named-facility'

/** Whether "the" or its like leads to the facility: one that was named before. */
function isDefinite({ sentence, first }: FacilityMention, sentences: readonly Sentence[]): boolean {
  const tokens = sentences[sentence]?.tokens ?? []
  return [tokens[first], tokens[first - 1]].some((token) => token !== undefined && DEFINITES.has(token.lower))
}
const DEFINITES = new Set('the this that same'.split(' '))

function headOf({ start, end }: Span, text: string): string {
  return (
    text
      .slice(start, end)
      .toLowerCase()
      .split(/[\s-]+/u)
      .at(-1) ?? ''
  )
}

function spanOf({
  sentence,
  first,
  last,
  start,
  end,
}: FacilityMention): Pick<LocatedMention, 'sentence' | 'first' | 'last' | 'start' | 'end'> {
  return { sentence, first, last, start, end }
}

/** "Syrias Shairat airbase" begins at Shairat. */
function withoutOwner(facility: FacilityMention, mentions: readonly LocatedMention[]): FacilityMention {
  const owner = mentions.find(({ rule, first }) => rule === 'places/possessive' && first === facility.first)
  return owner === undefined ? facility : { ...facility, first: facility.first + 1, start: owner.end + 2 }
}

function nearestTown(mentions: readonly LocatedMention[], { first }: FacilityMention): LocatedMention | null {
  const towns = mentions.filter(({ entry, use }) => isTown(entry) && use !== 'actor')
  return towns.sort((a, b) => Math.abs(a.first - first) - Math.abs(b.first - first))[0] ?? null
}

function isTown(entry: GazetteerEntry | null): boolean {
  return entry?.kind === 'settlement' || entry?.kind === 'quarter'
}

const UNKNOWN = {
  name: null,
  geonameId: null,
  lat: null,
  lon: null,
  country: null,
  admin1: null,
  wherePrec: null,
  geoPrecision: null,
} as const

function locate(
  { sentence, first, last, start, end }: NameMention | FacilityMention,
  place: Place,
  { use, strength, rule: useRule }: AssignedUse,
  rule: string,
  entry: GazetteerEntry | null,
): LocatedMention {
  const isFacility = rule === NAMED_FACILITY
  return { sentence, first, last, start, end, place, use, strength, rule, useRule, isFacility, entry }
}

function toMention({ sentence, start, end, place, use, rule, useRule }: LocatedMention): PlaceMention {
  return { sentence, start, end, place, use, rule: `${rule} ${useRule}` }
}
