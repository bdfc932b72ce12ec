import { ACTOR_HEADS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { Span } from '../../model/span.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { precisionScore } from './best-site.ts'
import type { LocatedMention, PlacesOfDocument } from './located-mention.ts'
import { isInView } from './read-sections.ts'

/** Sentences back to which "the city" may refer. */
const MAX_BACK = 12
const DEFINITES = new Set('the this that these those both'.split(' '))
/** Tokens between the article and the noun ("the besieged southern port city"). */
const MAX_MODIFIERS = 4
/** Nouns for kinds of place that, with an article and no name, go back to a place named before. */
const KIND_NOUNS: ReadonlyMap<string, 'town' | 'towns' | 'quarter' | 'division' | 'ground'> = new Map(
  (
    [
      ['town', 'city town village settlement hamlet kibbutz'],
      ['towns', 'cities towns villages settlements hamlets'],
      ['quarter', 'district neighborhood neighbourhood quarter suburb'],
      ['division', 'province governorate oblast region'],
      ['ground', 'area enclave pocket'],
    ] as const
  ).flatMap(([kind, list]) => list.split(' ').map((word): [string, typeof kind] => [word, kind])),
)

const namesKind = tabulate((lower) => (KIND_NOUNS.has(lower) ? 1 : 0))

/** Tokens before a trigger that may hold the word that refers back. */
const REFERENCE_TOKENS = 4
const BACK = new Set('the this these those same'.split(' '))
/** "Saturday's attack", also where the apostrophe was lost. */
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(
    ' ',
  ),
)
/** Between "the" and the trigger these begin another phrase. */
const STOPS = new Set(
  'of in on by with for from at to and or its their his her our your my after before during against over as who which'.split(
    ' ',
  ),
)
const OTHERS = new Set('another other second third separate further similar such previous earlier new'.split(' '))

/**
 * The place that a sentence names only by its kind ("the rest of the city", "the villages"): the nearest of that kind named
 * before, in this sentence or the ones above.
 *
 * @returns null when no such noun stands in the sentence, or none of its kind is in view; `isPlural` when several are meant
 */
export function findKindAntecedent(
  document: PlacesOfDocument,
  index: number,
): { readonly site: LocatedMention; readonly isPlural: boolean } | null {
  const tokens = document.sentences[index]?.tokens ?? []
  const at = tokens.findIndex((token, i) => namesKind(token) !== 0 && isDefinite(tokens, i))
  const noun = tokens[at]?.lower ?? ''
  const kind = KIND_NOUNS.get(noun)
  if (kind === undefined) return null
  let facility: LocatedMention | null = null
  for (let i = index; i >= Math.max(0, index - MAX_BACK); i--) {
    if (!isInView(document.sections, index, i)) continue
    const named = (document.bySentence[i] ?? []).filter(
      (mention) => isNamedGround(mention) && (i < index || mention.last < at),
    )
    // "the area" is what the sentence is about, "the city" the one named last.
    const site = kind === 'ground' ? named[0] : named.findLast((mention) => isOfKind(mention, kind, noun))
    if (site !== undefined) return { site, isPlural: kind === 'towns' }
    if (kind === 'town') facility ??= named.findLast(isBuilt) ?? null
  }
  // Only a plant or a hospital of the town was named: it lies there.
  return facility === null ? null : { site: facility, isPlural: false }
}

function isOfKind(mention: LocatedMention, kind: 'town' | 'towns' | 'quarter' | 'division', noun: string): boolean {
  if (isBuilt(mention)) return false
  const known = mention.entry?.kind
  switch (kind) {
    case 'town':
      return known === undefined || known === 'settlement' || known === 'quarter'
    case 'towns':
      return mention.useRule === 'use/list' && (known === undefined || known === 'settlement')
    case 'quarter':
      return known === 'quarter' || known === 'admin2' || mention.place.asWritten.toLowerCase().includes(noun)
    case 'division':
      return known === 'admin1' || known === 'region'
  }
}

function isNamedGround(mention: LocatedMention): boolean {
  const { use, useRule, strength } = mention
  return ((use === 'site' && strength > 0) || useRule === 'use/seat') && precisionScore(mention) >= 0.5
}

function isBuilt({ entry, isFacility }: LocatedMention): boolean {
  return isFacility || entry?.kind === 'facility'
}

/** Whether the noun at `i` has "the" or its like before it and no name of its own behind it ("the city of X", "the X area"). */
function isDefinite(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.lower
  // "the region's governor" is where he governs.
  if (next === "'s" && tokens.slice(i + 2, i + 5).some(({ lower }) => ACTOR_HEADS.has(lower))) return false
  if (next === 'of' || next === 'council' || next === 'hall') return false
  for (let k = i - 1; k >= Math.max(0, i - MAX_MODIFIERS - 1); k--) {
    const token = tokens[k]
    if (token === undefined || token.kind !== 'word') return false
    if (DEFINITES.has(token.lower)) return true
  }
  return false
}

/** How the words at a span tell of an event: of the one told before, of one anew, of another, of many at large, or of a campaign. */
export type Reference = 'back' | 'open' | 'other' | 'generic' | 'campaign'

/** Reads whether an event goes on with the one before ("the blast"), is another, or is of no one moment ("such attacks"). */
export function readReference(tokens: readonly Token[], span: Span): Reference {
  const first = tokens.findIndex(({ end }) => end > span.start)
  const last = tokens.findLastIndex(({ start }) => start < span.end)
  if (CAMPAIGNS.has(tokens[last]?.lower ?? '')) return 'campaign'
  for (let i = first - 1; i >= Math.max(0, first - REFERENCE_TOKENS); i--) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct' || PLACE_TYPES.has(token.lower)) break
    if (OTHERS.has(token.lower)) return 'other'
    if (STOPS.has(token.lower)) break
    if (BACK.has(token.lower) || DAYS.has(token.lower)) return 'back'
  }
  const head = tokens[last]?.lower ?? ''
  return PLURAL_NOUN.test(head) ? 'generic' : 'open'
}

/** What goes on over weeks and many places: only its own words can say where. */
const CAMPAIGNS = new Set(
  'offensive counteroffensive counter-offensive advance advances campaign war invasion operations intervention deal agreement truce ceasefire'.split(
    ' ',
  ),
)
/** Events in the plural without an article are told of at large ("repeat strikes", "airstrikes"). */
const PLURAL_NOUN =
  /(?:strikes|attacks|raids|bombings|killings|operations|explosions|blasts|clashes|battles|offensives|advances|bombardments|assaults|shootings|arrests|kidnappings|abductions|executions|deaths|losses|rockets|missiles|taps|incursions|massacres|atrocities|ambushes|skirmishes|protests|deals|executions|detentions)$/u
