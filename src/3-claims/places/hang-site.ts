import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Site, SiteStanding } from './find-sites.ts'
import type { LocatedMention, PlacesOfDocument } from './located-mention.ts'

/** How much each standing weighs; ten tokens between a site and the words weigh as much as one. */
const WEIGHTS: Readonly<Record<SiteStanding, number>> = {
  struck: 4,
  scene: 3,
  located: 2,
  beside: 1,
  topic: 0,
  apart: 0,
}
const TOKENS_A_POINT = 10

/**
 * The place with the site that was attacked, or where it happened, of what stands at `span` of sentence `index`. A place
 * that is a site itself keeps its name, unless its sentence tells of another that was attacked, or of treating the wounded there.
 */
export function hangSite(document: PlacesOfDocument, mention: LocatedMention, index: number, span: Span): Place {
  const { place } = mention
  const { text, sentences } = document
  const best = siteAt(document.sitesOf(index), sentences[index]?.tokens ?? [], span)
  if (place.facility === null) return best === null ? place : { ...place, facility: text.slice(best.start, best.end) }
  const own = document.sitesOf(mention.sentence).find(({ start, end }) => start < mention.end && end > mention.start)
  const isStronger =
    best !== null &&
    best !== own &&
    mention.sentence === index &&
    WEIGHTS[best.standing] > WEIGHTS[own?.standing ?? 'located']
  if (isStronger) return { ...place, facility: text.slice(best.start, best.end) }
  return own?.standing === 'apart' ? { ...place, facility: null } : place
}

/** The site of the sentence that belongs to the words at `span`; null when it names none or only such as stand apart. */
function siteAt(sites: readonly Site[], tokens: readonly Span[], span: Span): Site | null {
  if (sites.length === 0) return null
  const from = tokens.findIndex(({ end }) => end > span.start)
  let best: Site | null = null
  let most = 0
  for (const site of sites) {
    const distance = Math.min(Math.abs(site.first - from), Math.abs(site.last - from))
    const score = WEIGHTS[site.standing] - distance / TOKENS_A_POINT
    if (WEIGHTS[site.standing] > 0 && score > most) {
      best = site
      most = score
    }
  }
  return best
}
