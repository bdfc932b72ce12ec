import { GENERIC_SITES } from '../../../data/words/site-words.ts'
import type { Place } from '../../model/place.ts'
import type { Site, SiteStanding } from '../places/find-sites.ts'

/** A sentence whose sites may be a report's. */
export interface SitesOfSentence {
  readonly sites: readonly Site[]
  readonly isHeadline: boolean
  /** Whether a piece of the report stands in it. */
  readonly isOwn: boolean
}

/** What each standing is worth. */
const RANKS: Readonly<Record<SiteStanding, number>> = {
  struck: 4,
  scene: 3,
  located: 2,
  beside: 1,
  topic: 0.5,
  apart: 0,
}
/** From here on a site was attacked, or people were harmed at it. */
const SCENE = 3
/** A bare "building" or "street" tells less than a school. */
const GENERIC_COST = 1.2
/** A sentence that no piece stands in may speak of something else. */
const LOOSE_COST = 0.5
/** What a mention more is worth, and how many count. */
const VOTE = 0.1
const MAX_VOTES = 5
/** The first sentences, which tell the incident in full. */
const LEAD = 3
const LEAD_BONUS = 0.3

/** Headlines are short: of what is told of equally, the body says it more exactly. */
const BODY_BONUS = 0.25

interface Named {
  readonly site: Site
  readonly rank: number
  readonly isHeadline: boolean
}

/**
 * The place of a report with the site that its sentences say was attacked, or where people were harmed; what only stands near
 * or is spoken of counts where nothing else is named. The words are the text's, those of the body before the headline's.
 */
export function chooseSite(place: Place, sentences: readonly SitesOfSentence[], text: string): Place {
  const byKind = new Map<string, Named[]>()
  const scores = new Map<string, number>()
  sentences.forEach(({ sites, isHeadline, isOwn }, at) => {
    for (const site of sites) {
      const rank = rankOf(site, isHeadline, isOwn)
      if (rank <= 0) continue
      const known = byKind.get(site.kind) ?? []
      byKind.set(site.kind, [...known.slice(0, MAX_VOTES - 1), { site, rank, isHeadline }])
      const lead = at < LEAD ? LEAD_BONUS : 0
      scores.set(site.kind, Math.max(scores.get(site.kind) ?? 0, rank + lead))
    }
  })
  let best: readonly Named[] = []
  let most = 0
  for (const [kind, named] of byKind) {
    const isInBody = named.some(({ isHeadline }) => !isHeadline)
    const score = (scores.get(kind) ?? 0) + named.length * VOTE + (isInBody ? BODY_BONUS : 0)
    if (score <= most) continue
    most = score
    best = named
  }
  const chosen = spokesmanOf(best)
  if (chosen === null) return place
  // What was named with the place says as much as a site that only stands near.
  if (place.facility !== null && chosen.rank < SCENE - GENERIC_COST) return place
  const facility = text.slice(chosen.site.start, chosen.site.end)
  return facility === place.facility ? place : { ...place, facility }
}

function rankOf({ standing, kind, first, last }: Site, isHeadline: boolean, isOwn: boolean): number {
  if (standing === 'topic' && !isHeadline) return 0
  if (!isOwn && !isHeadline && RANKS[standing] < SCENE) return 0
  const isGeneric = first === last && GENERIC_SITES.has(kind)
  return RANKS[standing] - (isGeneric ? GENERIC_COST : 0) - (isOwn || isHeadline ? 0 : LOOSE_COST)
}

/** Of the mentions of one site the one that tells most: of the body, with a name, with more words, the first. */
function spokesmanOf(named: readonly Named[]): Named | null {
  const most = Math.max(...named.map(({ rank }) => rank))
  const strong = named.filter(({ rank }) => rank === most || (rank >= SCENE && most >= SCENE))
  let best: Named | null = null
  for (const mention of strong) if (best === null || weight(mention) > weight(best)) best = mention
  return best
}

function weight({ site, isHeadline }: Named): number {
  return (isHeadline ? 0 : 100) + (site.isNamed ? 10 : 0) + Math.min(site.last - site.first, 5)
}
